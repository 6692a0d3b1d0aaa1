"""When a case can attend, and whose list it is on."""

from __future__ import annotations

from datetime import date, time

import pytest
from pytestqt.qtbot import QtBot

from ui.dialogs.case_forms import HoursForm, ListsForm
from venues.errors import WrongInput
from venues.services.apart.drafts import CanAttend, OnList

TODAY = date(2026, 11, 23)
HOURS = (
    CanAttend(0, time(15, 15), time(19), True, date(2027, 3, 1)),  # noqa: FBT003 - court
    CanAttend(4, time(9), time(12)),
)
LISTS = (OnList(1, date(2026, 1, 1)), OnList(2, date(2026, 2, 1), date(2026, 12, 1)))
STAFF = {1: "practitioner.04", 2: "practitioner.05"}


def test_hours_are_given_back_as_they_are_shown(qtbot: QtBot) -> None:
    form = HoursForm(HOURS)
    qtbot.addWidget(form)

    assert form.hours(TODAY) == HOURS


def test_a_line_without_a_time_is_left_out(qtbot: QtBot) -> None:
    form = HoursForm(HOURS[1:])
    qtbot.addWidget(form)
    form.rows.add.click()

    assert form.hours(TODAY) == HOURS[1:]


@pytest.mark.parametrize(
    "row",
    [
        ("Someday", "9", "12", "", False),
        ("Monday", "early", "12", "", False),
        ("Monday", "9", "12", "whenever", False),
    ],
)
def test_what_cannot_be_read_is_said_so(
    qtbot: QtBot, row: tuple[str | bool, ...]
) -> None:
    form = HoursForm(())
    qtbot.addWidget(form)
    form.rows.show_rows([row])

    with pytest.raises(WrongInput) as wrong:
        form.hours(TODAY)

    assert wrong.value.field == "hours"


def test_lists_are_given_back_as_they_are_shown(qtbot: QtBot) -> None:
    form = ListsForm(LISTS, STAFF)
    qtbot.addWidget(form)

    assert form.lists(TODAY) == LISTS


def test_a_login_without_a_day_counts_from_today(qtbot: QtBot) -> None:
    form = ListsForm((), STAFF)
    qtbot.addWidget(form)
    form.rows.show_rows([(" Practitioner.04", "", ""), ("", "", "")])

    assert form.lists(TODAY) == (OnList(1, TODAY),)


def test_a_login_nobody_has_is_said_so(qtbot: QtBot) -> None:
    form = ListsForm((), STAFF)
    qtbot.addWidget(form)
    form.rows.show_rows([("nobody", "", "")])

    with pytest.raises(WrongInput, match="Nobody here has that login"):
        form.lists(TODAY)
