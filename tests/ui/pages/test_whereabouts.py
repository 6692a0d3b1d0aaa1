"""Where somebody comes from: used to measure, and dropped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import enter
from ui.desk import Desk
from ui.pages.whereabouts import NOT_YET, OUTSIDE, Whereabouts
from ui.widgets.field import Field
from venues.database.session import Database
from venues.domain.places import Point


@pytest.fixture
def desk(database: Database, tmp_path: Path) -> Desk:
    return find_scene.desk(database, tmp_path)


@pytest.fixture
def field(qtbot: QtBot) -> Field:
    made = Field("Near", QLineEdit())
    qtbot.addWidget(made)
    return made


def near(desk: Desk, field: Field) -> Whereabouts:
    entry = field.entry
    assert isinstance(entry, QLineEdit)
    return Whereabouts(desk, entry, field)


def test_a_postcode_gives_its_place_and_district(desk: Desk, field: Field) -> None:
    where = near(desk, field)

    enter(field.entry, "wa29aa")

    assert where.read([]) == (Point(360_800, 390_000), "WA2")
    assert field.complaint == ""


def test_without_one_the_cases_sector_counts(desk: Desk, field: Field) -> None:
    where = near(desk, field)

    assert where.read(["", "WA2 9"]) == (Point(363_200, 390_000), "WA2")
    assert field.entry.accessibleDescription() == (
        "From WA2 9, as recorded for this case."
    )


def test_with_neither_nothing_is_measured(desk: Desk, field: Field) -> None:
    assert near(desk, field).read(["CH1 1"]) == (None, "")


def test_half_a_postcode_is_complained_of_only_when_it_is_left(
    desk: Desk, field: Field
) -> None:
    where = near(desk, field)
    field.entry.setText("WA2")
    assert field.complaint == ""
    assert where.read(["WA2 9"]) == (None, "")

    field.entry.editingFinished.emit()

    assert field.complaint.startswith("That is not a whole postcode.")


def test_outside_is_a_hint_and_no_complaint(desk: Desk, field: Field) -> None:
    where = near(desk, field)

    enter(field.entry, "L1 8JQ")

    assert where.read([])[1] == "L1"
    assert field.entry.accessibleDescription() == OUTSIDE
    assert field.complaint == ""


def test_until_postcodes_are_known_it_says_so(desk: Desk, field: Field) -> None:
    where = near(replace(desk, gazetteer=lambda: None), field)

    enter(field.entry, "WA2 9AA")

    assert where.read([]) == (None, "")
    assert field.entry.accessibleDescription() == NOT_YET
    assert field.complaint == ""
