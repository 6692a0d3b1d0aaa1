"""Saying what came of appointments, several at once and by one key each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.pages.today_scene import book, button, opened, words
from tests.ui.sitting import Sitting, sit
from tests.venues.services.test_outcomes import stored, waiting
from tests.world import STUDY, World
from ui.dialogs.outcomes import OutcomesDialog
from venues.domain.outcomes import Outcome

EVENING = datetime(2026, 11, 26, 21)
Key = Qt.Key


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path, EVENING)


@pytest.fixture
def manager(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path, EVENING)


def dialog_of(seat: Sitting) -> OutcomesDialog:
    dialog = OutcomesDialog(seat.desk, seat.owner())
    dialog.show()
    seat.rest()
    return dialog


def test_today_counts_them_and_leads_to_the_list(seat: Sitting, world: World) -> None:
    book(world)
    page = opened(seat)

    assert "What came of it (1)" in words(page)
    button(page, "Open the list: What came of it (1)").click()
    seat.rest()

    (dialog,) = page.findChildren(OutcomesDialog)
    assert dialog.table.ordered.rowCount() == 1
    dialog.reject()


def test_several_are_noted_with_one_key_and_taken_back_with_ctrl_z(
    seat: Sitting, world: World
) -> None:
    first, second = book(world, hour=11), book(world, room_ids=(STUDY,))
    dialog = dialog_of(seat)
    dialog.table.setFocus()
    dialog.table.selectAll()

    QTest.keyClick(dialog, Key.Key_3)
    seat.rest()

    assert stored(world, first)[0] == stored(world, second)[0] == "was not brought"
    assert seat.host.said == ["Noted: 2 appointments, was not brought. [Undo]"]
    assert dialog.table.ordered.rowCount() == 0

    QTest.keyClick(dialog, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    seat.rest()

    assert [id_ for id_, _ in waiting(world, world.practitioner)] == [first, second]
    assert dialog.table.ordered.rowCount() == 2


def test_one_that_was_noted_wrongly_is_put_right(seat: Sitting, world: World) -> None:
    mine = book(world)
    dialog = dialog_of(seat)
    dialog.said[Outcome.ATTENDED].click()
    seat.rest()

    dialog.noted.setChecked(True)
    seat.rest()
    dialog.said[Outcome.DID_NOT_ATTEND].click()
    seat.rest()

    assert stored(world, mine)[0] == "did not attend"
    assert dialog.table.ordered.index(0, 2).data() == "Did not attend"


def test_only_a_manager_is_offered_those_of_others(
    seat: Sitting, manager: Sitting, world: World
) -> None:
    book(world)
    own, all_ = dialog_of(seat), dialog_of(manager)

    assert not own.everybody.isVisible()
    assert all_.table.ordered.rowCount() == 0

    all_.everybody.setChecked(True)
    manager.rest()

    assert all_.table.ordered.index(0, 1).data() == "WA-20417"


def test_nothing_can_be_pressed_where_nothing_waits(seat: Sitting) -> None:
    dialog = dialog_of(seat)

    assert not dialog.said[Outcome.ATTENDED].isEnabled()
    assert not dialog.table.isVisible()
