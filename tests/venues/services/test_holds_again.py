"""What future bookings hold is worked out again after their room was changed."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update

from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR, NOW
from venues.database.models import Booking, BookingRoom, Hold, Room, RoomSpace
from venues.database.session import Database
from venues.domain.people import Role, Viewer
from venues.errors import Clash
from venues.services import holds_again

THREE = datetime(2026, 11, 26, 15)
STRANGER = Viewer(9, "practitioner.05", "Practitioner 05", Role.PRACTITIONER)


@pytest.fixture
def oak(database: Database) -> int:
    """The id of a room."""
    millbrook.staff(database)
    hub = millbrook.venue(database)
    millbrook.room(database, hub.id, "Elm")
    return int(millbrook.room(database, hub.id, "Oak").id)


def lengthen(database: Database, room_id: int, viewer: Viewer = COORDINATOR) -> None:
    with database.write() as session:
        session.execute(update(Room).where(Room.id == room_id).values(turnaround=60))
        holds_again.derive(session, room_id, viewer, now=NOW)


def ends(database: Database) -> list[datetime]:
    with database.read() as session:
        return list(session.scalars(select(Hold.ends).order_by(Hold.ends)))


def test_a_room_without_bookings_needs_nothing(database: Database, oak: int) -> None:
    lengthen(database, oak)

    assert ends(database) == []


def test_bookings_that_lie_apart_are_all_held_longer(
    database: Database, oak: int
) -> None:
    millbrook.book(database, oak, THREE)
    millbrook.book(database, oak, THREE + timedelta(hours=3))

    lengthen(database, oak)

    hours = [2, 5]
    assert ends(database) == [THREE + timedelta(hours=hour) for hour in hours]


def test_cancelled_bookings_stay_without_holds(database: Database, oak: int) -> None:
    booking = millbrook.book(database, oak, THREE)
    with database.write() as session:
        session.execute(update(Booking).values(status="cancelled"))
        session.delete(
            session.scalars(select(Hold).where(Hold.booking_id == booking)).one()
        )

    lengthen(database, oak)

    assert ends(database) == []


def test_the_other_room_of_a_booking_keeps_its_hold(
    database: Database, oak: int
) -> None:
    booking = millbrook.book(database, oak, THREE)
    with database.write() as session:
        elm = session.scalars(select(Room).where(Room.name == "Elm")).one()
        session.add(BookingRoom(booking_id=booking, room_id=elm.id, role="break-out"))

    lengthen(database, oak)

    kind_clears_down = ends(database)[0]
    assert kind_clears_down < THREE + timedelta(minutes=120)
    assert ends(database)[1] == THREE + timedelta(minutes=120)


def test_an_overlap_is_told_with_the_times_the_viewer_may_see(
    database: Database, oak: int
) -> None:
    millbrook.book(database, oak, THREE)
    millbrook.book(database, oak, THREE + timedelta(minutes=90))

    with pytest.raises(Clash, match="3pm to 4pm and 4:30pm to 5:30pm"):
        lengthen(database, oak)
    with pytest.raises(Clash, match="to 5pm and ") as masked:
        lengthen(database, oak, STRANGER)

    assert "3pm to 4pm" not in str(masked.value)
    assert max(ends(database)) < THREE + timedelta(minutes=90 + 120)


def test_a_change_can_be_tried_without_making_it(database: Database, oak: int) -> None:
    def tried(turnaround: int) -> None:
        with database.read() as session:
            room = session.scalars(select(RoomSpace.space_id)).all()
            holds_again.look(
                session,
                oak,
                COORDINATOR,
                now=NOW,
                turnaround=turnaround,
                space_ids=room[-1:],
            )

    tried(60)
    millbrook.book(database, oak, THREE)
    millbrook.book(database, oak, THREE + timedelta(minutes=90))
    before = ends(database)

    tried(15)
    with pytest.raises(Clash, match="3pm to 4pm and 4:30pm to 5:30pm"):
        tried(60)

    assert ends(database) == before
