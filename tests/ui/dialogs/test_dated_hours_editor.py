"""Hours for some dates, typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import venue_scene as scene
from tests.ui.venue_scene import WEEK
from ui.dialogs.dated_hours_editor import NOTHING, DatedHoursEditor
from venues.database.session import Database
from venues.domain.opening import Stretch
from venues.domain.week import Dates

JUNE, JULY = date(2027, 6, 1), date(2027, 7, 1)
SUMMER = Stretch(0, "open", time(10), time(14), "always", JUNE, JULY)
Open = Callable[..., DatedHoursEditor]


@pytest.fixture
def edit(qtbot: QtBot, database: Database) -> Iterator[Open]:
    """Opens the editor on the hub's hours."""
    scene.fill(database)
    with scene.desk(database) as (desk, _):

        def opened(
            dates: Dates | None = None, *more: Stretch, room_id: int | None = None
        ) -> DatedHoursEditor:
            hours = () if room_id else (*WEEK, *more)
            editor = DatedHoursEditor(
                desk, (1, room_id), "the hub", hours, dates, scene.window(desk)
            )
            editor.open()
            return editor

        yield opened


def test_it_begins_with_the_usual_week_from_today_on(edit: Open) -> None:
    editor = edit()

    assert editor.first.value() == editor.last.value() == date(2026, 11, 23)
    assert editor.form.cells[0, "open"].text() == "9am to 5pm"
    assert editor.form.cells[5, "open"].text() == "Closed"
    assert not editor.changed


def test_the_week_between_the_dates_is_stored_beside_the_usual_one(
    qtbot: QtBot, database: Database, edit: Open
) -> None:
    editor = edit()
    editor.first.choose(JUNE)
    editor.last.choose(JULY)
    for day in range(7):
        editor.form.cells[day, "open"].setText("closed" if day else "10-2")

    with qtbot.waitSignal(editor.saved) as told:
        editor.try_to_save()

    assert told.args is not None
    assert scene.details(database, 1).hours[None] == told.args[0][1]
    assert told.args[0] == (WEEK, (WEEK[0], SUMMER, *WEEK[1:]))


def test_dates_are_changed_with_their_week(edit: Open) -> None:
    editor = edit((JUNE, JULY), SUMMER)

    editor.no_end.click()

    assert editor.form.cells[0, "open"].text() == "10am to 2pm"
    assert not editor.fields["last"].isVisible()
    assert editor.draft() == (*WEEK, SUMMER._replace(valid_until=None))


def test_hours_without_a_last_day_say_so(edit: Open) -> None:
    editor = edit((JUNE, None), SUMMER._replace(valid_until=None))

    assert editor.no_end.isChecked()
    assert editor.first.value() == JUNE


def test_a_first_day_takes_the_last_one_along(edit: Open) -> None:
    editor = edit()

    editor.first.choose(JUNE)
    editor.last.setText("never")
    editor.first.choose(JULY)

    assert editor.last.text() == "never"


@pytest.mark.parametrize(
    ("first", "last", "field", "said"),
    [
        ("1/6/2027", "1/5/2027", "last", "The last day comes before the first."),
        (
            "26/11/1926",
            "1/5/2027",
            "first",
            "Friday 26 November 1926 is long past. Check the year.",
        ),
        (
            "nonsense",
            "1/5/2027",
            "first",
            "“nonsense” is not a date. Type it like 26/11/2026 or Thu 26 Nov.",
        ),
    ],
)
def test_dates_that_will_not_do_are_said_beside_them(
    edit: Open, first: str, last: str, field: str, said: str
) -> None:
    editor = edit()
    editor.first.setText(first)
    editor.last.setText(last)

    editor.try_to_save()

    assert editor.fields[field].complaint == said


def test_a_week_without_hours_is_a_closure(edit: Open) -> None:
    editor = edit()
    for cell in editor.form.cells.values():
        cell.setText("closed")

    editor.try_to_save()

    assert editor.notice.text == NOTHING


def test_hours_across_midnight_are_refused_in_words(edit: Open) -> None:
    editor = edit()
    editor.form.cells[0, "open"].setText("6pm to 2am")

    editor.try_to_save()

    assert "runs past midnight" in editor.notice.text


def test_dates_that_meet_others_are_said_beside_the_first(
    qtbot: QtBot, database: Database, edit: Open
) -> None:
    first = edit()
    first.first.choose(JUNE)
    first.last.choose(JULY)
    with qtbot.waitSignal(first.saved):
        first.try_to_save()
    hours = scene.details(database, 1).hours[None]

    editor = edit(None, *(each for each in hours if each.dated))
    editor.first.choose(JULY)
    editor.try_to_save()
    scene.until(qtbot, lambda: editor.fields["first"].complaint)

    assert editor.fields["first"].complaint == (
        "Other hours hold on Thursday 1 July 2027 already. Choose other dates, or "
        "change those."
    )
