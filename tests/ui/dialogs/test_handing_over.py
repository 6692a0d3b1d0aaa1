"""Work goes to one colleague or to several, and says why it cannot go somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.services.team.test_in_hand import book, outing
from tests.world import NOW, THURSDAY, TODAY, World
from ui.dialogs.handing_over import HandingOver
from venues.services.team import in_hand, members


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path)


@pytest.fixture
def dialog(seat: Sitting, world: World) -> HandingOver:
    book(world)
    outing(world, 1, None, THURSDAY)
    outing(world, 3, 1, THURSDAY)
    with world.database.read() as session:
        found = in_hand.items(session, world.coordinator, 1, since=TODAY, now=NOW)
        giver, *takers = (members.member(session, id_) for id_ in (1, 2, 3))
    made = HandingOver(seat.desk, giver, found, takers, seat.owner())
    made.open()
    return made


def test_it_says_when_and_where_and_not_what_about(dialog: HandingOver) -> None:
    names = [box.accessibleName() for box in dialog.boxes.values()]

    assert names == [
        "Who takes: Thu 26 Nov 2026, 3pm to 4pm, Willow Room, Millbrook (B-10001)",
        "Who takes: Out alone on Thu 26 Nov 2026, 10am to 11am",
        "Who takes: Waits to hear from somebody on Thu 26 Nov 2026, 10am to 11am",
        "Who takes: 1 case on their list",
    ]


def test_one_by_one_the_rest_stays(
    seat: Sitting, dialog: HandingOver, world: World
) -> None:
    box = dialog.boxes["booking", 1]
    box.setCurrentIndex(box.findData(3))
    done: list[object] = []
    dialog.saved.connect(done.append)
    dialog.try_to_save()
    seat.rest()

    assert len(done) == 1
    with world.database.read() as session:
        left = in_hand.items(session, world.coordinator, 1, since=TODAY, now=NOW)
    assert [each.key[0] for each in left] == ["outing", "buddy", "cases"]


def test_nobody_chosen_is_said(dialog: HandingOver) -> None:
    dialog.try_to_save()

    assert dialog.notice.text == "Choose a colleague for at least one of these."


def test_why_something_cannot_go_there_stands_beneath_it(
    seat: Sitting, dialog: HandingOver
) -> None:
    dialog.all.setCurrentIndex(dialog.all.findData(3))
    dialog.all.activated.emit(dialog.all.currentIndex())
    dialog.try_to_save()
    seat.rest()

    assert dialog.notice.text.startswith("Nothing is handed over yet.")
    said = dialog.said["buddy", 2]
    assert said.text() == "Nobody waits for themselves."
    assert said.isVisible()
    assert dialog.boxes["buddy", 2].hasFocus()
    dialog.boxes["buddy", 2].setCurrentIndex(0)
    dialog.try_to_save()
    assert not said.isVisible()
    seat.rest()
