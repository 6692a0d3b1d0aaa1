"""A name above an input and, when there is need, a sentence beneath it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.marks import COMPLAINT
from ui.theme import XS, Size
from ui.widgets.text import COMPLAINT as COMPLAINT_INK
from ui.widgets.text import MUTED, Words, announce


class Mark(QWidget):
    """A small icon in one of the inks, as high as a line of small text."""

    def __init__(self, name: str, ink: str) -> None:
        super().__init__()
        self._name = name
        self._ink = ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = max(12, round(self.fontMetrics().height() * 0.85))
        return QSize(side, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        ink = c.bad.ink if self._ink == "bad" else c.muted
        icons.draw(QPainter(self), self.rect(), self._name, ink)


class Field(QWidget):
    """A label, its input, and a hint or a complaint that takes no room when empty.

    A complaint says what is wrong and what to do, is announced to screen readers,
    and marks the input until it is cleared.
    """

    def __init__(self, name: str, entry: QWidget, *, hint: str = "") -> None:
        super().__init__()
        self.entry = entry
        self._hint = hint
        self._complaint = ""
        self.label = Words(name, size=Size.SMALL, strong=True)
        self.label.setBuddy(entry)
        if not entry.accessibleName():
            entry.setAccessibleName(name)

        self._mark = Mark("circle-alert", "bad")
        self._below = Words(size=Size.SMALL, ink=MUTED, wrap=True)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(XS)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._below, 1)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(XS)
        layout.addWidget(self.label)
        layout.addWidget(entry)
        layout.addWidget(self._row)
        layout.addStretch(1)
        self._show()
        self._listen(entry)

    @property
    def beneath(self) -> QWidget:
        """The line under the input, to be put where there is more room for it."""
        return self._row

    @property
    def complaint(self) -> str:
        """What stands beneath as a complaint, or nothing."""
        return self._complaint

    @Slot(str)
    def complain(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence clears it."""
        if sentence == self._complaint:
            return
        self._complaint = sentence
        self._show()
        if sentence:
            announce(self.entry, f"{self.label.text()}: {sentence}")

    @Slot()
    def clear(self) -> None:
        """There is nothing wrong any more."""
        self.complain("")

    def hint(self, sentence: str) -> None:
        """Say what to type, as long as there is no complaint."""
        self._hint = sentence
        self._show()

    def _listen(self, entry: Any) -> None:
        """Follow an input that says itself when it cannot read what was typed."""
        if hasattr(entry, "misunderstood"):
            entry.misunderstood.connect(self.complain)
            entry.understood.connect(self.clear)

    def _show(self) -> None:
        words = self._complaint or self._hint
        self._below.setText(words)
        self._below.setForegroundRole(COMPLAINT_INK if self._complaint else MUTED)
        self._mark.setVisible(bool(self._complaint))
        self._row.setVisible(bool(words))
        self.entry.setAccessibleDescription(words)
        self.entry.setProperty(COMPLAINT, self._complaint)
        self.entry.update()
        self.updateGeometry()
