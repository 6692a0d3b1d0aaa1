"""Rows become values, and every cell that cannot be read is named."""

from __future__ import annotations

import pytest

from tests import spreadsheets
from tests.venues.services.millbrook import TODAY
from venues.database.session import Database
from venues.services.spreadsheets import lines, shape
from venues.services.spreadsheets.book import Sheet
from venues.services.spreadsheets.lines import Line
from venues.services.spreadsheets.matching import TARGETS

HEAD = ["Name", "Authority", "Rate an hour", "Notes"]


def read(database: Database, *rows: list[str], emptied: bool = True) -> list[Line]:
    sheet = Sheet("Venues", [HEAD, *rows])
    columns = {
        place: next(each for each in shape.VENUES.columns if each.title == title)
        for place, title in enumerate(HEAD)
    }
    known = spreadsheets.now(database)
    return list(lines.read(sheet, 0, columns, known, emptied=emptied, today=TODAY))


def test_a_row_becomes_values_and_keeps_its_number(database: Database) -> None:
    first, last = read(database, ["Mill", "Halton", "£12", "By the lock"], [], ["Hall"])

    assert (first.row, last.row) == (2, 4)
    assert first.values["rate"] == 1200
    assert isinstance(first.values["authority_id"], int)
    assert last.values == {"name": "Hall", "authority_id": None, "rate": 0, "notes": ""}


def test_an_empty_cell_of_a_foreign_list_says_nothing(database: Database) -> None:
    (line,) = read(database, ["Hall", "", "", ""], emptied=False)

    assert line.values == {"name": "Hall"}


def test_every_cell_that_cannot_be_read_is_named_with_its_column(
    database: Database,
) -> None:
    (line,) = read(database, ["Mill\x07", "Wales", "dear", "x" * 6_000])

    assert [each.where for each in line.troubles] == [
        "Venues, row 2, Name (A)",
        "Venues, row 2, Authority (B)",
        "Venues, row 2, Rate an hour (C)",
        "Venues, row 2, Notes (D)",
    ]
    assert all(each.sentence.endswith(".") for each in line.troubles)


def test_a_cell_far_too_long_is_not_even_looked_at(database: Database) -> None:
    (line,) = read(database, ["Mill", "Halton", "1" * 600, ""])

    assert line.troubles[0].sentence == (
        "That is longer than 500 characters. Shorten it."
    )


def test_a_number_longer_than_numbers_are_is_named(database: Database) -> None:
    sheet = Sheet("Rooms", [["Seats"], ["9" * 480]])
    column = shape.ROOMS.column("seats_circle")
    known = spreadsheets.now(database)

    (line,) = lines.read(sheet, 0, {0: column}, known, emptied=True, today=TODAY)

    assert line.amiss("seats_circle")


def test_what_no_reader_expected_is_named_as_well(database: Database) -> None:
    def refuse(_text: str) -> object:
        raise OverflowError

    column = shape.Column("name", "Name", read=refuse)
    sheet = Sheet("List", [["Name"], ["Mill"]])
    known = spreadsheets.now(database)

    (line,) = lines.read(sheet, 0, {0: column}, known, emptied=True, today=TODAY)

    assert line.troubles[0].sentence == "That cannot be read here. Type it again."


def test_the_same_trouble_is_told_once() -> None:
    line = Line("List", 2, {"name": "Name (A)"})

    line.trouble("name", "Give it a name.")
    line.trouble("name", "Give it a name.")
    line.trouble("town", "Look at it.", note=True)

    assert len(line.troubles) == 2
    assert [each.where for each in line.troubles][1] == "List, row 2"
    assert [each.sentence for each in line.grave] == ["Give it a name."]


@pytest.mark.parametrize(
    ("place", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ")]
)
def test_columns_are_named_as_spreadsheets_name_them(place: int, letter: str) -> None:
    assert lines.letter(place) == letter


def test_a_column_without_a_heading_has_its_letter() -> None:
    assert lines.heading(["Name"], 0) == "Name (A)"
    assert lines.heading(["Name"], 3) == "(D)"


@pytest.mark.parametrize("kind", shape.KINDS, ids=lambda kind: kind.name)
def test_each_of_our_sheets_is_known_by_its_headings(kind: shape.Kind) -> None:
    titles = [column.title for column in kind.columns]

    for name in (kind.name, "Sheet1"):
        found = lines.own(Sheet(name, [[], titles, ["x"]]))
        assert found is not None
        assert found[0] is kind
        assert found[1] == 1
        assert len(found[2]) == len(kind.columns)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["Name", "Postcode"], ["Mill", "WA2 9AA"]],
        [["Library", "Address", "Opening times"]],
        [["Venue", "Room", "Manager", "Deputy", "Cleaner", "Keys", "Alarm"]],
    ],
)
def test_another_list_is_not_ours(rows: list[list[str]]) -> None:
    assert lines.own(Sheet("List", rows)) is None


def test_columns_that_were_deleted_do_not_matter() -> None:
    found = lines.own(Sheet("Venues", [["Name", "Notes"]]))

    assert found is not None
    assert [column.key for column in found[2].values()] == ["name", "notes"]


def test_several_columns_of_a_list_may_be_to_blame(database: Database) -> None:
    sheet = Sheet("List", [["Hours", "Phone"], ["Mon-Fri 9-5", "01632 960000"]])
    columns = {0: TARGETS["week"], 1: TARGETS["contact.phone"]}
    known = spreadsheets.now(database)

    (line,) = lines.read(sheet, 0, columns, known, emptied=False, today=TODAY)

    assert line.columns["day3"] == "Hours (A)"
    assert line.columns["contacts"] == "Phone (B)"


def test_a_row_that_says_nothing_of_use_is_passed_over(database: Database) -> None:
    assert read(database, ["", "", "", "", "by the lock"], emptied=False) == []
