"""A weekly series of the small world, changed."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from tests.venues.services.series import scene
from tests.world import World
from venues.database.models import Booking, BookingRoom, Series, Worker
from venues.domain.people import Viewer
from venues.services import attempts, booking_changes
from venues.services.series import changing, opened, outlook, rows
from venues.services.series.change import Change, Fate
from venues.services.series.changing import Changed
from venues.services.series.opened import Opened, Scope
from venues.services.series.outlook import Outlook

Place = tuple[date, str, int]


def ids(world: World) -> list[int]:
    """Four Thursdays at 3pm in Willow Room are booked; their booking ids."""
    return [each.id for each in scene.book(world).booked]


def seen(world: World, booking_id: int, viewer: Viewer | None = None) -> Opened:
    """The series of that booking, as it is opened."""
    with world.database.read() as session:
        return opened.of_booking(
            session, booking_id, viewer or world.practitioner, now=world.now
        )


def look(world: World, booking_id: int, scope: Scope, **what: Any) -> Outlook:
    """What the change would do."""
    change = Change(scope=scope, **what)
    with world.database.read() as session:
        here = opened.of_booking(session, booking_id, world.practitioner, now=world.now)
        return outlook.look(session, here, change, world.practitioner, now=world.now)


def change(
    world: World,
    booking_id: int,
    scope: Scope,
    viewer: Viewer | None = None,
    before: Opened | None = None,
    **what: Any,
) -> Changed:
    """Change the series as its worker."""
    viewer = viewer or world.practitioner
    world.database.actor = viewer.staff_id
    return attempts.change_series(
        world.database,
        viewer,
        1,
        lambda session: changing.change(
            session,
            booking_id,
            Change(scope=scope, **what),
            viewer,
            now=world.now,
            seen=before,
        ),
    )


def fates(found: Outlook | Changed) -> list[Fate]:
    """What becomes of the dates, in order."""
    return [step.fate for step in found.steps]


def places(world: World) -> list[Place]:
    """Day, start and main room of each booking that stands, in order of time."""
    statement = (
        select(Booking.starts, BookingRoom.room_id)
        .join(BookingRoom, BookingRoom.booking_id == Booking.id)
        .where(Booking.status.in_(booking_changes.LIVE), Booking.series_id.is_not(None))
        .order_by(Booking.starts)
    )
    with world.database.read() as session:
        return [
            (starts.date(), f"{starts:%H:%M}", room)
            for starts, room in session.execute(statement)
        ]


def workers(world: World) -> list[tuple[int, ...]]:
    """Who works in each booking, the lead first."""
    with world.database.read() as session:
        found: dict[int, list[int]] = {}
        rows = session.execute(
            select(Worker.booking_id, Worker.staff_id)
            .join(Booking, Booking.id == Worker.booking_id)
            .order_by(Booking.starts, Worker.id)
        )
        for booking_id, staff_id in rows:
            found.setdefault(booking_id, []).append(staff_id or 0)
        return [tuple(each) for each in found.values()]


def series(world: World) -> list[tuple[str, int | None, list[date]]]:
    """Each series in words, where it came from, and its dates."""
    with world.database.read() as session:
        return [
            (row.words, row.parent_id, [day for day, _ in stored(world, row.id)])
            for row in session.scalars(select(Series).order_by(Series.id))
        ]


def stored(world: World, series_id: int) -> list[tuple[date, str]]:
    """The dates of one series with their outcomes."""
    with world.database.read() as session:
        return [(row.day, row.outcome) for row in rows.read(session, series_id)]
