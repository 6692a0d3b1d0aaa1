"""One check and how it came out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.kinds import SPOKEN, Kind, badge_tone
from ui.paint import panel
from ui.theme import XS, M
from ui.widgets.text import MUTED, Words, strong

ICONS = {
    Kind.GOOD: "check",
    Kind.WARN: "triangle-alert",
    Kind.BAD: "x",
    Kind.QUIET: "minus",
}


class KindBox(QWidget):
    """A square with the icon of a kind."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, kind: Kind) -> None:
        """Show another kind."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() + 6
        return QSize(side + 2, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        tone = badge_tone(self._kind, c)
        painter = QPainter(self)
        line = c.text if c.high_contrast else None
        known = self.isEnabled()  # while something is wrong with the form, it is not
        panel(painter, self.rect(), tone.fill if known else c.raised, line, radius=4)
        inset = round(self.height() * 0.2)
        box = self.rect().adjusted(inset, inset, -inset, -inset)
        ink = tone.ink if known else c.disabled
        icons.draw(painter, box, ICONS[self._kind], ink)


class CheckRow(QWidget):
    """A check that passed, warns, refuses or is not known: its heading and words."""

    def __init__(self, kind: Kind, heading: str, words: str = "") -> None:
        super().__init__()
        self._box = KindBox(kind)
        self._heading = strong(heading, wrap=True)
        self._words = Words(words, ink=MUTED, wrap=True)
        texts = QVBoxLayout()
        texts.setContentsMargins(0, 1, 0, 0)
        texts.setSpacing(1)
        texts.addWidget(self._heading)
        texts.addWidget(self._words)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, XS, 0, XS)
        self.line.setSpacing(M)
        self.line.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        self.line.addLayout(texts, 1)
        self.say(kind, heading, words)

    def indent(self) -> int:
        """How far in the words begin, after the box."""
        return self._box.sizeHint().width() + self.line.spacing()

    def say(self, kind: Kind, heading: str, words: str = "") -> None:
        """Show another outcome."""
        self.kind = kind
        self._box.say(kind)
        self._heading.setText(heading)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        outcome = SPOKEN[kind] or "not known"
        self.setAccessibleName(f"{heading}: {outcome}. {words}".strip())
