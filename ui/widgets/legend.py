"""What the colours of the schedule mean, in words beside a patch of each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import paint, theme
from ui.theme import S, Size
from ui.widgets.text import MUTED, Words
from ui.widgets.toolbar import Toolbar

OWN, PANEL, MASKED, CLOSED = "own", "panel", "masked", "closed"


class Patch(QWidget):
    """A square of one of the colours, or of the hatch."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * 0.66)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        if self._tone == CLOSED:
            paint.hatch(painter, QRect(self.rect()), c)
            return
        tone = {OWN: c.own, PANEL: c.panel, MASKED: c.masked}[self._tone]
        paint.panel(painter, self.rect(), tone.bar, radius=3)


class Legend(Toolbar):
    """Patches with their words, and a note at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.note = Words(size=Size.SMALL, ink=MUTED)
        self._said: dict[str, str] = {}
        self._entries: dict[str, tuple[QWidget, Words]] = {}
        for tone in (OWN, PANEL, MASKED, CLOSED):
            entry = QWidget()
            line = QHBoxLayout(entry)
            line.setContentsMargins(0, 0, S, 0)
            line.setSpacing(6)
            words = Words(size=Size.SMALL)
            line.addWidget(Patch(tone))
            line.addWidget(words)
            self._entries[tone] = (entry, words)
            self.add(entry)
        self.push(self.note)

    def say(self, entries: Sequence[tuple[str, str]], note: str) -> None:
        """Show these colours with their words, and the note."""
        self._said = dict(entries)
        self._fit()
        self.note.setText(note)
        self.flow.invalidate()

    def _fit(self) -> None:
        """Leave the colours out where a contrast palette draws them all alike."""
        alike = theme.colours(self.palette()).high_contrast
        for tone, (entry, words) in self._entries.items():
            words.setText(self._said.get(tone, ""))
            entry.setVisible(tone in self._said and (tone == CLOSED or not alike))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._fit()
