"""Dates of a series that were left out and fit by now: put back by whoever wants them.

A date that was refused for a person is never among them, then or later, and nor is one
that its rule leaves out or that somebody left out though it fitted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Booking, Series, SeriesDate, Worker
from venues.database.no_go import LIVE
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.domain.proposal import Room
from venues.domain.rules import no_go
from venues.errors import NotFound, Refused
from venues.services import (
    booking_reading,
    booking_writing,
    bookings,
)
from venues.services.judging import Booked, Judged
from venues.services.progress import Progress, quiet
from venues.services.series import planning, storing
from venues.services.series.planning import Outcome

MOST = 60
"""Dates that are looked at, the soonest first."""

NOT_THERE = "That date is not left out any more, or it is not yours to put back."


@dataclass(frozen=True, slots=True)
class Free:
    """A date that was left out and fits now, where and when the others are."""

    id: int
    series_id: int
    words: str
    room: Room
    period: Period


def free(
    session: Session,
    viewer: Viewer,
    now: datetime,
    *,
    series_id: int | None = None,
    progress: Progress = quiet,
) -> tuple[Free, ...]:
    """What can be put back of the series that the viewer works in, the soonest first.

    Statements: those of one judgement for each date that is looked at.
    """
    rows = _left_out(session, viewer, now, series_id)
    alike = _alike(session, viewer, {row.series_id for row, _ in rows})
    found = []
    for number, (row, series) in enumerate(rows):
        progress(number, len(rows))
        like = _like(alike[row.series_id], row.day)
        if like is None or _skipped(session, series, row.day, like):
            continue
        judged = _judged(session, row.day, like, viewer, now)
        if not judged.outstanding(viewer):
            room, period = judged.rooms[0], judged.request.period
            found.append(Free(row.id, series.id, series.words, room, period))
    return tuple(found)


def judge(session: Session, date_id: int, viewer: Viewer, *, now: datetime) -> Judged:
    """What the rules make of a date that was left out.

    Raises:
        NotFound: it is booked by now, or none of theirs.
    """
    rows = _left_out(session, viewer, now, date_id=date_id)
    for row, series in rows:
        like = _like(_alike(session, viewer, {series.id})[series.id], row.day)
        if like is not None and not _skipped(session, series, row.day, like):
            return _judged(session, row.day, like, viewer, now)
    raise NotFound(NOT_THERE)


def put_back(
    session: Session, date_id: int, viewer: Viewer, *, now: datetime
) -> Booked:
    """Book the date, like the others of its series.

    Raises:
        Refused: it does not fit any more.
        NotFound: as ``judge``.
    """
    judged = judge(session, date_id, viewer, now=now)
    if outstanding := judged.outstanding(viewer):
        raise Refused(no_go.tellable(outstanding))
    row = session.get_one(SeriesDate, date_id)
    (booked,) = booking_writing.write_all(
        session, (judged,), viewer, now, row.series_id
    )
    row.outcome, row.booking_id = Outcome.BOOKED.value, booked.id
    session.flush()
    return booked


def forget(session: Session, date_id: int) -> None:
    """Never offer the date again, since it was refused for a person."""
    row = session.get_one(SeriesDate, date_id)
    row.why, row.for_a_person = "", True
    session.flush()


@dataclass(frozen=True, slots=True)
class _Sibling:
    """A live booking of the series; ``usual`` when it is where and when it should."""

    booking: Booking
    mine: bool
    usual: bool

    def away(self, day: date) -> tuple[int, bool]:
        """How many days it is from that one; of two as near the later is nearer."""
        on = self.booking.starts.date()
        return abs((on - day).days), on < day


@dataclass(slots=True)
class _Alike:
    """The bookings of a series: those to go by, and whether it was ended early."""

    live: list[_Sibling]
    cancelled: list[date]


def _left_out(
    session: Session,
    viewer: Viewer,
    now: datetime,
    series_id: int | None = None,
    date_id: int | None = None,
) -> list[tuple[SeriesDate, Series]]:
    """The dates to come that were left out for a reason which may go away."""
    statement = (
        select(SeriesDate, Series)
        .join(Series, Series.id == SeriesDate.series_id)
        .where(
            SeriesDate.outcome == Outcome.LEFT_OUT.value,
            SeriesDate.for_a_person.is_(False),
            SeriesDate.why != "",
            SeriesDate.day > now.date(),
            SeriesDate.series_id.in_(_own(viewer)),
        )
        .order_by(SeriesDate.day, SeriesDate.id)
        .limit(MOST)
    )
    if series_id is not None:
        statement = statement.where(SeriesDate.series_id == series_id)
    if date_id is not None:
        statement = statement.where(SeriesDate.id == date_id)
    return [(row, series) for row, series in session.execute(statement)]


def _own(viewer: Viewer) -> Select[int | None]:
    return (
        select(Booking.series_id)
        .join(Worker, Worker.booking_id == Booking.id)
        .where(
            Worker.staff_id.in_(sorted(viewer.owns)),
            Booking.series_id.is_not(None),
            Booking.status.in_(LIVE),
        )
    )


def _alike(
    session: Session, viewer: Viewer, series_ids: Iterable[int]
) -> dict[int, _Alike]:
    """Series → its bookings, in order of time."""
    found: dict[int, _Alike] = defaultdict(lambda: _Alike([], []))
    own = select(Worker.booking_id).where(Worker.staff_id.in_(sorted(viewer.owns)))
    rows = session.execute(
        select(Booking, Booking.id.in_(own), SeriesDate.outcome, SeriesDate.why)
        .outerjoin(SeriesDate, SeriesDate.booking_id == Booking.id)
        .where(Booking.series_id.in_(sorted(series_ids)))
        .order_by(Booking.starts)
    )
    for booking, mine, outcome, why in rows:
        alike = found[booking.series_id or 0]
        if booking.status not in LIVE:
            alike.cancelled.append(booking.starts.date())
        else:
            usual = outcome == Outcome.BOOKED.value and not why
            alike.live.append(_Sibling(booking, bool(mine), usual))
    return found


def _like(alike: _Alike, day: date) -> Booking | None:
    """The booking to go by: the nearest that is as all should be.

    None once the series was ended before that day, or handed over to somebody else.
    """
    near = sorted(alike.live, key=lambda each: each.away(day))
    if not near or not near[0].mine:
        return None
    last = alike.live[-1].booking.starts.date()
    if day > last and any(each > last for each in alike.cancelled):
        return None
    mine = [each for each in near if each.mine]
    return next((each for each in mine if each.usual), mine[0]).booking


def _skipped(session: Session, series: Series, day: date, like: Booking) -> bool:
    """Whether it is the rule itself that leaves the date out."""
    repeat = storing.read(series.rule).repeat
    catalogue = catalogues.read(session)
    return bool(planning.holiday(catalogue, repeat, like.authority_id, day))


def _judged(
    session: Session, day: date, like: Booking, viewer: Viewer, now: datetime
) -> Judged:
    request, case_ids = booking_reading.stored(session, like)
    starts = datetime.combine(day, like.starts.time())
    period = Period.lasting(starts, request.period.minutes)
    asked = replace(request, period=period, uuid=uuid4())
    return bookings.judge(session, asked, viewer, case_ids, now=now)
