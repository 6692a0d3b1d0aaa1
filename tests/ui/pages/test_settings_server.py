"""What is put down of the server's backups."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.pages.settings_server import ServerCard

NAME = "Last backup of the server"


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.coordinator, tmp_path)


def test_a_backup_is_noted_and_taken_back(seat: Sitting) -> None:
    card = ServerCard(seat.desk)
    seat.show(card)
    assert card.facts.words()[NAME].startswith("Nobody has said yet.")
    card.date.setText("today")
    card.time.setEditText("02:00")

    card.note.click()
    seat.rest()
    assert card.facts.words()[NAME] == "Monday 23 November 2026, 2am"
    assert seat.host.said == ["Noted. [Undo]"]
    seat.desk.undo.undo()
    seat.rest()

    assert card.facts.words()[NAME].startswith("Nobody has said yet.")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("tomorrow", "That is still to come."),
        ("some day", "is not a date. Type it like"),
    ],
)
def test_a_day_that_cannot_be_is_said(seat: Sitting, day: str, said: str) -> None:
    card = ServerCard(seat.desk)
    seat.show(card)
    card.date.setText(day)

    card.note.click()
    seat.rest()

    assert said in card.notice.text + card.fields["when"].complaint
    assert seat.host.said == []


def test_others_read_it(seat: Sitting, world: World) -> None:
    card = ServerCard(seat.desk.for_viewer(world.practitioner))
    seat.show(card)

    assert not card.note.isVisible()
