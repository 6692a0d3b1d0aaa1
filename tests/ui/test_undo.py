"""Steps are taken back and done again, or say why that is not possible."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.remembered import Remembered
from ui.jobs import Jobs
from ui.undo import UndoStack
from venues.errors import Clash

NAME = "booking of Willow Room"


class Room:
    """Something with a state that steps change."""

    def __init__(self) -> None:
        self.booked = True

    def free(self) -> None:
        """The booking is taken back."""
        self.booked = False

    def book(self) -> None:
        """The booking is made again."""
        self.booked = True

    def clash(self) -> None:
        """Somebody was quicker."""
        raise Clash("Somebody else has the room now. Choose another.")


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def test_nobody_has_anything_to_undo_before_they_sit_down() -> None:
    stack = UndoStack()

    stack.undo()
    stack.redo()
    stack.refresh()

    assert (stack.undo_name, stack.redo_name) == ("Undo", "Redo")
    assert not stack.can_undo
    assert not stack.can_redo


def test_undo_takes_back_and_redo_does_again() -> None:
    room, stack = Room(), UndoStack()
    stack.follow(Remembered().did(NAME, room.free, room.book))
    assert stack.undo_name == "Undo booking of Willow Room"

    stack.undo()
    assert not room.booked
    assert stack.redo_name == "Redo booking of Willow Room"
    assert not stack.can_undo

    stack.redo()
    assert room.booked
    assert stack.can_undo


def test_a_refused_undo_says_why() -> None:
    room, stack = Room(), UndoStack()
    stack.follow(Remembered().did(NAME, room.clash))
    told: list[str] = []
    stack.told.connect(told.append)

    stack.undo()

    assert told == ["Somebody else has the room now. Choose another."]
    assert not stack.can_redo


def test_another_exception_is_not_hidden() -> None:
    stack = UndoStack()

    def broken() -> None:
        raise KeyError("bug")

    stack.follow(Remembered().did(NAME, broken))

    with pytest.raises(KeyError):
        stack.undo()
    assert stack.can_undo


def test_steps_run_as_jobs_when_there_are_jobs(jobs: Jobs, qtbot: QtBot) -> None:
    room, stack = Room(), UndoStack(jobs)
    stack.follow(Remembered().did(NAME, room.free))

    with qtbot.waitSignal(stack.told) as said:
        stack.undo()
        assert not stack.can_undo

    assert said.args == ["Undone: booking of Willow Room."]
    assert not room.booked
    assert stack.can_redo


def test_a_step_refused_in_a_job_says_why(jobs: Jobs, qtbot: QtBot) -> None:
    room, stack = Room(), UndoStack(jobs)
    stack.follow(Remembered().did(NAME, room.clash))

    with qtbot.waitSignal(stack.told) as said:
        stack.undo()

    assert said.args == ["Somebody else has the room now. Choose another."]


def test_another_person_does_not_undo_my_steps(jobs: Jobs, qtbot: QtBot) -> None:
    stack, go_on = UndoStack(jobs), Event()
    stack.follow(Remembered().did(NAME, partial(go_on.wait, 5)))
    stack.undo()

    stack.clear()
    with qtbot.waitSignal(stack.changed):
        go_on.set()

    assert not stack.can_redo
    assert not stack.can_undo
