"""Postcode sectors on the map: within reach of a suitable room, or not."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from ui import theme
from ui.theme import Colours, Tone
from ui.widgets.map_canvas import MapCanvas
from ui.widgets.map_scale import paint_scale
from venues.domain.places import METRES_PER_MILE
from venues.domain.words import miles
from venues.services.evidence.coverage import Reach

SIZE = 0.32
"""Of a sector's mark, in lines of text."""


class SectorMap(MapCanvas):
    """A full dot is within reach; a ring with a cross is not. Venues lie above."""

    def __init__(self) -> None:
        super().__init__(lambda pin: f"{pin.name}, {pin.town}")
        self.setAccessibleName("Map of postcode sectors")
        self._reaches: Sequence[Reach] = ()
        self._names: dict[int, str] = {}

    def show_reaches(self, reaches: Sequence[Reach]) -> None:
        """Show these sectors."""
        self._reaches = reaches
        self._names = {pin.id: pin.name for pin in self.layer.pins}
        self.update()

    def tip(self, spot: QPointF) -> str:
        """The venue at a spot, or else the sector."""
        if said := super().tip(spot):
            return said
        for each in self._reaches:
            off = self._spot(each) - spot
            if hypot(off.x(), off.y()) <= self._size():
                return self.said(each)
        return ""

    def said(self, reach: Reach) -> str:
        """A sector in words."""
        if reach.venue_id is None or reach.metres is None:
            return f"{reach.sector.name}: nothing suitable within {limit(reach)}"
        name = self._names.get(reach.venue_id, "a venue")
        return f"{reach.sector.name}: {miles(reach.metres)} to {name}"

    def _spot(self, reach: Reach) -> QPointF:
        return self.view.spot(reach.sector.point.easting, reach.sector.point.northing)

    def _size(self) -> float:
        return self.fontMetrics().height() * SIZE

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        c = theme.colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for reach in self._reaches:
            stamp(painter, self._spot(reach), self._size(), c, near=reach.venue_id)
        self.layer.paint(painter, self.view, c, self.font(), self.chosen_id)
        paint_scale(painter, self.view, c, self.font(), theme.M)


def limit(reach: Reach) -> str:
    """How far a family of the sector may be asked to come: "3 miles"."""
    number = round(reach.limit / METRES_PER_MILE, 1)
    return f"{number:g} {'mile' if number == 1 else 'miles'}"


def stamp(
    painter: QPainter, spot: QPointF, size: float, c: Colours, *, near: int | None
) -> None:
    """The mark of one sector."""
    tone: Tone = c.bad if near is None else c.good
    painter.setPen(QPen(tone.ink, 1.6))
    painter.setBrush(tone.ink if near is not None else c.surface)
    painter.drawEllipse(spot, size, size)
    if near is None:
        arm = size * 0.55
        painter.drawLine(spot + QPointF(-arm, -arm), spot + QPointF(arm, arm))
        painter.drawLine(spot + QPointF(-arm, arm), spot + QPointF(arm, -arm))
