"""Steps are taken back and done again, or say why that is not possible."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from ui.jobs import Jobs
from ui.undo import DEEPEST, UndoStack
from venues.errors import Busy, Clash


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


def test_undo_takes_back_and_redo_does_again() -> None:
    room, stack = Room(), UndoStack()
    stack.push("booking of Willow Room", room.free, room.book)
    assert stack.undo_name == "Undo booking of Willow Room"

    stack.undo()
    assert not room.booked
    assert stack.redo_name == "Redo booking of Willow Room"
    assert not stack.can_undo

    stack.redo()
    assert room.booked
    assert stack.can_undo


def test_a_new_step_forgets_what_was_undone() -> None:
    room, stack = Room(), UndoStack()
    stack.push("booking of Willow Room", room.free, room.book)
    stack.undo()

    stack.push("booking of Oak Room", room.free, room.book)

    assert not stack.can_redo


def test_a_refused_undo_says_why_and_is_dropped() -> None:
    room, stack = Room(), UndoStack()
    stack.push("booking of Willow Room", room.clash, room.book)
    told: list[str] = []
    stack.told.connect(told.append)

    stack.undo()

    assert told == ["Somebody else has the room now. Choose another."]
    assert not stack.can_undo
    assert not stack.can_redo


def test_a_step_that_only_has_to_wait_can_be_tried_again() -> None:
    said: list[str] = []
    room, stack = Room(), UndoStack()
    tries = iter([Busy("Somebody else is saving. Try again in a moment."), None])

    def undo() -> None:
        if (trouble := next(tries)) is not None:
            raise trouble
        room.free()

    stack.told.connect(said.append)
    stack.push("booking of Willow Room", undo, room.book)
    stack.undo()
    again = stack.can_undo
    stack.undo()

    assert said[0] == "Somebody else is saving. Try again in a moment."
    assert again
    assert not room.booked


def test_another_exception_is_not_hidden() -> None:
    stack = UndoStack()

    def broken() -> None:
        raise KeyError("bug")

    stack.push("booking of Willow Room", broken, broken)
    stack.push("booking of Oak Room", broken, broken)

    with pytest.raises(KeyError):
        stack.undo()
    assert stack.can_undo


def test_steps_run_as_jobs_when_there_are_jobs(jobs: Jobs, qtbot: QtBot) -> None:
    room, stack = Room(), UndoStack(jobs)
    stack.push("booking of Willow Room", room.free, room.book)

    with qtbot.waitSignal(stack.told) as said:
        stack.undo()
        assert not stack.can_undo

    assert said.args == ["Undone: booking of Willow Room."]
    assert not room.booked
    assert stack.can_redo


def test_a_step_refused_in_a_job_says_why(jobs: Jobs, qtbot: QtBot) -> None:
    room, stack = Room(), UndoStack(jobs)
    stack.push("booking of Willow Room", room.clash, room.book)

    with qtbot.waitSignal(stack.told) as said:
        stack.undo()

    assert said.args == ["Somebody else has the room now. Choose another."]


def test_another_person_does_not_undo_my_steps(jobs: Jobs, qtbot: QtBot) -> None:
    stack, go_on = UndoStack(jobs), Event()
    stack.push("booking of Willow Room", partial(go_on.wait, 5), go_on.wait)
    stack.undo()

    stack.clear()
    with qtbot.waitSignal(stack.changed):
        go_on.set()

    assert not stack.can_redo
    assert not stack.can_undo


def test_very_old_steps_are_forgotten() -> None:
    room, stack = Room(), UndoStack()
    for number in range(DEEPEST + 5):
        stack.push(f"booking {number}", room.free, room.book)

    count = 0
    while stack.can_undo:
        stack.undo()
        count += 1

    assert count == DEEPEST
