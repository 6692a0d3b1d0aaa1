"""What is to be otherwise in a series, and what becomes of each of its dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum

from venues.domain.period import Period
from venues.domain.recurrence import Repeat
from venues.services import asking
from venues.services.asking import Request
from venues.services.series.opened import Date, Scope
from venues.services.series.planning import Planned
from venues.services.series.storing import Usual


class Way(StrEnum):
    """A way out for a date that does not fit.

    Left out is a date that has no booking yet; one that has keeps it as it is.
    """

    OTHER_ROOM = "other-room"
    OTHER_TIME = "other-time"
    LEAVE_OUT = "leave-out"


class Fate(StrEnum):
    """What becomes of a date."""

    CHANGED = "changed"
    NEW = "new"
    STAYS = "stays"
    GONE = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is to be otherwise; what is None stays as it is on each date.

    ``lead`` and ``second`` are ids of staff; nobody is second where it is 0. ``first``
    is where the chosen date goes, and all others of the scope with it; ``repeat`` is
    the rule from there on. ``otherwise`` says what to do about dates that do not fit,
    in that order, and ``ways`` does for one date alone. ``accepted`` gives for each
    rule that only warns why it is passed.
    """

    scope: Scope
    starts: time | None = None
    minutes: int | None = None
    room_ids: tuple[int, ...] | None = None
    lead: int | None = None
    second: int | None = None
    people: int | None = None
    note: str | None = None
    first: date | None = None
    repeat: Repeat | None = None
    otherwise: tuple[Way, ...] = ()
    ways: Mapping[date, Way] = field(default_factory=dict)
    accepted: Mapping[str, str] = field(default_factory=dict)

    @property
    def anything(self) -> bool:
        """Whether it changes anything at all."""
        what = (self.starts, self.minutes, self.room_ids, self.lead)
        more = (self.second, self.people, self.note, self.first, self.repeat)
        return any(each is not None for each in (*what, *more))

    def usual(self, before: Usual) -> Usual:
        """When and where most of the series is after it."""
        return Usual(
            before.starts if self.starts is None else self.starts,
            self.minutes or before.minutes,
            self.room_ids or before.room_ids,
        )

    def ways_on(self, day: date) -> tuple[Way, ...]:
        """What is tried for a date, in that order."""
        return (self.ways[day],) if day in self.ways else self.otherwise

    def applied(
        self, request: Request, day: date, *, stays: bool, here: bool
    ) -> Request:
        """The appointment as it is to be on that day.

        One that ``stays`` keeps its day and time, one not ``here`` its rooms: somebody
        gave it those by hand.
        """
        if not stays:
            before = request.period
            starts = before.starts.time() if self.starts is None else self.starts
            minutes = self.minutes or before.minutes
            period = Period.lasting(datetime.combine(day, starts), minutes)
            request = asking.at(request, period)
        rooms = self.room_ids if self.room_ids and here else request.room_ids
        waiting = tuple(id_ for id_ in request.meeting.waiting_ids if id_ in rooms)
        return replace(
            request,
            room_ids=rooms,
            meeting=replace(request.meeting, waiting_ids=waiting),
            worker_ids=self._workers(request.worker_ids),
            people=request.people if self.people is None else self.people,
            note=request.note if self.note is None else self.note,
            accepted={**request.accepted, **self.accepted},
        )

    def _workers(self, before: tuple[int, ...]) -> tuple[int, ...]:
        lead = before[0] if self.lead is None else self.lead
        others = before[1:]
        if self.second is not None:
            others = (self.second,) if self.second else ()
        return (lead, *others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One date: what becomes of it, and of the booking it has (``date``), if any.

    ``planned`` is the date as it was judged, which a date that stays or goes is not.
    ``why`` says what is not as it was asked for.
    """

    day: date
    fate: Fate
    date: Date | None = None
    planned: Planned | None = None
    why: str = ""
