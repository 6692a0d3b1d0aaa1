"""The one filter: what a person may see of a booking.

Every way out of the program (page, search, tooltip, message, print, export, calendar,
clipboard, log) takes the ``Seen`` rows made here, never rows of the database. A hidden
booking is masked, never left out, or its room would look free; and all hidden bookings
are masked alike, since a mask that only victims wear is a label.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from venues.domain.needs import NEEDS
from venues.domain.people import Role, Viewer
from venues.domain.proposal import LAYOUTS

IN_USE = "In use"

DUTY = "duty worker"
"""Whom to ask for when no name is on record: the same words for every worker."""

SET_UP = ("step-free", "hearing-loop", "screen")
"""What reception may be asked to see to; no other need is ever told."""

TELLING = (
    "victim",
    "restor",
    "child",
    "youth",
    "young",
    "panel",
    "practitioner",
    "offen",
    "justice",
    "police",
)
"""Parts of words that say what a worker does, and so what an appointment is about."""


class Sight(IntEnum):
    """How much of a booking somebody sees."""

    MASKED = 0
    """The hold period and "In use": not even which rows belong together."""

    ARRANGEMENTS = 1
    """A coordinator's: time, room, worker, people and set-up of all bookings alike."""

    FULL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One room of one booking as it is stored: what the filter looks at.

    ``held`` times include set-up and clear-down; ``workers`` and ``lead`` are names;
    ``references`` are case references, and never leave but by way of ``see``.
    """

    booking_id: int
    reference: str
    room_id: int
    starts: datetime
    ends: datetime
    held_from: datetime
    held_until: datetime
    status: str
    kind: str
    kind_code: str
    audience: str
    people: int
    needs: tuple[str, ...] = ()
    layout: str = ""
    note: str = ""
    arrival: str = ""
    lead: str = ""
    ask_for: str = ""
    workers: tuple[str, ...] = ()
    worker_ids: frozenset[int] = frozenset()
    references: tuple[str, ...] = ()
    venue_answer: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What may be shown of one room of one booking.

    A masked row carries its room, its hold period and ``IN_USE``; every other field
    stands at the same empty value for all of them. ``not_confirmed`` ("the venue has
    not said yes") is the one flag others' rows may carry, on paper.
    """

    room_id: int
    starts: datetime
    ends: datetime
    title: str = IN_USE
    sight: Sight = Sight.MASKED
    own: bool = False
    booking_id: int | None = None
    reference: str = ""
    held_from: datetime | None = None
    held_until: datetime | None = None
    status: str = ""
    kind: str = ""
    kind_code: str = ""
    audience: str = ""
    cases: str = ""
    case_count: int = 0
    people: int | None = None
    needs: tuple[str, ...] = ()
    layout: str = ""
    note: str = ""
    arrival: str = ""
    lead: str = ""
    workers: tuple[str, ...] = ()
    not_confirmed: bool = False
    version: int = 0

    @property
    def masked(self) -> bool:
        """Whether nothing but the time and the room is known."""
        return self.sight is Sight.MASKED


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What reception is told of one room of one booking: alike for all of them.

    The times are the hold, as everywhere on paper that others read. ``people`` is how
    many come, or None where the room is held along with another one or for somebody
    who has still to take it. No kind, reference, note or name of a visitor is in it.
    """

    room_id: int
    starts: datetime
    ends: datetime
    ask_for: str = ""
    people: int | None = None
    layout: str = ""
    set_up: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """What whoever comes is told of a booking: the same for a child and a victim.

    ``ask_for`` is the worker's neutral name, empty where none is on record.
    """

    room_id: int
    starts: datetime
    ends: datetime
    ask_for: str = ""
    arrival: str = ""


def sight(viewer: Viewer, worker_ids: frozenset[int]) -> Sight:
    """How much of a booking with those workers the viewer may see."""
    if viewer.role is Role.MANAGER or not viewer.owns.isdisjoint(worker_ids):
        return Sight.FULL
    if viewer.role is Role.COORDINATOR:
        return Sight.ARRANGEMENTS
    return Sight.MASKED


def see(viewer: Viewer, stay: Stay, *, paper: bool = False) -> Seen:
    """The stay as the viewer may see it.

    On paper a masked row may also say that the venue has not confirmed it.
    """
    seen = sight(viewer, stay.worker_ids)
    if seen is Sight.MASKED:
        return Seen(
            room_id=stay.room_id,
            starts=stay.held_from,
            ends=stay.held_until,
            not_confirmed=paper and _unconfirmed(stay),
        )
    own = not viewer.owns.isdisjoint(stay.worker_ids)
    full = seen is Sight.FULL
    return Seen(
        room_id=stay.room_id,
        starts=stay.starts,
        ends=stay.ends,
        title=_title(stay) if full else stay.lead or IN_USE,
        sight=seen,
        own=own,
        booking_id=stay.booking_id,
        reference=stay.reference,
        held_from=stay.held_from,
        held_until=stay.held_until,
        status=stay.status,
        kind=stay.kind if full else "",
        kind_code=stay.kind_code if full else "",
        audience=stay.audience if full else "",
        cases=_cases(stay) if full else "",
        case_count=len(stay.references) if full else 0,
        people=stay.people,
        needs=stay.needs,
        layout=stay.layout,
        note=stay.note if full else "",
        arrival=stay.arrival if full else "",
        lead=stay.lead,
        workers=stay.workers,
        not_confirmed=_unconfirmed(stay),
        version=stay.version,
    )


def see_along(viewer: Viewer, stay: Stay, *, paper: bool = False) -> Seen:
    """A room that is held only because another one shares its space: masked for all.

    On paper it names the worker where every row does, lest its row stand out.
    """
    keeper = viewer.role in {Role.COORDINATOR, Role.MANAGER}
    return Seen(
        room_id=stay.room_id,
        starts=stay.held_from,
        ends=stay.held_until,
        lead=stay.lead if paper and keeper else "",
        not_confirmed=paper and _unconfirmed(stay),
    )


def sees_outing(viewer: Viewer, staff_id: int, buddy_id: int | None) -> bool:
    """Whether the viewer may know that a worker is out, where and until when."""
    return viewer.watches_outings or not viewer.owns.isdisjoint({staff_id, buddy_id})


def expected(stay: Stay) -> Expected:
    """The stay as anybody may tell reception, whoever asks and whoever it is for."""
    return Expected(
        room_id=stay.room_id,
        starts=stay.held_from,
        ends=stay.held_until,
        ask_for=_neutral(stay.ask_for),
        people=stay.people,
        layout=LAYOUTS.get(stay.layout, ""),
        set_up=tuple(NEEDS[need] for need in SET_UP if need in stay.needs),
    )


def invite(viewer: Viewer, stay: Stay) -> Invited | None:
    """What whoever comes may be told by the viewer; None of what is masked.

    How somebody is to arrive is told only by one who sees all of the booking: words of
    their own would say that this visitor is looked after in another way than most.
    """
    seen = sight(viewer, stay.worker_ids)
    if seen is Sight.MASKED:
        return None
    ask_for = _neutral(stay.ask_for)
    return Invited(
        room_id=stay.room_id,
        starts=stay.starts,
        ends=stay.ends,
        ask_for="" if ask_for == DUTY else ask_for,
        arrival=stay.arrival if seen is Sight.FULL else "",
    )


def arrangement(seen: Seen) -> Expected:
    """What a venue may be told of a booking that is not masked: when, and how many.

    The same as reception is told, but for the name to ask for.
    """
    return Expected(
        room_id=seen.room_id,
        starts=seen.held_from or seen.starts,
        ends=seen.held_until or seen.ends,
        people=seen.people,
        layout=LAYOUTS.get(seen.layout, ""),
        set_up=tuple(NEEDS[need] for need in SET_UP if need in seen.needs),
    )


def _neutral(name: str) -> str:
    """The name to ask for; one that would say what the worker does is not used."""
    telling = any(word in name.lower() for word in TELLING)
    return DUTY if telling or not name.strip() else name.strip()


def _unconfirmed(stay: Stay) -> bool:
    return stay.venue_answer in {"to ask", "asked"}


def _cases(stay: Stay) -> str:
    """One reference, or how many there are: never references side by side."""
    if len(stay.references) > 1:
        return f"{len(stay.references)} cases"
    return stay.references[0] if stay.references else ""


def _title(stay: Stay) -> str:
    return _cases(stay) or ("Team" if stay.audience == "staff" else stay.kind)
