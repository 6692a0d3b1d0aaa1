"""The rows of the Today page."""

from __future__ import annotations

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.sitting import appointment
from ui.kinds import Kind
from ui.pages.today_rows import AppointmentRow, NeedRows, PlaceRow, verbs
from ui.widgets.badge import Badge
from venues.services.today import Matter, Need

NINE, TEN = datetime(2026, 11, 26, 9), datetime(2026, 11, 26, 10)
MINE = appointment(NINE, TEN, note="Blinds down")


@pytest.fixture
def row(qtbot: QtBot) -> AppointmentRow:
    made = AppointmentRow(MINE, NINE, own_name="Practitioner 04", twenty_four=False)
    qtbot.addWidget(made)
    return made


def test_a_row_says_where_what_and_how_it_stands(row: AppointmentRow) -> None:
    assert [text.text() for text in row.texts] == [
        "Willow Room, Millbrook Family Hub",
        "Supervision session · WA-20417",
        "Blinds down.",
    ]
    assert (row.badge.kind, row.badge.text()) == (Kind.GOOD, "Now, until 10am")
    assert row.open.accessibleName() == "Open 9am, Willow Room, Millbrook Family Hub"


def test_it_opens_and_grows(qtbot: QtBot, row: AppointmentRow) -> None:
    with qtbot.waitSignal(row.opened) as opened:
        row.open.click()
    with qtbot.waitSignal(row.prolonged) as prolonged:
        row.longer.click()

    assert opened.args == [7]
    assert prolonged.args == [MINE]


def test_while_it_waits_nothing_can_be_pressed(row: AppointmentRow) -> None:
    row.wait(on=True)
    assert not row.open.isEnabled()
    assert not row.longer.isEnabled()

    row.wait(on=False)
    assert row.open.isEnabled()


def test_one_that_is_not_under_way_cannot_grow(qtbot: QtBot) -> None:
    row = AppointmentRow(MINE, TEN, own_name="", twenty_four=False)
    qtbot.addWidget(row)

    assert row.longer.isHidden()


def test_each_need_has_its_badge_and_the_verb_that_helps(qtbot: QtBot) -> None:
    rows = NeedRows(
        tuple(Need(matter, MINE, f"{matter}.") for matter in Matter),
        twenty_four=False,
    )
    qtbot.addWidget(rows)

    assert [button.text() for button in rows.buttons] == [
        "Open",
        "Open",
        "Find another room",
        "Review",
        "They came",
        "They did not",
    ]
    assert [badge.text() for badge in rows.findChildren(Badge)] == [
        "Provisional",
        "Not confirmed",
        "Venue said no",
        "Changed",
        "Police",
    ]
    with qtbot.waitSignal(rows.asked) as asked:
        rows.buttons[2].click()
    need, key = asked.args
    assert (need.appointment.seen.booking_id, key) == (7, "open")


def test_what_can_be_answered_at_once_has_a_verb_of_its_own() -> None:
    kinds = ("police", "quorum", "case", "sign-off", "reference")
    found = [
        [verb for _, verb in verbs(Need(Matter.PROVISIONAL, MINE, "", kind=kind))]
        for kind in kinds
    ]

    assert found == [
        ["Name them…", "Open"],
        ["Add members…", "Open"],
        ["Add it…", "Open"],
        ["Open"],
        ["Open"],
    ]


def test_a_place_leads_to_the_venue(qtbot: QtBot) -> None:
    row = PlaceRow(3, "Weaver Hall", "Polling station", "Closes")
    qtbot.addWidget(row)

    with qtbot.waitSignal(row.opened) as opened:
        row.open.click()

    assert opened.args == [3]
    assert row.open.accessibleName() == "Open Weaver Hall"
