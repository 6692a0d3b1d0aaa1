"""With whom a worker checks out, and when: proposed after the appointment's end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time, timedelta

from PySide6.QtCore import QObject, Slot

from ui.desk import Desk
from ui.preferences import TWENTY_FOUR
from ui.widgets.peoplebox import PeopleBox
from ui.widgets.timefield import OPENS, TimeField
from venues.domain.period import Period
from venues.domain.typed import NotUnderstood
from venues.services.asking import Request
from venues.services.people import Person

AFTER = timedelta(minutes=15)
LEAST = 6  # characters of a time that are in view


class CheckingOut(QObject):
    """The two inputs, of which the time follows the appointment until it is typed."""

    def __init__(self, desk: Desk, staff: Sequence[Person]) -> None:
        super().__init__()
        self._desk = desk
        self._proposed: time | None = None
        self.buddy = PeopleBox(staff)
        self.at = TimeField(twenty_four=desk.preferences[TWENTY_FOUR])
        self.at.setMinimumContentsLength(LEAST)
        desk.preferences.changed.connect(self._follow)

    def choose(self, request: Request) -> None:
        """Show what a booking says, or propose something."""
        self.buddy.choose(request.buddy_id)
        self._proposed = OPENS
        self.at.choose(OPENS)
        self.propose(request.period)
        if request.check_out is not None:
            self.at.choose(request.check_out)

    def propose(self, period: Period) -> None:
        """A quarter of an hour after the end, unless somebody chose otherwise."""
        ends = (period.ends + AFTER).time()
        try:
            chosen = self.at.value()
        except NotUnderstood:
            return
        if chosen == self._proposed and chosen != ends:
            self._proposed = ends
            self.at.choose(ends)

    @Slot(str)
    def _follow(self, key: str) -> None:
        if key == TWENTY_FOUR.key:
            self.at.twenty_four(self._desk.preferences[TWENTY_FOUR])
