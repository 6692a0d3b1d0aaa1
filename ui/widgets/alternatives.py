"""Other rooms and times that would do, each as a button."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.models.matches import place
from ui.paint import panel, ring
from ui.theme import M, S, Size
from ui.widgets.text import strong
from venues.domain.period import Period
from venues.domain.words import DAYS, clock, day_month, span
from venues.services.alternatives import Alternative

ACROSS = 64  # characters' widths beyond which no button grows


class WayButton(QAbstractButton):
    """A room and its place, and under it the time; both wrap where they must."""

    def __init__(self, way: Alternative, asked: Period, *, twenty_four: bool) -> None:
        super().__init__()
        self._where = f"{way.room.name}, {place(way.room)}"
        self._when = when(way, asked, twenty_four=twenty_four)
        self.setText(f"{self._where}. {self._when}")
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * ACROSS)

    def _lines(self, wide: int) -> tuple[QRect, QRect]:
        """Where the two are in a button of that width."""
        box = QRect(M, S, max(wide - 2 * M, 1), 0)
        upper = _wrapped(self._strong(), box, self._where)
        lower = QRect(box)
        lower.moveTop(upper.bottom() + 1)
        return upper, _wrapped(self._small(), lower, self._when)

    def _strong(self) -> QFont:
        return theme.sized(self.font(), Size.BODY, strong=True)

    def _small(self) -> QFont:
        return theme.sized(self.font(), Size.SMALL)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lines(width)[1].bottom() + 1 + S

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._strong()).horizontalAdvance(self._where) + 2 * M + 2
        wide = min(wide, self.maximumWidth())
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        longest = max(self._where.split(), key=len)
        wide = QFontMetrics(self._strong()).horizontalAdvance(longest) + 2 * M
        return QSize(wide, self.fontMetrics().height() * 2 + 2 * S)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        pressed = self.isDown()
        fill = c.selected if pressed else c.hover if self.underMouse() else c.surface
        panel(painter, self.rect(), fill, c.outline)
        if self.hasFocus():
            ring(painter, self.rect(), c.focus)
        upper, lower = self._lines(self.width())
        flags = Qt.TextFlag.TextWordWrap
        painter.setFont(self._strong())
        painter.setPen(c.on_selected if pressed else c.text)
        painter.drawText(upper, flags, self._where)
        painter.setFont(self._small())
        painter.setPen(c.muted_on_selected if pressed else c.muted)
        painter.drawText(lower, flags, self._when)


class Alternatives(QWidget):
    """Up to three ways out; nothing is shown while there is none.

    Signals:
        chosen: one was pressed; carries the alternative.
    """

    chosen = Signal(object)

    def __init__(self, heading: str = "Other ways") -> None:
        super().__init__()
        self.buttons: list[WayButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(S)
        self._layout.addWidget(strong(heading))
        self.hide()

    def show_ways(
        self, ways: Sequence[Alternative], asked: Period, *, twenty_four: bool = False
    ) -> None:
        """Show these, said by how they differ from what was asked for."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [WayButton(way, asked, twenty_four=twenty_four) for way in ways]
        for way, button in zip(ways, self.buttons, strict=True):
            button.clicked.connect(partial(self._choose, way))
            self._layout.addWidget(button)
        self.setVisible(bool(ways))

    def _choose(self, way: Alternative, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        self.chosen.emit(way)


def when(way: Alternative, asked: Period, *, twenty_four: bool = False) -> str:
    """The time, and how it differs: "4:30pm to 5:30pm, later here"."""
    starts, ends = way.period.starts, way.period.ends
    if way.period.day != asked.day:
        hour = clock(starts, twenty_four=twenty_four)
        return f"{DAYS[starts.weekday()]} {day_month(way.period.day)}, {hour}"
    if way.period == asked:
        return way.words[0].upper() + way.words[1:]
    return f"{span(starts, ends, twenty_four=twenty_four)}, {way.words}"


def _wrapped(font: QFont, box: QRect, text: str) -> QRect:
    """The box with the height that the text takes in it."""
    room = QRect(box.x(), box.y(), box.width(), 10_000)
    taken = QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, text)
    return QRect(box.x(), box.y(), box.width(), taken.height())
