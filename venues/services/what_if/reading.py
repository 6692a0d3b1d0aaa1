"""What is asked again: needs and searches without a room, and dates left out.

Needs and searches keep the week, the part of the day and the district, and no case and
nobody. So each is asked of every start in that part of the day, Monday to Friday of
that week, from the middle of its district; who must not meet whom is not looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.catalogue import Catalogue
from venues.database.models import (
    Booking,
    BookingRoom,
    Search,
    SeriesDate,
    UnmetNeed,
)
from venues.database.no_go import LIVE
from venues.domain.people import Audience
from venues.domain.places import Point
from venues.domain.reporting import Dates
from venues.domain.unmet import Missing
from venues.services.demand import Band, Ended
from venues.services.what_if import wanted
from venues.services.what_if.wanted import Source, Want

Where = Callable[[str], Point | None]
"""A postcode district → its middle, None where it is not known."""

STEP = timedelta(minutes=30)
WORKING_DAYS = 5
BANDS = {
    Band.MORNING: (8, 11),
    Band.MIDDAY: (11, 14),
    Band.AFTERNOON: (14, 16),
    Band.AFTER_SCHOOL: (16, 18),
    Band.EVENING: (18, 20),
}
"""Part of the day → the hours between which an appointment of it starts."""


def read(
    session: Session, catalogue: Catalogue, dates: Dates, where: Where
) -> list[Want]:
    """Everything that was wanted in those days and not had, the oldest first."""
    reading = _Reading(catalogue, dates, where)
    rows = session.execute(
        select(UnmetNeed.__table__).where(
            UnmetNeed.week >= dates.first,
            UnmetNeed.week <= dates.last,
            UnmetNeed.withdrawn_on.is_(None),
        )
    ).all()
    recorded = Counter(_alike(row) for row in rows)
    found = [reading.of_row(Source.NEED, row) for row in rows]
    for row in session.execute(
        select(Search.__table__)
        .where(
            Search.week >= dates.first,
            Search.week <= dates.last,
            Search.ended == Ended.LEFT.value,
        )
        .order_by(Search.id)
    ):
        if recorded[_alike(row)]:  # the need that was recorded of it counts already
            recorded[_alike(row)] -= 1
        else:
            found.append(reading.of_row(Source.SEARCH, row))
    found += _left_out(session, reading)
    return wanted.in_order(each for each in found if each is not None)


def bookings(
    session: Session, catalogue: Catalogue, dates: Dates, venue_ids: frozenset[int]
) -> list[Want]:
    """The appointments of those days at those venues, which would have to go.

    Of one in several rooms, the main one is looked for.
    """
    rooms = [room.id for room in catalogue.rooms.values() if room.venue.id in venue_ids]
    rows = session.execute(
        _booked()
        .where(
            Booking.starts >= dates.starts,
            Booking.starts < dates.until,
            Booking.status.in_(LIVE),
            BookingRoom.room_id.in_(rooms),
        )
        .order_by(Booking.starts, Booking.id)
    )
    return [
        replace(_of_booking(catalogue, row, row.starts), room_id=row.room_id)
        for row in rows
    ]


class _Reading:
    """Makes a want of a row that says a week and a part of the day."""

    def __init__(self, catalogue: Catalogue, dates: Dates, where: Where) -> None:
        self.catalogue, self.dates, self._where = catalogue, dates, where
        self._points: dict[str, Point | None] = {}

    def of_row(self, source: Source, row: Any) -> Want | None:
        """None where its kind is no longer booked, or no day of it is asked about."""
        kind, audience = wanted.usual_kind(self.catalogue, row.set)
        starts = self._starts(row.week, row.band)
        if kind is None or not starts:
            return None
        reasons = row.reasons if source is Source.NEED else ()
        return Want(
            source=source,
            id=row.id,
            since=row.week,
            kind=kind,
            audience=audience,
            minutes=kind.minutes,
            people=row.people,
            needs=tuple(row.needs),
            authority_id=row.authority_id,
            near=self.point(row.district),
            limit=self.catalogue.numbers.travel_limit(row.district),
            starts=starts,
            dear=Missing.COST.value in reasons,
        )

    def point(self, district: str) -> Point | None:
        """The middle of a district."""
        if district not in self._points:
            self._points[district] = self._where(district) if district else None
        return self._points[district]

    def _starts(self, week: date, band: str) -> tuple[datetime, ...]:
        first, last = BANDS.get(Band(band), (0, 0)) if band in set(Band) else (0, 0)
        found = []
        for on in range(WORKING_DAYS):
            day = week + timedelta(days=on)
            at = datetime.combine(day, time(first))
            while day <= self.dates.last and at < datetime.combine(day, time(last)):
                found.append(at)
                at += STEP
        return tuple(found)


def _alike(row: Any) -> tuple[object, ...]:
    return row.week, row.set, row.band, row.district, tuple(row.needs), row.people


def _left_out(session: Session, reading: _Reading) -> Iterator[Want]:
    """Dates of series for which no room was found.

    Not those that were left out because of somebody, nor holidays.
    """
    dates, catalogue = reading.dates, reading.catalogue
    rows = session.execute(
        select(SeriesDate.id, SeriesDate.series_id, SeriesDate.day)
        .where(
            SeriesDate.day >= dates.first,
            SeriesDate.day <= dates.last,
            SeriesDate.outcome == "left out",
            SeriesDate.for_a_person.is_(False),
            SeriesDate.why != "",
        )
        .order_by(SeriesDate.day, SeriesDate.id)
    ).all()
    first: dict[int, Any] = {}
    ids = sorted({row.series_id for row in rows})
    of_series = _booked().where(Booking.series_id.in_(ids))
    for row in session.execute(of_series.order_by(Booking.starts, Booking.id)):
        first.setdefault(row.series_id, row)
    for row in rows:
        usual = first.get(row.series_id)
        if usual is None or _holiday(catalogue, usual.authority_id, row.day):
            continue
        start = datetime.combine(row.day, usual.starts.time())
        want = _of_booking(catalogue, usual, start)
        yield replace(want, source=Source.DATE, id=row.id)


def _holiday(catalogue: Catalogue, authority_id: int, day: date) -> bool:
    closed = catalogue.closed_days.get(day, ())
    if any(each in {None, authority_id} for _, each in closed):
        return True
    return authority_id in catalogue.terms and not catalogue.in_term(authority_id, day)


def _booked() -> Any:
    return select(
        Booking.id,
        Booking.series_id,
        Booking.type_id,
        Booking.audience,
        Booking.authority_id,
        Booking.starts,
        Booking.ends,
        Booking.people,
        Booking.needs,
        BookingRoom.room_id,
    ).join(
        BookingRoom,
        (BookingRoom.booking_id == Booking.id) & (BookingRoom.role == "main"),
    )


def _of_booking(catalogue: Catalogue, row: Any, start: datetime) -> Want:
    venue = catalogue.rooms[row.room_id].venue
    return Want(
        source=Source.BOOKING,
        id=row.id,
        since=start.date(),
        kind=catalogue.kind_by_id(row.type_id),
        audience=Audience(row.audience),
        minutes=int((row.ends - row.starts).total_seconds()) // 60,
        people=row.people,
        needs=tuple(row.needs),
        authority_id=row.authority_id,
        near=venue.point,
        limit=catalogue.numbers.travel_limit(),
        starts=(start,),
    )
