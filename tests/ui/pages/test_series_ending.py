"""Ending a series from one of its dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.schedule_driver import Told
from tests.venues.services.series import changes
from tests.venues.services.series.scene import THURSDAYS
from tests.world import World
from ui.changes import Changes
from ui.desk import Desk
from ui.dialogs.cancel import CancelDialog
from ui.jobs import Jobs
from ui.pages.series_ending import SeriesEnding
from ui.preferences import Preferences
from ui.undo import UndoStack


class Seat(NamedTuple):
    """The question about the third of four Thursdays, and what is said."""

    dialog: CancelDialog
    desk: Desk
    told: Told
    world: World
    ending: SeriesEnding


@pytest.fixture
def seat(qtbot: QtBot, world: World) -> Iterator[Seat]:
    """The question, opened."""
    owner = QWidget()
    qtbot.addWidget(owner)
    _, _, third, _ = changes.ids(world)
    told, jobs, news = Told([], []), Jobs(), Changes()
    world.database.listen(news.announce)
    desk = Desk(
        database=world.database,
        viewer=world.practitioner,
        now=lambda: world.now,
        changes=news,
        jobs=jobs,
        undo=UndoStack(jobs),
        preferences=Preferences(QSettings()),
        host=told,
        gazetteer=lambda: None,
    )
    desk.undo.sit(desk)
    ending = SeriesEnding(desk, owner)
    dialog = ending.ask(third)
    assert dialog is not None
    dialog.open()
    yield Seat(dialog, desk, told, world, ending)
    jobs.close()


def test_this_date_and_later_are_cancelled(qtbot: QtBot, seat: Seat) -> None:
    with qtbot.waitSignal(seat.dialog.accepted):
        seat.dialog.cancel.click()

    assert [day for day, *_ in changes.places(seat.world)] == THURSDAYS[:2]
    assert seat.told.said == ["Cancelled 2 bookings. The series ends. [Undo]"]
    assert (
        changes.series(seat.world)[0][0]
        == "Every week on Thursday until 3 December 2026"
    )


def test_it_is_taken_back_and_done_again(qtbot: QtBot, seat: Seat) -> None:
    with qtbot.waitSignal(seat.dialog.accepted):
        seat.dialog.cancel.click()
    assert seat.desk.undo.undo_name == "Undo end of a series"

    with qtbot.waitSignal(seat.desk.undo.told):
        seat.desk.undo.undo()
    back = [day for day, *_ in changes.places(seat.world)]
    with qtbot.waitSignal(seat.desk.undo.told):
        seat.desk.undo.redo()

    assert back == THURSDAYS
    assert [day for day, *_ in changes.places(seat.world)] == THURSDAYS[:2]


def test_keeping_them_changes_nothing(qtbot: QtBot, seat: Seat) -> None:
    with qtbot.waitSignal(seat.dialog.rejected):
        seat.dialog.keep.click()

    assert [day for day, *_ in changes.places(seat.world)] == THURSDAYS


def test_what_is_not_theirs_is_not_asked_about(seat: Seat) -> None:
    assert seat.ending.ask(999) is None
    assert seat.told.said[-1].startswith("There is no booking of yours")
