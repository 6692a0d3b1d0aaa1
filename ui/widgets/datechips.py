"""The dates of a series as chips: each with its outcome in an icon and in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.kinds import Kind, badge_font, badge_tone
from ui.paint import panel, ring
from ui.widgets.buttons import LinkButton
from ui.widgets.checkrow import ICONS
from ui.widgets.chips import BACK, FORWARD
from ui.widgets.flow import Flow
from venues.domain.words import count

SIDE = 8  # between the edge and what is in it
TALL = 8  # how much taller a chip is than its text
GAP = 5  # between date, icon and words
RADIUS = 4
MOST_SHOWN = 60
"""Chips shown at once; more are shown when somebody asks, or where they do not fit."""


@dataclass(frozen=True, slots=True)
class DateMark:
    """One date: its outcome as a kind and in a few words, and all of it spoken."""

    day: date
    label: str
    kind: Kind
    words: str = ""
    spoken: str = ""


class DateChip(QAbstractButton):
    """One date: its day, an icon for how it stands, and what is special about it."""

    def __init__(self, mark: DateMark) -> None:
        super().__init__()
        self.mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.say(mark)

    def say(self, mark: DateMark) -> None:
        """Show another date, or another outcome."""
        self.mark = mark
        self.setText(f"{mark.label} {mark.words}".strip())
        self.setAccessibleName(mark.spoken or self.text())
        self.setToolTip(mark.spoken)
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return badge_font(self.font())

    def _side(self, metrics: QFontMetrics) -> int:
        return max(10, round(metrics.height() * 0.78))

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        wide = metrics.horizontalAdvance(self.mark.label) + GAP + self._side(metrics)
        if self.mark.words:
            wide += GAP + metrics.horizontalAdvance(self.mark.words)
        return QSize(wide + 2 * SIDE, metrics.height() + TALL)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Left to itself, Qt goes to whatever lies nearest; the chips go in order.
        if event.key() in (*FORWARD, *BACK):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        tone = badge_tone(self.mark.kind, c)
        painter = QPainter(self)
        font = self._font()
        metrics = QFontMetrics(font)
        line = c.text if c.high_contrast else tone.ink if self.underMouse() else None
        panel(painter, self.rect(), tone.fill, line, radius=RADIUS)
        if self.hasFocus():
            ring(painter, self.rect(), c.focus)
        painter.setFont(font)
        painter.setPen(tone.ink)
        left, tall = SIDE, self.height()
        wide = metrics.horizontalAdvance(self.mark.label)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, 0, wide + 1, tall), middle, self.mark.label)
        left += wide + GAP
        side = self._side(metrics)
        box = QRect(left, (tall - side) // 2, side, side)
        icons.draw(painter, box, ICONS[self.mark.kind], tone.ink)
        left += side + GAP
        words = QRect(left, 0, self.width() - left, tall)
        painter.drawText(words, middle, self.mark.words)


class DateChips(QWidget):
    """All dates in a paragraph: Tab goes in, arrows go about, Space asks for more.

    Signals:
        pressed: more is asked of one; carries its date.
    """

    pressed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.chips: list[DateChip] = []
        self._marks: tuple[DateMark, ...] = ()
        self._flow = Flow()
        self.all = LinkButton("")
        self.all.setCheckable(True)
        self.all.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)
        self.all.toggled.connect(self._fill)

    def show_marks(self, marks: Sequence[DateMark]) -> None:
        """Show these dates, each where it was before."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self._fill()

    def chip(self, day: date) -> DateChip | None:
        """The chip of that date, if it is shown."""
        return next((each for each in self.chips if each.mark.day == day), None)

    @Slot()
    def _fill(self) -> None:
        shown = self._shown()
        had = next((each.mark.day for each in self.chips if each.hasFocus()), None)
        while len(self.chips) < len(shown):
            chip = DateChip(shown[len(self.chips)])
            chip.clicked.connect(self._press)
            self.chips.append(chip)
            self._flow.add(chip)
            chip.show()  # at once, so that it can take the keyboard
        for chip in self.chips[len(shown) :]:
            self._flow.flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        del self.chips[len(shown) :]
        for chip, mark in zip(self.chips, shown, strict=True):
            chip.say(mark)
        more = len(self._marks) > MOST_SHOWN
        self.all.setVisible(more)
        fewer = self.all.isChecked()
        self.all.setText("Fewer" if fewer else f"All {count(len(self._marks), 'date')}")
        self._flow.updateGeometry()
        self._one_stop(self.chip(had) if had else None)
        if had is not None and self.chips:
            (self.chip(had) or self.chips[0]).setFocus()

    def _shown(self) -> list[DateMark]:
        if self.all.isChecked() or len(self._marks) <= MOST_SHOWN:
            return [*self._marks]
        return [
            mark
            for place, mark in enumerate(self._marks)
            if place < MOST_SHOWN or mark.kind is not Kind.GOOD
        ]

    def _press(self) -> None:
        chip = self.sender()
        if isinstance(chip, DateChip):
            self.pressed.emit(chip.mark.day)

    def _one_stop(self, stop: DateChip | None) -> None:
        """Leave one chip to be reached with Tab; the arrows reach the others."""
        stop = stop or (self.chips[0] if self.chips else None)
        for chip in self.chips:
            policies = Qt.FocusPolicy
            one = chip is stop
            chip.setFocusPolicy(policies.StrongFocus if one else policies.ClickFocus)
        if stop is not None:
            self.setFocusProxy(stop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {**dict.fromkeys(FORWARD, 1), **dict.fromkeys(BACK, -1)}
        step = steps.get(Qt.Key(event.key()))
        here = next((n for n, chip in enumerate(self.chips) if chip.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        chip = self.chips[(here + step) % len(self.chips)]
        self._one_stop(chip)
        chip.setFocus(Qt.FocusReason.TabFocusReason)
