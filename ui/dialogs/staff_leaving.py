"""Lets somebody leave from a day on, and says what is still theirs."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.widgets.datefield import DateField
from ui.widgets.field import Field
from ui.widgets.text import Words, muted
from venues.domain.typed import NotUnderstood
from venues.domain.words import count, listing
from venues.errors import WrongInput
from venues.services.team import in_hand, members
from venues.services.team.in_hand import Item
from venues.services.team.members import Member

STAYS = (
    "Their history stays, and so do their bookings until you hand them over, which is "
    "asked next. They can come back at any time."
)


class StaffLeaving(Editor):
    """The day somebody leaves; ``saved`` carries them before and after, and the day."""

    def __init__(
        self, desk: Desk, opened: Member, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, f"{opened.draft.name} leaves", parent)
        self._opened = opened
        self.on = DateField(desk.now().date(), self._today)
        hint = "From that day on they do not sign in."
        self.fields = {"on": Field("Leaves on", self.on, hint=hint)}
        self.theirs = Words(wrap=True)
        self.body.addWidget(self.fields["on"])
        self.body.addWidget(self.theirs)
        self.body.addWidget(muted(STAYS, wrap=True))
        self.body.addStretch(1)
        self.save.setText("Let them leave")
        self.on.changed.connect(self._count)
        self._count(self._today())
        self.take_size(60, 16)
        self.begin()
        self.on.setFocus()

    def draft(self) -> date:
        """The day that is typed.

        Raises:
            WrongInput: it cannot be read.
        """
        try:
            return self.on.value()
        except NotUnderstood as trouble:
            raise WrongInput(str(trouble), "on") from trouble

    def store(self, draft: Any) -> object:
        """Save the day; gives back the person before and after."""
        with self.desk.database.write("leaving of a colleague") as session:
            gone = members.leave(
                session, self.desk.viewer, self._opened, draft, today=self._today()
            )
        return self._opened, gone

    def _today(self) -> date:
        return self.desk.now().date()

    def _count(self, day: date | None) -> None:
        """Say what is in their hands from that day on."""
        if day is None:
            return
        desk = self.desk
        with desk.database.read() as session:
            found = in_hand.items(
                session, desk.viewer, self._opened.id, since=day, now=desk.now()
            )
        self.theirs.setText(f"Theirs from then on: {tally(found)}.")


def tally(items: tuple[Item, ...]) -> str:
    """How much that is: "2 bookings and 5 cases on their list"."""
    kinds = [each.key[0] for each in items]
    outings = kinds.count(in_hand.OUTING) + kinds.count(in_hand.BUDDY)
    cases = sum(each.many for each in items)
    parts = [
        count(number, noun, plural)
        for number, noun, plural in (
            (kinds.count(in_hand.BOOKING), "booking", None),
            (outings, "outing", None),
            (cases, "case on their list", "cases on their list"),
        )
        if number
    ]
    return listing(parts) or "nothing"
