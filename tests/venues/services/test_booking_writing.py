"""Bookings are written with all that belongs to them, many as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from sqlalchemy import event, select

from tests.world import World
from venues.database.models import Attendance, Booking, Hold, Outing, Worker
from venues.services import booking_writing, bookings
from venues.services.judging import Booked


def write(world: World, number: int) -> tuple[tuple[Booked, ...], int]:
    """Write so many bookings, a day each; also how many statements that took."""
    usual = world.request(buddy_id=world.colleague.staff_id)
    sent: list[str] = []
    with world.database.write() as session:
        judged = [
            bookings.judge(
                session,
                replace(
                    usual,
                    period=usual.period.moved(timedelta(weeks=day)),
                    uuid=uuid4(),
                ),
                world.practitioner,
                (1,),
                now=world.now,
            )
            for day in range(number)
        ]
        engine = session.get_bind()

        def note(*_: object) -> None:
            sent.append("")

        event.listen(engine, "before_cursor_execute", note)
        made = booking_writing.write_all(session, judged, world.practitioner, world.now)
        event.remove(engine, "before_cursor_execute", note)
    return made, len(sent)


def test_each_has_its_own_number_and_all_that_belongs_to_it(world: World) -> None:
    made, _ = write(world, 3)

    assert [each.id for each in made] == [1, 2, 3]
    assert [each.reference for each in made] == ["B-10001", "B-10002", "B-10003"]
    with world.database.read() as session:
        for table in (Attendance, Hold, Outing, Worker):
            ids = session.scalars(select(table.booking_id).order_by(table.booking_id))
            assert ids.all() == [1, 2, 3]
        days = session.scalars(select(Booking.starts).order_by(Booking.id)).all()
    assert days == sorted(days)


def test_many_take_no_more_statements_than_a_few(world: World) -> None:
    _, few = write(world, 2)

    with world.database.write() as session:
        session.execute(Hold.__table__.delete())
    _, many = write(world, 8)

    assert many == few
