"""Before somebody leaves it is said what is still theirs from that day on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.dialogs.staff_leaving import StaffLeaving, tally
from venues.services.team import members
from venues.services.team.in_hand import Item


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path)


def test_it_is_told_in_numbers() -> None:
    items = [Item(("booking", n)) for n in (1, 2)]
    items += [Item(("outing", 1)), Item(("buddy", 2)), Item(("cases", 1), many=5)]

    assert tally(tuple(items)) == "2 bookings, 2 outings and 5 cases on their list"
    assert tally(()) == "nothing"


def test_a_day_that_cannot_be_read_changes_no_number(
    seat: Sitting, world: World
) -> None:
    with world.database.read() as session:
        one = members.member(session, 1)
    dialog = StaffLeaving(seat.desk, one, seat.owner())
    dialog.open()
    before = dialog.theirs.text()

    dialog.on.changed.emit(None)

    assert before == "Theirs from then on: 1 case on their list."
    assert dialog.theirs.text() == before
