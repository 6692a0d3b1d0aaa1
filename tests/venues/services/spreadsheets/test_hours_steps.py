"""Whose hours a row means, and what would become of them."""

from __future__ import annotations

from datetime import date, time

import pytest

from tests import spreadsheets
from tests.ui import venue_scene as scene
from tests.ui.venue_scene import HUB
from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR
from venues.database.session import Database
from venues.domain.opening import Stretch
from venues.domain.words import DAYS
from venues.services import hours_editing
from venues.services.spreadsheets import hours_steps
from venues.services.spreadsheets.plan import Leave, Plan, State
from venues.services.spreadsheets.planning import Wish

VENUE = HUB.name
CELL = Wish(leave=Leave.CELL)
HEAD = ["Venue", "Room", "Hours", "Season", "First day", "Last day", *DAYS]


@pytest.fixture
def hub(database: Database) -> int:
    """The hub is open from 9 to 5 on weekdays."""
    return scene.fill(database)


def row(*days: str, use: str = "Open", season: str = "", **more: str) -> list[str]:
    dates = [more.get("first", ""), more.get("last", "")]
    cells = [more.get("venue", VENUE), more.get("room", ""), use, season, *dates, *days]
    return cells + [""] * (len(HEAD) - len(cells))


def weigh(database: Database, *rows: list[str], wish: Wish | None = None) -> Plan:
    return spreadsheets.plan(
        database, spreadsheets.books({"Hours": [HEAD, *rows]}), wish
    )


def test_hours_that_are_stored_already_are_unchanged(
    database: Database, hub: int
) -> None:
    made = weigh(database, row(*["9-12, 12-5"] * 5, "closed"))

    assert [item.state for item in made.items] == [State.UNCHANGED]


def test_other_hours_are_a_change_in_words(database: Database, hub: int) -> None:
    made = weigh(database, row("10-4", season="In term"))

    assert made.items[0].changes[0].words == (
        "Hours: Open: Mon to Fri 9am to 5pm → Open, in term: Mon 10am to 4pm"
    )
    assert made.hours[0].after == (Stretch(0, "open", time(10), time(16), "term"),)


def test_a_rooms_own_hours_are_new(database: Database, hub: int) -> None:
    made = weigh(database, row("9-5", use="We may use", room="Oak"))

    item = made.items[0]
    assert (item.state, item.name) == (State.NEW, f"Oak, {VENUE}")
    assert item.about == "We may use: Mon 9am to 5pm"


def test_hours_for_some_dates_come_with_their_dates(
    database: Database, hub: int
) -> None:
    made = weigh(
        database,
        row(*["9-5"] * 5),
        row("10-2", first="2027-07-01", last="31/8/2027"),
        row("10-3", first="1 September 2027"),
    )

    assert made.hours[0].after[-2:] == tuple(
        sorted(made.hours[0].after[-2:], key=lambda each: each.order)
    )
    assert hours_steps.say(made.hours[0].after).endswith(
        "Open from Thu 1 Jul 2027 to Tue 31 Aug 2027: Mon 10am to 2pm; "
        "Open from Wed 1 Sep 2027: Mon 10am to 3pm"
    )


@pytest.mark.parametrize(
    ("rows", "column", "words"),
    [
        ([row("9-nine")], "Monday (G)", "is not opening hours"),
        ([row("22:00-02:00")], "Monday (G)", "runs past midnight"),
        ([row("9-12, 11-5")], "Monday (G)", "overlap"),
        ([row("9-5", season="Summer")], "Season (D)", "not one of the choices"),
        ([row("9-5"), row("10-4")], "Hours (C)", "Row 2 says the same hours"),
        (
            [row("9-5"), row("8-10", season="In term")],
            "Monday (G)",
            "overlap. Make them one",
        ),
        ([row("9-5", first="1927-07-01")], "First day (E)", "Check the year"),
        (
            [row("9-5", first="2027-07-01", last="2027-06-01")],
            "Last day (F)",
            "comes before the first",
        ),
        (
            [
                row("9-5", first="2027-07-01", last="2027-08-01"),
                row("9-5", first="2027-07-09", last="2027-08-09"),
            ],
            "First day (E)",
            "Other hours hold on",
        ),
        ([row("9-5", venue="Nowhere")], "Venue (A)", "no such venue"),
        ([row("9-5", room="Nowhere")], "Room (B)", "no such room"),
    ],
)
def test_each_cell_that_cannot_be_used_is_named(
    database: Database, hub: int, rows: list[list[str]], column: str, words: str
) -> None:
    made = weigh(database, *rows)

    assert [each.column for each in made.troubles] == [column]
    assert words in made.troubles[0].sentence
    assert not made.does_something


def test_only_the_day_is_left_out_if_that_is_wished(
    database: Database, hub: int
) -> None:
    made = weigh(database, row("never", "10-4"), wish=CELL)

    assert made.hours[0].after == (
        Stretch(0, "open", time(9), time(17)),
        Stretch(1, "open", time(10), time(16)),
    )
    assert made.items[0].state is State.CHANGED


def test_hours_that_overlap_are_left_out_even_then(
    database: Database, hub: int
) -> None:
    made = weigh(database, row("9-5"), row("8-10", season="In term"), wish=CELL)

    assert not made.does_something


def test_half_a_day_between_closing_times_is_pointed_out(
    database: Database, hub: int
) -> None:
    late, early = "06:00-22:30", "06:00-10:30"

    made = weigh(database, row(late, late, early, early))
    other_way = weigh(database, row(early, late))

    assert made.troubles[0].sentence == (
        "Wednesday and Thursday: 6am to 10:30am, but Monday: 6am to 10:30pm. It is "
        "kept as typed: check am and pm."
    )
    assert made.troubles[0].note
    assert other_way.troubles[0].column == "Monday (G)"
    assert made.does_something


def test_hours_are_found_by_the_name_that_the_file_gives(
    database: Database, hub: int
) -> None:
    millbrook.venue(database, name="Old Mill")
    read = spreadsheets.books(
        {
            "Venues": [["Name", "Postcode"], ["New Hall", "WA2 9AA"]],
            "Hours": [HEAD, row("9-5", venue="New Hall"), row("9-5", venue="old mill")],
        }
    )

    made = spreadsheets.plan(database, read)

    assert [step.owner[0] < 0 for step in made.hours] == [True, False]
    assert [item.name for item in made.items if item.kind == "Hours"] == [
        "New Hall",
        "Old Mill",
    ]


def test_no_hours_at_all_are_closed() -> None:
    assert hours_steps.say(()) == "Closed"
    assert hours_steps.say(
        [Stretch(0, "open", time(9), time(12), "always", None, date(2027, 1, 1))]
    ) == ("Open to Fri 1 Jan 2027: Mon 9am to 12pm")


def test_stored_hours_that_touch_are_the_same_as_one(
    database: Database, hub: int
) -> None:
    noon = [
        Stretch(0, "open", time(9), time(12)),
        Stretch(0, "open", time(12), time(17)),
    ]
    with database.write() as session:
        hours_editing.save(session, hub, noon, COORDINATOR, opened=scene.WEEK)

    made = weigh(database, row("9-5"))

    assert [item.state for item in made.items] == [State.UNCHANGED]
