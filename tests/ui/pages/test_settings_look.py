"""How Venues looks, for one person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.pages.settings_look import LookSection
from ui.preferences import IDLE_MINUTES, LOOK, TEXT_SIZE, TWENTY_FOUR


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path)


def opened(seat: Sitting) -> LookSection:
    section = LookSection(seat.desk)
    seat.show(section)
    return section


def test_each_choice_is_kept_at_once(seat: Sitting) -> None:
    section, kept = opened(seat), seat.desk.preferences

    section.look.segment("dark").click()
    section.text_size.segment("150").click()
    section.clock.click()
    section.idle.setCurrentText("never")

    assert (kept[LOOK], kept[TEXT_SIZE]) == ("dark", 150)
    assert (kept[TWENTY_FOUR], kept[IDLE_MINUTES]) == (True, 0)


def test_what_holds_is_shown(seat: Sitting) -> None:
    kept = seat.desk.preferences
    kept[LOOK], kept[TEXT_SIZE] = "contrast", 200
    kept[TWENTY_FOUR], kept[IDLE_MINUTES] = True, 30

    section = opened(seat)

    assert section.look.value() == "contrast"
    assert section.text_size.value() == "200"
    assert section.clock.isChecked()
    assert section.idle.currentText() == "after 30 minutes"


def test_a_value_from_elsewhere_shows_its_nearest(seat: Sitting) -> None:
    kept = seat.desk.preferences
    kept[LOOK], kept[TEXT_SIZE], kept[IDLE_MINUTES] = "pink", 160, 7

    section = opened(seat)

    assert section.look.value() == "system"
    assert section.text_size.value() == "150"
    assert section.idle.currentText() == "after 7 minutes"


def test_it_follows_a_change_made_elsewhere(seat: Sitting) -> None:
    section = opened(seat)

    seat.desk.preferences[LOOK] = "light"

    assert section.look.value() == "light"
