"""More rooms of the same venue."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.buttons import Button
from ui.widgets.roomchips import RoomChips

ROOMS = [(2, "Oak Room"), (3, "Hall")]


@pytest.fixture
def rooms(qtbot: QtBot) -> RoomChips:
    made = RoomChips()
    qtbot.addWidget(made)
    made.offer(ROOMS)
    return made


def test_a_room_is_added_and_offered_no_more(qtbot: QtBot, rooms: RoomChips) -> None:
    with qtbot.waitSignal(rooms.changed):
        rooms.box.activated.emit(2)

    assert rooms.chosen() == (3,)
    left = [rooms.box.itemText(n) for n in range(rooms.box.count())]
    assert left == ["Add a room…", "Oak Room"]


def test_it_is_taken_away_again(qtbot: QtBot, rooms: RoomChips) -> None:
    rooms.choose((2, 3))
    chip = next(b for b in rooms.findChildren(Button) if b.text() == "Hall")
    assert chip.accessibleName() == "Take Hall away again"

    with qtbot.waitSignal(rooms.changed):
        chip.click()

    assert rooms.chosen() == (2,)


def test_rooms_of_another_venue_are_let_go(rooms: RoomChips) -> None:
    rooms.choose((2, 3))

    rooms.offer([(3, "Hall"), (9, "Studio")])

    assert rooms.chosen() == (3,)


def test_with_every_room_taken_there_is_nothing_to_choose(rooms: RoomChips) -> None:
    rooms.choose((2, 3))

    assert rooms.box.isHidden()
