"""How often the program said no because of a person, and what managers let pass."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, func, literal, select

from venues.database.models import (
    Booking,
    Override,
    RefusalCode,
    Room,
    SignOff,
    Venue,
)
from venues.domain.figures import Definition, Part, Split, Tally, Tallying
from venues.domain.reporting import Dates
from venues.services.evidence.ground import Ground

WHAT = "what"
PERSON, ACCEPTED, ADJUSTED, OVERRIDDEN = "person", "accepted", "adjustment", "override"
ASKED, YES, NO = "asked", "yes", "no"

OPEN = {"open": ASKED, "withdrawn": ASKED}
"""States of a sign-off that has no answer."""

DEFINITION = Definition(
    key="refusals",
    title="Refusals and exceptions",
    words=(
        "Attempts to book that were refused because a venue is not available for a "
        "case, rules that were passed with a reason, and what managers were asked to "
        "sign off. By the day on which it was said. Nobody is counted twice for one "
        "thing, and no reason for a refusal is kept."
    ),
    things="refusals and exceptions",
    telling=True,
    splits=(
        Split(
            WHAT,
            "Refusals, exceptions and sign-offs",
            (
                (PERSON, "Refused: not available for this case"),
                (ACCEPTED, "Warnings accepted with a reason"),
                (ADJUSTED, "Needs met another way"),
                (OVERRIDDEN, "Overrides by a manager"),
                (ASKED, "Sign-offs waiting or withdrawn"),
                (YES, "Signed off"),
                (NO, "Not signed off"),
            ),
        ),
    ),
)


def read(ground: Ground) -> dict[int, Tally]:
    """Authority → all of it, by what it was."""
    made = Tallying()
    for statement in statements(ground.scope.dates):
        for authority_id, what, number in ground.session.execute(statement):
            key = OPEN.get(what, what)
            made.add(authority_id, Part(number, 0, number), **{WHAT: key})
    return made.made()


def statements(dates: Dates) -> Iterator[Select[*tuple[Any, ...]]]:
    """What is counted, each as authority, what it is, and how many."""
    place, number = Venue.authority_id, func.count()
    yield (
        select(place, literal(PERSON), number)
        .join(RefusalCode, RefusalCode.venue_id == Venue.id)
        .where(RefusalCode.at >= dates.starts, RefusalCode.at < dates.until)
        .group_by(place)
    )
    yield (
        select(Booking.authority_id, Override.kind, number)
        .join(Override, Override.booking_id == Booking.id)
        .where(Override.at >= dates.starts, Override.at < dates.until)
        .group_by(Booking.authority_id, Override.kind)
    )
    yield (
        select(place, SignOff.state, number)
        .join(Room, Room.venue_id == Venue.id)
        .join(SignOff, SignOff.room_id == Room.id)
        .where(SignOff.made_at >= dates.starts, SignOff.made_at < dates.until)
        .group_by(place, SignOff.state)
    )
