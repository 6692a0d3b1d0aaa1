"""Changes the weekly hours of a venue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import venue_scene as scene
from tests.ui.venue_scene import WEEK
from ui.desk import Desk
from ui.dialogs.hours_editor import ALIKE, DIFFER, HoursEditor
from ui.marks import COMPLAINT
from venues.database.session import Database
from venues.domain.opening import Stretch


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    """A coordinator's desk; the hub's id is 1 and it is open from Monday to Friday."""
    scene.fill(database)
    with scene.desk(database) as (desk, _told):
        yield desk


def opened(qtbot: QtBot, desk: Desk, room_id: int | None = None) -> HoursEditor:
    hours = scene.details(desk.database, 1).hours.get(room_id, ())
    editor = HoursEditor(
        desk, 1, room_id, "Millbrook Family Hub", hours, scene.window(desk)
    )
    editor.show()
    return editor


def stored(desk: Desk, room_id: int | None = None) -> tuple[Stretch, ...]:
    return scene.details(desk.database, 1).hours.get(room_id, ())


def test_the_week_is_shown_and_nothing_is_changed_yet(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(qtbot, desk)

    assert editor.draft() == WEEK
    assert not editor.changed
    assert editor.alike.value() == ALIKE
    assert not editor.season.isVisible()


def test_hours_are_saved_as_they_were_typed(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(qtbot, desk)
    editor.forms["term"].cells[5, "open"].setText("10-1")

    with qtbot.waitSignal(editor.saved) as told:
        editor.try_to_save()

    saturday = Stretch(5, "open", time(10), time(13))
    assert stored(desk) == (*WEEK, saturday)
    assert told.args == [(WEEK, (*WEEK, saturday))]


def test_a_holiday_week_begins_as_that_of_the_term(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(qtbot, desk)

    editor.alike.choose(DIFFER)
    editor.season.choose("holiday")
    same = editor.forms["holiday"].week() == editor.forms["term"].week()
    editor.forms["holiday"].cells[0, "open"].setText("closed")
    with qtbot.waitSignal(editor.saved):
        editor.try_to_save()

    assert same
    assert [each.season for each in stored(desk) if each.weekday == 0] == ["term"]
    assert {each.season for each in stored(desk) if each.weekday} == {"always"}


def test_weeks_that_differ_are_shown_apart(qtbot: QtBot, desk: Desk) -> None:
    first = opened(qtbot, desk)
    first.alike.choose(DIFFER)
    first.forms["holiday"].cells[0, "open"].setText("closed")
    with qtbot.waitSignal(first.saved):
        first.try_to_save()

    editor = opened(qtbot, desk)

    assert editor.alike.value() == DIFFER
    assert editor.forms["holiday"].cells[0, "open"].text() == "Closed"
    assert editor.draft() == stored(desk)


def test_what_cannot_be_read_is_said_with_its_day_and_season(
    qtbot: QtBot, desk: Desk
) -> None:
    editor = opened(qtbot, desk)
    editor.alike.choose(DIFFER)
    cell = editor.forms["holiday"].cells[1, "open"]
    cell.setText("late")

    editor.try_to_save()

    assert editor.notice.text.startswith("Tuesday, open: “late” is not opening hours")
    assert editor.season.value() == "holiday"
    assert cell.property(COMPLAINT)
    assert cell.text() == "late"


def test_leaving_words_that_mean_nothing_says_so_at_once(
    qtbot: QtBot, desk: Desk
) -> None:
    form = opened(qtbot, desk).forms["term"]
    editor = form.window()
    assert isinstance(editor, HoursEditor)

    form.cells[1, "open"].setText("late")
    form.cells[1, "open"].editingFinished.emit()
    said = editor.notice.text
    form.cells[1, "open"].setText("9-5")
    form.cells[1, "open"].editingFinished.emit()

    assert said.startswith("Tuesday, open")
    assert editor.notice.text == ""


def test_a_room_gets_hours_of_its_own(qtbot: QtBot, desk: Desk) -> None:
    oak = scene.room_id(desk.database, 1, "Oak")
    editor = opened(qtbot, desk, oak)
    editor.forms["term"].fills["usable"].setText("Mon 10-4")

    with qtbot.waitSignal(editor.saved):
        editor.try_to_save()

    assert stored(desk, oak) == (Stretch(0, "usable", time(10), time(16)),)
    assert stored(desk) == WEEK
