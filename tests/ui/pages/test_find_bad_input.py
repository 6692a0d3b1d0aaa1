"""What cannot be used is said beside its field, and nothing is lost or written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import Scene, enter, settled
from tests.ui.schedule_scene import COORDINATOR
from venues.database.session import Database


@pytest.fixture
def friday(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Scene]:
    find_scene.fill(database)
    for scene in find_scene.opened(qtbot, database, tmp_path):
        yield find_scene.tomorrow(qtbot, scene)


BAD_INPUT: dict[str, tuple[Callable[[Scene], None], str, str]] = {
    "a date that is none": (
        lambda scene: enter(scene.page.form.date, "soon"),
        "date",
        "“soon” is not a date.",
    ),
    "yesterday": (
        lambda scene: enter(scene.page.form.date, "25/11/2026"),
        "date",
        "That time has passed. Choose today or later.",
    ),
    "a time that is none": (
        lambda scene: enter(scene.page.form.start, "25:00"),
        "starts",
        "“25:00” is not a time.",
    ),
    "no time": (
        lambda scene: enter(scene.page.form.start, ""),
        "starts",
        "Type a time, like 3:30pm or 15:30.",
    ),
    "a time the clocks skip": (
        lambda scene: (
            enter(scene.page.form.date, "28/03/2027"),
            enter(scene.page.form.start, "01:30"),
        ),
        "starts",
        "The clocks go forward that night, so 1:30am does not exist",
    ),
    "past midnight": (
        lambda scene: enter(scene.page.form.start, "23:30"),
        "ends",
        "It runs past midnight.",
    ),
    "a length that is none": (
        lambda scene: enter(scene.page.form.length, "long"),
        "ends",
        "“long” is not a length of time.",
    ),
    "nobody": (
        lambda scene: scene.page.form.people.setValue(0),
        "people",
        "Say how many people come, from 1 to 500.",
    ),
    "a malformed reference": (
        lambda scene: enter(scene.page.form.subject.case.edit, "20417"),
        "case",
        "That is not a case reference.",
    ),
    "somebody else's reference": (
        lambda scene: enter(scene.page.form.subject.case.edit, "WA-30103"),
        "case",
        "Not on your list. Ask the coordinator.",
    ),
    "half a postcode": (
        lambda scene: enter(scene.page.form.near, "WA2"),
        "near",
        "That is not a whole postcode.",
    ),
    "a postcode that does not exist": (
        lambda scene: enter(scene.page.form.near, "WA1 1AA"),
        "near",
        "There is no postcode WA1 1AA in the list.",
    ),
}


@pytest.mark.parametrize("what", BAD_INPUT)
def test_bad_input_gets_its_sentence_beside_its_field(
    qtbot: QtBot, friday: Scene, what: str
) -> None:
    do, field, sentence = BAD_INPUT[what]
    rows = friday.bookings(), friday.searches()

    do(friday)
    settled(qtbot, friday)

    complaints = {
        name: each.complaint
        for name, each in friday.page.form.fields.items()
        if each.complaint
    }
    assert list(complaints) == [field]
    assert complaints[field].startswith(sentence)
    assert (friday.bookings(), friday.searches()) == rows
    friday.page.form.submit()
    assert not friday.page.booking.isVisible()


def test_what_was_typed_stays_when_it_cannot_be_read(
    qtbot: QtBot, friday: Scene
) -> None:
    enter(friday.page.form.start, "25:00")
    enter(friday.page.form.near, "WA1 1AA")
    settled(qtbot, friday)

    assert friday.page.form.start.currentText() == "25:00"
    assert friday.page.form.near.text() == "WA1 1AA"


def test_a_postcode_outside_is_said_to_be_and_measured_from(
    qtbot: QtBot, friday: Scene
) -> None:
    enter(friday.page.form.near, "L1 8JQ")
    settled(qtbot, friday)

    field = friday.page.form.fields["near"]
    assert not field.complaint
    assert field.entry.accessibleDescription().startswith("Outside the four")
    assert friday.page.results.shown[0].metres is not None


def test_an_empty_catalogue_says_what_to_do(
    qtbot: QtBot, database: Database, tmp_path: Path
) -> None:
    find_scene.fill_people(database)
    for scene in find_scene.opened(qtbot, database, tmp_path, COORDINATOR):
        words = [each.text() for each in scene.page.results.empty.findChildren(QLabel)]
        assert "There are no venues yet" in words
        assert "Add one on the Venues page." in words

        scene.page.results.empty.button.click()

        assert scene.host.shown[-1] == ("venues", {})
