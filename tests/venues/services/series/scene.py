"""A weekly appointment in the small world, and what is in its way."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from tests.world import WILLOW, World
from venues.database.models import Booking, ClosedDay, Hold, SeriesDate, Term
from venues.domain.people import Audience, Viewer
from venues.domain.period import Period
from venues.domain.recurrence import Every, Repeat
from venues.services import attempts, bookings
from venues.services.series.booking import SeriesBooked
from venues.services.series.planning import Otherwise

THURSDAYS = [date(2026, 11, 26) + timedelta(weeks=week) for week in range(4)]
WEEKLY = Repeat(every=Every.WEEK, times=4)
ELSE = (Otherwise.OTHER_ROOM, Otherwise.LEAVE_OUT)


def book(
    world: World,
    repeat: Repeat = WEEKLY,
    otherwise: tuple[Otherwise, ...] = (),
    viewer: Viewer | None = None,
    **changed: Any,
) -> SeriesBooked:
    """Book the usual appointment of the small world again and again."""
    viewer = viewer or world.practitioner
    world.database.actor = viewer.staff_id
    return attempts.book_series(
        world.database,
        world.request(**changed),
        repeat,
        viewer,
        now=world.now,
        otherwise=otherwise,
    )


def occupy(
    world: World, day: date, room_id: int = WILLOW, who: Viewer | None = None
) -> None:
    """Let a colleague have the room at the usual time of that day."""
    who = who or world.colleague
    request = world.request(
        audience=Audience.STAFF,
        kind="PRO",
        references=(),
        worker_ids=(who.staff_id,),
        room_ids=(room_id,),
        period=Period.lasting(datetime.combine(day, datetime.min.time()), 60).moved(
            timedelta(hours=15)
        ),
    )
    with world.database.write() as session:
        bookings.book(session, request, who, now=world.now)


def close(world: World, day: date) -> None:
    """Make the day a bank holiday."""
    with world.database.write() as session:
        session.add(ClosedDay(day=day, name="Founders' Day", bank_holiday=True))


def term(world: World, since: date, until: date) -> None:
    """Say when schools of the first authority are in term."""
    with world.database.write() as session:
        session.add(Term(authority_id=1, name="Autumn", since=since, until=until))


def stored(world: World) -> list[tuple[date, str, str, bool]]:
    """What is remembered of each date."""
    with world.database.read() as session:
        rows = session.scalars(select(SeriesDate).order_by(SeriesDate.day))
        return [(row.day, row.outcome, row.why, row.for_a_person) for row in rows]


def counts(world: World) -> tuple[int, int]:
    """How many bookings there are of a series, and how many holds in all."""
    with world.database.read() as session:
        in_series = select(Booking.id).where(Booking.series_id.is_not(None))
        return (
            len(session.scalars(in_series).all()),
            len(session.scalars(select(Hold.id)).all()),
        )
