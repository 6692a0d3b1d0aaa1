"""The names on the map, where there is room for them beside everything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from ui import theme
from ui.theme import Colours, Size
from ui.widgets.map_view import MapView
from venues.atlas.towns import Town
from venues.gazetteer import COUNCILS

NAMED = {
    COUNCILS[0]: ("HALTON", 356_300, 381_700),
    COUNCILS[1]: ("WARRINGTON", 362_700, 384_800),
    COUNCILS[2]: ("CHESHIRE EAST", 384_200, 368_300),
    COUNCILS[3]: ("CHESHIRE WEST\nAND CHESTER", 350_800, 370_400),
}
"""What stands on each authority and where: in the open, away from towns."""

SQUARE = 48
"""Pixels along a side of the squares in which boxes are looked for."""

SPACED = 1.5
"""Pixels between the letters of an authority's name."""


class Taken:
    """The boxes on the map that names keep free of."""

    def __init__(self, boxes: Iterable[QRectF] = ()) -> None:
        self._squares: dict[tuple[int, int], list[QRectF]] = {}
        for box in boxes:
            self.add(box)

    def add(self, box: QRectF) -> None:
        """Keep free of this one too."""
        for square in self._under(box):
            self._squares.setdefault(square, []).append(box)

    def free(self, box: QRectF) -> bool:
        """Whether nothing stands there yet."""
        return not any(
            box.intersects(other)
            for square in self._under(box)
            for other in self._squares.get(square, ())
        )

    def _under(self, box: QRectF) -> Iterator[tuple[int, int]]:
        for column in range(int(box.left() // SQUARE), int(box.right() // SQUARE) + 1):
            for row in range(int(box.top() // SQUARE), int(box.bottom() // SQUARE) + 1):
                yield column, row


def paint_towns(
    painter: QPainter,
    view: MapView,
    towns: Sequence[Town],
    taken: Taken,
    look: tuple[Colours, QFont],
) -> None:
    """Write the names of towns whole where they cover nothing, larger towns first.

    ``taken`` are the boxes that are kept free; what is written is added to them.
    """
    c, font = look
    small = theme.sized(font, Size.SMALL)
    metrics = QFontMetricsF(small)
    dot = metrics.height() / 6
    room = QRectF(QPointF(), view.size)
    for town in towns:
        spot = view.spot(town.point.easting, town.point.northing)
        size = (metrics.horizontalAdvance(town.name), metrics.height())
        box = next(
            (
                each
                for each in _beside(spot, size)
                if room.contains(each) and taken.free(each)
            ),
            None,
        )
        if box is None:
            continue
        taken.add(box)
        point = QRectF(spot.x() - dot, spot.y() - dot, 2 * dot, 2 * dot)
        painter.setPen(QPen(c.surface, 1))
        painter.setBrush(c.muted)
        painter.drawEllipse(point)
        write(painter, box, town.name, small, (c.text, c.surface))


def paint_areas(
    painter: QPainter,
    view: MapView,
    areas: Mapping[str, QPainterPath],
    taken: Taken,
    look: tuple[Colours, QFont],
) -> None:
    """Write the names of authorities where they fit inside and cover nothing."""
    c, font = look
    wide_font = theme.sized(font, Size.SMALL)
    wide_font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, SPACED)
    metrics = QFontMetricsF(wide_font)
    for code, area in areas.items():
        name, easting, northing = NAMED[code]
        spot = view.spot(easting, northing)
        lines = name.split("\n")
        wide = max(map(metrics.horizontalAdvance, lines))
        box = QRectF(0, 0, wide, metrics.height() * len(lines))
        box.moveCenter(spot)
        corners = (
            view.ground(corner)
            for corner in (
                box.topLeft(),
                box.topRight(),
                box.bottomLeft(),
                box.bottomRight(),
            )
        )
        inside = all(area.contains(QPointF(*corner)) for corner in corners)
        if inside and taken.free(box):
            taken.add(box)
            write(painter, box, name, wide_font, (c.muted, c.surface))


def write(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    inks: tuple[QColor, QColor],
) -> None:
    """Write in the middle of the box, with a rim that keeps lines away.

    ``inks`` are those of the words and of the rim.
    """
    metrics = QFontMetricsF(font)
    path = QPainterPath()
    for number, line in enumerate(text.split("\n")):
        left = box.center().x() - metrics.horizontalAdvance(line) / 2
        down = box.top() + metrics.ascent() + number * metrics.height()
        path.addText(QPointF(left, down), font, line)
    ink, rim = inks
    painter.setBrush(Qt.BrushStyle.NoBrush)
    halo = QPen(rim, metrics.height() / 6)
    halo.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, halo)
    painter.fillPath(path, ink)


def _beside(spot: QPointF, size: tuple[float, float]) -> Iterator[QRectF]:
    """Where a name may stand: under its town, over it, to the right, to the left.

    First close by, then farther off, past a mark that stands on the town itself.
    """
    wide, tall = size
    for off in (tall * 0.2, tall * 0.75, tall * 1.5):
        middle, left = spot.y() - tall / 2, spot.x() - wide / 2
        yield QRectF(left, spot.y() + off, wide, tall)
        yield QRectF(left, spot.y() - off - tall, wide, tall)
        yield QRectF(spot.x() + off + tall * 0.2, middle, wide, tall)
        yield QRectF(spot.x() - off - tall * 0.2 - wide, middle, wide, tall)
