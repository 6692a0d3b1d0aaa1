"""The few shapes that everything is drawn from."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from ui.theme import CONTROL_RADIUS, Colours, Tone

STRIPE = 8  # width of one stripe and its gap in a hatch
BAR = 4  # width of the bar at the left of a block


def panel(
    painter: QPainter,
    box: QRect | QRectF,
    fill: QColor | None,
    line: QColor | None = None,
    *,
    radius: float = CONTROL_RADIUS,
    width: float = 1,
) -> None:
    """A rounded box whose line lies wholly inside it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = width / 2 if line is not None else 0
    painter.setPen(QPen(line, width) if line is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    shape = QRectF(box).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(shape, radius - inset, radius - inset)
    painter.restore()


def ring(painter: QPainter, box: QRect, colour: QColor, inset: int = 0) -> None:
    """The mark of what has the keyboard."""
    inner = box.adjusted(inset, inset, -inset, -inset)
    panel(painter, inner, None, colour, radius=CONTROL_RADIUS - inset / 2, width=2)


def hatch_brush(colour: QColor, ratio: float = 1.0) -> QBrush:
    """Slanting stripes, on whatever was painted before."""
    return QBrush(_stripes(colour.rgba(), ratio))


def hatch(painter: QPainter, box: QRect | QRectF, c: Colours) -> None:
    """Closed time: stripes on their own ground."""
    painter.fillRect(QRectF(box), c.hatch_ground)
    painter.fillRect(QRectF(box), hatch_brush(c.hatch, _ratio(painter)))


def block(
    painter: QPainter, box: QRectF, tone: Tone, *, line: QColor | None = None
) -> None:
    """A stretch of time in use: a ground, and a bar where it begins."""
    panel(painter, box, tone.fill, radius=3)
    bar = QRectF(box.left(), box.top(), min(BAR, box.width()), box.height())
    panel(painter, bar, tone.bar, radius=2)
    if line is not None:
        panel(painter, box, None, line, radius=3)


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()


@lru_cache(maxsize=32)
def _stripes(rgba: int, ratio: float) -> QPixmap:
    """One tile; a stripe runs from corner to corner so that tiles meet."""
    tile = QPixmap(round(STRIPE * ratio), round(STRIPE * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgba(rgba), STRIPE * 0.36))
    for shift in (-STRIPE, 0, STRIPE):
        painter.drawLine(
            QPointF(shift - STRIPE, STRIPE * 2), QPointF(shift + STRIPE * 2, -STRIPE)
        )
    painter.end()
    return tile
