"""Which venue a row means, and what would become of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests import spreadsheets
from tests.ui import venue_scene as scene
from tests.venues.services import millbrook
from tests.venues.services.millbrook import NOW, THURSDAY
from venues.database.session import Database
from venues.services.spreadsheets import shape, stored
from venues.services.spreadsheets.plan import Leave, Plan, State
from venues.services.spreadsheets.planning import Wish

TITLES = {column.key: column.title for column in shape.VENUES.columns}
CELL = Wish(leave=Leave.CELL)


@pytest.fixture
def hub(database: Database) -> int:
    return scene.fill(database)


def uuid(database: Database) -> str:
    return str(next(iter(spreadsheets.now(database).venue_uuids)))


def weigh(
    database: Database, *rows: dict[str, str], wish: Wish | None = None, **more: Any
) -> Plan:
    keys = list(dict.fromkeys(["uuid", "name", *(key for row in rows for key in row)]))
    table = [[TITLES[key] for key in keys]]
    table += [[row.get(key, "") for key in keys] for row in rows]
    return spreadsheets.plan(
        database, spreadsheets.books({"Venues": table}), wish, **more
    )


def test_a_new_venue_gets_its_place_from_its_postcode(
    database: Database, hub: int
) -> None:
    made = weigh(
        database, {"name": "Old Mill", "postcode": "wa75ea", "town": "Runcorn"}
    )

    (step,) = made.venues
    assert step.before is None
    assert (step.after.postcode, step.after.easting) == ("WA7 5EA", 352_173)
    item = spreadsheets.item(made, "Old Mill")
    assert (item.state, item.about) == (State.NEW, "Runcorn, WA7 5EA, Halton")


def test_a_venue_is_known_by_its_id_under_another_name(
    database: Database, hub: int
) -> None:
    made = weigh(database, {"uuid": uuid(database), "name": "The Hub"})

    item = spreadsheets.item(made, "The Hub")
    assert item.state is State.CHANGED
    assert [each.words for each in item.changes] == [
        "Name: “Millbrook Family Hub” → “The Hub”"
    ]


def test_a_venue_is_known_by_its_name_without_an_id(
    database: Database, hub: int
) -> None:
    made = weigh(database, {"name": "millbrook  family hub", "rate": "£20"})

    assert made.venues[0].id == hub
    assert made.venues[0].after.rate == 2000


def test_a_row_that_says_what_is_stored_is_unchanged(
    database: Database, hub: int
) -> None:
    made = weigh(
        database, {"name": "Millbrook Family Hub", "postcode": "wa2 9aa", "rate": "14"}
    )

    assert spreadsheets.item(made, "Millbrook Family Hub").state is State.UNCHANGED
    assert not made.does_something


def test_an_id_of_another_catalogue_is_named(database: Database, hub: int) -> None:
    row = {"uuid": "00000000-0000-4000-8000-000000000000", "name": "Old Mill"}
    row["postcode"] = "WA2 9AA"

    made = weigh(database, row)
    by_cell = weigh(database, row, wish=CELL)

    assert "No venue here has this ID" in made.troubles[0].sentence
    assert not made.does_something
    assert len(by_cell.venues) == 1


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("", "Give the venue a name."), ("x" * 130, "Shorten the name to 120")],
)
def test_a_name_that_cannot_be_one_is_grave(
    database: Database, hub: int, name: str, sentence: str
) -> None:
    made = weigh(database, {"name": name, "postcode": "WA2 9AA"}, wish=CELL)

    assert made.troubles[0].sentence.startswith(sentence)
    assert not made.does_something


def test_two_rows_about_the_same_venue_are_named(database: Database, hub: int) -> None:
    mill = {"name": "Old Mill", "postcode": "WA2 9AA"}

    made = weigh(database, mill, mill | {"name": "OLD MILL"})

    assert spreadsheets.said(made) == [
        (
            "Venues, row 3, Name (B)",
            (
                "Row 2 is about the same venue. Keep one of the two, or give one "
                "another name, such as with the town."
            ),
        )
    ]
    assert len(made.venues) == 1


def test_a_name_that_another_venue_has_is_refused(database: Database, hub: int) -> None:
    millbrook.venue(database, name="Old Mill", status="retired")
    row = {"uuid": uuid(database), "name": "Old Mill"}
    with database.read() as session:
        known = stored.read(session)
    row["uuid"] = str(next(key for key, id_ in known.venue_uuids.items() if id_ == hub))

    made = weigh(database, row)

    assert "There is already a retired venue with that name" in (
        made.troubles[0].sentence
    )


def test_all_that_is_wrong_in_a_row_is_named_at_once(
    database: Database, hub: int
) -> None:
    row = {
        "name": "Old Mill",
        "authority_id": "Wales",
        "postcode": "ZZ99",
        "rate": "dear",
        "notice_days": "-2",
        "notes": "Ask for Mr Bloggs",
        "kind": "x" * 130,
    }

    made = weigh(database, row)

    assert {each.column.rpartition(" (")[0] for each in made.troubles} == {
        "Authority",
        "Postcode",
        "Rate an hour",
        "Notice (days)",
        "Notes",
        "Kind",
    }


def test_only_the_cells_are_left_out_if_that_is_wished(
    database: Database, hub: int
) -> None:
    row = {"name": "Old Mill", "postcode": "WA2 9AA", "rate": "dear", "town": "Widnes"}

    (step,) = weigh(database, row, wish=CELL).venues

    assert (step.after.town, step.after.rate) == ("Widnes", 0)


def test_a_row_of_nothing_but_troubles_is_left_out_either_way(
    database: Database, hub: int
) -> None:
    row = {"name": "Millbrook Family Hub", "rate": "dear"}

    made = weigh(database, row, wish=CELL)

    assert spreadsheets.item(made, "Millbrook Family Hub").state is State.PROBLEM


@pytest.mark.parametrize(
    ("postcode", "sentence"),
    [
        ("WA10 1AA", "lies outside the four authorities"),
        ("WA9 9ZZ", "There is no postcode WA9 9ZZ"),
        ("nowhere", "That is not a whole postcode"),
    ],
)
def test_a_postcode_that_gives_no_place_is_named_once(
    database: Database, hub: int, postcode: str, sentence: str
) -> None:
    made = weigh(database, {"name": "Old Mill", "postcode": postcode})

    assert len(made.troubles) == 1
    assert sentence in made.troubles[0].sentence


def test_an_authority_that_is_not_the_postcodes_is_pointed_out(
    database: Database, hub: int
) -> None:
    row = {"name": "Old Mill", "postcode": "WA2 9AA", "authority_id": "Halton"}

    made = weigh(database, row)

    (trouble,) = made.troubles
    assert trouble.note
    assert trouble.sentence == (
        "WA2 9AA lies in Warrington, not in Halton. It is kept as typed: check both."
    )
    known = spreadsheets.now(database)
    assert made.venues[0].after.authority_id == known.authority("Halton")


def test_an_authority_that_fits_or_was_there_already_is_not(
    database: Database, hub: int
) -> None:
    fits = {"name": "Old Mill", "postcode": "WA2 9AA", "authority_id": "Warrington"}
    there = {
        "name": "Millbrook Family Hub",
        "postcode": "WA2 9AA",
        "authority_id": "Warrington",
        "rate": "£3",
    }

    made = weigh(database, fits, there)

    assert made.troubles == []
    assert len(made.venues) == 2


def test_a_name_that_is_only_a_towns_is_pointed_out(
    database: Database, hub: int
) -> None:
    made = weigh(database, {"name": "Widnes", "town": "Widnes", "postcode": "WA2 9AA"})

    assert "only the name of a town" in made.troubles[0].sentence
    assert made.does_something


def test_a_place_by_hand_is_taken_and_taken_back(database: Database, hub: int) -> None:
    row = {
        "name": "Millbrook Family Hub",
        "postcode": "WA2 9AA",
        "placed_by_hand": "Yes",
        "easting": "360000",
        "northing": "390000",
    }
    spreadsheets.take_in(
        database,
        spreadsheets.books(
            {"Venues": [[TITLES[key] for key in row], list(row.values())]}
        ),
    )
    by_hand = spreadsheets.now(database).venues[hub]

    made = weigh(database, row | {"placed_by_hand": "No", "easting": "1"})

    assert (by_hand.easting, by_hand.placed_by_hand) == (360_000, True)
    assert made.venues[0].after.easting == 361_077


def test_a_venue_with_bookings_is_not_retired(database: Database, hub: int) -> None:
    oak = scene.room_id(database, hub, "Oak")
    millbrook.book(database, oak, NOW.combine(THURSDAY, NOW.time()))
    row = {"name": "Millbrook Family Hub", "status": "Retired", "rate": "£2"}

    made = weigh(database, row)
    by_cell = weigh(database, row, wish=CELL)

    assert made.troubles[0].key == "status"
    assert by_cell.venues[0].after.status == "active"


def test_a_venue_without_bookings_is(database: Database, hub: int) -> None:
    made = weigh(database, {"name": "Millbrook Family Hub", "status": "Retired"})

    assert made.venues[0].after.status == "retired"


def test_without_the_list_of_postcodes_a_place_is_not_known(
    database: Database, hub: int
) -> None:
    row = {"name": "Old Mill", "postcode": "WA2 9AA"}

    made = weigh(database, row, gazetteer=None)

    assert "still being made ready" in made.troubles[0].sentence


def test_an_authority_that_is_empty_stays_with_its_postcode(
    database: Database, hub: int
) -> None:
    row = {"name": "Millbrook Family Hub", "postcode": "WA2 9AA", "authority_id": ""}

    made = weigh(database, row)
    moved = weigh(database, row | {"postcode": "WA7 5EA"})

    assert not made.does_something
    assert moved.items[0].changes[0].words == "Authority: Warrington → Halton"


def test_an_id_without_a_name_is_named(database: Database, hub: int) -> None:
    made = weigh(database, {"uuid": uuid(database), "name": "", "rate": "£3"})

    assert made.troubles[0].sentence == "Give the venue a name."


def test_what_only_goes_back_to_what_was_there_is_no_change(
    database: Database, hub: int
) -> None:
    row = {"name": "Millbrook Family Hub", "notice_days": "-2"}

    made = weigh(database, row, wish=CELL)

    assert not made.does_something
    assert made.troubles[0].sentence == "The notice cannot be less than 0."
