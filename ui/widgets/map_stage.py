"""The ground of the map with the venues on it, and which part of it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Slot
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.paint import ring
from ui.theme import M
from ui.widgets import map_marks
from ui.widgets.map_ground import MapGround
from ui.widgets.map_names import Taken, paint_areas, paint_towns
from ui.widgets.map_pins import MapPins
from ui.widgets.map_scale import paint_scale
from ui.widgets.map_view import MapView
from venues.atlas.atlas import Atlas
from venues.atlas.grid import EAST, NORTH, SOUTH, WEST
from venues.services.venue_pins import Pin

STEP = 1.5
"""How much one press of a key, or click of a button, zooms."""

OUT = 1.6
"""How much smaller than fitting the map may be made."""

ROUND = 2000
"""Metres round the venues where there is no outline to fit."""

WHOLE = QRectF(WEST, SOUTH, EAST - WEST, NORTH - SOUTH)


class MapStage(QWidget):
    """Shows venues on the ground: moved, zoomed, with one of them pointed out."""

    def __init__(self) -> None:
        super().__init__()
        self.layer = MapPins()
        self._ground = MapGround(Atlas())
        self._view = MapView(0, 0, 1, QSizeF(1, 1))
        self._fitted = True
        self._chosen: int | None = None
        self._drawn: tuple[object, QPixmap] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def lay(self, atlas: Atlas) -> None:
        """Put this ground under the venues."""
        self._ground = MapGround(atlas)
        self._refresh()

    def show_pins(self, pins: Sequence[Pin]) -> None:
        """Show these venues."""
        if self.layer.show(pins):
            self._refresh()

    def choose(self, venue_id: int | None) -> None:
        """Point that venue out, and bring it into view."""
        if venue_id == self._chosen:
            return
        self._chosen = venue_id
        pin = self.pin(venue_id)
        if pin is not None and pin.point is not None:
            margin = min(self.width(), self.height()) / 8
            self.look(self._view.showing(pin.point, margin))
        self.update()

    @property
    def atlas(self) -> Atlas:
        """The ground that lies under the venues."""
        return self._ground.atlas

    @property
    def view(self) -> MapView:
        """Which part is shown now."""
        return self._view

    @property
    def chosen_id(self) -> int | None:
        """The venue that is pointed out, if it is on the map."""
        return self._chosen if self.pin(self._chosen) else None

    def pin(self, venue_id: int | None) -> Pin | None:
        """The venue with that id, if it is on the map."""
        return next((pin for pin in self.layer.pins if pin.id == venue_id), None)

    def where(self, venue_id: int) -> QPointF | None:
        """Where a venue is drawn, alone or in a group; None if it is nowhere."""
        for each in self.layer.groups(self._view, self.radius, self._chosen):
            if any(pin.id == venue_id for pin in each.pins):
                return self._view.spot(each.easting, each.northing)
        return None

    @property
    def radius(self) -> float:
        """Of a mark, in pixels."""
        return map_marks.radius(QFontMetricsF(self.font()).height())

    @Slot()
    def fit(self) -> None:
        """Show all of the four authorities; without an outline, all venues."""
        self._view = self._fitting()
        self._fitted = True
        self.update()

    @Slot()
    def zoom_in(self) -> None:
        """Larger, about the venue chosen if it is in view."""
        self.zoom_by(STEP)

    @Slot()
    def zoom_out(self) -> None:
        """Smaller."""
        self.zoom_by(1 / STEP)

    def move_by(self, right: float, down: float) -> None:
        """Look so many pixels further right and down."""
        self.look(self._view.moved(right, down))

    def zoom_by(self, factor: float, spot: QPointF | None = None) -> None:
        """So many times larger about a spot: the venue chosen, else the middle."""
        if spot is None:
            spot = QRectF(self.rect()).center()
            chosen = None if self._chosen is None else self.where(self._chosen)
            if chosen is not None and QRectF(self.rect()).contains(chosen):
                spot = chosen
        self.look(self._view.zoomed(factor, spot, self._fitting().scale * OUT))

    def look(self, view: MapView) -> None:
        """Show another part, as far as there is something to be seen."""
        view = view.within(WHOLE if self.atlas.areas else self._pinned())
        if view != self._view:
            self._view = view
            self._fitted = False
            self.update()

    def _fitting(self) -> MapView:
        box = self._ground.box() if self.atlas.areas else self._pinned()
        return MapView.fitting(box, QSizeF(self.size()), self.radius)

    def _pinned(self) -> QRectF:
        """Round all venues, or the whole land where there are none."""
        if not self.layer.pins:
            return WHOLE
        return bounds(self.layer.pins).adjusted(-ROUND, -ROUND, ROUND, ROUND)

    def _refresh(self) -> None:
        self._drawn = None
        if self._fitted:
            self.fit()
        self.update()

    def _drawing(self) -> QPixmap:
        """The ground, drawn once for each view and look."""
        ratio = self.devicePixelRatioF()
        c = theme.colours(self.palette())
        key = (self._view, ratio)
        if self._drawn is None or self._drawn[0] != key:
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            painter = QPainter(picture)
            self._ground.paint(painter, self._view, c)
            taken = Taken(self.layer.boxes(self._view, self.radius))
            look = c, self.font()
            paint_towns(painter, self._view, self.atlas.towns, taken, look)
            paint_areas(painter, self._view, self._ground.areas, taken, look)
            painter.end()
            self._drawn = key, picture
        return self._drawn[1]

    def sizeHint(self) -> QSize:
        tall = self.fontMetrics().height()
        return QSize(tall * 30, tall * 26)

    def minimumSizeHint(self) -> QSize:
        tall = self.fontMetrics().height()
        return QSize(tall * 12, tall * 9)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()
        else:
            self._view = self._view.sized(QSizeF(self.size()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawing())
        self.layer.paint(painter, self._view, c, self.font(), self._chosen)
        paint_scale(painter, self._view, c, self.font(), M)
        if self.hasFocus():
            ring(painter, self.rect(), c.focus, 1)


def bounds(pins: Iterable[Pin]) -> QRectF:
    """The smallest box round the venues, in metres of the grid."""
    points = [pin.point for pin in pins if pin.point is not None]
    west = min(point.easting for point in points)
    south = min(point.northing for point in points)
    wide = max(point.easting for point in points) - west
    tall = max(point.northing for point in points) - south
    return QRectF(west, south, wide, tall)
