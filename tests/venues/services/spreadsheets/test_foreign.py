"""Lists that somebody else made, with headings of their own."""

from __future__ import annotations

from datetime import time

import pytest

from tests import spreadsheets
from tests.ui import venue_scene as scene
from venues.database.session import Database
from venues.domain.opening import Stretch
from venues.services.spreadsheets.plan import Leave, State
from venues.services.spreadsheets.planning import Wish
from venues.services.venue_drafts import ContactDraft

CELL = Wish(leave=Leave.CELL)
LIBRARIES = [
    ["authority", "name", "addr1", "postcode", "lat", "mon", "tue", "sun"],
    ["Warrington", "Old Mill", "1 The Lane", "WA2 9AA", "53.4", "9-5", "", "closed"],
    ["Halton", "New Hall", "2 The Lane", "WA7 5EA", "53.3", "", "10-1", "00:00-00:00"],
]


@pytest.fixture
def hub(database: Database) -> int:
    return scene.fill(database)


def test_a_row_is_a_venue_with_its_hours(database: Database, hub: int) -> None:
    made = spreadsheets.plan(database, spreadsheets.book(LIBRARIES))

    assert [(item.name, item.state) for item in made.items] == [
        ("Old Mill", State.NEW),
        ("New Hall", State.NEW),
    ]
    assert made.items[0].about == (
        "1 The Lane, WA2 9AA, Warrington; Open: Mon 9am to 5pm"
    )
    assert made.notes == ["These columns were left out: lat (E)."]
    assert made.hours[1].after == (Stretch(1, "open", time(10), time(13)),)


def test_it_is_unchanged_when_it_comes_again(database: Database, hub: int) -> None:
    spreadsheets.take_in(database, spreadsheets.book(LIBRARIES))

    again = spreadsheets.plan(database, spreadsheets.book(LIBRARIES))

    assert {item.state for item in again.items} == {State.UNCHANGED}


def test_a_cell_that_is_empty_changes_nothing(database: Database, hub: int) -> None:
    rows = [["name", "postcode", "mon", "tue"], [scene.HUB.name, "", "10-4", ""]]

    made = spreadsheets.plan(database, spreadsheets.book(rows))

    assert made.venues == []
    assert [each.opens for each in made.hours[0].after] == [time(10), *[time(9)] * 4]
    assert made.items[0].state is State.CHANGED


def test_what_holds_for_all_new_venues_is_filled_in(
    database: Database, hub: int
) -> None:
    wish = Wish(extra={"kind": "library", "status": "candidate"})

    made = spreadsheets.plan(database, spreadsheets.book(LIBRARIES), wish)

    assert {step.after.kind for step in made.venues} == {"library"}
    assert {step.after.status for step in made.venues} == {"candidate"}


def test_a_contact_comes_with_its_venue(database: Database, hub: int) -> None:
    rows = [
        ["name", "postcode", "phone", "email"],
        ["Old Mill", "WA2 9AA", "01632 960001", "mill@example.org"],
        [scene.HUB.name, "", "01632 960002", ""],
        ["New Hall", "WA2 9AA", "01632 960003", "nobody"],
    ]

    made = spreadsheets.plan(database, spreadsheets.book(rows))

    assert made.venues[0].after.contacts == (
        ContactDraft("Reception", "01632 960001", "mill@example.org"),
    )
    assert len(made.venues) == 1
    assert made.troubles[0].column == "email (D)"


def test_rows_with_rooms_of_the_same_venue_make_one_venue(
    database: Database, hub: int
) -> None:
    rows = [
        ["Venue", "Postcode", "Room", "Capacity"],
        ["Old Mill", "WA2 9AA", "Red", "12"],
        ["Old Mill", "WA2 9AA", "Blue", "0"],
        ["Old Mill", "WA7 5EA", "Green", "4"],
        ["Old Mill", "WA2 9AA", "Red", "5"],
        ["Old Mill", "WA2 9AA", "", "5"],
    ]

    made = spreadsheets.plan(database, spreadsheets.book(rows))

    assert [step.after.name for step in made.venues] == ["Old Mill"]
    assert [(step.after.name, step.after.seats_rows) for step in made.rooms] == [
        ("Red", 12),
        ("Green", 4),
    ]
    assert [(each.row, each.column) for each in made.troubles] == [
        (3, "Capacity (D)"),
        (4, "Postcode (B)"),
        (5, "Room (C)"),
        (6, "Venue (A)"),
    ]


