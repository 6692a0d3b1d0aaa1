"""From when until when a record holds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from ui.dialogs.apart_dates import DatesForm, read
from ui.widgets.datefield import DateField
from venues.errors import WrongInput

TODAY = date(2026, 11, 23)
MAY = date(2027, 5, 23)


def form(qtbot: QtBot, **changed: Any) -> DatesForm:
    usual = {"since": TODAY, "until": MAY, "review_on": MAY}
    made = DatesForm(lambda: TODAY, **usual | changed)
    qtbot.addWidget(made)
    return made


def test_what_is_shown_is_what_is_given_back(qtbot: QtBot) -> None:
    assert form(qtbot).dates() == {"since": TODAY, "until": MAY, "review_on": MAY}


def test_no_end_needs_no_date(qtbot: QtBot) -> None:
    made = form(qtbot, until=None)
    made.until.setText("whenever")

    assert not made.until.isEnabled()
    assert made.dates()["until"] is None


def test_the_first_day_is_not_always_asked_for(qtbot: QtBot) -> None:
    made = form(qtbot, since=None, review_on=None, begins=False)

    assert "since" not in made.fields
    assert made.dates() == {"until": MAY, "review_on": TODAY}


def test_a_date_that_cannot_be_read_says_beside_which_field(qtbot: QtBot) -> None:
    field = DateField(TODAY, lambda: TODAY)
    qtbot.addWidget(field)
    field.setText("whenever")

    with pytest.raises(WrongInput) as wrong:
        read(field, "since")

    assert wrong.value.field == "since"
