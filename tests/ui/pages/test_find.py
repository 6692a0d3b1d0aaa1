"""Finding a room in the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import delete

from tests.ui.pages import find_scene
from tests.ui.pages.find_scene import Scene, enter, press, reasons, row, settled
from tests.ui.schedule_scene import COLLEAGUE, WILLOW, book
from ui.kinds import Kind
from ui.pages.find_form import AUTHORITIES, WITHIN
from ui.pages.find_results import ORDER
from ui.preferences import TWENTY_FOUR
from ui.widgets.text import Words
from venues.database.models import CaseHours, CaseVenue
from venues.database.session import Database
from venues.domain.rules.attendable import OUTSIDE
from venues.services.finding import Order

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
# A list that pops up asks the screen for what there is none of here.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def scene(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Scene]:
    find_scene.fill(database)
    yield from find_scene.opened(qtbot, database, tmp_path)


@pytest.fixture
def friday(qtbot: QtBot, scene: Scene) -> Scene:
    return find_scene.tomorrow(qtbot, scene)


def test_rooms_appear_as_soon_as_the_page_does(friday: Scene) -> None:
    assert {"Willow Room", "Oak Room", "Small Room"} <= set(friday.names())


def test_the_nearest_room_comes_first(qtbot: QtBot, friday: Scene) -> None:
    enter(friday.page.form.near, "WA2 9AA")
    settled(qtbot, friday)

    far = [match.metres for match in friday.page.results.shown]
    assert far == sorted(far)
    assert friday.page.results.shown[0].room.venue.name == "Lantern Health Centre"


def test_the_order_is_remembered(qtbot: QtBot, friday: Scene) -> None:
    friday.page.results.ordered.emit(Order.CHEAPEST)
    action = friday.page.results.menu.actions()[1]

    action.trigger()
    settled(qtbot, friday)

    assert friday.desk.preferences[ORDER] == Order.CHEAPEST.value
    assert friday.page.form.wish().order is Order.CHEAPEST


def test_what_a_case_needs_is_proposed_and_taken_back(
    qtbot: QtBot, friday: Scene
) -> None:
    form = friday.page.form

    enter(form.subject.case.edit, "WA-20417")
    settled(qtbot, friday)

    assert form.needs.chosen() == ("quiet-space",)
    assert set(friday.names()) == {"Willow Room", "Oak Room"}
    enter(form.subject.case.edit, "")
    assert form.needs.chosen() == ()


def test_its_sector_is_measured_from_until_a_postcode_is_typed(
    qtbot: QtBot, friday: Scene
) -> None:
    form = friday.page.form
    enter(form.subject.case.edit, "WA-20417")
    settled(qtbot, friday)
    by_sector = friday.page.results.shown[0].metres

    enter(form.near, "WA2 9AA")
    settled(qtbot, friday)

    assert by_sector is not None
    assert friday.page.results.shown[0].metres != by_sector


def test_with_some_flexibility_rooms_at_another_start_join(
    qtbot: QtBot, scene: Scene
) -> None:
    form = scene.page.form
    form.flexible.setCurrentIndex(form.flexible.findData(60))
    enter(form.start, "4pm")
    settled(qtbot, scene)

    rows = {each.name: each.start for each in scene.page.results.list.rooms.rows}
    assert rows["Willow Room"] == "at 4:30pm"


def test_one_change_frees_some_of_a_group(qtbot: QtBot, friday: Scene) -> None:
    with friday.database.write() as session:
        book(session, WILLOW, 4, (15, 0), (16, 0), "SUP", COLLEAGUE)
    settled(qtbot, friday)
    assert reasons(friday)["Booked"] == (
        "1 room: in use at that time, free from 4pm",
        "Try 4pm",
    )

    row(friday, "Booked").link.click()
    settled(qtbot, friday)

    assert friday.page.form.start.currentText() == "4:00pm"
    assert "Willow Room" in friday.names()


def test_a_group_opens_to_every_reason_of_each_room(
    qtbot: QtBot, friday: Scene
) -> None:
    friday.page.form.people.setValue(5)
    friday.page.form.needs.choose(("quiet-space",))
    settled(qtbot, friday)

    line = row(friday, "Must have").line
    line.setFocus()
    press(qtbot, Key.Key_Right)

    opened = [label.text() for label in row(friday, "Must have").findChildren(Words)]
    assert any(
        "Quiet space needed." in text and "5 people, 4 seats." in text
        for text in opened
    )


def test_for_a_person_only_other_places_are_offered(
    qtbot: QtBot, friday: Scene
) -> None:
    with friday.database.write() as session:
        session.add(CaseVenue(case_id=2, venue_id=1, since=find_scene.NOW.date()))
        book(session, WILLOW, 4, (15, 0), (16, 0), "SUP", COLLEAGUE)
    form = friday.page.form
    form.flexible.setCurrentIndex(form.flexible.findData(180))
    enter(form.subject.case.edit, "WA-20417")
    settled(qtbot, friday)

    words, link = reasons(friday)["This case"]
    assert words == "3 rooms: the venue is not available for this case at this time"
    assert link == "Other places"
    assert not {"Willow Room", "Oak Room"} & set(friday.names())
    details = [why for _, why in row(friday, "This case").reason.rooms]
    assert {why.partition(" Choose")[0] for why in details} == {
        "This venue is not available for this case at this time."
    }
    assert not any("pm" in why for why in details)

    row(friday, "This case").link.click()
    settled(qtbot, friday)
    assert "This case" not in reasons(friday)


def test_a_courts_hours_refuse_in_the_words_in_which_others_warn(
    qtbot: QtBot, friday: Scene
) -> None:
    said = {}
    for court in (True, False):
        with friday.database.write() as session:
            session.execute(delete(CaseHours))
            session.add(
                CaseHours(
                    case_id=2,
                    weekday=4,
                    opens=time(9),
                    closes=time(12),
                    court_condition=court,
                )
            )
        enter(friday.page.form.subject.case.edit, "WA-20417")
        settled(qtbot, friday)
        said[court] = friday.names(), reasons(friday)

    names, why = said[True]
    assert names == []
    assert why["Worker"] == (
        "2 rooms: outside the hours recorded for this case, 1 free at 11am",
        "Try 11am",
    )
    assert set(said[False][0]) == {"Willow Room", "Oak Room"}
    assert "Worker" not in said[False][1]
    assert [each.message for each in friday.page.results.shown[0].warnings] == [OUTSIDE]


def test_the_copied_text_says_nothing_of_whom_it_is_for(
    qtbot: QtBot, friday: Scene
) -> None:
    enter(friday.page.form.subject.case.edit, "WA-20417")
    enter(friday.page.form.near, "WA2 9AA")
    settled(qtbot, friday)

    friday.page.copying.click()

    text = QGuiApplication.clipboard().text()
    assert "Willow Room, Millbrook Family Hub, Warrington: 3:30pm to 4:30pm" in text
    for secret in ("20417", "WA2", "mile", "Child", "child", "Supervision", "Quiet"):
        assert secret not in text
    assert "20417" not in friday.window.windowTitle()


def test_a_search_is_written_down_once_when_the_page_is_left(
    qtbot: QtBot, friday: Scene
) -> None:
    assert friday.searches() == []

    friday.window.show_page("venues")
    settled(qtbot, friday)
    friday.window.show_page("find")
    friday.window.show_page("venues")
    settled(qtbot, friday)

    assert friday.searches() == ["left"]


def test_to_look_at_the_page_is_no_search(qtbot: QtBot, scene: Scene) -> None:
    scene.window.show_page("venues")
    settled(qtbot, scene)

    assert scene.searches() == []


def test_blanking_the_screen_does_not_leave_the_page(
    qtbot: QtBot, friday: Scene
) -> None:
    friday.window.blank()
    settled(qtbot, friday)

    assert friday.searches() == []


def test_closing_the_window_writes_the_search_down_in_time(friday: Scene) -> None:
    friday.window.close()

    assert friday.searches() == ["left"]


def test_only_what_tells_nothing_about_anybody_is_remembered(
    qtbot: QtBot, friday: Scene, tmp_path: Path
) -> None:
    form = friday.page.form
    form.authorities.choose(("1", "2"))
    form.within.setCurrentIndex(form.within.findData(5))
    enter(form.subject.case.edit, "WA-20417")
    enter(form.near, "WA2 9AA")
    settled(qtbot, friday)

    kept = friday.desk.preferences
    kept.save()
    assert (kept[AUTHORITIES], kept[WITHIN]) == (("1", "2"), 5)
    file = (tmp_path / "settings.ini").read_text()
    assert "20417" not in file
    assert "WA2" not in file


def test_another_pcs_booking_appears_and_the_choice_stays(
    qtbot: QtBot, friday: Scene
) -> None:
    view = friday.page.results.list
    view.setCurrentIndex(view.rooms.index(2))
    chosen = view.chosen()
    assert chosen is not None
    other = next(m for m in friday.page.results.shown if m.room.id == WILLOW)

    with friday.database.write() as session:
        book(session, other.room.id, 4, (15, 0), (17, 0), "SUP", COLLEAGUE)
    qtbot.waitUntil(lambda: "Willow Room" not in friday.names())

    assert view.chosen() is not None
    assert view.chosen().room == chosen.room


def test_the_badge_says_whose_list_a_reference_is_on(
    qtbot: QtBot, friday: Scene
) -> None:
    case = friday.page.form.subject.case

    for typed, kind, words in (
        ("WA-20417", Kind.GOOD, "On your list"),
        ("WA-99999", Kind.QUIET, "New, not confirmed"),
        ("WA-30103", Kind.BAD, "Not on your list"),
    ):
        enter(case.edit, typed)
        assert (case.badge.kind, case.badge.text()) == (kind, words)


def test_everything_that_takes_the_keyboard_has_a_name(friday: Scene) -> None:
    assert find_scene.nameless(friday.page) == []


def test_times_are_written_as_the_settings_say(qtbot: QtBot, friday: Scene) -> None:
    friday.window.show_page("venues")
    friday.desk.preferences[TWENTY_FOUR] = True
    friday.window.show_page("find")
    settled(qtbot, friday)

    assert friday.page.form.start.currentText() == "15:30"
    assert "15:30 to 16:30" in friday.page.results.sentence.text()


def test_rooms_near_a_venue_are_looked_for_there(qtbot: QtBot, friday: Scene) -> None:
    friday.window.show_page("find", near="WA2 9AA")
    settled(qtbot, friday)

    assert friday.page.form.near.text() == "WA2 9AA"
    assert friday.page.results.shown[0].room.venue.name == "Lantern Health Centre"
