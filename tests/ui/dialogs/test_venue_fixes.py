"""What would open most rooms, over all venues."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.venues.assessed import assess_all, checklist
from tests.world import OAK, STUDY, TODAY, WILLOW, World
from ui.dialogs.venue_fixes import FixesDialog
from venues.database.models import Answer, Criterion
from venues.services import catalogue_list, suitability
from venues.services.catalogue_list import Wanted

ROOMS = {WILLOW: 1, OAK: 1, STUDY: 2}


@pytest.fixture
def seen(world: World) -> World:
    """The small world, its first two venues seen and good in everything."""
    with world.database.write() as session:
        checklist(session)
        assess_all(session, ROOMS, date(2026, 6, 4))
    return world


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """The page behind."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(parent: QWidget, world: World, only: set[int] | None = None) -> FixesDialog:
    with world.database.read() as session:
        standing = suitability.of_all(session, today=TODAY)
        rows = catalogue_list.find(session, Wanted(among=only), today=TODAY)
    dialog = FixesDialog(rows, standing, parent)
    dialog.show()
    return dialog


def cells(dialog: FixesDialog, row: int = 0) -> list[Any]:
    model = dialog.table.ordered
    return [model.index(row, column).data() for column in range(3)]


def spoil(world: World, code: str, value: str) -> None:
    with world.database.write() as session:
        rows = session.query(Answer).join(Criterion).filter(Criterion.code == code)
        for row in rows:
            row.value = value


def test_the_most_useful_thing_comes_first_and_says_where(
    parent: QWidget, seen: World
) -> None:
    spoil(seen, "C1", "0")

    dialog = opened(parent, seen, {1, 2})
    what, opens, where = cells(dialog)

    assert what.startswith("Put right: ")
    assert opens.endswith("of appointment, in 3 rooms")
    assert where == "Millbrook, Library"


def test_where_all_is_well_it_says_so(parent: QWidget, seen: World) -> None:
    dialog = opened(parent, seen, {1, 2})

    assert dialog.table.isHidden()
    assert dialog.show_venue.isHidden()
    assert dialog.chosen() is None


def test_it_leads_to_a_venue(qtbot: QtBot, parent: QWidget, seen: World) -> None:
    spoil(seen, "C1", "0")
    dialog = opened(parent, seen, {1})

    with qtbot.waitSignal(dialog.wanted) as told:
        dialog.show_venue.click()

    assert told.args == [1]


def test_what_nobody_has_looked_at_opens_nothing_by_itself(
    parent: QWidget, world: World
) -> None:
    with world.database.write() as session:
        checklist(session)

    what, opens, _ = cells(opened(parent, world))

    assert what.startswith("Find out: ")
    assert opens.startswith("Not enough alone")
