"""A first look at a file."""

from __future__ import annotations

import pytest

from tests import spreadsheets
from tests.ui import venue_scene as scene
from tests.venues.services.millbrook import COORDINATOR, PRACTITIONER
from venues.database.session import Database
from venues.errors import NotAllowed
from venues.services.spreadsheets import looking, matching

LIST = [["Library", "Where"], ["Old Mill", "WA2 9AA"], ["New Hall", "WA7 5EA"]]


@pytest.fixture
def hub(database: Database) -> int:
    return scene.fill(database)


def test_the_longest_sheet_of_a_file_is_meant_unless_one_is_named() -> None:
    read = spreadsheets.books({"About": [["Hello"]], "List": LIST, "Empty": []})

    assert looking.foreign_sheet(read).name == "List"
    assert looking.foreign_sheet(read, "About").name == "About"
    assert not looking.is_own(read)


def test_a_look_shows_headings_examples_and_a_guess(
    database: Database, hub: int
) -> None:
    read = spreadsheets.books({"Empty": [], "List": [*LIST, ["Old Mill", "", "more"]]})

    with database.read() as session:
        look = looking.look(session, read, COORDINATOR)

    assert (look.sheets, look.sheet) == (("List",), "List")
    assert look.titles == ("Library (A)", "Where (B)", "(C)")
    assert look.examples[0] == ("Old Mill", "New Hall")
    assert look.match == {0: "name", 1: "postcode"}
    assert not look.remembered


def test_a_look_at_an_empty_sheet_is_empty(database: Database, hub: int) -> None:
    read = spreadsheets.books({"Empty": [], "List": LIST})

    with database.read() as session:
        look = looking.look(session, read, COORDINATOR, "Empty")

    assert look.titles == ()


def test_what_was_matched_before_is_said_to_be(database: Database, hub: int) -> None:
    with database.write() as session:
        matching.remember(session, LIST[0], {0: "name", 1: "notes"})

    with database.read() as session:
        look = looking.look(session, spreadsheets.book(LIST), COORDINATOR)

    assert look.remembered
    assert look.match == {0: "name", 1: "notes"}


def test_only_those_who_keep_the_catalogue_may_look(
    database: Database, hub: int
) -> None:
    with database.read() as session, pytest.raises(NotAllowed):
        looking.look(session, spreadsheets.book(LIST), PRACTITIONER)
