"""A series with all of its dates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import delete, select

from tests.ui.pages.today_scene import TEN
from tests.ui.sitting import Sitting, sit
from tests.venues.services.series import scene
from tests.venues.services.series.scene import THURSDAYS
from tests.world import World
from ui.dialogs.series_dates import SeriesDatesDialog
from ui.jobs import Job
from venues.database.models import ClosedDay, Worker
from venues.services.series.planning import Otherwise


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path, TEN)


@pytest.fixture
def dialog(qtbot: QtBot, world: World, seat: Sitting) -> SeriesDatesDialog:
    scene.close(world, THURSDAYS[1])
    made = scene.book(world, otherwise=(Otherwise.LEAVE_OUT,))
    opened = SeriesDatesDialog(seat.desk, made.id)
    opened.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    seat.show(opened)
    settled(qtbot, seat)
    return opened


def settled(qtbot: QtBot, seat: Sitting) -> None:
    qtbot.waitUntil(lambda: not seat.desk.jobs.findChildren(Job))


def outcomes(dialog: SeriesDatesDialog) -> list[str]:
    return [line.outcome for line in dialog._model.rows]  # noqa: SLF001 - what is shown


def choose(dialog: SeriesDatesDialog, row: int) -> None:
    dialog.table.select(dialog.table.ordered.index(row, 0))


def free(world: World) -> None:
    with world.database.write() as session:
        session.execute(delete(ClosedDay).where(ClosedDay.day == THURSDAYS[1]))


def test_every_date_is_there_with_what_became_of_it(dialog: SeriesDatesDialog) -> None:
    assert dialog.heading.text() == "Every week on Thursday, 4 times"
    assert dialog.summary.text() == "4 dates, 1 left out"
    assert outcomes(dialog) == ["Booked", "Left out", "Booked", "Booked"]
    assert not dialog.put_back.isVisible()


def test_what_is_free_now_is_put_back(
    qtbot: QtBot, world: World, seat: Sitting, dialog: SeriesDatesDialog
) -> None:
    free(world)
    settled(qtbot, seat)
    assert outcomes(dialog)[1] == "Free now"
    choose(dialog, 0)
    assert not dialog.put_back.isEnabled()

    choose(dialog, 1)
    dialog.put_back.click()
    settled(qtbot, seat)

    assert outcomes(dialog) == ["Booked"] * 4
    dialog._put_back()  # noqa: SLF001 - pressed once more: nothing is left to put back


def test_taken_meanwhile_it_says_why(
    qtbot: QtBot, world: World, seat: Sitting, dialog: SeriesDatesDialog
) -> None:
    free(world)
    settled(qtbot, seat)
    choose(dialog, 1)
    seat.desk.changes.committed.disconnect(dialog._changed)  # noqa: SLF001 - another PC
    scene.occupy(world, THURSDAYS[1])

    dialog.put_back.click()
    settled(qtbot, seat)

    assert dialog.notice.text.startswith("Willow Room is in use")
    assert outcomes(dialog)[1] == "Left out"


def test_handed_over_meanwhile_it_closes(
    qtbot: QtBot, world: World, seat: Sitting, dialog: SeriesDatesDialog
) -> None:
    with qtbot.waitSignal(dialog.rejected), world.database.write() as session:
        for row in session.scalars(select(Worker)):
            row.staff_id = world.colleague.staff_id
