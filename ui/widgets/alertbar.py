"""Somebody has not checked out: whom to ring, on every page until it is handled."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from ui import theme
from ui.theme import XS, L, M, S
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.field import Mark
from ui.widgets.flow import Flow
from ui.widgets.tallwords import TallWords
from ui.widgets.text import COMPLAINT, Words, announce
from venues.domain.words import count

TITLE = "Not checked out"


class AlertBar(QFrame):
    """Quiet and impossible to miss: an icon, a word, a sentence and two answers.

    It does not go away by itself, and never covers what somebody is typing.

    Signals:
        checked_out: they are back, or were heard from.
        rang: somebody rang and will ring again.
        more_asked: there are others, to be seen on Today.
    """

    checked_out = Signal()
    rang = Signal()
    more_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Words(TITLE, strong=True, ink=COMPLAINT)
        self._words = TallWords("")
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.back = Button("Checked out")
        self.ring = Button("Rang, will ring again in 15 minutes")
        self.others = LinkButton("")
        self.back.clicked.connect(self.checked_out)
        self.ring.clicked.connect(self.rang)
        self.others.clicked.connect(self.more_asked)
        buttons = Flow(gap=S, lines=XS)
        for button in (self.back, self.ring, self.others):
            buttons.add(button)
        texts = QVBoxLayout()
        texts.setSpacing(XS)
        texts.addWidget(self._title)
        texts.addWidget(self._words)
        texts.addWidget(buttons)
        line = QHBoxLayout(self)
        line.setContentsMargins(L, S, L, S)
        line.setSpacing(M)
        line.addWidget(Mark("circle-alert", "bad"), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(texts, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(TITLE)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, or nothing."""
        return "" if self.isHidden() else self._words.text()

    def say(self, sentence: str, whom: str, others: int) -> None:
        """Show whom to ring; spoken when it is another sentence than before."""
        new = sentence != self.text
        self._words.say(sentence)
        self.back.setAccessibleName(f"Checked out: {whom}")
        self.ring.setAccessibleName(f"Rang {whom}, will ring again in 15 minutes")
        self.others.setText(f"{count(others, 'other')} on Today")
        self.others.setVisible(bool(others))
        self.show()
        self.updateGeometry()
        if new:
            announce(self, f"{TITLE}. {sentence}")

    def wait(self, *, on: bool) -> None:
        """While an answer is being saved, no other is taken."""
        for button in (self.back, self.ring):
            button.setDisabled(on)

    @Slot()
    def clear(self) -> None:
        """Everybody is back, or has been rung."""
        self._words.say("")
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        c = theme.colours(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), c.bad.fill)
        painter.fillRect(0, 0, XS, self.height(), c.bad.ink)
        painter.fillRect(0, self.height() - 1, self.width(), 1, c.hairline)
