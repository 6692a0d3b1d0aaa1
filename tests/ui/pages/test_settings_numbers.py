"""The numbers of the rules: saved when a field is left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.pages.settings_numbers import NumbersSection
from venues.services import settings


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


@pytest.fixture
def section(seat: Sitting) -> NumbersSection:
    made = NumbersSection(seat.desk)
    seat.show(made)
    return made


def box(section: NumbersSection, name: str) -> QLineEdit:
    entry = section.fields[name].entry
    assert isinstance(entry, QLineEdit)
    return entry


def put(qtbot: QtBot, section: NumbersSection, name: str, text: str) -> None:
    """Type it in and leave the field."""
    entry = box(section, name)
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Tab)


def stored(world: World, name: str) -> object:
    with world.database.read() as session:
        return getattr(settings.read(session), name)


def test_a_number_is_saved_when_its_field_is_left_and_can_be_undone(
    qtbot: QtBot, seat: Sitting, section: NumbersSection, world: World
) -> None:
    put(qtbot, section, "travel_miles", "4 miles")
    seat.rest()

    assert stored(world, "travel_miles") == 4
    assert box(section, "travel_miles").text() == "4"
    assert seat.host.said == ["Saved. [Undo]"]
    seat.desk.undo.undo()
    seat.rest()
    assert stored(world, "travel_miles") == 3
    assert box(section, "travel_miles").text() == "3"
    seat.desk.undo.redo()
    seat.rest()
    assert stored(world, "travel_miles") == 4


def test_a_choice_is_saved_when_it_is_made_and_can_be_undone(
    qtbot: QtBot, seat: Sitting, section: NumbersSection, world: World
) -> None:
    choice = section.fields["provisional_due"].entry
    assert isinstance(choice, QComboBox)
    assert choice.currentText() == "Kept, and listed as urgent"

    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    seat.rest()

    assert stored(world, "provisional_due") == "release"
    assert seat.host.said == ["Saved. [Undo]"]
    seat.desk.undo.undo()
    seat.rest()
    assert stored(world, "provisional_due") == "keep"
    assert choice.currentText() == "Kept, and listed as urgent"


def test_others_read_what_was_chosen(
    qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    for seat in sit(qtbot, world.database, world.practitioner, tmp_path):
        section = NumbersSection(seat.desk)
        said = section.facts["Meetings with conditions"].words().values()
        assert "Kept, and listed as urgent" in said


def test_what_cannot_be_used_is_said_and_the_keyboard_goes_on(
    qtbot: QtBot, seat: Sitting, section: NumbersSection, world: World
) -> None:
    put(qtbot, section, "travel_miles", "far")
    seat.rest()

    field = section.fields["travel_miles"]
    assert "Type it like 3" in field.complaint
    assert box(section, "travel_miles").text() == "far"
    assert not box(section, "travel_miles").hasFocus()
    assert stored(world, "travel_miles") == 3


def test_leaving_a_field_as_it_was_saves_nothing(
    qtbot: QtBot, seat: Sitting, section: NumbersSection
) -> None:
    put(qtbot, section, "travel_miles", "3")
    put(qtbot, section, "travel_miles", "3.0")
    seat.rest()

    assert seat.host.said == []
    assert not seat.desk.undo.can_undo
    assert box(section, "travel_miles").text() == "3"


def test_pattern_and_example_may_be_changed_one_after_the_other(
    qtbot: QtBot, seat: Sitting, section: NumbersSection, world: World
) -> None:
    put(qtbot, section, "case_pattern", r"\d{6}")
    seat.rest()
    assert "does not fit" in section.fields["case_pattern"].complaint

    put(qtbot, section, "case_example", "204176")
    seat.rest()

    assert stored(world, "case_pattern") == r"\d{6}"
    assert section.fields["case_pattern"].complaint == ""


def test_a_field_left_while_another_is_saved_is_saved_after_it(
    qtbot: QtBot, seat: Sitting, section: NumbersSection, world: World
) -> None:
    put(qtbot, section, "travel_miles", "4")
    put(qtbot, section, "buffer_family", "90")
    seat.rest()

    assert stored(world, "travel_miles") == 4
    assert stored(world, "buffer_family") == 90


def test_a_change_made_elsewhere_appears_but_not_over_what_is_typed(
    qtbot: QtBot, seat: Sitting, section: NumbersSection, world: World
) -> None:
    box(section, "marking").setText("Half typed")

    with world.database.write() as session:
        typed = {"travel_miles": "7", "marking": "OFFICIAL"}
        settings.save(session, world.manager, typed)
    seat.rest()

    assert box(section, "travel_miles").text() == "7"
    assert box(section, "marking").text() == "Half typed"


def test_others_read_them(seat: Sitting, world: World) -> None:
    section = NumbersSection(seat.desk.for_viewer(world.practitioner))
    seat.show(section)

    assert section.fields == {}
    assert section.facts["Keeping apart"].words()["Group conflict"] == "90 minutes"
    with world.database.write() as session:
        settings.save(session, world.manager, {"buffer_group_conflict": "120"})
    seat.rest()
    assert section.facts["Keeping apart"].words()["Group conflict"] == "120 minutes"
