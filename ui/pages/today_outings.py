"""Lone working on the Today page: one's own outings, and those one is buddy for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import outing_words as words
from ui.desk import Desk
from ui.dialogs.outing_editor import OutingEditor
from ui.dialogs.who_is_out import WhoIsOutDialog
from ui.outing_work import CHECK_IN, CHECK_OUT, MORE, OutingWork
from ui.theme import XS, S
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.card import Card, Hairline
from ui.widgets.flow import Flow
from ui.widgets.notice import Notice
from ui.widgets.text import MUTED, Words
from venues.domain.outings import Out, Standing
from venues.services.today import Today

CHANGE, OPEN = "change", "open"
VERBS = {
    CHECK_IN: "Check in",
    CHECK_OUT: "Check out",
    MORE: "15 minutes more",
    CHANGE: "Change…",
    OPEN: "Open",
}
TOP = Qt.AlignmentFlag.AlignTop


def offered(out: Out, now: datetime) -> tuple[str, ...]:
    """What may be done about an outing, the likeliest first."""
    if out.checked_out is not None:
        return ()
    standing = out.standing(now)
    if not out.mine:
        begun = out.out_now(now) or standing is Standing.DUE
        return (CHECK_OUT, MORE) if begun else ()
    about = OPEN if out.booking_id is not None else CHANGE
    if out.checked_in is None and standing is not Standing.DUE:
        return (CHECK_IN, about)
    return (CHECK_OUT, MORE, about)


class OutingRow(QWidget):
    """An outing: how it stands, where and until when, and what can be noted of it.

    Signals:
        asked: a button was pressed; carries what it is for and the outing.
    """

    asked = Signal(str, object)

    def __init__(self, out: Out, now: datetime) -> None:
        super().__init__()
        self.out = out
        self.notice = Notice()
        self.badge = Badge(*words.badge(out, now))
        self.buttons: dict[str, Button] = {}
        texts = QVBoxLayout()
        texts.setSpacing(1)
        if out.mine:
            texts.addWidget(Words(out.place, strong=True, wrap=True))
            texts.addWidget(Words(words.own(out, now), ink=MUTED, wrap=True))
        else:
            texts.addWidget(Words(words.buddy(out, now), wrap=True))
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.badge, 0, TOP)
        line.addLayout(texts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, XS, 0, XS)
        column.setSpacing(S)
        column.addLayout(line)
        column.addWidget(self.notice)
        if verbs := offered(out, now):
            column.addWidget(self._flow(verbs))

    def take_keyboard(self) -> None:
        """Let what can be done next be pressed next, where nothing else has it."""
        buttons = list(self.buttons.values())
        if buttons and not any(button.hasFocus() for button in buttons):
            buttons[0].setFocus()

    def _flow(self, verbs: tuple[str, ...]) -> Flow:
        flow = Flow(gap=S, lines=XS)
        whom = "" if self.out.mine else f"{self.out.name}, "
        for verb in verbs:
            button = LinkButton(VERBS[verb]) if verb in (CHANGE, OPEN) else None
            made = button or Button(VERBS[verb])
            made.setAccessibleName(f"{VERBS[verb]}: {whom}{self.out.place}")
            made.setObjectName(f"outing-{self.out.id}-{verb}")
            made.clicked.connect(partial(self._ask, verb))
            self.buttons[verb] = made
            flow.add(made)
        return flow

    def _ask(self, verb: str, _checked: object = None) -> None:
        self.asked.emit(verb, self.out)


class TodayOutings(QObject):
    """Makes the cards, and does what their buttons ask for.

    Signals:
        changed: something was refused, or a refusal was closed.
    """

    changed = Signal()

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk = desk
        self._owner = owner
        self._refused: dict[int, str] = {}
        self._busy = 0
        self.rows: list[OutingRow] = []
        self._work = OutingWork(desk, self)
        self._work.ended.connect(self._ended)

    def state(self, data: Today, now: datetime) -> object:
        """What is shown of them, apart from the rows themselves."""
        return [words.badge(each, now) for each in data.outings], dict(self._refused)

    def mine(self, data: Today, now: datetime) -> Iterator[Card]:
        """The card of one's own, where there are any."""
        self.rows = []
        outings = [each for each in data.outings if each.mine]
        if outings:
            yield self._card("Out today", outings, now)

    def of_others(self, data: Today, now: datetime) -> Iterator[Card]:
        """The card of those one is buddy for, where there are any."""
        outings = [
            each
            for each in data.outings
            if each.buddy_of and not each.mine and each.checked_out is None
        ]
        if outings:
            yield self._card("I am buddy for", outings, now)
        if self._desk.viewer.watches_outings:
            yield self._watch_card(data, now)

    def _watch_card(self, data: Today, now: datetime) -> Card:
        """How many are out, for those who answer for all of them."""
        card = Card("Who is out")
        line = QHBoxLayout()
        line.addWidget(Words(words.tally(data.outings, now), wrap=True), 1)
        button = Button("Open the list…")
        button.setObjectName("who-is-out")
        button.setAccessibleName("Open the list of who is out")
        button.clicked.connect(self.show_who)
        line.addWidget(button)
        card.body.addLayout(line)
        return card

    @Slot()
    def show_who(self) -> None:
        """Show who is out and where."""
        WhoIsOutDialog(self._desk, self._owner.window()).open()

    @Slot()
    def plan(self) -> None:
        """Ask for a new outing."""
        OutingEditor(self._desk, None, self._owner.window()).open()

    def _card(self, title: str, outings: list[Out], now: datetime) -> Card:
        card = Card(title)
        for number, out in enumerate(outings):
            if number:
                card.add(Hairline())
            row = OutingRow(out, now)
            if refusal := self._refused.get(out.id):
                row.notice.say(refusal)
                row.notice.close_button.clicked.connect(partial(self._forget, out.id))
            row.asked.connect(self._do)
            self.rows.append(row)
            card.add(row)
        return card

    @Slot(str, object)
    def _do(self, verb: str, out: Out) -> None:
        if verb == OPEN:
            self._desk.host.show_page("find", booking=out.booking_id, back="today")
        elif verb == CHANGE:
            OutingEditor(self._desk, out, self._owner.window()).open()
        elif not self._busy:
            self._busy = out.id
            self._refused.pop(out.id, None)
            self._work.note(verb, out)

    @Slot(str)
    def _ended(self, refusal: str) -> None:
        done, self._busy = self._busy, 0
        if refusal:
            self._refused[done] = refusal
        self.changed.emit()
        for row in self.rows:
            if row.out.id == done:
                row.take_keyboard()

    def _forget(self, outing_id: int, _checked: object = None) -> None:
        self._refused.pop(outing_id, None)
