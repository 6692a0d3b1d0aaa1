"""Which column of a foreign list is which."""

from __future__ import annotations

import pytest

from tests import spreadsheets
from venues.database.models import Setting
from venues.database.session import Database
from venues.services.spreadsheets import matching
from venues.services.spreadsheets.book import Sheet

LIBRARIES = [
    ["authority", "name", "addr1", "addr2", "postcode", "lat", "mon", "Tuesday", "sun"],
    ["Halton", "Old Mill", "1 The Lane", "Widnes", "WA7 5EA", "53.3", "9-5", "9-5", ""],
]


def guessed(database: Database, rows: list[list[str]], top: int = 0) -> list[str]:
    sheet = Sheet("List", rows)
    found = matching.guess(sheet, top, spreadsheets.now(database))
    return [found.get(place, "") for place in range(len(rows[top]))]


def test_columns_are_known_by_their_headings(database: Database) -> None:
    assert guessed(database, LIBRARIES) == [
        "authority_id",
        "name",
        "street",
        "town",
        "postcode",
        "",
        "day0",
        "day1",
        "day6",
    ]


def test_columns_without_headings_of_use_are_known_by_what_is_in_them(
    database: Database,
) -> None:
    rows = [
        ["A", "B", "C", "D", "E"],
        ["1", "Old Mill", "WA2 9AA", "Warrington", "Mon-Fri 9-5"],
        ["2", "New Hall", "wa7 5ea", "Halton", "Sat 10-1, Sun closed"],
        ["3", "Far Barn", "x" * 600, "Halton", "closed"],
    ]

    assert guessed(database, rows) == ["", "name", "postcode", "authority_id", "week"]


def test_hours_are_not_taken_for_names(database: Database) -> None:
    rows = [["A", "B"], ["9am to 5pm", "Old Mill"], ["10am to 4pm", "New Hall"]]

    assert guessed(database, rows)[1] == "name"


def test_without_anything_like_a_name_there_is_none(database: Database) -> None:
    assert guessed(database, [["A", "B"], ["1", "2"], ["3", "4"]]) == ["", ""]
    assert guessed(database, [["A"]]) == [""]


def test_a_second_column_of_the_same_kind_is_left_out(database: Database) -> None:
    assert guessed(database, [["Name", "Venue"], ["Mill", "Mill"]]) == ["name", ""]


def test_the_headings_may_stand_below_a_title() -> None:
    sheet = Sheet("List", [["Our libraries"], [], *LIBRARIES])

    assert matching.top_of(sheet) == 2


@pytest.mark.parametrize("rows", [[], [[]], [["", ""]]])
def test_an_empty_sheet_has_its_headings_at_the_top(rows: list[list[str]]) -> None:
    assert matching.top_of(Sheet("List", rows)) == 0


def test_a_list_that_gets_wider_far_below_begins_where_it_begins() -> None:
    rows = [[], ["Name"], *([["Mill"]] * 30), ["a", "b", "c", "d"]]

    assert matching.top_of(Sheet("List", rows)) == 1


def test_what_was_chosen_is_remembered_for_the_same_headings(
    database: Database,
) -> None:
    titles = LIBRARIES[0]
    with database.write() as session:
        assert matching.recall(session, titles) is None
        matching.remember(session, titles, {1: "name", 5: "notes"})
        matching.remember(session, titles, {1: "name", 5: "notes"})
        matching.remember(session, titles, {1: "name", 5: "owner"})

    with database.read() as session:
        again = [title.upper() for title in titles]
        assert matching.recall(session, again) == {1: "name", 5: "owner"}
        assert matching.recall(session, [*titles, "more"]) is None


@pytest.mark.parametrize("value", ["{", "[]", '{"x": "name"}'])
def test_a_memory_that_makes_no_sense_is_none(database: Database, value: str) -> None:
    with database.write() as session:
        matching.remember(session, ["Name"], {0: "name"})
        session.query(Setting).filter(
            Setting.name.like("columns %")
        ).one().value = value

    with database.read() as session:
        assert matching.recall(session, ["Name"]) is None


def test_only_columns_that_are_known_are_read() -> None:
    found = matching.columns({0: "name", 3: "shoe size"})

    assert [(place, column.key) for place, column in found.items()] == [(0, "name")]
