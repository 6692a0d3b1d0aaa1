"""Replays a period against other places, under the rules that hold for everything.

Bookings stay where they were. What was wanted and not had is asked again, the oldest
first, of the rooms that a change touches, and takes the place it wins. A room counts
only where the rules refuse it at every start without the change. So no change solves
nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database import facts, term_days
from venues.database.catalogue import Catalogue
from venues.domain import rules
from venues.domain.circumstances import Circumstances
from venues.domain.places import Point
from venues.domain.proposal import Appointment, Day, Room, Span, proposed
from venues.domain.reporting import Dates
from venues.domain.what_if import Change
from venues.services.progress import Progress, quiet
from venues.services.what_if import changed, reading, spent, wanted
from venues.services.what_if.changed import Changed
from venues.services.what_if.reading import Where
from venues.services.what_if.wanted import Source, Want

REFUSING = rules.REFUSING_OF_VENUE + rules.REFUSING_OF_ROOM
DAYS_IN_YEAR = 365


class Won(NamedTuple):
    """What was wanted, and the place that it takes."""

    want: Want
    room: Room
    start: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """What came of it; ``pence`` is what it costs a year, below nought if it saves.

    ``asked`` and ``solved`` count by source; ``by_authority`` pairs what was solved and
    asked of needs and searches, under 0 what belongs to no single authority.
    """

    dates: Dates
    asked: Mapping[Source, int]
    solved: Mapping[Source, int]
    by_authority: Mapping[int, tuple[int, int]]
    pence: int
    over: bool = False
    """Whether it is a whole quarter, and over: then it may be told banded."""
    won: tuple[Won, ...] = field(default=(), repr=False)

    @property
    def number(self) -> int:
        """Needs and searches that it would have solved."""
        return self.solved[Source.NEED] + self.solved[Source.SEARCH]

    @property
    def of(self) -> int:
        """Needs and searches that were asked again."""
        return self.asked[Source.NEED] + self.asked[Source.SEARCH]

    @property
    def lost(self) -> int:
        """Appointments that would have lost their room and found no other."""
        return self.asked[Source.BOOKING] - self.solved[Source.BOOKING]


class Ground:
    """What all replays of one period share; read once."""

    def __init__(
        self,
        session: Session,
        dates: Dates,
        today: date,
        where: Where,
        towns: Mapping[str, Point] | None = None,
        authority_id: int | None = None,
    ) -> None:
        """``authority_id`` leaves out what was wanted in another one."""
        self.session, self.dates, self.today = session, dates, today
        self.catalogue = catalogues.read(session)
        self.towns = towns or {}
        self.wants = [
            want
            for want in reading.read(session, self.catalogue, dates, where)
            if authority_id is None or want.authority_id == authority_id
        ]
        self.busy = _busy(session, dates)
        self._about: dict[tuple[date, Point | None, float], Circumstances] = {}

    def about(self, want: Want, day: date) -> Circumstances:
        """What is true of whoever wants it on a day: where from, and the calendar."""
        key = (day, want.near, want.limit)
        if key not in self._about:
            self._about[key] = Circumstances(
                near=want.near,
                travel_limit=want.limit,
                today=self.today,
                numbers=self.catalogue.numbers,
                bank_holiday=term_days.bank_holiday(self.catalogue, day),
                half_terms=term_days.half_terms(self.catalogue, day),
                shut_rooms=term_days.shut_rooms(self.catalogue, day),
            )
        return self._about[key]


def replay(
    ground: Ground, changes: Sequence[Change], progress: Progress = quiet
) -> Replay:
    """What those changes together would have done.

    Raises:
        NotFound, WrongInput: a change cannot be.
    """
    after = changed.make(ground.catalogue, changes, ground.today, ground.towns)
    wants = [*ground.wants]
    if after.gone:
        gone = frozenset(after.gone)
        there = reading.bookings(ground.session, ground.catalogue, ground.dates, gone)
        wants = wanted.in_order([*wants, *there])
    playing = _Playing(ground, after)
    won = []
    for number, want in enumerate(wants):
        progress(number, len(wants))
        if (place := playing.place(want)) is not None:
            won.append(place)
    solved = Counter(each.want.source for each in won)
    days = (ground.dates.last - ground.dates.first).days + 1
    pence = sum(each.room.cost(each.want.minutes) for each in won)
    pence += spent.otherwise(ground.session, ground.catalogue, after, ground.dates)
    return Replay(
        dates=ground.dates,
        asked=Counter(each.source for each in wants),
        solved=solved,
        by_authority=_by_authority(wants, won),
        pence=round(pence * DAYS_IN_YEAR / days),
        over=ground.dates.is_quarter and ground.dates.last < ground.today,
        won=tuple(won),
    )


class _Playing:
    """Places wants one after the other; what one takes, no other gets."""

    def __init__(self, ground: Ground, after: Changed) -> None:
        self._ground, self._after = ground, after
        self._taken: dict[tuple[int, date], list[Span]] = {}
        self._days: dict[tuple[int, date, bool], Day] = {}
        self._reach: dict[tuple[object, ...], list[Room]] = {}
        self._asked: dict[tuple[object, ...], Appointment] = {}

    def place(self, want: Want) -> Won | None:
        """The nearest room that it gets, at the first of its starts."""
        for room in self._within_reach(want):
            for start in want.starts:
                if self._fits(want, room, start, after=True):
                    if self._had(want, room):
                        break
                    self._take(room, want, start)
                    return Won(want, room, start)
        return None

    def _had(self, want: Want, room: Room) -> bool:
        """Whether it could have had the room without the change, at any start."""
        before = self._ground.catalogue.rooms.get(room.id)
        if before is None or want.source is Source.BOOKING:
            return False
        if want.dear and room.id in self._after.cheaper:
            return False
        return any(self._fits(want, before, at, after=False) for at in want.starts)

    def _fits(self, want: Want, room: Room, start: datetime, *, after: bool) -> bool:
        """Whether no rule refuses it; hours and holds are looked at first."""
        asked = self._appointment(want, start)
        day, hold = asked.period.day, asked.hold(room)
        bare = self._day(room, day, after=after)
        if not any(
            each.starts <= hold.starts and hold.ends <= each.ends
            for each in bare.usable
        ):
            return False
        busy = self._busy(room, day, after=after)
        if any(each.starts < hold.ends and hold.starts < each.ends for each in busy):
            return False
        about = self._ground.about(want, day)
        there = bare.taken(tuple(busy)) if busy else bare
        return not rules.refused(proposed(asked, room, there, about, hold), REFUSING)

    def _within_reach(self, want: Want) -> list[Room]:
        """The rooms it may have, the nearest first and then the cheapest."""
        anywhere = want.source is Source.BOOKING
        key = (anywhere, want.near, want.limit, want.authority_id)
        if key not in self._reach:
            rooms = self._after.catalogue.rooms
            ids: Iterable[int] = rooms if anywhere else sorted(self._after.touched)
            found = []
            for id_ in ids:
                room = rooms[id_]
                metres = _metres(want, room)
                if room.bookable and metres is not None:
                    found.append((metres, room.rate, id_))
            self._reach[key] = [rooms[id_] for *_, id_ in sorted(found)]
        return self._reach[key]

    def _appointment(self, want: Want, start: datetime) -> Appointment:
        key = (*want.alike, want.audience, start)
        if key not in self._asked:
            self._asked[key] = want.asked(start)
        return self._asked[key]

    def _day(self, room: Room, day: date, *, after: bool) -> Day:
        key = (room.id, day, after)
        if key not in self._days:
            of: Catalogue = self._after.catalogue if after else self._ground.catalogue
            self._days[key] = of.days(day, [room])[room.id]
        return self._days[key]

    def _busy(self, room: Room, day: date, *, after: bool) -> Sequence[Span]:
        spaces, held = room.space_ids, self._ground.busy
        found = [span for id_ in spaces for span in held.get((id_, day), ())]
        if after:
            taken = self._taken
            found += [span for id_ in spaces for span in taken.get((id_, day), ())]
        return found

    def _take(self, room: Room, want: Want, start: datetime) -> None:
        hold = self._appointment(want, start).hold(room)
        for id_ in room.space_ids:
            self._taken.setdefault((id_, start.date()), []).append(hold)


def _metres(want: Want, room: Room) -> float | None:
    """How far off a room is; None where it is out of reach.

    Without a district, all of its authority is as near, and without that everywhere.
    """
    here = room.venue.point
    if want.near is not None and here is not None:
        metres = want.near.distance_to(here)
        return metres if metres <= want.limit else None
    if want.authority_id in {None, room.venue.authority_id}:
        return 0.0
    return None


def _busy(session: Session, dates: Dates) -> dict[tuple[int, date], list[Span]]:
    """Space and day → what holds it."""
    found: dict[tuple[int, date], list[Span]] = defaultdict(list)
    held = facts.holds(session, dates.starts, dates.until)
    for space_id, spans in held.items():
        for span in spans:
            found[space_id, span.starts.date()].append(span)
    return dict(found)


def _by_authority(
    wants: Sequence[Want], won: Sequence[Won]
) -> dict[int, tuple[int, int]]:
    counted = {Source.NEED, Source.SEARCH}
    asked = Counter(each.authority_id or 0 for each in wants if each.source in counted)
    solved = Counter(
        each.want.authority_id or 0 for each in won if each.want.source in counted
    )
    ids = sorted(asked, key=lambda id_: (not id_, id_))
    return {id_: (solved[id_], asked[id_]) for id_ in ids}
