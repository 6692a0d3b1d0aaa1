"""Which part of the country a map shows, and how large."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

from venues.domain.places import METRES_PER_MILE, Point

CLOSEST = 4.0
"""Metres a pixel: no closer, since nothing more would be seen."""

MILES = (20.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.25, 0.1)
"""What a scale bar may be as long as."""

Box = QRectF
"""Eastings from left to right; northings from top to bottom, smallest first."""


@dataclass(frozen=True, slots=True)
class MapView:
    """What lies in the middle, in metres of the grid; metres a pixel; pixels.

    North is up.
    """

    easting: float
    northing: float
    scale: float
    size: QSizeF

    @classmethod
    def fitting(cls, box: Box, size: QSizeF, margin: float = 0.0) -> MapView:
        """All of the box, with so many pixels round it."""
        wide = max(size.width() - 2 * margin, 1.0)
        tall = max(size.height() - 2 * margin, 1.0)
        scale = max(box.width() / wide, box.height() / tall, CLOSEST)
        return cls(box.center().x(), box.center().y(), scale, size)

    def spot(self, easting: float, northing: float) -> QPointF:
        """Where a place of the grid is drawn."""
        return QPointF(
            self.size.width() / 2 + (easting - self.easting) / self.scale,
            self.size.height() / 2 - (northing - self.northing) / self.scale,
        )

    def ground(self, spot: QPointF) -> tuple[float, float]:
        """The easting and northing that are drawn at a spot."""
        return (
            self.easting + (spot.x() - self.size.width() / 2) * self.scale,
            self.northing - (spot.y() - self.size.height() / 2) * self.scale,
        )

    def transform(self) -> QTransform:
        """From metres of the grid to pixels."""
        zero = self.spot(0, 0)
        one = 1 / self.scale
        return QTransform(one, 0, 0, -one, zero.x(), zero.y())

    def moved(self, right: float, down: float) -> MapView:
        """What lies so many pixels further right and down."""
        return replace(
            self,
            easting=self.easting + right * self.scale,
            northing=self.northing - down * self.scale,
        )

    def zoomed(self, factor: float, spot: QPointF, most: float) -> MapView:
        """Drawn so many times larger; what is at the spot stays there.

        ``most`` is metres a pixel beyond which nothing gets smaller.
        """
        scale = min(max(self.scale / factor, CLOSEST), max(most, CLOSEST))
        easting, northing = self.ground(spot)
        share = scale / self.scale
        return replace(
            self,
            easting=easting + (self.easting - easting) * share,
            northing=northing + (self.northing - northing) * share,
            scale=scale,
        )

    def sized(self, size: QSizeF) -> MapView:
        """The same place as large, in another window."""
        return replace(self, size=size)

    def within(self, box: Box) -> MapView:
        """The same with its middle kept over the box, so that nobody gets lost."""
        return replace(
            self,
            easting=min(max(self.easting, box.left()), box.right()),
            northing=min(max(self.northing, box.top()), box.bottom()),
        )

    def showing(self, point: Point, margin: float) -> MapView:
        """Moved to have the point in the middle, if it is not well in view."""
        spot = self.spot(point.easting, point.northing)
        inner = QRectF(QPointF(), self.size).adjusted(margin, margin, -margin, -margin)
        if inner.contains(spot):
            return self
        return replace(self, easting=point.easting, northing=point.northing)

    def bar(self, room: float) -> tuple[float, float]:
        """The longest of the usual scale bars for so many pixels: miles, pixels."""
        for miles in MILES:
            wide = miles * METRES_PER_MILE / self.scale
            if wide <= room:
                return miles, wide
        return MILES[-1], MILES[-1] * METRES_PER_MILE / self.scale
