"""From when until when a colleague is away, so that others take their bookings."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.apart_dates import read
from ui.dialogs.editor import Editor
from ui.widgets.datefield import DateField
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.text import muted
from venues.errors import WrongInput
from venues.services.rehousing.values import Away
from venues.services.team.members import Member

SAID = (
    "You see first which colleague could take each booking. Nothing changes until you "
    "hand them over."
)


class BeingAway(Editor):
    """Asks for the days.

    Signals:
        planned: carries the cause to plan for.
    """

    planned = Signal(object)

    def __init__(self, desk: Desk, one: Member, parent: QWidget | None = None) -> None:
        super().__init__(desk, f"{one.draft.name} is away", parent)
        self._one = one
        today = desk.now().date()
        self.first = DateField(today, lambda: desk.now().date())
        self.last = DateField(today, lambda: desk.now().date())
        self.save.setText("Find colleagues")
        self.body.addWidget(muted(SAID, wrap=True))
        form = QWidget()
        self.fields |= lay_out(
            form,
            [
                [
                    Entry("first", "First day", self.first),
                    Entry("last", "Last day", self.last),
                ]
            ],
        )
        self.body.addWidget(form)
        self.body.addStretch(1)
        self.begin()
        self.first.setFocus()
        self.saved.connect(self.planned)

    def draft(self) -> Away:
        """The days.

        Raises:
            WrongInput: a date cannot be read, or they are the wrong way round.
        """
        first, last = read(self.first, "first"), read(self.last, "last")
        if last < first:
            raise WrongInput("The last day comes before the first.", "last")
        starts = max(datetime.combine(first, time()), self.desk.now())
        ends = datetime.combine(last, time()) + timedelta(days=1)
        if ends <= starts:
            raise WrongInput("That has passed. Choose today or later.", "last")
        return Away(staff_id=self._one.id, starts=starts, ends=ends)

    def store(self, draft: Away) -> object:
        """Nothing is stored; the page plans for it."""
        return draft
