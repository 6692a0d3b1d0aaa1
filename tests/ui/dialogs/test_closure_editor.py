"""Closes a venue, or one of its rooms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import venue_scene as scene
from tests.venues.services import millbrook
from ui.desk import Desk
from ui.dialogs.closure_editor import ClosureEditor
from venues.database.session import Database
from venues.services.venue_drafts import ClosureDraft


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    """A coordinator's desk; the hub's id is 1."""
    scene.fill(database)
    with scene.desk(database) as (desk, _told):
        yield desk


def opened(
    qtbot: QtBot, desk: Desk, closure: ClosureDraft | None = None
) -> ClosureEditor:
    rooms = scene.details(desk.database, 1).rooms
    editor = ClosureEditor(desk, 1, rooms, closure, scene.window(desk))
    editor.show()
    return editor


def saved(qtbot: QtBot, editor: ClosureEditor) -> ClosureDraft:
    with qtbot.waitSignal(editor.saved) as told:
        editor.try_to_save()
    after: ClosureDraft = told.args[0][1]
    return after


def test_whole_days_end_with_the_last_one(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(qtbot, desk)
    editor.first.choose(date(2026, 12, 3))
    editor.last.choose(date(2026, 12, 4))
    editor.reason.setText("painting")

    closure = saved(qtbot, editor)

    assert (closure.starts, closure.ends) == (
        datetime(2026, 12, 3),
        datetime(2026, 12, 5),
    )
    assert closure.room_id is None


def test_hours_are_asked_for_when_the_days_are_not_whole(
    qtbot: QtBot, desk: Desk
) -> None:
    editor = opened(qtbot, desk)
    hidden = editor.starts.isVisible()
    editor.whole.setChecked(False)
    editor.what.setCurrentIndex(editor.what.findText("Oak"))
    editor.starts.choose(time(9))
    editor.ends.choose(time(12))
    editor.reason.setText("painting")

    closure = saved(qtbot, editor)

    assert not hidden
    assert (closure.starts, closure.ends) == (
        datetime(2026, 11, 23, 9),
        datetime(2026, 11, 23, 12),
    )
    assert closure.room_id == scene.room_id(desk.database, 1, "Oak")


def test_a_later_first_day_takes_the_last_day_along(qtbot: QtBot, desk: Desk) -> None:
    editor = opened(qtbot, desk)

    editor.first.choose(date(2026, 12, 3))
    pushed = editor.last.value()
    editor.last.setText("someday")
    editor.first.choose(date(2026, 12, 9))

    assert pushed == date(2026, 12, 3)
    assert editor.last.text() == "someday"


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("reason", {}, "Say why it is closed"),
        ("first", {"first": "someday"}, "not a date"),
        ("last", {"last": "1 Nov 2026"}, "before the first"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    qtbot: QtBot, desk: Desk, field: str, typed: dict[str, str], sentence: str
) -> None:
    editor = opened(qtbot, desk)
    for name, words in typed.items():
        getattr(editor, name).setText(words)

    editor.try_to_save()
    scene.until(qtbot, lambda: editor.fields[field].complaint)

    assert sentence in editor.fields[field].complaint


def test_times_that_cannot_be_are_said_beside_the_day_when_days_are_whole(
    qtbot: QtBot, desk: Desk
) -> None:
    editor = opened(qtbot, desk)
    editor.last.choose(date(2046, 12, 3))
    editor.reason.setText("painting")

    editor.try_to_save()
    scene.until(qtbot, lambda: editor.fields["last"].complaint)

    assert "longer than 10 years" in editor.fields["last"].complaint


def test_bookings_in_the_way_are_listed_and_nothing_is_lost(
    qtbot: QtBot, desk: Desk
) -> None:
    oak = scene.room_id(desk.database, 1, "Oak")
    millbrook.book(desk.database, oak, datetime(2026, 11, 26, 15))
    editor = opened(qtbot, desk)
    editor.last.choose(date(2026, 11, 30))
    editor.reason.setText("painting")

    editor.try_to_save()
    scene.until(qtbot, lambda: editor.notice.text)

    assert "Oak, Thu 26 Nov 2026, 3pm to 4pm" in editor.notice.text
    assert editor.reason.text() == "painting"


def test_a_closure_is_shown_as_it_is_and_changed(qtbot: QtBot, desk: Desk) -> None:
    first = opened(qtbot, desk)
    first.whole.setChecked(False)
    first.reason.setText("painting")
    closure = saved(qtbot, first)

    editor = opened(qtbot, desk, closure)
    shown = editor.draft()
    editor.whole.setChecked(True)
    changed = saved(qtbot, editor)

    assert shown == closure
    assert changed.starts == datetime(2026, 11, 23)
    assert scene.details(desk.database, 1).closures == (changed,)
    assert opened(qtbot, desk, changed).draft() == changed
