"""The catalogue as the rules see it, read once and kept until it changes.

Places, hours, closures and settings change a few times a day and are asked about many
times a minute, so one frozen copy is kept for as long as the catalogue's revision (a
counter that the database itself moves on) stays the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import assessed, kinds, models, recorded, venue_facts
from venues.database.assessed import Assessed
from venues.database.session import MEMO, ONE_MOMENT
from venues.database.venue_facts import Authority
from venues.domain import numbers
from venues.domain.numbers import Numbers
from venues.domain.opening import Shut, Stretch, cut, hours_on
from venues.domain.proposal import Day, Kind, Room, Span, Venue

_Kept = dict[tuple[int, str], tuple[Span, ...]]
"""Venue and use → the hours of one day, while that day is worked out."""

KEPT_DAYS = 120
"""Days whose hours are kept worked out; more than a season on screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything about places that a rule may ask, at one revision."""

    revision: int
    authorities: dict[int, Authority]
    venues: dict[int, Venue]
    rooms: dict[int, Room]
    kinds: dict[str, Kind]
    kinds_by_id: dict[int, Kind]
    stretches: dict[tuple[int, int | None], list[Stretch]]
    shut: dict[int, list[Shut]]
    closed_days: dict[date, list[tuple[str, int | None]]]
    terms: dict[int, list[tuple[date, date]]]
    numbers: Numbers
    assessed: Assessed
    settings: dict[str, str]
    _days: dict[date, dict[int, Day]] = field(default_factory=dict)

    def kind_by_id(self, id_: int) -> Kind:
        """The kind of appointment with that id."""
        return self.kinds_by_id[id_]

    def in_term(self, authority_id: int, day: date) -> bool:
        """Whether schools of that authority are in term on that day."""
        return any(
            since <= day <= until for since, until in self.terms.get(authority_id, ())
        )

    def days(self, day: date, few: Iterable[Room] | None = None) -> dict[int, Day]:
        """Room id → its hours and closures on that day, nothing yet taken.

        For a ``few`` rooms on a day that nobody looked at yet, only theirs.
        """
        found = self._days.get(day)  # another thread may clear them at any moment
        if found is None and few is not None:
            return {room.id: self._day(room, day, {}) for room in few}
        if found is None:
            if len(self._days) >= KEPT_DAYS:
                self._days.clear()
            kept: _Kept = {}
            found = {
                room.id: self._day(room, day, kept) for room in self.rooms.values()
            }
            self._days[day] = found
        return found

    def _day(self, room: Room, day: date, kept: _Kept) -> Day:
        venue = room.venue
        usual = self._hours(room, day, "usable", kept)
        if not usual and not self._says(room, "usable"):
            usual = self._hours(room, day, "open", kept)
        staffed = self._hours(room, day, "staffed", kept)
        opened = self._hours(room, day, "open", kept)
        known = self._says(room, "staffed")
        for name, authority_id in self.closed_days.get(day, ()):
            if authority_id in {None, venue.authority_id}:
                return Day(day, closed=name, usual=usual)
        midnight = datetime.combine(day, time())
        tomorrow = midnight + timedelta(days=1)
        shut = [
            each
            for each in self.shut.get(venue.id, ())
            if (each.room_id is None or self._shares(each.room_id, room))
            and each.starts < tomorrow
            and midnight < each.ends
        ]
        if not shut:
            return Day(day, usual, staffed, "", usual, (), opened, known)
        usable, why = cut(usual, shut), shut[0].reason
        return Day(day, usable, staffed, why, usual, (), opened, known)

    def _shares(self, room_id: int, room: Room) -> bool:
        """Whether the two rooms are partly the same part of the building."""
        closed = self.rooms[room_id]
        return room_id == room.id or not set(closed.space_ids).isdisjoint(
            room.space_ids
        )

    def _says(self, room: Room, use: str) -> bool:
        """Whether anybody recorded hours of that use, on any day."""
        return any(
            each.use == use
            for room_id in (room.id, None)
            for each in self.stretches.get((room.venue.id, room_id), ())
        )

    def _hours(self, room: Room, day: date, use: str, kept: _Kept) -> tuple[Span, ...]:
        """The room's own hours, else its venue's, which are worked out once a day."""
        venue = room.venue
        term = self.in_term(venue.authority_id, day)
        if own := self.stretches.get((venue.id, room.id)):
            found = hours_on(own, day, use, term=term)
            if found:
                return found
        if (venue.id, use) not in kept:
            shared = self.stretches.get((venue.id, None), ())
            kept[venue.id, use] = hours_on(shared, day, use, term=term)
        return kept[venue.id, use]


_counter = models.Revision.__table__.c
REVISION = select(_counter.number).where(_counter.name == "catalogue")


def read(session: Session) -> Catalogue:
    """The catalogue as it is now: one statement when it has not changed, else all.

    A session that only reads sees one moment, so there it is asked about once.
    """
    moment: dict[str, Any] = session.info.get(ONE_MOMENT, {})
    if "catalogue" not in moment:
        memo = session.info.setdefault(MEMO, {})
        revision = session.scalar(REVISION) or 0
        kept: Catalogue | None = memo.get("catalogue")
        if kept is None or kept.revision != revision:
            kept = memo["catalogue"] = _read(session, revision)
        moment["catalogue"] = kept
    return cast("Catalogue", moment["catalogue"])


def _read(session: Session, revision: int) -> Catalogue:
    authorities = {
        row.id: Authority(row.id, row.code, row.gss, row.name, row.short)
        for row in session.execute(select(models.Authority.__table__))
    }
    features = recorded.read(session)
    venues = venue_facts.venues(session, authorities, features)
    setting = models.Setting.__table__.c
    stored = dict(session.execute(select(setting.name, setting.value)).all())
    stretches: dict[tuple[int, int | None], list[Stretch]] = defaultdict(list)
    for row in session.execute(select(models.Hours.__table__)):
        stretches[row.venue_id, row.room_id].append(
            Stretch(
                row.weekday,
                row.use,
                row.opens,
                row.closes,
                row.season,
                row.valid_from,
                row.valid_until,
            )
        )
    shut: dict[int, list[Shut]] = defaultdict(list)
    for row in session.execute(select(models.Closure.__table__)):
        shut[row.venue_id].append(
            Shut(row.venue_id, row.room_id, row.starts, row.ends, row.reason)
        )
    found = assessed.read(session, said := numbers.read(stored))
    known = kinds.read(session, found.checklist)
    return Catalogue(
        revision=revision,
        authorities=authorities,
        venues=venues,
        rooms=venue_facts.rooms(session, venues, features, found),
        kinds={code: kind for code, kind in known.items() if kind.active},
        kinds_by_id={kind.id: kind for kind in known.values()},
        stretches=dict(stretches),
        shut=dict(shut),
        closed_days=_closed_days(session),
        terms=_terms(session),
        numbers=said,
        assessed=found,
        settings=stored,
    )


def _closed_days(session: Session) -> dict[date, list[tuple[str, int | None]]]:
    closed: dict[date, list[tuple[str, int | None]]] = defaultdict(list)
    for row in session.execute(select(models.ClosedDay.__table__)):
        name = f"bank holiday ({row.name})" if row.bank_holiday else row.name
        closed[row.day].append((name, row.authority_id))
    return dict(closed)


def _terms(session: Session) -> dict[int, list[tuple[date, date]]]:
    terms: dict[int, list[tuple[date, date]]] = defaultdict(list)
    for row in session.execute(select(models.Term.__table__)):
        terms[row.authority_id].append((row.since, row.until))
    return dict(terms)
