"""A small map on paper: where a venue lies among the towns round it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF, QTransform

from ui.paper.lettering import POINT, Lettering, Line, height
from ui.paper.page import INK, SHADE, WHITE, boxed, write
from venues.atlas.atlas import Atlas
from venues.atlas.borders import Line as Outline
from venues.domain.places import METRES_PER_MILE, Point
from venues.gazetteer import ATTRIBUTION
from venues.postcode_list import ListMissing

ACROSS = 20_000
"""Metres from the left edge of the map to the right one."""

TALLEST = 0.45
"""The map's height as a share of its width, at most."""

LEAST = 90 * POINT
"""A lower map would show too little."""

DOT = 2.2 * POINT
GAP = 5 * POINT


def ground() -> Atlas | None:
    """What lies under the map, from this user's cache; None without postcodes.

    It may have to be made first, which takes a second or two: off the interface's
    thread.
    """
    try:
        return Atlas.open()
    except ListMissing:
        return None


class Locator:
    """Towns by their dots and names, water shaded, and the venue in a ring.

    It reads in black and white, north is up, and a bar shows how long a mile is.
    """

    def __init__(
        self, atlas: Atlas, place: Point, name: str, letters: Lettering
    ) -> None:
        self._atlas, self._place, self._name = atlas, place, name
        self._plain = letters.face()
        self._strong = letters.face(strong=True)
        self._letters = letters

    def fits(self, room: QRectF) -> bool:
        """Whether there is room enough to show anything."""
        return self._box(room).height() >= LEAST

    def paint(self, painter: QPainter, room: QRectF) -> None:
        """Draw it at the top of that room, in units of the page."""
        box = self._box(room)
        painter.save()
        painter.setClipRect(box)
        to_page = self._to_page(box)
        self._paint_water(painter, to_page)
        spot = to_page.map(QPointF(self._place.easting, self._place.northing))
        taken = [self._paint_venue(painter, box, spot), self._paint_scale(painter, box)]
        self._paint_towns(painter, box, to_page, taken)
        painter.restore()
        boxed(painter, box)
        below = QPointF(box.left(), box.bottom() + GAP)
        write(painter, self._source(box.width()), below)

    def _box(self, room: QRectF) -> QRectF:
        """What is left of the room above the words that name the source."""
        wide = room.width()
        tall = room.height() - GAP - height(self._source(wide))
        return QRectF(room.left(), room.top(), wide, min(tall, wide * TALLEST))

    def _source(self, wide: float) -> tuple[Line, ...]:
        return self._letters.lines(ATTRIBUTION, self._plain, wide)

    def _to_page(self, box: QRectF) -> QTransform:
        """From metres of the grid to units of the page, the venue in the middle."""
        scale = box.width() / ACROSS
        middle = box.center()
        return QTransform(
            scale,
            0,
            0,
            -scale,
            middle.x() - self._place.easting * scale,
            middle.y() + self._place.northing * scale,
        )

    def _paint_water(self, painter: QPainter, to_page: QTransform) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(SHADE.darker(108))
        for ring in self._atlas.waters:
            painter.drawPolygon(_drawn(ring, to_page))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(SHADE.darker(115), 2 * POINT))
        for river in self._atlas.rivers:
            painter.drawPolyline(_drawn(river, to_page))

    def _paint_venue(self, painter: QPainter, box: QRectF, spot: QPointF) -> QRectF:
        """A dot in a ring, with its name; gives the room that they take."""
        painter.setPen(QPen(INK, 1.6 * POINT))
        painter.setBrush(WHITE)
        painter.drawEllipse(spot, 3 * DOT, 3 * DOT)
        painter.setBrush(INK)
        painter.drawEllipse(spot, DOT, DOT)
        lines = self._letters.lines(self._name, self._strong, box.width() / 3)
        at = QPointF(spot.x() + 4.5 * DOT, spot.y() - height(lines) / 2)
        return self._label(painter, lines, at).united(
            QRectF(spot.x() - 4 * DOT, spot.y() - 4 * DOT, 8 * DOT, 8 * DOT)
        )

    def _paint_towns(
        self,
        painter: QPainter,
        box: QRectF,
        to_page: QTransform,
        taken: list[QRectF],
    ) -> None:
        """Those in view whose name covers nothing, the larger first."""
        for town in self._atlas.towns:
            spot = to_page.map(QPointF(town.point.easting, town.point.northing))
            line = Line(town.name, self._plain)
            at = QPointF(spot.x() + 2 * DOT, spot.y() - self._plain.leading / 2)
            room = _room((line,), at)
            if not box.contains(room) or any(room.intersects(each) for each in taken):
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(INK)
            painter.drawEllipse(spot, DOT, DOT)
            taken.append(self._label(painter, (line,), at))

    def _paint_scale(self, painter: QPainter, box: QRectF) -> QRectF:
        """A mile, and that north is up, at the bottom left."""
        mile = METRES_PER_MILE * box.width() / ACROSS
        corner = box.bottomLeft() + QPointF(2 * GAP, -2 * GAP)
        line = Line("1 mile, north is up", self._plain)
        at = corner - QPointF(0, self._plain.leading + GAP)
        room = self._label(painter, (line,), at)
        painter.setPen(QPen(INK, 1.2 * POINT))
        painter.drawLine(QLineF(corner, corner + QPointF(mile, 0)))
        for end in (corner, corner + QPointF(mile, 0)):
            painter.drawLine(QLineF(end, end - QPointF(0, GAP)))
        return room.adjusted(0, 0, mile, 3 * GAP)

    def _label(self, painter: QPainter, lines: Sequence[Line], at: QPointF) -> QRectF:
        """Words on a plate of paper, so that nothing runs through them."""
        room = _room(lines, at)
        painter.fillRect(room, WHITE)
        write(painter, lines, at)
        return room


def _room(lines: Sequence[Line], at: QPointF) -> QRectF:
    wide = max((line.face.width(line.text) for line in lines), default=0.0)
    return QRectF(at.x(), at.y(), wide, height(tuple(lines)))


def _drawn(line: Outline, to_page: QTransform) -> QPolygonF:
    return to_page.map(QPolygonF([QPointF(x, y) for x, y in line]))
