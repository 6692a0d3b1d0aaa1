"""R32: what is different at a venue on that day, though it is open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from venues.domain.findings import Finding, Reason, Severity
from venues.domain.proposal import Visit
from venues.domain.words import day_month

MAY, THURSDAY, FIRST_WEEK = 5, 3, 7


class Calendar:
    """Nothing else is on: no election, no half-term, no room closed beside this one."""

    name: ClassVar[str] = "R32"

    def examine(self, visit: Visit) -> Iterable[Finding]:
        """Point out each of them."""
        venue, about = visit.venue, visit.about
        day = visit.appointment.period.day
        if venue.polling and is_election_day(day):
            yield _note(f"Polling station on {day_month(day)} {day.year}.")
        if venue.authority_id in about.half_terms:
            yield _note(f"Half-term in {venue.authority}.")
        for venue_id, room, why in about.shut_rooms:
            if venue_id == venue.id:
                yield _note(f"{room} is closed that day: {why}.")


def is_election_day(day: date) -> bool:
    """The ordinary day of elections in England: the first Thursday in May.

    Representation of the People Act 1983, section 37.
    """
    return day.month == MAY and day.weekday() == THURSDAY and day.day <= FIRST_WEEK


def _note(words: str) -> Finding:
    return Finding("R32", Severity.NOTE, words, reason=Reason.VENUE, field="date")
