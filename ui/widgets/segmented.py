"""One choice among a few, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from ui import theme
from ui.paint import panel
from ui.theme import CONTROL_RADIUS, TALL

SIDE = 14  # between the edge of a segment and its words


class Segment(QRadioButton):
    """One of the choices."""

    def __init__(self, text: str, *, first: bool, last: bool) -> None:
        super().__init__(text)
        self._first = first
        self._last = last
        self.setSizePolicy(
            QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed
        )

    def _words(self) -> QFont:
        font = QFont(self.font())
        heavy = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        font.setWeight(heavy)
        return font

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)  # so that choosing moves nothing
        metrics = QFontMetrics(font)
        wide = metrics.horizontalAdvance(self.text()) + 2 * SIDE
        return QSize(wide, metrics.height() + TALL)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() - QSize(SIDE, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        painter.setClipRect(self.rect())
        # Corners are round only at the ends: elsewhere they lie outside the clip.
        box = self.rect().adjusted(
            0 if self._first else -CONTROL_RADIUS,
            0,
            0 if self._last else CONTROL_RADIUS,
            0,
        )
        ink = c.text if self.isEnabled() else c.disabled
        if self.isChecked():
            fill = c.accent if self.isEnabled() else c.page
            panel(painter, box, fill)
            ink = c.on_accent if self.isEnabled() else c.disabled
        else:
            fill = c.hover if self.underMouse() else c.surface
            panel(painter, box, fill, c.outline)
            if not self._first:
                painter.fillRect(0, 1, 1, self.height() - 2, c.hairline)
        painter.setFont(self._words())
        painter.setPen(ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            inner = self.rect().adjusted(3, 3, -3, -3)
            line = c.on_accent if self.isChecked() else c.focus
            panel(painter, inner, None, line, radius=3, width=2)


class Segmented(QWidget):
    """A few choices of which one holds: arrows go from one to the next.

    Signals:
        changed: another one holds; carries its key.
    """

    changed = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._segments: dict[str, Segment] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for number, (key, text) in enumerate(choices):
            segment = Segment(text, first=not number, last=number == len(choices) - 1)
            self._segments[key] = segment
            segment.toggled.connect(self._tell)
            layout.addWidget(segment)
        first = next(iter(self._segments.values()))
        first.setChecked(True)
        self.setFocusProxy(first)

    def value(self) -> str:
        """The key that holds."""
        held = (key for key, one in self._segments.items() if one.isChecked())
        return next(held, "")

    def choose(self, key: str) -> None:
        """Let that key hold.

        Raises:
            KeyError: it is not one of the choices.
        """
        self._segments[key].setChecked(True)

    def segment(self, key: str) -> Segment:
        """The button of that key."""
        return self._segments[key]

    def _tell(self, on: bool) -> None:  # noqa: FBT001 - a slot of toggled
        if on:
            self.setFocusProxy(self._segments[self.value()])
            self.changed.emit(self.value())
