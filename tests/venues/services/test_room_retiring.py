"""Retiring a room, bringing it back, and taking back one just added."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR, NOW
from venues.database.models import Room, Space
from venues.database.session import Database
from venues.errors import Clash, NotFound, Stale
from venues.services import room_editing, venue_details
from venues.services.venue_drafts import FeatureDraft, RoomDraft

THREE = datetime(2026, 11, 26, 15)


@pytest.fixture
def hub(database: Database) -> int:
    """The hub's id; it has no rooms yet."""
    millbrook.staff(database)
    return millbrook.venue(database).id or 0


def change(
    database: Database, opened: RoomDraft, viewer: Any = COORDINATOR, **changed: Any
) -> RoomDraft:
    with database.write() as session:
        return room_editing.save(
            session, replace(opened, **changed), viewer, now=NOW, opened=opened
        )


def names(database: Database, hub: int) -> list[str]:
    with database.read() as session:
        return [
            f"{room.name} {room.status}" for room in venue_details.rooms(session, hub)
        ]


def test_a_room_retires_and_comes_back(database: Database, hub: int) -> None:
    oak = millbrook.room(database, hub, "Oak")

    with database.write() as session:
        room_editing.retire(session, oak.id, COORDINATOR, now=NOW)
    retired = names(database, hub)
    with database.write() as session:
        room_editing.bring_back(session, oak.id, COORDINATOR)

    assert (retired, names(database, hub)) == (["Oak retired"], ["Oak active"])


def test_a_room_with_bookings_to_come_is_not_retired(
    database: Database, hub: int
) -> None:
    oak = millbrook.room(database, hub, "Oak")
    millbrook.book(database, oak.id, THREE)

    with pytest.raises(Clash, match="1 booking stands in the way"):
        change(database, oak, status="retired")
    with pytest.raises(Clash), database.write() as session:
        room_editing.retire(session, oak.id, COORDINATOR, now=NOW)

    assert names(database, hub) == ["Oak active"]


def test_a_room_just_added_can_be_taken_back(database: Database, hub: int) -> None:
    oak = millbrook.room(
        database, hub, "Oak", features=(FeatureDraft("screen", present=True),)
    )

    with database.write() as session:
        room_editing.withdraw(session, oak, COORDINATOR)

    with database.read() as session:
        counts = [
            session.scalar(select(func.count()).select_from(model))
            for model in (Room, Space)
        ]
    assert counts == [0, 0]


def test_a_room_that_was_booked_is_not_taken_back(database: Database, hub: int) -> None:
    oak = millbrook.room(database, hub, "Oak")
    millbrook.book(database, oak.id, THREE - timedelta(days=7))

    with pytest.raises(Stale, match="in use by now"), database.write() as session:
        room_editing.withdraw(session, oak, COORDINATOR)


def test_taking_a_hall_back_leaves_its_halves(database: Database, hub: int) -> None:
    half = millbrook.room(database, hub, "Hall A")
    hall = millbrook.room(database, hub, "Hall", space_ids=half.space_ids)

    with database.write() as session:
        room_editing.withdraw(session, hall, COORDINATOR)

    with database.read() as session:
        assert venue_details.rooms(session, hub) == (half,)


def test_a_room_that_is_gone_is_said_to_be(database: Database, hub: int) -> None:
    oak = millbrook.room(database, hub, "Oak")
    with database.write() as session:
        room_editing.withdraw(session, oak, COORDINATOR)

    with pytest.raises(NotFound):
        change(database, oak, seats_circle=8)
    with pytest.raises(NotFound), database.write() as session:
        room_editing.retire(session, oak.id or 0, COORDINATOR, now=NOW)