def test_the_hours_of_a_whole_week_may_stand_in_one_cell(
    database: Database, hub: int
) -> None:
    rows = [
        ["name", "postcode", "opening hours", "mon"],
        ["Old Mill", "WA2 9AA", "Mon-Fri 9-5, Sat 10-1", "8-4"],
        ["New Hall", "WA2 9AA", "whenever", ""],
    ]

    made = spreadsheets.plan(database, spreadsheets.book(rows))

    assert made.hours[0].after[0].opens == time(8)
    assert len(made.hours[0].after) == 6
    assert made.troubles[0].column == "opening hours (C)"


def test_wrong_hours_leave_the_row_out_or_only_the_day(
    database: Database, hub: int
) -> None:
    rows = [["name", "postcode", "mon", "tue"], ["Old Mill", "WA2 9AA", "x9", "9-5"]]

    by_row = spreadsheets.plan(database, spreadsheets.book(rows))
    by_cell = spreadsheets.plan(database, spreadsheets.book(rows), CELL)

    assert not by_row.does_something
    assert len(by_row.items) == len(by_cell.items) == 1
    assert [each.weekday for each in by_cell.hours[0].after] == [1]
    assert [each.column for each in by_cell.troubles] == ["mon (C)"]


def test_hours_that_do_not_go_with_what_is_stored_leave_the_row_out(
    database: Database, hub: int
) -> None:
    head = ["Venue", "Room", "Hours", "Season", "Monday"]
    term = [head, [scene.HUB.name, "", "Open", "In term", "9-5"]]
    spreadsheets.take_in(database, spreadsheets.books({"Hours": term}))
    rows = [["name", "mon", "rate"], [scene.HUB.name, "8-10", "£3"]]

    made = spreadsheets.plan(database, spreadsheets.book(rows))

    assert not made.does_something
    assert made.items[0].state is State.PROBLEM
    assert "overlap" in made.troubles[0].sentence


def test_two_rows_about_a_venue_without_rooms_are_named(
    database: Database, hub: int
) -> None:
    rows = [["name", "postcode"], ["Old Mill", "WA2 9AA"], ["Old Mill", "WA2 9AA"]]

    made = spreadsheets.plan(database, spreadsheets.book(rows))

    assert made.troubles[0].row == 3
    assert len(made.venues) == 1


@pytest.mark.parametrize(
    ("weekdays", "weekend"),
    [("Mon-Fri", "Sat & Sun"), ("Monday to Friday", "Saturday-Sunday")],
)
def test_a_column_may_stand_for_several_days(
    database: Database, hub: int, weekdays: str, weekend: str
) -> None:
    rows = [
        ["name", "authority", "postcode", weekdays, "Wed", weekend],
        ["Old Mill", "Warrington", "WA2 9AA", "9-5", "closed", "10-1"],
    ]

    made = spreadsheets.plan(database, spreadsheets.book(rows))

    assert made.items[0].about.endswith(
        "Open: Mon and Tue 9am to 5pm, Thu and Fri 9am to 5pm, Sat and Sun 10am to 1pm"
    )


def test_hours_of_several_days_that_cannot_be_read_are_named(
    database: Database, hub: int
) -> None:
    rows = [["name", "postcode", "Mon-Fri"], [scene.HUB.name, "", "6pm-2am"]]

    made = spreadsheets.plan(database, spreadsheets.book(rows))

    (trouble,) = made.troubles
    assert "runs past midnight" in trouble.sentence
    assert trouble.column.startswith("Mon-Fri")
    assert made.hours == []


def test_days_that_make_no_group_are_left_to_whoever_imports(
    database: Database, hub: int
) -> None:
    rows = [["name", "postcode", "Tuesday-Thursday"], [scene.HUB.name, "", "9-5"]]

    made = spreadsheets.plan(database, spreadsheets.book(rows))

    assert made.notes == ["These columns were left out: Tuesday-Thursday (C)."]
