"""The right side of the booking page: the checks, what was refused, the buttons."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.booking_work import Outcome
from ui.theme import M, S
from ui.widgets.alternatives import Alternatives
from ui.widgets.buttons import Button, LinkButton, PrimaryButton
from ui.widgets.card import Card, Scroller
from ui.widgets.checks import Check, Checks
from ui.widgets.tallwords import TallWords
from ui.widgets.text import COMPLAINT, MUTED, Words, announce
from venues.domain.period import Period


class ChecksCard(Card):
    """What came of an attempt, then the checks, and below them Cancel and Book."""

    def __init__(self) -> None:
        super().__init__("Checks")
        self.checks = Checks()
        self.refusal = Words(ink=COMPLAINT, wrap=True)
        self.compare = LinkButton("Compare theirs with yours")
        self.ask = Button("Ask a manager…")
        self.ways = Alternatives("What would do instead")
        self.why = TallWords(ink=MUTED)
        self.cancel = Button("Cancel")
        self.save = PrimaryButton("Book")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, M, 0)
        column.setSpacing(M)
        column.addWidget(self.refusal)
        column.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.ways)
        column.addWidget(self.checks)
        column.addStretch(1)
        self._scroller = Scroller(inside)
        self.add(self._scroller, 1)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.why, 1)
        foot.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(foot)
        self.forget()

    def show_checks(self, checks: Sequence[Check], why: str) -> None:
        """Show these, and say beside the button why it cannot be booked yet."""
        self.checks.show_checks(checks)
        self.say_why(why)
        self._order()

    def say_why(self, sentence: str) -> None:
        """Say beside the button why it cannot be booked yet; empty when it can."""
        self.why.say(sentence)
        self.save.setToolTip(sentence)
        self.save.setAccessibleDescription(sentence)

    def refuse(
        self, outcome: Outcome, asked: Period, *, twenty_four: bool = False
    ) -> None:
        """Show why not, and what would do instead."""
        self._tell(f"Not booked. {outcome.sentence}")
        self.ways.show_ways(outcome.ways, asked, twenty_four=twenty_four)
        self._order()
        target = self.ways.buttons[0] if self.ways.buttons else self.save
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def fail(self, sentence: str, *, stale: bool = False) -> None:
        """Show why it could not be saved; ``stale`` when somebody else was first."""
        self._tell(sentence)
        self.compare.setVisible(stale)

    def forget(self) -> None:
        """Take away what came of an earlier attempt."""
        self.refusal.hide()
        self.compare.hide()
        self.ask.hide()
        self.ways.hide()

    def enable(self, *, on: bool) -> None:
        """Let nothing be pressed while it is being saved."""
        for widget in (self.save, self.cancel, self.ask, self.ways, self.checks):
            widget.setEnabled(on)

    def come_after(self, widget: QWidget) -> None:
        """Let Tab come here from that one."""
        QWidget.setTabOrder(widget, self.compare)
        self._order()

    def _order(self) -> None:
        """Let Tab go down the card: what is new comes last of all by itself."""
        answers = [(entry.tick, entry.reason) for entry in self.checks.shown()]
        order = [
            self.compare,
            self.ask,
            *self.ways.buttons,
            *chain.from_iterable(answers),
        ]
        for before, after in pairwise([*order, self.cancel, self.save]):
            QWidget.setTabOrder(before, after)

    def _tell(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.show()
        self._scroller.verticalScrollBar().setValue(0)
        announce(self.refusal, sentence)
