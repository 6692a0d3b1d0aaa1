"""Bookings that stand in the way of closing a place."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR, NOW, PRACTITIONER
from venues.database.models import Hold, Offer
from venues.database.session import Database
from venues.domain.people import Role, Viewer
from venues.errors import Clash
from venues.services import in_the_way

THREE = datetime(2026, 11, 26, 15)
COLLEAGUE = Viewer(9, "practitioner.05", "Practitioner 05", Role.PRACTITIONER)


@pytest.fixture
def oak(database: Database) -> int:
    """The id of a room."""
    millbrook.staff(database)
    hub = millbrook.venue(database)
    return int(millbrook.room(database, hub.id, "Oak").id)


def refusal(database: Database, room_id: int, viewer: Viewer = COORDINATOR) -> str:
    with pytest.raises(Clash) as clash, database.read() as session:
        in_the_way.refuse(session, viewer, room_ids=[room_id], first=NOW)
    return str(clash.value)


def test_nothing_is_said_when_nothing_is_booked(database: Database, oak: int) -> None:
    with database.read() as session:
        in_the_way.refuse(session, COORDINATOR, room_ids=[oak], first=NOW)
        in_the_way.refuse(session, COORDINATOR, room_ids=[], first=NOW)

    assert oak


def test_only_the_window_counts(database: Database, oak: int) -> None:
    millbrook.book(database, oak, THREE)

    with database.read() as session:
        in_the_way.refuse(
            session,
            COORDINATOR,
            room_ids=[oak],
            first=NOW,
            until=THREE - timedelta(hours=1),
        )

    assert "1 booking stands in the way" in refusal(database, oak)


def test_more_than_a_few_are_counted(database: Database, oak: int) -> None:
    for days in range(10):
        millbrook.book(database, oak, THREE + timedelta(days=days))

    said = refusal(database, oak).splitlines()

    assert said[0] == "10 bookings stand in the way. Move or cancel them first."
    assert (len(said), said[-1]) == (8, "and 4 more")


def test_bookings_that_may_not_be_seen_are_only_counted(
    database: Database, oak: int
) -> None:
    millbrook.book(database, oak, THREE)
    millbrook.book(database, oak, THREE + timedelta(days=1))

    hidden = refusal(database, oak, COLLEAGUE).splitlines()
    own = refusal(database, oak, PRACTITIONER).splitlines()

    assert hidden[1:] == ["2 bookings"]
    assert len(own) == 3


def test_a_room_held_for_somebody_counts(database: Database, oak: int) -> None:
    with database.write() as session:
        ends = THREE + timedelta(hours=1)
        offer = Offer(staff_id=3, room_id=oak, starts=THREE, ends=ends, expires=THREE)
        session.add(offer)
        session.flush()
        session.add(Hold(space_id=1, starts=THREE, ends=ends, offer_id=offer.id))

    assert refusal(database, oak).splitlines()[1:] == ["1 booking"]
