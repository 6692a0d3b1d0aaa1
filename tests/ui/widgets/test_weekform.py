"""A week's opening hours, typed in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.marks import COMPLAINT
from ui.widgets.weekform import WeekForm
from venues.domain.hours_words import read_hours
from venues.errors import WrongInput

DAY = read_hours("9-5")


@pytest.fixture
def form(qtbot: QtBot) -> WeekForm:
    """An empty week, on the screen."""
    form = WeekForm()
    qtbot.addWidget(form)
    form.show_week({})
    form.show()
    return form


def type_in(qtbot: QtBot, cell: QLineEdit, words: str) -> None:
    cell.setText(words)
    qtbot.keyClick(cell, Qt.Key.Key_Return)


def test_a_week_comes_back_as_it_was_shown(form: WeekForm) -> None:
    week = {(0, "open"): DAY, (6, "usable"): read_hours("9-12, 1-5")}

    form.show_week(week)

    assert form.week() == week
    assert form.cells[1, "open"].text() == "Closed"


def test_hours_are_written_as_they_were_understood(
    qtbot: QtBot, form: WeekForm
) -> None:
    type_in(qtbot, form.cells[0, "open"], "9-5")

    assert form.cells[0, "open"].text() == "9am to 5pm"
    assert form.week() == {(0, "open"): DAY}


def test_words_that_mean_nothing_are_complained_of_and_kept(
    qtbot: QtBot, form: WeekForm
) -> None:
    cell = form.cells[2, "staffed"]

    with qtbot.waitSignal(form.misunderstood) as told:
        type_in(qtbot, cell, "by appointment")

    assert told.args[0].startswith("Wednesday, staffed: “by appointment” is not")
    assert cell.text() == "by appointment"
    assert cell.property(COMPLAINT)
    with pytest.raises(WrongInput) as wrong:
        form.week()
    assert wrong.value.field == "2 staffed"


def test_mending_the_words_takes_the_complaint_away(
    qtbot: QtBot, form: WeekForm
) -> None:
    type_in(qtbot, form.cells[2, "staffed"], "by appointment")

    with qtbot.waitSignal(form.understood):
        type_in(qtbot, form.cells[2, "staffed"], "10-4")

    assert not form.cells[2, "staffed"].property(COMPLAINT)


def test_a_whole_week_can_be_filled_from_words(qtbot: QtBot, form: WeekForm) -> None:
    type_in(qtbot, form.fills["open"], "Mon-Fri 9-5, Sat 10-1")

    assert form.cells[4, "open"].text() == "9am to 5pm"
    assert form.cells[5, "open"].text() == "10am to 1pm"
    assert form.cells[6, "open"].text() == "Closed"
    assert form.fills["open"].text() == ""


def test_words_for_a_week_that_mean_nothing_are_complained_of(
    qtbot: QtBot, form: WeekForm
) -> None:
    with qtbot.waitSignal(form.misunderstood) as told:
        type_in(qtbot, form.fills["usable"], "always")

    assert told.args[0].startswith("We may use: “always” is not opening hours")
    with pytest.raises(WrongInput):
        form.week()


def test_words_for_a_week_count_also_before_they_are_left(form: WeekForm) -> None:
    form.fills["open"].setText("Mon 9-5")

    assert form.week() == {(0, "open"): DAY}


def test_the_open_hours_can_be_used_for_all_three(qtbot: QtBot, form: WeekForm) -> None:
    form.show_week({(0, "open"): DAY})

    qtbot.mouseClick(form.copy, Qt.MouseButton.LeftButton)

    assert form.week() == {(0, use): DAY for use in ("open", "staffed", "usable")}


def test_a_day_that_will_not_do_is_marked(form: WeekForm) -> None:
    form.mark("3 open")
    form.mark("nonsense")
    marked = [key for key, cell in form.cells.items() if cell.property(COMPLAINT)]

    form.clear_marks()

    assert marked == [(3, "open")]
    assert not form.cells[3, "open"].property(COMPLAINT)


def test_every_input_is_told_by_day_and_use(form: WeekForm) -> None:
    assert form.cells[3, "usable"].accessibleName() == "Thursday, we may use"
    assert form.fills["staffed"].accessibleName() == "Staffed, whole week in words"


def test_hours_follow_the_clock_somebody_prefers(qtbot: QtBot) -> None:
    form = WeekForm(twenty_four=True)
    qtbot.addWidget(form)

    form.show_week({(0, "open"): DAY})

    assert form.cells[0, "open"].text() == "09:00 to 17:00"
