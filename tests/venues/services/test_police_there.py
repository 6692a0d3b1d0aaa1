"""Whether the police came to a meeting, noted by those who see all of it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.venues.services.conditional import RISK, book, prepare
from tests.world import World
from venues.domain.meeting import Meeting
from venues.domain.people import Viewer
from venues.errors import NotFound, WrongInput
from venues.services import police_there
from venues.services.police_there import Police

DESK = "Risk desk"
LATER = timedelta(days=30)


@pytest.fixture
def meeting(world: World) -> int:
    prepare(world)
    return book(world, **RISK, meeting=Meeting(police=DESK)).id


def read(world: World, booking_id: int, viewer: Viewer) -> Police | None:
    with world.database.read() as session:
        return police_there.read(session, booking_id, viewer)


def note(world: World, booking_id: int, now: datetime, *, came: bool) -> bool | None:
    with world.database.write() as session:
        return police_there.note(
            session, booking_id, world.practitioner, came=came, now=now
        )


def test_it_is_noted_and_put_right(world: World, meeting: int) -> None:
    planned = read(world, meeting, world.practitioner)

    assert planned == Police(DESK, None)
    assert planned.words == "Risk desk (not noted yet)"
    assert note(world, meeting, world.now + LATER, came=False) is None
    assert note(world, meeting, world.now + LATER, came=True) is False
    assert read(world, meeting, world.manager) == Police(DESK, came=True)


def test_not_before_it_has_begun(world: World, meeting: int) -> None:
    with pytest.raises(WrongInput, match="has not begun yet"):
        note(world, meeting, world.now, came=True)


def test_nobody_else_is_told(world: World, meeting: int) -> None:
    for viewer in (world.coordinator, world.victim_worker):
        assert read(world, meeting, viewer) is None


def test_there_is_nothing_to_note_where_nobody_was_named(world: World) -> None:
    prepare(world)
    booked = book(world, **RISK)

    assert read(world, booked.id, world.practitioner) is None
    with pytest.raises(NotFound, match="Nobody was to stand for the police"):
        note(world, booked.id, world.now + LATER, came=True)
