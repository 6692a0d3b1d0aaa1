"""Ask for this room: what is said first, what comes of it, and taking it back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import WILLOW, Sitting, sit
from tests.venues.services.reviews.scene import at, book
from tests.venues.services.test_room_requests import mine
from tests.world import World
from ui.dialogs.message import MessageDialog
from ui.pages.room_asking import RoomAsking
from venues.database import catalogue as catalogues
from venues.domain.proposal import Room


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.colleague, tmp_path)


def willow(world: World) -> Room:
    with world.database.read() as session:
        return catalogues.read(session).rooms[WILLOW.id]


def asked(seat: Sitting, world: World) -> MessageDialog:
    owner = seat.owner()
    RoomAsking(seat.desk, owner).open(willow(world), at(15))
    dialog = owner.findChild(MessageDialog)
    assert dialog is not None
    return dialog


def test_it_is_said_who_hears_what_before_anybody_is_asked(
    seat: Sitting, world: World
) -> None:
    book(world)

    dialog = asked(seat, world)

    said = dialog.sentence.text()
    assert said.startswith("Willow Room, Millbrook, Thu 26 November, 3:00pm to 4:00pm.")
    assert "Practitioner 04" not in said
    dialog.reject()
    seat.rest()
    assert mine(world) == ()


def test_it_is_asked_undone_and_asked_again(seat: Sitting, world: World) -> None:
    book(world)

    asked(seat, world).accept()
    seat.rest()

    assert len(mine(world)) == 1
    assert seat.host.said == [
        "Asked for Willow Room. You find the answer on Today. [Undo]"
    ]
    seat.desk.undo.undo()
    seat.rest()
    assert mine(world) == ()
    seat.desk.undo.redo()
    seat.rest()
    assert len(mine(world)) == 1


def test_what_cannot_be_asked_is_said(seat: Sitting, world: World) -> None:
    asked(seat, world).accept()
    seat.rest()

    assert seat.host.said[0].startswith("Nobody can be asked for that room then.")


def test_a_time_that_has_passed_is_said(seat: Sitting, world: World) -> None:
    book(world)
    seat.at(datetime(2026, 11, 27, 9))

    asked(seat, world).accept()
    seat.rest()

    assert seat.host.said[0].startswith("That time has passed.")
