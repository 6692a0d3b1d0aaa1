"""How headings, tabs, progress and splitters are drawn."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QStyleOption,
    QStyleOptionHeader,
    QStyleOptionProgressBar,
    QStyleOptionTab,
)

from ui.look.compound import PAD
from ui.look.controls import State, chevron, colours, enabled
from ui.marks import Owner
from ui.paint import panel, ring
from ui.theme import XS, S


def heading(option: QStyleOption, painter: QPainter, _: Owner = None) -> None:
    """The ground of a column's heading."""
    c = colours(option)
    painter.fillRect(option.rect, c.raised)
    if option.state & State.State_MouseOver and option.state & State.State_Enabled:
        painter.fillRect(option.rect, c.hover)
    painter.fillRect(
        QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
        c.hairline,
    )


def heading_words(
    option: QStyleOptionHeader, painter: QPainter, _: Owner = None
) -> None:
    """A column's title, and the arrow when the table is sorted by it."""
    c = colours(option)
    box = option.rect.adjusted(PAD - 2, 0, 2 - PAD, -1)
    arrow = option.sortIndicator
    side = round(option.fontMetrics.height() * 0.8)
    if arrow != QStyleOptionHeader.SortIndicator.None_:
        box.setRight(box.right() - side - XS)
    painter.save()
    painter.setPen(c.muted)
    words = option.fontMetrics.elidedText(
        option.text, Qt.TextElideMode.ElideRight, box.width()
    )
    painter.drawText(box, option.textAlignment | Qt.AlignmentFlag.AlignVCenter, words)
    painter.restore()
    if arrow != QStyleOptionHeader.SortIndicator.None_:
        # Qt calls it "down" when the smallest comes first.
        falling = arrow == QStyleOptionHeader.SortIndicator.SortUp
        place = QRect(box.right() + XS, box.y(), side, box.height())
        chevron(painter, place, "down" if falling else "up", c.muted, side)


def tab(option: QStyleOptionTab, painter: QPainter, _: Owner = None) -> None:
    """A tab: a line under the one that is open."""
    c = colours(option)
    box = option.rect
    if option.state & State.State_Selected:
        painter.fillRect(QRect(box.x(), box.bottom() - 1, box.width(), 2), c.accent_ink)
    elif option.state & State.State_MouseOver:
        painter.fillRect(QRect(box.x(), box.bottom() - 1, box.width(), 2), c.outline)
    if option.state & State.State_HasFocus:
        ring(painter, box, c.focus, 2)


def tab_words(option: QStyleOptionTab, painter: QPainter, _: Owner = None) -> None:
    """A tab's words."""
    c = colours(option)
    chosen = bool(option.state & State.State_Selected)
    ink = c.accent_ink if chosen else c.muted
    painter.save()
    painter.setPen(ink if enabled(option) else c.disabled)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
    painter.drawText(option.rect, flags, option.text)
    painter.restore()


def tab_line(option: QStyleOption, painter: QPainter, _: Owner = None) -> None:
    """The hairline under all tabs."""
    box = option.rect
    line = QRect(box.x(), box.bottom(), box.width(), 1)
    painter.fillRect(line, colours(option).hairline)


def progress(
    option: QStyleOptionProgressBar, painter: QPainter, _: Owner = None
) -> None:
    """How far a long piece of work has come."""
    c = colours(option)
    height = min(option.rect.height(), S)
    track = QRectF(
        option.rect.x(),
        option.rect.y() + (option.rect.height() - height) / 2,
        option.rect.width(),
        height,
    )
    panel(painter, track, c.quiet.fill, c.hairline, radius=height / 2)
    span = option.maximum - option.minimum
    if span > 0:
        share = (option.progress - option.minimum) / span
        done = QRectF(track)
        done.setWidth(max(height, track.width() * share))
        panel(painter, done, c.accent_ink, radius=height / 2)
    else:
        # Nothing is known about the end: three quiet dashes, without movement.
        part = track.width() / 5
        for number in range(3):
            dash = QRectF(track.x() + part * (2 * number), track.y(), part, height)
            panel(painter, dash, c.accent_ink, radius=height / 2)


def splitter(option: QStyleOption, painter: QPainter, _: Owner = None) -> None:
    """A handle that shows itself when pointed at."""
    if option.state & State.State_MouseOver:
        c = colours(option)
        painter.setPen(QPen(c.outline, 2))
        centre = option.rect.center()
        if option.rect.height() > option.rect.width():
            painter.drawLine(centre - QPoint(0, 12), centre + QPoint(0, 12))
        else:
            painter.drawLine(centre - QPoint(12, 0), centre + QPoint(12, 0))
