"""How long a mile is on the map, and where north is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from ui import theme
from ui.theme import Colours, Size
from ui.widgets.map_view import MapView

LONGEST = 9
"""Heights of the text that the bar may be long."""


def words(miles: float) -> str:
    """The length of a bar, such as "5 miles" or "½ mile"."""
    parts = {0.5: "½", 0.25: "¼", 0.1: "⅒"}
    return f"{parts.get(miles, f'{miles:g}')} {'mile' if miles <= 1 else 'miles'}"


def paint_scale(
    painter: QPainter, view: MapView, c: Colours, font: QFont, margin: float
) -> None:
    """Draw both at the bottom left."""
    small = theme.sized(font, Size.SMALL)
    metrics = QFontMetricsF(small)
    miles, wide = view.bar(metrics.height() * LONGEST)
    tall = metrics.height()
    low = view.size.height() - margin
    left = margin + tall * 1.6
    plate = QRectF(margin / 2, low - tall * 1.75, 0, 0)
    plate.setBottom(view.size.height() - margin / 2)
    plate.setRight(left + max(wide, metrics.horizontalAdvance(words(miles))) + margin)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = c.surface
    painter.setPen(QPen(c.hairline, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(plate, 4, 4)
    painter.setFont(small)
    painter.setPen(c.text)
    box = QRectF(left, low - tall * 1.5, plate.right() - left, tall)
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft, words(miles))
    painter.setPen(QPen(c.text, 1.5))
    down = low - tall * 0.05
    for line in (
        (QPointF(left, down), QPointF(left + wide, down)),
        (QPointF(left, down - 4), QPointF(left, down)),
        (QPointF(left + wide, down - 4), QPointF(left + wide, down)),
    ):
        painter.drawLine(*line)
    _north(painter, QRectF(margin, low - tall * 1.5, tall, tall * 1.5), c)


def _north(painter: QPainter, box: QRectF, c: Colours) -> None:
    """A head of an arrow over the letter N."""
    middle, half = box.center().x(), box.width() * 0.22
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(c.text)
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(middle, box.top()),
                QPointF(middle + half, box.top() + box.height() * 0.4),
                QPointF(middle, box.top() + box.height() * 0.3),
                QPointF(middle - half, box.top() + box.height() * 0.4),
            ]
        )
    )
    painter.setPen(c.text)
    lower = box.adjusted(0, box.height() * 0.36, 0, 0)
    painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, "N")
