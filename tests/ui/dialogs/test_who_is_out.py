"""Who is out and where, for those who answer for all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pages.today_scene import button, opened, words
from tests.ui.sitting import Sitting, sit
from tests.venues.services.out_scene import PLACE, THREE, plan, row
from tests.world import World
from ui.dialogs.print_out import OutSheetDialog
from ui.dialogs.who_is_out import WhoIsOutDialog
from venues.services import outing_marks


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path, THREE)


def shown(seat: Sitting) -> WhoIsOutDialog:
    dialog = WhoIsOutDialog(seat.desk, seat.owner())
    dialog.open()
    seat.rest()
    return dialog


def test_today_says_how_many_and_opens_the_list(seat: Sitting, world: World) -> None:
    plan(world)
    page = opened(seat)
    assert "1 out now." in words(page)

    button(page, "Open the list of who is out").click()

    (dialog,) = page.window().findChildren(WhoIsOutDialog)
    assert dialog.table.ordered.rowCount() == 1
    dialog.reject()


def test_it_narrows_to_one_authority(seat: Sitting, world: World) -> None:
    plan(world)
    dialog = shown(seat)

    dialog.authority.setCurrentIndex(dialog.authority.findData(2))
    assert dialog.table.isHidden()
    assert not dialog.copy.isEnabled()
    dialog.authority.setCurrentIndex(0)

    assert dialog.table.ordered.rowCount() == 1


def test_it_follows_what_is_noted_elsewhere(seat: Sitting, world: World) -> None:
    planned = plan(world)
    dialog = shown(seat)
    dialog.table.select(dialog.table.ordered.index(0, 0))

    with world.database.write() as session:
        outing_marks.check_in(session, world.practitioner, planned, now=THREE)
    seat.rest()

    assert dialog.table.ordered.index(0, 5).data() == "In"
    assert dialog.back.isEnabled()


def test_a_manager_who_was_told_checks_somebody_out(
    seat: Sitting, world: World
) -> None:
    planned = plan(world)
    dialog = shown(seat)
    assert not dialog.back.isEnabled()
    dialog.table.select(dialog.table.ordered.index(0, 0))

    dialog.back.click()
    seat.rest()

    assert row(world, planned).checked_out == THREE
    assert dialog.table.isHidden()


def test_what_cannot_be_noted_is_said(seat: Sitting, world: World) -> None:
    planned = plan(world)
    dialog = shown(seat)
    dialog.table.select(dialog.table.ordered.index(0, 0))
    seat.desk.changes.blockSignals(True)  # noqa: FBT003 - as if nobody had told it yet
    with world.database.write() as session:
        outing_marks.check_out(session, world.practitioner, planned, now=THREE)

    dialog.back.click()
    seat.rest()

    assert dialog.notice.text == "They have checked out already."
    assert dialog.table.isHidden()


def test_the_list_is_copied(seat: Sitting, world: World) -> None:
    plan(world)
    dialog = shown(seat)

    dialog.copy.click()

    copied = QApplication.clipboard().text()
    assert copied.startswith("Who\tWhere\tWhen")
    assert PLACE in copied
    assert seat.host.said == ["Copied who is out."]


def test_print_shows_the_sheet_first(seat: Sitting, world: World) -> None:
    plan(world)
    dialog = shown(seat)

    dialog.print.click()
    seat.rest()

    (printing,) = dialog.findChildren(OutSheetDialog)
    assert printing.preview.document is not None
    printing.reject()
