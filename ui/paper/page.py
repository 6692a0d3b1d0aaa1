"""A page: its paper, its edges, and the ink that every sheet is drawn with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPen

from ui.paper.lettering import POINT, Face, Line

MARGIN = 28  # points; printers need about half of it

INK = QColor(0, 0, 0)
SOFT = QColor(60, 60, 60)  # still black on a black and white printer
RULE = QColor(90, 90, 90)
SHADE = QColor(236, 236, 236)
STRIPE = QColor(204, 204, 204)
WHITE = QColor(255, 255, 255)

HAIR = 0.6 * POINT  # the width of a rule
STRIPES = 7 * POINT  # from one stripe of a hatch to the next


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper and what is left of it inside its margins, in units."""

    size: QSizeF
    inner: QRectF

    @classmethod
    def from_layout(cls, layout: QPageLayout) -> Paper:
        """The paper as it was chosen in a page set-up."""
        unit = QPageLayout.Unit.Point
        full, inner = layout.fullRect(unit), layout.paintRect(unit)
        if layout.mode() == QPageLayout.Mode.FullPageMode:
            inner = full.marginsRemoved(layout.margins(unit))
        return cls(
            full.size() * POINT,
            QRectF(inner.topLeft() * POINT, inner.size() * POINT),
        )


def a4(*, upright: bool = False) -> QPageLayout:
    """A4, landscape or upright, with a margin that every printer can do."""
    orientation = QPageLayout.Orientation
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        orientation.Portrait if upright else orientation.Landscape,
        QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN),
        QPageLayout.Unit.Point,
    )


class Body(Protocol):
    """What is between the top and the foot of one page."""

    def paint(self, painter: QPainter) -> None:
        """Draw it, in units of the page."""
        ...


def write(
    painter: QPainter, lines: Iterable[Line], place: QPointF, ink: QColor = INK
) -> None:
    """Write lines one below the other; ``place`` is the top left corner."""
    top = place.y()
    painter.setPen(ink)
    for line in lines:
        painter.setFont(line.face.font)
        painter.drawText(QPointF(place.x(), top + line.face.ascent), line.text)
        top += line.face.leading


def write_right(
    painter: QPainter, text: str, face: Face, place: QPointF, ink: QColor = INK
) -> None:
    """Write words on one line; ``place`` is its top right corner."""
    left = QPointF(place.x() - face.width(text), place.y())
    write(painter, [Line(text, face)], left, ink)


def boxed(painter: QPainter, box: QRectF, fill: QColor | None = None) -> None:
    """A box of hairlines."""
    painter.setPen(QPen(RULE, HAIR))
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRect(box)


def hatch(painter: QPainter, box: QRectF) -> None:
    """Slanting stripes; those of neighbouring boxes meet."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    pen = QPen(STRIPE, 2.2 * POINT)
    pen.setCapStyle(Qt.PenCapStyle.SquareCap)
    painter.setPen(pen)
    first = int((box.left() + box.top()) // STRIPES)
    last = int((box.right() + box.bottom()) // STRIPES) + 1
    painter.drawLines(
        [
            QLineF(
                max(box.left(), c - box.bottom()),
                min(box.bottom(), c - box.left()),
                min(box.right(), c - box.top()),
                max(box.top(), c - box.right()),
            )
            for c in (number * STRIPES for number in range(first, last + 1))
        ]
    )
    painter.restore()
