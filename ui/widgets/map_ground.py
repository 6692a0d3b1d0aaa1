"""What lies under every layer of the map: authorities, water and borders."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from ui.contrast import mix
from ui.theme import Colours
from ui.widgets.map_view import Box, MapView
from venues.atlas.atlas import Atlas
from venues.atlas.borders import Line
from venues.atlas.grid import CELL, NORTH, WEST

MARGIN = 4_000
"""Metres round the four authorities that are shown with them."""


BEYOND = 900_000
"""Metres that the sea is drawn past the end of the map."""


class MapGround:
    """Draws an atlas; the same drawing serves as long as nothing changes."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.areas = {area.code: _path(area.rings, close=True) for area in atlas.areas}
        self._waters = _path([_onward(ring) for ring in atlas.waters], close=True)
        self._rivers = _path(atlas.rivers, close=False)
        self._borders = _path(atlas.borders, close=False)

    def box(self) -> Box:
        """All that is to be seen at first; empty without an outline."""
        whole = QRectF()
        for path in self.areas.values():
            whole = whole.united(path.boundingRect())
        if whole.isEmpty():
            return whole
        return whole.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)

    def paint(self, painter: QPainter, view: MapView, c: Colours) -> None:
        """Draw all of it, over everything."""
        whole = QRectF(QPointF(), view.size)
        painter.fillRect(whole, outside(c))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setTransform(view.transform(), combine=True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(c.surface)
        for path in self.areas.values():
            painter.drawPath(path)
        painter.setBrush(sea(c))
        painter.drawPath(self._waters)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(sea(c), 3))
        painter.drawPath(self._rivers)
        painter.setPen(_pen(c.text if c.high_contrast else c.border, 1.2))
        painter.drawPath(self._borders)
        painter.restore()


def outside(c: Colours) -> QColor:
    """The colour of land beyond the four authorities."""
    return c.surface if c.high_contrast else mix(c.page, c.text, 0.03)


def sea(c: Colours) -> QColor:
    """The colour of water."""
    if c.high_contrast:
        return mix(c.surface, c.text, 0.3)
    return mix(c.page, c.accent, 0.3 if c.dark else 0.18)


def _onward(ring: Line) -> Line:
    """The sea goes on where the map ends."""
    return tuple(
        (
            x - BEYOND if x < WEST + 2 * CELL else x,
            y + BEYOND if y > NORTH - 2 * CELL else y,
        )
        for x, y in ring
    )


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _path(lines: Sequence[Line], *, close: bool) -> QPainterPath:
    path = QPainterPath()
    for line in lines:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in line]))
        if close:
            path.closeSubpath()
    return path
