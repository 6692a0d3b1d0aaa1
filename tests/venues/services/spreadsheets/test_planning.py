"""From a spreadsheet to a plan."""

from __future__ import annotations

import pytest

from tests import spreadsheets
from tests.ui import venue_scene as scene
from tests.venues.services.millbrook import COORDINATOR, NOW, POSTCODES, PRACTITIONER
from venues.database.session import Database
from venues.errors import NotAllowed, WrongInput
from venues.services.spreadsheets import matching, planning
from venues.services.spreadsheets.planning import Wish

LIST = [["Library", "Where"], ["Old Mill", "WA2 9AA"], ["New Hall", "WA7 5EA"]]


@pytest.fixture
def hub(database: Database) -> int:
    return scene.fill(database)


def test_only_those_who_keep_the_catalogue_may_import(
    database: Database, hub: int
) -> None:
    with pytest.raises(NotAllowed):
        spreadsheets.plan(database, spreadsheets.book(LIST), viewer=PRACTITIONER)


def test_a_list_without_names_is_refused(database: Database, hub: int) -> None:
    with pytest.raises(WrongInput, match=r"No column of list\.xlsx looks like"):
        spreadsheets.plan(database, spreadsheets.book([["A"], ["1"], ["2"]]))


def test_what_was_matched_before_holds_again(database: Database, hub: int) -> None:
    with database.write() as session:
        matching.remember(session, LIST[0], {0: "name", 1: "notes"})
    millbrook = [*LIST, [scene.HUB.name, "By the lock"]]

    made = spreadsheets.plan(database, spreadsheets.book(millbrook))

    assert made.venues[-1].after.notes == "By the lock"


def test_what_is_matched_now_comes_first(database: Database, hub: int) -> None:
    made = spreadsheets.plan(
        database, spreadsheets.book(LIST), Wish(match={0: "name", 1: "town"})
    )

    assert made.troubles[0].sentence == (
        "Choose the authority, or type a postcode that tells it."
    )


def test_sheets_and_columns_that_are_not_ours_are_named(
    database: Database, hub: int
) -> None:
    read = spreadsheets.books(
        {
            "Venues": [
                ["ID", "Name", "Postcode", "Lease ends"],
                ["", "Old Mill", "WA2 9AA", "never"],
            ],
            "Budget": [["Year", "Pounds"], ["2027", "4"]],
            "Empty": [],
        }
    )

    made = spreadsheets.plan(database, read)

    assert made.notes == [
        "On the sheet Venues these columns were left out: Lease ends (D).",
        "The sheet Budget is not one of the program's own and was left out.",
    ]
    assert made.does_something


def test_it_says_how_far_it_is(database: Database, hub: int) -> None:
    told: list[int] = []

    with database.read() as session:
        planning.make(
            session,
            spreadsheets.book(LIST),
            COORDINATOR,
            now=NOW,
            gazetteer=POSTCODES,
            progress=lambda done, _total: told.append(done),
        )

    assert told == list(range(1, planning.STEPS + 1))
