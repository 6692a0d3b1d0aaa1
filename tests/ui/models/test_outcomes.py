"""Appointments that are over, as a table."""

from __future__ import annotations

from datetime import datetime

from tests.ui.sitting import WILLOW, appointment
from ui.kinds import Kind
from ui.models.outcomes import columns
from venues.services.outcomes import Past


def past(outcome: str = "") -> Past:
    of = appointment(datetime(2026, 11, 26, 15), datetime(2026, 11, 26, 16))
    return Past(of.seen, WILLOW, outcome)


def test_a_row_says_when_where_what_for_and_what_came_of_it() -> None:
    row = past("cancelled by venue")

    said = {each.title: each.text(row) for each in columns(lambda: False)}

    assert said == {
        "When": "Thu 26 November, 3:00pm to 4:00pm",
        "Outcome": "Cancelled by the venue",
        "Room": "Willow Room, Millbrook Family Hub",
        "Appointment": "Supervision session",
        "Case": "WA-20417",
        "Worker": "",
    }


def test_only_what_is_not_noted_stands_out() -> None:
    outcome = columns(lambda: False)[2]

    assert outcome.text(past()) == "Not noted"
    assert outcome.kind is not None
    assert outcome.kind(past()) == Kind.WARN
    assert outcome.kind(past("attended")) == Kind.QUIET
