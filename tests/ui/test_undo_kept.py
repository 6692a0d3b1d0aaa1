"""What was done is offered for undoing after a restart, to whoever did it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.undo import UndoStack
from venues.database.models import Booking
from venues.services import attempts, booking_changes


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    """The practitioner sits there."""
    yield from sit(qtbot, world.database, world.practitioner, tmp_path)


@pytest.fixture
def booked(seat: Sitting, world: World) -> int:
    """They have booked Willow Room."""
    wanted = world.request()
    return attempts.book(
        seat.desk.database, wanted, world.practitioner, now=world.now
    ).id


def status(world: World) -> list[str]:
    """How each booking stands."""
    with world.database.read() as session:
        return [*session.scalars(select(Booking.status).order_by(Booking.id))]


@pytest.mark.usefixtures("booked")
def test_after_a_restart_it_is_still_there(seat: Sitting, world: World) -> None:
    again = UndoStack(seat.desk.jobs)
    again.sit(seat.desk)
    assert again.undo_name == "Undo booking of Willow Room"

    with seat.qtbot.waitSignal(again.told) as told:
        again.undo()

    assert told.args == ["Undone: booking of Willow Room."]
    assert status(world) == ["cancelled"]
    assert (again.can_undo, again.redo_name) == (False, "Redo booking of Willow Room")

    with seat.qtbot.waitSignal(again.told) as told:
        again.redo()

    assert told.args == ["Done again: booking of Willow Room."]
    assert status(world) == ["confirmed"]


@pytest.mark.usefixtures("booked")
def test_somebody_else_is_offered_only_their_own(seat: Sitting, world: World) -> None:
    undo = seat.desk.undo

    undo.sit(seat.desk.for_viewer(world.colleague))
    assert (undo.can_undo, undo.undo_name) == (False, "Undo")

    undo.sit(seat.desk)
    assert undo.undo_name == "Undo booking of Willow Room"


def test_what_changed_since_is_said_and_offered_no_longer(
    seat: Sitting, world: World, booked: int
) -> None:
    with world.database.write() as session:
        period = world.request(hour=17).period
        booking_changes.move(
            session, booked, world.practitioner, now=world.now, period=period
        )
    undo = seat.desk.undo

    with seat.qtbot.waitSignal(undo.told) as told:
        undo.undo()

    assert told.args[0].startswith("Something of it was changed since")
    assert not undo.can_undo


@pytest.mark.usefixtures("booked")
def test_who_leaves_is_offered_nothing(seat: Sitting) -> None:
    undo = seat.desk.undo
    undo.undo()

    undo.clear()
    seat.rest()

    assert not undo.can_undo
    assert not undo.can_redo
