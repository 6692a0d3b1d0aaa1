"""What somebody recorded, to be changed or taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.services.evidence.test_needs import NEED, own, recorded
from tests.world import World
from ui.dialogs.own_needs import OwnNeedsDialog
from ui.dialogs.unmet_need import UnmetNeedEditor
from venues.database.session import Database
from venues.domain.unmet import Instead, Missing
from venues.services.evidence import needs


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path)


def opened(seat: Sitting) -> OwnNeedsDialog:
    owner: QWidget = seat.owner()
    dialog = OwnNeedsDialog(seat.desk, owner)
    dialog.show()
    seat.rest()
    return dialog


def shown(dialog: OwnNeedsDialog) -> list[list[str]]:
    model = dialog.table.model()
    return [
        [
            str(model.index(row, column).data() or "")
            for column in range(model.columnCount())
        ]
        for row in range(model.rowCount())
    ]


def test_only_ones_own_are_listed(seat: Sitting, world: World) -> None:
    recorded(world, replace(NEED, missing=(Missing.FULL,), instead=Instead.HOME))
    recorded(world, replace(NEED, district="WA9"), world.colleague)

    dialog = opened(seat)

    (row,) = shown(dialog)
    assert row[0] == "23 November 2026"
    assert row[1:3] == ["2\N{EN DASH}4pm", "A one-to-one session"]
    assert row[3].startswith("Everything suitable is in use; A2")
    assert row[4] == "Held at home or at school"
    dialog.reject()


def test_without_any_it_says_where_they_come_from(seat: Sitting) -> None:
    dialog = opened(seat)

    assert shown(dialog) == []
    assert not dialog.change.isEnabled()
    assert not dialog.withdraw.isEnabled()
    dialog.reject()


def test_one_is_withdrawn_undone_and_withdrawn_again(
    seat: Sitting, world: World
) -> None:
    recorded(world)
    dialog = opened(seat)

    dialog.withdraw.click()
    seat.rest()
    assert own(world) == ()
    assert shown(dialog) == []

    seat.desk.undo.undo()
    seat.rest()
    assert own(world) == (NEED,)
    seat.desk.undo.redo()
    seat.rest()
    assert own(world) == ()
    dialog.reject()


def test_one_is_changed_undone_and_changed_again(seat: Sitting, world: World) -> None:
    recorded(world)
    dialog = opened(seat)

    dialog.change.click()
    editor = dialog.findChild(UnmetNeedEditor)
    assert editor is not None
    editor.ticks[Missing.DISTANCE].setChecked(True)
    with seat.qtbot.waitSignal(editor.saved):
        editor.save.click()
    seat.rest()

    wider = (*NEED.missing, Missing.DISTANCE)
    assert own(world)[0].missing == wider
    seat.desk.undo.undo()
    seat.rest()
    assert own(world)[0].missing == NEED.missing
    seat.desk.undo.redo()
    seat.rest()
    assert own(world)[0].missing == wider
    dialog.reject()


def test_enter_opens_it_too(seat: Sitting, world: World) -> None:
    recorded(world)
    dialog = opened(seat)

    dialog.table.opened.emit(dialog.current())

    editor = dialog.findChild(UnmetNeedEditor)
    assert editor is not None
    assert editor.save.text() == "Save"
    editor.reject()
    dialog.reject()


def test_what_somebody_else_took_away_is_said(seat: Sitting, world: World) -> None:
    stored = recorded(world)
    dialog = opened(seat)
    elsewhere = Database.open(world.database.path)
    with elsewhere.write() as session:
        needs.withdraw(session, stored, world.manager, seat.desk.now().date())
    elsewhere.close()

    dialog.withdraw.click()
    seat.rest()

    assert dialog.notice.text.startswith("This need was changed since you opened it.")
    dialog.reject()
