"""What is true of the people concerned, whatever the room: facts for the rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from venues.domain.hire import GivenUp
from venues.domain.numbers import Numbers
from venues.domain.places import Point


class Window(NamedTuple):
    """When a venue is not for one of the cases; ``None`` is every venue."""

    venue_id: int | None
    starts: datetime
    ends: datetime


class Engagement(NamedTuple):
    """Where a worker already is.

    ``who`` is empty when the asker may not know more than "not free then"; else it is
    "You are" or "Practitioner 07 is". ``out`` says that it is not at a venue of ours.
    """

    staff_id: int
    starts: datetime
    ends: datetime
    venue: str
    point: Point | None
    who: str
    out: bool = False


class CaseTime(NamedTuple):
    """When a case already has an appointment."""

    case_id: int
    starts: datetime
    ends: datetime


class Attendable(NamedTuple):
    """The stretches of one day in which a case can attend, as somebody recorded them.

    ``court`` says that a court set them.
    """

    case_id: int
    court: bool
    spans: tuple[tuple[datetime, datetime], ...] = ()


class CaseFacts(NamedTuple):
    """What is on record of the cases themselves; nothing here is about anybody else.

    ``at_school`` says that one of them has school that day. ``been`` are the venues at
    which all of them have been before, None where nobody asked. ``unconfirmed`` says
    that a reference was typed at a booking and nobody has confirmed it.
    """

    two_workers: bool = False
    at_school: bool = False
    hours: tuple[Attendable, ...] = ()
    been: frozenset[int] | None = None
    unconfirmed: bool = False


NOTHING_KNOWN = CaseFacts()


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is true of the people concerned, whatever the room.

    ``today`` is the day of asking, None where nothing depends on it. ``venue_agreed``
    says that the venue's yes still stands for a booking that is changed, ``given_up``
    what such a booking hires now.
    """

    no_go: tuple[Window, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    case_times: tuple[CaseTime, ...] = ()
    near: Point | None = None
    travel_limit: float = 0.0
    nearest: float | None = None
    overrides: frozenset[str] = frozenset()
    today: date | None = None
    venue_agreed: bool = False
    given_up: GivenUp | None = None
    suitable_near: int | None = None
    """Other rooms near that are suitable for it; None when nobody counted."""
    case: CaseFacts = NOTHING_KNOWN
    numbers: Numbers = field(default_factory=Numbers)
    bank_holiday: bool = False
    half_terms: frozenset[int] = frozenset()
    """Authorities whose schools have half-term that day, by id."""
    shut_rooms: tuple[tuple[int, str, str], ...] = ()
    """Rooms that are closed that day: id of the venue, name, and why."""
    signed_off: bool = False
    """Whether a manager has signed off just this."""
