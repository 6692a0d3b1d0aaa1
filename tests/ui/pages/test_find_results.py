"""What was found, and the ways out of what was not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import Scene, enter, reasons, row, settled
from tests.ui.schedule_scene import COLLEAGUE, OAK, WILLOW, book
from ui.dialogs.message import MessageDialog
from ui.pages.find_results import FindResults
from ui.widgets.reasons import ReasonRow
from venues.database.models import CaseVenue
from venues.database.session import Database
from venues.services import finding, second_look


@pytest.fixture
def scene(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Scene]:
    find_scene.fill(database)
    for each in find_scene.opened(qtbot, database, tmp_path):
        yield find_scene.tomorrow(qtbot, each)


@pytest.fixture
def results(qtbot: QtBot, scene: Scene) -> FindResults:
    made = FindResults(scene.desk)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def test_the_first_look_shows_rooms_and_the_second_what_helps(
    scene: Scene, results: FindResults
) -> None:
    with scene.database.write() as session:
        book(session, WILLOW, 4, (15, 0), (16, 0), "SUP", COLLEAGUE)
    viewer, now = scene.desk.viewer, find_scene.NOW
    with scene.database.read() as session:
        found = finding.rooms(session, scene.page.form.wish(), viewer, today=now)
        second = second_look.look(session, found, viewer, now=now)

    results.show_found(found)
    assert results.shown
    assert not row_of(results, "Booked").link.isVisible()

    results.show_second(second)
    assert row_of(results, "Booked").link.text() == "Try 4pm"


def row_of(results: FindResults, tag: str) -> ReasonRow:
    return next(each for each in results.reasons.rows() if each.reason.tag == tag)


def test_words_stand_in_the_place_of_rooms(scene: Scene, results: FindResults) -> None:
    results.say("Nothing is looked for yet", "See beside the fields.")

    assert results.shown == []
    assert results.empty.isVisible()
    assert not results.sort.isVisible()


def test_when_nothing_fits_alternatives_get_the_keyboard(
    qtbot: QtBot, scene: Scene
) -> None:
    scene.page.form.needs.choose(("quiet-space",))
    with scene.database.write() as session:
        for room in (WILLOW, OAK):
            book(session, room, 4, (15, 0), (17, 0), "SUP", COLLEAGUE)
    settled(qtbot, scene)

    scene.page.results.choose_first()

    buttons = scene.page.results.alternatives.buttons
    assert buttons[0].hasFocus()
    assert [button.text().partition(". ")[2] for button in buttons] == [
        "5pm to 6pm, later that day",
        "Saturday 28 November, 3:30pm",
    ]


def test_tab_goes_through_the_alternatives_before_what_does_not_fit(
    qtbot: QtBot, scene: Scene
) -> None:
    scene.page.form.needs.choose(("quiet-space",))
    with scene.database.write() as session:
        for room in (WILLOW, OAK):
            book(session, room, 4, (15, 0), (17, 0), "SUP", COLLEAGUE)
    settled(qtbot, scene)
    buttons = scene.page.results.alternatives.buttons
    buttons[0].setFocus()

    find_scene.press(qtbot, Qt.Key.Key_Tab)
    second = find_scene.focused()
    find_scene.press(qtbot, Qt.Key.Key_Tab)

    assert second is buttons[1]
    assert find_scene.focused() is scene.page.results.reasons.rows()[0].line


def test_an_alternative_opens_the_booking_page_at_its_time(
    qtbot: QtBot, scene: Scene
) -> None:
    scene.page.form.needs.choose(("quiet-space",))
    with scene.database.write() as session:
        for room in (WILLOW, OAK):
            book(session, room, 4, (15, 0), (17, 0), "SUP", COLLEAGUE)
    settled(qtbot, scene)

    scene.page.results.alternatives.buttons[0].click()
    settled(qtbot, scene)

    assert scene.booking.isVisible()
    assert scene.booking.form.time.period().starts.hour == 17


def test_other_places_hide_their_group_until_something_else_is_asked(
    qtbot: QtBot, scene: Scene
) -> None:
    with scene.database.write() as session:
        session.add(CaseVenue(case_id=2, venue_id=1, since=find_scene.NOW.date()))
    enter(scene.page.form.subject.case.edit, "WA-20417")
    scene.page.form.needs.choose(())
    settled(qtbot, scene)
    row(scene, "This case").link.click()
    assert "This case" not in reasons(scene)

    scene.page.search()
    settled(qtbot, scene)
    assert "This case" not in reasons(scene)

    scene.page.form.people.setValue(2)
    settled(qtbot, scene)
    assert "This case" in reasons(scene)


def test_the_same_answer_again_moves_nothing(
    qtbot: QtBot, scene: Scene, results: FindResults
) -> None:
    with scene.database.read() as session:
        found = finding.rooms(
            session, scene.page.form.wish(), scene.desk.viewer, today=find_scene.NOW
        )
    results.show_found(found)

    with qtbot.assertNotEmitted(results.list.rooms.modelReset, wait=20):
        results.show_found(replace(found))


def test_a_room_in_use_can_be_asked_for(qtbot: QtBot, scene: Scene) -> None:
    with scene.database.write() as session:
        book(session, WILLOW, 4, (15, 0), (17, 0), "SUP", COLLEAGUE)
    settled(qtbot, scene)
    results = scene.page.results
    row = row_of(results, "Booked")
    row.line.click()

    row.asked.emit(WILLOW)

    dialog = results.findChild(MessageDialog)
    assert dialog is not None
    assert dialog.accessibleName() == "Ask for Willow Room?"
    dialog.reject()
    results.say("Nothing is looked for yet", "")
    results.reasons.asked.emit(WILLOW)
