"""The bookings that need review, and those that wait for a sign-off, as tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from operator import attrgetter

from ui.kinds import Kind
from ui.models.table import Column, Weight
from venues.domain.words import DAYS, day_month, listing, span
from venues.services.reviews.listing import Item as Review
from venues.services.sign_offs.queue import Item as SignOff

PERSON, TOLD, GONE, CHANGED = (
    "About a person",
    "Worker told",
    "No longer applies",
    "Changed",
)
KINDS = {
    PERSON: Kind.BAD,
    TOLD: Kind.WARN,
    GONE: Kind.QUIET,
    CHANGED: Kind.WARN,
}


def review_columns(twenty_four: Callable[[], bool]) -> tuple[Column[Review], ...]:
    """The columns of bookings that need review."""
    return (
        Column(
            "When",
            lambda item: when(item.seen.starts, item.seen.ends, twenty_four()),
            attrgetter("seen.starts"),
        ),
        Column("State", state, state, kind=lambda item: KINDS[state(item)]),
        Column("Room", place, place),
        Column("Worker", attrgetter("seen.lead"), attrgetter("seen.lead")),
        Column(
            "What changed",
            attrgetter("words"),
            attrgetter("words"),
            tip=attrgetter("words"),
            weight=Weight.MUTED,
        ),
    )


def sign_off_columns(twenty_four: Callable[[], bool]) -> tuple[Column[SignOff], ...]:
    """The columns of what waits for a manager."""
    return (
        Column(
            "When",
            lambda item: when(item.period.starts, item.period.ends, twenty_four()),
            attrgetter("period.starts"),
        ),
        Column("Asked by", attrgetter("asked_by"), attrgetter("asked_by")),
        Column("Case", cases, cases),
        Column("Room", rooms, rooms),
        Column("Appointment", attrgetter("kind"), attrgetter("kind")),
    )


def state(item: Review) -> str:
    """How it stands, as a word for a badge."""
    if item.gone:
        return GONE
    if item.for_a_person:
        return TOLD if item.told else PERSON
    return CHANGED


def place(item: Review) -> str:
    """Where it is: "Willow Room, Millbrook"."""
    return f"{item.room.name}, {item.room.venue.name}"


def rooms(item: SignOff) -> str:
    """Where it would be: "Willow Room, Millbrook"."""
    names = listing([room.name for room in item.rooms])
    return f"{names}, {item.rooms[0].venue.name}"


def cases(item: SignOff) -> str:
    """One reference, or how many there are: never references side by side."""
    if len(item.cases) > 1:
        return f"{len(item.cases)} cases"
    return item.cases[0] if item.cases else "None"


def when(starts: datetime, ends: datetime, twenty_four: bool) -> str:  # noqa: FBT001 - passed on
    """When it is: "Thu 26 November, 3:00pm to 4:00pm"."""
    hours = span(starts, ends, twenty_four=twenty_four, column=True)
    return f"{DAYS[starts.weekday()][:3]} {day_month(starts)}, {hours}"
