"""The marks of venues on the map: a shape for the status, letters for the kind."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import ceil, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)

from ui import theme
from ui.theme import Colours, Size

LETTERS = {
    "yjs office": "J",
    "family hub": "F",
    "library": "L",
    "community centre": "C",
    "youth centre": "Y",
    "health centre": "H",
    "school": "S",
    "council office": "Co",
    "church hall": "Ch",
    "police station": "P",
    "court": "Ct",
}
"""Kind of venue, in small letters → what stands on its mark."""

NO_KIND = "\N{BULLET}"

GROUP = "group"
"""In the place of a status: several venues."""

Inks = tuple[QColor, QColor, QColor]
"""Of the ground, the line round it, and the letters."""


def letters(kinds: Iterable[str]) -> dict[str, str]:
    """What stands on the marks of these kinds: never the same for two of them."""
    found: dict[str, str] = {}
    own = []
    for kind in sorted(set(kinds), key=str.casefold):
        if not kind:
            found[kind] = NO_KIND
        elif known := LETTERS.get(kind.casefold()):
            found[kind] = known
        else:
            own.append(kind)
    for kind in own:
        wanted = [kind[0].upper()]
        wanted += [
            kind[0].upper() + each for each in kind[1:].lower() if each.isalnum()
        ]
        wanted += [f"{kind[0].upper()}{number}" for number in range(2, 100)]
        taken = set(found.values())
        found[kind] = next((each for each in wanted if each not in taken), NO_KIND)
    return found


def radius(height: float) -> float:
    """Of a mark beside text of that height, in pixels."""
    return height * 0.62


def inks(status: str, c: Colours) -> Inks:
    """The colours of a status; its shape says the same."""
    if status == GROUP:
        return c.surface, c.focus, c.text
    if status == "active":
        return c.accent, c.surface, c.on_accent
    if status == "candidate":
        return c.surface, c.focus, c.accent_ink
    if status == "suspended":
        return c.warn.fill, c.warn.bar, c.warn.ink
    return c.quiet.fill, c.quiet.bar, c.quiet.ink


def shape(status: str, middle: QPointF, size: float) -> QPainterPath:
    """The outline of a mark: circle, diamond, square, or triangle on its point."""
    path = QPainterPath()
    if status == "active":
        path.addEllipse(middle, size, size)
    elif status == "candidate":
        path.addPolygon(_corners(middle, size * 1.3, 4, 0))
    elif status == "suspended":
        side = size * 0.92
        box = QRectF(middle.x() - side, middle.y() - side, side * 2, side * 2)
        path.addRoundedRect(box, 2, 2)
    else:
        path.addPolygon(_corners(middle, size * 1.55, 3, pi))
    path.closeSubpath()
    return path


class Stamps:
    """Puts marks on a map, each from a drawing that was made of it once."""

    def __init__(
        self, painter: QPainter, size: float, look: tuple[Colours, QFont]
    ) -> None:
        self._painter = painter
        self._size = size
        self._colours, font = look
        self._font = font.toString()
        self._ratio = painter.device().devicePixelRatioF()
        self._made: dict[tuple[str, str], tuple[QPixmap, float]] = {}

    def put(self, middle: QPointF, status: str, text: str) -> None:
        """The mark of a venue, or of several: their number, with ``GROUP``."""
        said = status, text
        if said not in self._made:
            colours = tuple(ink.rgb() for ink in inks(status, self._colours))
            picture = _picture(said, self._size, colours, self._font, self._ratio)
            self._made[said] = picture, picture.width() / self._ratio / 2
        picture, half = self._made[said]
        self._painter.drawPixmap(QPointF(middle.x() - half, middle.y() - half), picture)


@lru_cache(maxsize=512)
def _picture(
    said: tuple[str, str],
    size: float,
    colours: tuple[int, ...],
    lettering: str,
    ratio: float,
) -> QPixmap:
    status, text = said
    ground, line, ink = (QColor.fromRgb(each) for each in colours)
    side = ceil(size * 1.8) * 2
    middle = QPointF(side / 2, side / 2)
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if status == GROUP:
        _plate(painter, middle, size, (ground, line))
    else:
        painter.setPen(QPen(line, 1.5))
        painter.setBrush(ground)
        painter.drawPath(shape(status, middle, size))
    font = QFont()
    font.fromString(lettering)
    font = theme.sized(font, Size.SMALL, strong=True)
    if status != GROUP and len(text) > 1:
        font.setPointSizeF(font.pointSizeF() * 0.85)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return picture


def _plate(
    painter: QPainter, middle: QPointF, size: float, inks_: tuple[QColor, QColor]
) -> None:
    """What the number of a group stands on."""
    ground, line = inks_
    box = QRectF(0, 0, size * 2.1, size * 1.7)
    box.moveCenter(middle)
    corner = box.height() / 2
    painter.setPen(QPen(ground, 1.5))
    painter.setBrush(line)
    painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), corner + 3, corner + 3)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, corner, corner)


def _corners(middle: QPointF, size: float, corners: int, turn: float) -> QPolygonF:
    """A regular polygon; not turned, it stands on none of its sides."""
    angles = [turn + 2 * pi * each / corners for each in range(corners)]
    return QPolygonF(
        [
            QPointF(middle.x() + size * sin(angle), middle.y() - size * cos(angle))
            for angle in angles
        ]
    )
