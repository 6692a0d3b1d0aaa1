"""The standing agreements with a venue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues import hired
from tests.venues.hired import RAILSIDE
from tests.world import World
from ui.dialogs.block_editor import BlockEditor
from ui.dialogs.block_hires import BlockHiresDialog
from ui.dialogs.message import MessageDialog
from venues.database.models import BlockHire
from venues.database.session import Database
from venues.services import block_hires, venue_details


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path)


def opened(seat: Sitting) -> BlockHiresDialog:
    with seat.desk.database.read() as session:
        found = venue_details.details(session, RAILSIDE)
    dialog = BlockHiresDialog(seat.desk, found, seat.owner())
    dialog.show()
    return dialog


def count(seat: Sitting) -> int:
    with seat.desk.database.read() as session:
        return len(block_hires.of_venue(session, RAILSIDE))


def rows(dialog: BlockHiresDialog) -> list[list[str]]:
    model = dialog.table.ordered
    return [
        [str(model.index(row, column).data()) for column in range(4)]
        for row in range(model.rowCount())
    ]


def undo(seat: Sitting) -> None:
    seat.desk.undo.undo()
    seat.rest()


def test_they_are_listed_in_words(seat: Sitting, world: World) -> None:
    hired.block(world)
    hired.block(world, room_id=None, weekday=0, until=hired.date(2026, 12, 31))

    assert rows(opened(seat)) == [
        [
            "Monday, 2:00pm to 6:00pm",
            "The whole venue",
            "Thu 1 Jan 2026 to Thu 31 Dec 2026",
            "Billed each quarter.",
        ],
        [
            "Thursday, 2:00pm to 6:00pm",
            "Hall A",
            "Thu 1 Jan 2026 on",
            "Billed each quarter.",
        ],
    ]


def test_one_is_added_and_taken_back(seat: Sitting) -> None:
    dialog = opened(seat)
    assert not dialog.change.isEnabled()

    dialog.add.click()
    editor = dialog.findChild(BlockEditor)
    assert editor is not None
    editor.try_to_save()
    seat.rest()

    assert seat.host.said == ["Added an agreement with Railside. [Undo]"]
    assert len(rows(dialog)) == 1
    undo(seat)
    assert count(seat) == 0
    seat.desk.undo.redo()
    seat.rest()
    undo(seat)
    assert count(seat) == 0


def test_one_is_changed_and_taken_back(seat: Sitting, world: World) -> None:
    hired.block(world)
    dialog = opened(seat)

    dialog.change.click()
    editor = dialog.findChild(BlockEditor)
    assert editor is not None
    editor.closes.choose(time(20))
    editor.try_to_save()
    seat.rest()
    changed = rows(dialog)[0][0]
    undo(seat)

    assert changed == "Thursday, 2:00pm to 8:00pm"
    assert rows(dialog)[0][0] == "Thursday, 2:00pm to 6:00pm"
    assert seat.host.said == ["Changed an agreement with Railside. [Undo]"]


def test_one_is_let_go_and_brought_back(seat: Sitting, world: World) -> None:
    hired.block(world)
    dialog = opened(seat)

    dialog.remove.click()
    seat.rest()
    gone = count(seat)
    undo(seat)

    assert (gone, count(seat)) == (0, 1)
    seat.desk.undo.redo()
    seat.rest()
    assert count(seat) == 0
    dialog.remove.click()
    assert not dialog.table.isVisible()


def test_saving_without_a_change_is_no_step(seat: Sitting, world: World) -> None:
    hired.block(world)
    dialog = opened(seat)

    dialog.change.click()
    editor = dialog.findChild(BlockEditor)
    assert editor is not None
    editor.try_to_save()
    seat.rest()

    assert not seat.desk.undo.can_undo


def test_one_that_changed_meanwhile_is_not_let_go(seat: Sitting, world: World) -> None:
    id_ = hired.block(world)
    dialog = opened(seat)
    elsewhere = Database.open(world.database.path)
    with elsewhere.write() as session:
        session.get_one(BlockHire, id_).closes = time(20)
    elsewhere.close()

    dialog.remove.click()
    seat.rest()

    assert "Somebody else changed this agreement" in dialog.notice.text
    assert count(seat) == 1
    with pytest.raises(ZeroDivisionError):
        dialog._failed(ZeroDivisionError())  # noqa: SLF001 - as a job would


def test_nothing_chosen_is_nothing_done(seat: Sitting) -> None:
    dialog = opened(seat)

    dialog.table.opened.emit(None)
    dialog._remove()  # noqa: SLF001 - its button is disabled

    assert dialog.findChild(BlockEditor) is None
    assert not seat.desk.undo.can_undo


def test_bookings_inside_a_new_agreement_are_offered_to_be_confirmed(
    seat: Sitting, world: World
) -> None:
    hired.hired(world)
    id_ = hired.book(world)
    dialog = opened(seat)
    dialog.add.click()
    editor = dialog.findChild(BlockEditor)
    assert editor is not None
    editor.what.setCurrentIndex(0)
    editor.weekday.setCurrentIndex(3)
    editor.opens.choose(time(14))
    editor.closes.choose(time(19))
    editor.try_to_save()
    seat.rest()

    offer = dialog.findChild(MessageDialog)
    assert offer is not None
    assert "1 booking waits for the venue's answer" in offer.sentence.text()
    offer.accept()
    seat.rest()

    assert hired.answer(world, id_).said == "yes"
    assert seat.host.said[-1].startswith("Confirmed 1 booking by the standing")
    undo(seat)
    assert hired.answer(world, id_).said == "to ask"
