"""Where a move is refused, a manager or whoever holds the room can be asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui.sitting import Sitting, sit
from tests.venues.services.apart import apart_scene as scene
from tests.venues.services.sign_offs.scene import waiting
from tests.world import OAK, World
from ui.dialogs.message import MessageDialog
from ui.dialogs.move import MoveDialog
from ui.dialogs.reason_form import ReasonForm
from ui.pages import move_asking
from venues.database import catalogue as catalogues
from venues.database.models import Booking, Request
from venues.domain.people import Viewer
from venues.services import stays


@pytest.fixture
def booked(world: World) -> int:
    return scene.book(world, 15, room_ids=(scene.RAILSIDE_ROOM,))


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path)


def dialog(seat: Sitting, world: World, booked: int, viewer: Viewer) -> MoveDialog:
    with world.database.read() as session:
        (row,) = stays.of_bookings(
            session, catalogues.read(session), viewer, Booking.id == booked
        )
    made = move_asking.dialog(seat.desk, row, seat.owner())
    made.open()
    seat.qtbot.waitUntil(lambda: bool(made.checks.shown()))
    with seat.qtbot.waitSignal(made.judged, check_params_cb=bool):
        made.room.setCurrentIndex(made.room.findData(OAK))
    return made


def test_a_manager_is_asked_about_the_move(
    seat: Sitting, world: World, booked: int
) -> None:
    scene.bar(world, venue_id=scene.MILLBROOK)
    made = dialog(seat, world, booked, world.practitioner)
    seat.qtbot.waitUntil(made.ask_manager.isVisible)
    assert not made.ask_room.isVisible()

    made.ask_manager.click()
    form = made.findChild(ReasonForm)
    assert form is not None
    form.words.setText("It is near")
    with seat.qtbot.waitSignal(made.finished):
        form.try_to_save()

    assert [each.why for each in waiting(world)] == ["It is near"]


def test_the_room_is_asked_for(seat: Sitting, world: World, booked: int) -> None:
    others = {"references": (), "worker_ids": (2,), "viewer": world.manager}
    scene.book(world, 15, room_ids=(OAK,), **others)
    made = dialog(seat, world, booked, world.practitioner)
    seat.qtbot.waitUntil(made.ask_room.isVisible)

    made.ask_room.click()
    asked = made.findChild(MessageDialog)
    assert asked is not None
    next(each for each in asked.buttons.buttons() if each.text() == "Ask").click()
    seat.rest()

    with world.database.read() as session:
        assert session.scalars(select(Request.room_id)).all() == [OAK]


def test_nothing_is_offered_for_a_booking_that_is_not_seen_in_full(
    seat: Sitting, world: World, booked: int
) -> None:
    scene.bar(world, venue_id=scene.MILLBROOK)

    made = dialog(seat, world, booked, world.coordinator)

    assert not made.ask_manager.isVisible()
    assert not made.ask_room.isVisible()
