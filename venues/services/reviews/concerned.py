"""Which bookings to come a change may have hit: no others are read.

A change of places is told by what differs in the catalogue from when it began; one of
people by the cases whose links, venues not to use or hours were touched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from venues.database.catalogue import Catalogue
from venues.database.models import Attendance, Booking, BookingRoom
from venues.database.models.booking import LONGEST_HOLD
from venues.database.no_go import LIVE
from venues.domain.proposal import Room, Venue
from venues.domain.rules.base import Rule
from venues.services.reviews import ties as all_ties
from venues.services.reviews.hits import ASKED, OF_PEOPLE, PERSON

AHEAD = timedelta(weeks=8)
"""How far it is looked where a change touches all there is: as far as most are booked.
Those further away are found as their time comes nearer."""

APART = tuple(rule for rule in ASKED if rule.name == PERSON)
PEOPLE = tuple(rule for rule in ASKED if rule.name in OF_PEOPLE)
PLACES = tuple(rule for rule in ASKED if rule.name not in OF_PEOPLE)

NOT_JUDGED = frozenset({"name", "town", "notes", "rate", "blocks", "record", "venue"})
"""What of a place no rule here looks at, or is compared by itself."""

JUDGED = {
    kind: tuple(each.name for each in fields(kind) if each.name not in NOT_JUDGED)
    for kind in (Room, Venue)
}

Days = tuple[date | None, date | None]
ANY: Days = (None, None)


@dataclass(frozen=True, slots=True)
class Concern:
    """Bookings to come, and the rules to ask of them; None is any of them.

    ``days`` are the first and the last on which they may be.
    """

    rules: tuple[Rule, ...]
    room_ids: frozenset[int] | None = None
    case_ids: frozenset[int] | None = None
    type_ids: frozenset[int] | None = None
    days: Days = ANY

    def bookings(self, session: Session, now: datetime) -> list[int]:
        """Their ids, in order of time."""
        where = [*coming(now)]
        first, last = self.days
        if first is not None:
            where.append(Booking.ends > datetime.combine(first, datetime.min.time()))
        if last is not None:
            next_day = last + timedelta(days=1)
            where.append(
                Booking.starts < datetime.combine(next_day, datetime.min.time())
            )
        if self.type_ids is not None:
            where.append(Booking.type_id.in_(sorted(self.type_ids)))
        if self.room_ids is not None:
            there = select(BookingRoom.booking_id)
            where.append(
                Booking.id.in_(
                    there.where(BookingRoom.room_id.in_(sorted(self.room_ids)))
                )
            )
        if self.case_ids is not None:
            theirs = select(Attendance.booking_id)
            where.append(
                Booking.id.in_(
                    theirs.where(Attendance.case_id.in_(sorted(self.case_ids)))
                )
            )
        found = select(Booking.id).where(*where)
        return list(session.scalars(found.order_by(Booking.starts, Booking.id)))


def coming(now: datetime, until: datetime | None = None) -> list[ColumnElement[bool]]:
    """What holds of live bookings to come; with ``until`` they start before then."""
    live: list[ColumnElement[bool]] = [
        Booking.starts > now - timedelta(hours=LONGEST_HOLD),
        Booking.ends > now,
        Booking.status.in_(LIVE),
    ]
    return live if until is None else [*live, Booking.starts < until]


def by_people(
    session: Session, now: datetime, case_ids: Collection[int]
) -> Iterator[Concern]:
    """Theirs, and those of whoever they are kept from."""
    if case_ids:
        around = all_ties.read(session, now.date()).around(case_ids)
        yield Concern(PEOPLE, case_ids=frozenset(around))


def by_places(before: Catalogue, now: Catalogue, today: date) -> Iterator[Concern]:
    """Those in the rooms, on the days and of the kinds that are not as they were."""
    if before.revision == now.revision:
        return
    venues: dict[int, set[int]] = defaultdict(set)
    for room in now.rooms.values():
        venues[room.venue.id].add(room.id)
    if rooms := _other_rooms(before, now):
        yield Concern(PLACES, room_ids=frozenset(rooms))
    if joined := _other_neighbours(before, now):
        near = {id_ for venue_id in joined for id_ in venues[venue_id]}
        yield Concern(APART, room_ids=frozenset(near))
    for venue_id, days in (*_hours(before, now), *_closures(before, now)):
        yield Concern(PLACES, room_ids=frozenset(venues[venue_id]), days=days)
    for authority_id, days in (*_closed(before, now), *_terms(before, now)):
        there = {
            id_
            for id_, room in now.rooms.items()
            if authority_id in {None, room.venue.authority_id}
        }
        yield Concern(PLACES, room_ids=frozenset(there), days=days)
    soon = (None, today + AHEAD)
    if kinds := _differ(before.kinds_by_id, now.kinds_by_id):
        yield Concern(PLACES, type_ids=frozenset(kinds), days=soon)
    if before.numbers.buffers != now.numbers.buffers:
        yield Concern(APART, days=soon)


def _other_rooms(before: Catalogue, now: Catalogue) -> set[int]:
    return {
        id_
        for id_, room in now.rooms.items()
        if (was := before.rooms.get(id_)) is None or _judged(was) != _judged(room)
    }


def _judged(room: Room) -> tuple[Any, ...]:
    """All that a rule may look at of a room and its venue, but for the neighbours."""
    return (
        room.record,
        *(getattr(room, name) for name in JUDGED[Room]),
        *(getattr(room.venue, n) for n in JUDGED[Venue] if n != "cluster_id"),
    )


def _other_neighbours(before: Catalogue, now: Catalogue) -> set[int]:
    """The venues in a cluster that another has joined; leaving one hits nobody."""
    joined = {
        venue.cluster_id
        for id_, venue in now.venues.items()
        if (was := before.venues.get(id_)) is None or was.cluster_id != venue.cluster_id
    }
    left = {
        was.id
        for id_, was in before.venues.items()
        if id_ in now.venues and was.cluster_id != now.venues[id_].cluster_id
    }
    return left | {
        id_
        for id_, venue in now.venues.items()
        if venue.cluster_id is not None and venue.cluster_id in joined
    }


def _hours(before: Catalogue, now: Catalogue) -> Iterator[tuple[int, Days]]:
    for venue_id, room_id in _differ(before.stretches, now.stretches):
        key = venue_id, room_id
        changed = {*before.stretches.get(key, ())} ^ {*now.stretches.get(key, ())}
        if changed:  # they may stand in another order
            spans = ((each.valid_from, each.valid_until) for each in changed)
            yield venue_id, _span(spans)


def _closures(before: Catalogue, now: Catalogue) -> Iterator[tuple[int, Days]]:
    for venue_id in _differ(before.shut, now.shut):
        changed = {*before.shut.get(venue_id, ())} ^ {*now.shut.get(venue_id, ())}
        for each in changed:
            yield venue_id, (each.starts.date(), each.ends.date())


def _closed(before: Catalogue, now: Catalogue) -> Iterator[tuple[int | None, Days]]:
    for day in _differ(before.closed_days, now.closed_days):
        was, is_ = before.closed_days.get(day, ()), now.closed_days.get(day, ())
        for authority_id in {whose for _, whose in {*was} ^ {*is_}}:
            yield authority_id, (day, day)


def _terms(before: Catalogue, now: Catalogue) -> Iterator[tuple[int | None, Days]]:
    for authority_id in _differ(before.terms, now.terms):
        was, is_ = before.terms.get(authority_id, ()), now.terms.get(authority_id, ())
        if changed := {*was} ^ {*is_}:
            yield authority_id, _span(changed)


def _differ(before: Mapping[Any, Any], now: Mapping[Any, Any]) -> list[Any]:
    """The keys under which something else stands."""
    keys = dict.fromkeys((*before, *now))
    return [key for key in keys if before.get(key) != now.get(key)]


def _span(spans: Iterable[Days]) -> Days:
    """From the first of those days to the last; None is without an end."""
    firsts, lasts = zip(*spans, strict=True)
    return (
        None if None in firsts else min(firsts),
        None if None in lasts else max(lasts),
    )
