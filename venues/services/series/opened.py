"""A series as it may be changed: its rule, and each of its dates still to come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Booking, Series, SeriesDate
from venues.database.no_go import LIVE
from venues.domain import privacy
from venues.domain.people import Viewer
from venues.domain.privacy import Sight
from venues.domain.recurrence import Every, Repeat
from venues.errors import NotAllowed, WrongInput
from venues.services import booking_changes, venue_answers
from venues.services.asking import Request
from venues.services.series import storing
from venues.services.series.storing import Usual
from venues.services.venue_answers import Answer

ALONE = "This booking does not repeat. Change it by itself."
NOT_TO_CHANGE = (
    "Its workers and managers change this series. "
    "You can move or cancel each date in the schedule."
)


class Scope(StrEnum):
    """Which dates of a series a change is for; those that are over never."""

    THIS = "this"
    LATER = "later"
    ALL = "all"

    @property
    def words(self) -> str:
        """The scope as a choice in a form."""
        return _SCOPES[self]


_SCOPES = {
    Scope.THIS: "This one only",
    Scope.LATER: "This one and later",
    Scope.ALL: "All to come",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """One date of the series with a booking that is still to come.

    ``day`` is the date of the rule, wherever the booking was moved since.
    """

    day: date
    booking_id: int
    version: int
    request: Request
    case_ids: tuple[int, ...] = field(repr=False)
    answer: Answer

    def moved(self, usual: Usual) -> bool:
        """Whether somebody gave it another day or time by hand."""
        period = self.request.period
        here = (period.day, period.starts.time(), period.minutes)
        return here != (self.day, usual.starts, usual.minutes)

    def elsewhere(self, usual: Usual) -> bool:
        """Whether it is in other rooms than most of the series."""
        return set(self.request.room_ids) != set(usual.room_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A series, and the booking of it from which somebody set out.

    ``first`` and ``last`` are its first and last dates, over or not; ``taken`` are all
    its dates, also those without a booking. ``others`` are dates to come that are in
    other hands by now.
    """

    id: int
    version: int
    words: str
    repeat: Repeat
    first: date
    last: date
    usual: Usual
    chosen: Date
    dates: tuple[Date, ...]
    taken: frozenset[date]
    others: frozenset[date] = frozenset()

    def of(self, scope: Scope) -> tuple[Date, ...]:
        """The dates that a change of that scope is for."""
        if scope is Scope.THIS:
            return (self.chosen,)
        if scope is Scope.ALL:
            return self.dates
        return tuple(each for each in self.dates if each.day >= self.chosen.day)


def of_booking(
    session: Session, booking_id: int, viewer: Viewer, *, now: datetime
) -> Opened:
    """The series of that booking, for one who sees all of it.

    Raises:
        NotFound: there is no such booking, or it is not theirs; both answer the same.
        NotAllowed: they may move it, but not see what it is about.
        WrongInput: it is no series, is over, or is cancelled.
    """
    booking = booking_changes.by_id(session, booking_id, viewer)
    if booking.series_id is None:
        raise WrongInput(ALONE, "series")
    if booking.status not in LIVE or booking.starts <= now:
        raise WrongInput("Choose a date that is still to come.", "series")
    return _opened(
        session, session.get_one(Series, booking.series_id), booking.id, viewer, now
    )


def repeats(session: Session, booking_id: int, now: datetime) -> bool:
    """Whether the booking is a date of a series, and still to come."""
    found = select(Booking.id).where(
        Booking.id == booking_id,
        Booking.series_id.is_not(None),
        Booking.status.in_(LIVE),
        Booking.starts > now,
    )
    return session.scalar(found) is not None


def next_of(session: Session, series_id: int, viewer: Viewer, now: datetime) -> int:
    """The series' next booking that is still to come.

    Raises:
        WrongInput: none is left.
    """
    found = session.scalar(
        select(Booking.id)
        .where(
            Booking.series_id == series_id,
            Booking.status.in_(LIVE),
            Booking.starts > now,
        )
        .order_by(Booking.starts)
        .limit(1)
    )
    if found is None:
        raise WrongInput("Nothing of it is still to come.", "series")
    return booking_changes.by_id(session, found, viewer).id


def _opened(
    session: Session, series: Series, booking_id: int, viewer: Viewer, now: datetime
) -> Opened:
    dates, others = _to_come(session, series.id, viewer, now)
    days = session.scalars(
        select(SeriesDate.day)
        .where(SeriesDate.series_id == series.id)
        .order_by(SeriesDate.day)
    ).all()
    chosen = next((each for each in dates if each.booking_id == booking_id), None)
    if chosen is None:
        raise NotAllowed(NOT_TO_CHANGE)
    rule = known(series.rule, days)
    return Opened(
        id=series.id,
        version=series.version,
        words=series.words,
        repeat=rule.repeat,
        first=rule.first or days[0],
        last=days[-1],
        usual=rule.usual or most_usual(each.request for each in dates),
        chosen=chosen,
        dates=tuple(dates),
        taken=frozenset(days),
        others=frozenset(others),
    )


def _to_come(
    session: Session, series_id: int, viewer: Viewer, now: datetime
) -> tuple[list[Date], set[date]]:
    """The dates still to come, and the days of those that are in other hands."""
    rows = session.execute(
        select(SeriesDate.day, Booking)
        .join(Booking, Booking.id == SeriesDate.booking_id)
        .where(
            SeriesDate.series_id == series_id,
            Booking.status.in_(LIVE),
            Booking.starts > now,
        )
        .order_by(SeriesDate.day)
    ).all()
    dates: list[Date] = []
    others = set()
    for day, booking in rows:
        request, case_ids = booking_changes.stored(session, booking)
        if privacy.sight(viewer, frozenset(request.worker_ids)) is not Sight.FULL:
            others.add(day)
            continue
        dates.append(
            Date(
                day=day,
                booking_id=booking.id,
                version=booking.version,
                request=request,
                case_ids=case_ids,
                answer=venue_answers.of(booking),
            )
        )
    return dates, others


def known(rule: str, days: Iterable[date]) -> storing.Known:
    """The rule that was stored; one that cannot be read is its dates."""
    try:
        return storing.read(rule)
    except (KeyError, ValueError):
        return storing.Known(Repeat(every=Every.PICKED, picked=tuple(sorted(days))))


def most_usual(requests: Iterable[Request]) -> Usual:
    """When and where most of them are; of as many the earlier ones."""
    found = Counter(
        Usual(each.period.starts.time(), each.period.minutes, each.room_ids)
        for each in requests
    )
    return found.most_common(1)[0][0]
