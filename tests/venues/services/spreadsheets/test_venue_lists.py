"""The contacts, doors and waiting spaces of a venue."""

from __future__ import annotations

import pytest

from tests import spreadsheets
from tests.ui import venue_scene as scene
from tests.ui.venue_scene import HUB
from venues.database.session import Database
from venues.services.spreadsheets import shape
from venues.services.spreadsheets.plan import Plan, State
from venues.services.venue_drafts import ContactDraft, EntranceDraft, WaitingDraft

NAME = HUB.name


@pytest.fixture
def hub(database: Database) -> int:
    return scene.fill(database)


def weigh(database: Database, kind: shape.Kind, *rows: list[str]) -> Plan:
    titles = [column.title for column in kind.columns]
    return spreadsheets.plan(database, spreadsheets.books({kind.name: [titles, *rows]}))


def test_the_rows_of_a_venue_replace_what_it_had(database: Database, hub: int) -> None:
    made = weigh(
        database,
        shape.CONTACTS,
        [NAME, "Caretaker", "01632 960001", "", ""],
        [NAME, "Reception", "01632 960000", "desk@example.org", "9 to 4"],
    )

    assert made.venues[0].after.contacts == (
        ContactDraft("Caretaker", "01632 960001"),
        ContactDraft("Reception", "01632 960000", "desk@example.org", "9 to 4"),
    )
    assert spreadsheets.item(made, NAME).changes[0].field == "Contacts"


def test_doors_and_waiting_spaces_are_taken(database: Database, hub: int) -> None:
    doors = weigh(
        database,
        shape.ENTRANCES,
        [NAME, "Main door", ""],
        [NAME, "Side door", "Yes"],
    )
    waiting = weigh(database, shape.WAITING, [NAME, "Corner", "2", "Main door"])

    assert doors.venues[0].after.entrances == (
        EntranceDraft("Main door"),
        EntranceDraft("Side door", step_free=True),
    )
    assert waiting.venues[0].after.waiting_spaces == (
        WaitingDraft("Corner", 2, "Main door"),
    )


@pytest.mark.parametrize(
    ("kind", "row", "column", "words"),
    [
        (shape.CONTACTS, ["", "1", "", ""], "Role (B)", "Fill this in"),
        (shape.CONTACTS, ["Mr Bloggs", "", "", ""], "Role (B)", "Write the role"),
        (shape.CONTACTS, ["Desk", "", "desk", ""], "E-mail (D)", "not an e-mail"),
        (shape.CONTACTS, ["Desk", "", "", "ask Dr Foster"], "When (E)", "a name"),
        (shape.ENTRANCES, ["", "Yes"], "Entrance (B)", "Fill this in"),
        (shape.ENTRANCES, ["Door", "perhaps"], "Step-free (C)", "neither Yes nor No"),
        (shape.WAITING, ["Hall", "0", ""], "Seats (C)", "at least 1 seat"),
        (shape.WAITING, ["Hall", "3", "Back"], "Entrance (D)", "no entrance “Back”"),
        (shape.FEATURES, ["", "", "Yes", ""], "Feature (C)", "Fill this in"),
        (shape.FEATURES, ["", "Lift", "Yes", ""], "Feature (C)", "not one of the"),
        (shape.FEATURES, ["", "Screen", "Yes", "DOB"], "Note (E)", "a date of birth"),
    ],
)
def test_each_cell_that_cannot_be_used_is_named(
    database: Database,
    hub: int,
    kind: shape.Kind,
    row: list[str],
    column: str,
    words: str,
) -> None:
    made = weigh(database, kind, [NAME, *row])

    assert [each.column for each in made.troubles] == [column]
    assert words in made.troubles[0].sentence
    assert not made.does_something
    assert made.items[0].state is State.PROBLEM


def test_one_wrong_row_leaves_all_of_the_list_as_it_is(
    database: Database, hub: int
) -> None:
    made = weigh(
        database, shape.ENTRANCES, [NAME, "Side door", "Yes"], [NAME, "", "No"]
    )

    assert not made.does_something
    assert [(item.kind, item.row) for item in made.items] == [("Entrances", 3)]


def test_the_same_door_twice_is_named(database: Database, hub: int) -> None:
    made = weigh(database, shape.ENTRANCES, [NAME, "Door", ""], [NAME, "DOOR", ""])

    assert "An earlier row says the same" in made.troubles[0].sentence


def test_a_postcode_in_a_note_is_no_secret(database: Database, hub: int) -> None:
    made = weigh(
        database, shape.FEATURES, [NAME, "", "Blue Badge parking", "No", "at WA2 9AA"]
    )

    assert made.troubles == []
    assert made.does_something


def test_a_venue_that_is_not_there_is_named(database: Database, hub: int) -> None:
    made = weigh(database, shape.ENTRANCES, ["Nowhere", "Door", ""], ["", "Door", ""])

    assert [each.sentence[:20] for each in made.troubles] == [
        "There is no such ven",
        "Say which venue this",
    ]


def test_a_door_that_a_waiting_space_needs_cannot_go(
    database: Database, hub: int
) -> None:
    made = weigh(database, shape.ENTRANCES, [NAME, "Side door", "Yes"])

    assert "There is no entrance “Main door” here" in made.troubles[0].sentence
    assert (made.troubles[0].sheet, made.troubles[0].row) == ("Entrances", 2)
