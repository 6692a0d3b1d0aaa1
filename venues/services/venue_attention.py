"""Which venues wait for whoever keeps the list, and what for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.catalogue import Catalogue
from venues.database.models import (
    Booking,
    BookingRoom,
    Incident,
    Room,
)
from venues.database.no_go import LIVE
from venues.domain.opening import Shut
from venues.domain.people import Viewer
from venues.domain.words import count, day, short_day
from venues.services.suitability import VenueStanding

SOON = timedelta(days=28)
"""How long before it ends a review is asked for, and a closure is announced."""


class Matter(NamedTuple):
    """One thing about a venue that waits: the word for it, and a sentence."""

    word: str
    sentence: str


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is read once for all venues."""

    rooms: frozenset[int]
    hours: frozenset[int]
    incidents: dict[int, list[date]]
    waiting: dict[int, int]
    controls: dict[int, int]


def read(
    session: Session,
    viewer: Viewer,
    standing: Mapping[int, VenueStanding],
    *,
    now: datetime,
) -> dict[int, tuple[Matter, ...]]:
    """Venue id → what waits there, the gravest first; venues in order are left out.

    ``standing`` is how the venues are judged. In three statements for all of them;
    nothing for whoever does not keep the list. Retired venues wait for nothing.
    """
    if not viewer.edits_venues:
        return {}
    catalogue = catalogues.read(session)
    facts = _Facts(
        rooms=frozenset(
            room.venue.id
            for room in catalogue.rooms.values()
            if room.status == "active"
        ),
        hours=frozenset(venue_id for venue_id, _ in catalogue.stretches),
        incidents=_incidents(session),
        controls=_controls(catalogue),
        waiting=_waiting(session, now, catalogue.numbers.confirm_within_days),
    )
    found = {
        venue.id: tuple(_matters(catalogue, facts, standing[venue.id], now))
        for venue in catalogue.venues.values()
        if venue.status != "retired"
    }
    return {venue_id: matters for venue_id, matters in found.items() if matters}


def _matters(
    catalogue: Catalogue, facts: _Facts, standing: VenueStanding, now: datetime
) -> Iterator[Matter]:
    venue_id = standing.venue_id
    if dates := facts.incidents.get(venue_id):
        yield Matter(
            "Incident open", f"An incident of {day(min(dates))} is not closed."
        )
    if venue_id not in facts.rooms:
        yield Matter("No rooms", "No rooms are recorded, so nothing can be booked.")
    if venue_id not in facts.hours:
        yield Matter("No hours", "No hours are recorded, so nothing can be booked.")
    if controls := facts.controls.get(venue_id):
        which = count(controls, "control")
        verb = "waits" if controls == 1 else "wait"
        yield Matter(
            "Control to accept", f"{which} {verb} for a manager to accept or decline."
        )
    yield from _review(standing, now.date())
    for shut in catalogue.shut.get(venue_id, ()):
        if shut.ends > now and shut.starts < now + SOON:
            yield _closure(catalogue, shut, now)
    if waiting := facts.waiting.get(venue_id):
        which = count(waiting, "booking")
        verb = "waits" if waiting == 1 else "wait"
        yield Matter("To confirm", f"{which} {verb} for this venue to say yes.")


def _review(standing: VenueStanding, today: date) -> Iterator[Matter]:
    if not standing.assessed:
        yield Matter(
            "Not assessed",
            "It is not assessed yet. The venue and one of its rooms have to be.",
        )
    elif standing.overdue_since is not None:
        since = day(standing.overdue_since)
        yield Matter("Review overdue", f"A review has been due since {since}.")
    elif standing.due is not None and standing.due < today + SOON:
        yield Matter("Review due", f"A review is due by {day(standing.due)}.")


def _controls(catalogue: Catalogue) -> dict[int, int]:
    """Venue id → controls that no manager has accepted or declined."""
    found: Counter[int] = Counter()
    for (venue_id, _), part in catalogue.assessed.parts.items():
        for replies in part.replies.values():
            for reply in replies:
                if reply.control and not reply.accepted:
                    found[venue_id] += 1
    return found


def _closure(catalogue: Catalogue, shut: Shut, now: datetime) -> Matter:
    room = f"{catalogue.rooms[shut.room_id].name} is" if shut.room_id else "It is"
    if shut.starts <= now:
        last = short_day(shut.ends - timedelta(minutes=1))
        return Matter("Closed now", f"{room} closed until {last}: {shut.reason}.")
    first = short_day(shut.starts)
    return Matter("Closes soon", f"{room} closed from {first}: {shut.reason}.")


def _incidents(session: Session) -> dict[int, list[date]]:
    found: dict[int, list[date]] = defaultdict(list)
    for venue_id, happened_on in session.execute(
        select(Incident.venue_id, Incident.happened_on).where(
            Incident.closed_on.is_(None)
        )
    ):
        found[venue_id].append(happened_on)
    return found


def _waiting(session: Session, now: datetime, days: int) -> dict[int, int]:
    """Venue id → bookings that need its yes within the days that are set."""
    rows = session.execute(
        select(Room.venue_id, func.count(Booking.id.distinct()))
        .join(BookingRoom, BookingRoom.room_id == Room.id)
        .join(Booking, Booking.id == BookingRoom.booking_id)
        .where(
            Booking.starts >= now,
            Booking.starts < now + timedelta(days=days),
            Booking.status.in_(LIVE),
            Booking.venue_answer.in_(("to ask", "asked")),
        )
        .group_by(Room.venue_id)
    )
    return {key: value for key, value in rows}  # noqa: C416 - typed rows, not tuples
