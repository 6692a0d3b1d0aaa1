"""Which room a row means, and what would become of it."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests import spreadsheets
from tests.ui import venue_scene as scene
from tests.ui.venue_scene import HUB
from tests.venues.services import millbrook
from tests.venues.services.millbrook import THURSDAY
from venues.database.session import Database
from venues.services.spreadsheets import shape
from venues.services.spreadsheets.plan import Leave, Plan, State
from venues.services.spreadsheets.planning import Wish
from venues.services.venue_drafts import FeatureDraft

TITLES = {column.key: column.title for column in shape.ROOMS.columns}
VENUE = HUB.name
CELL = Wish(leave=Leave.CELL)


@pytest.fixture
def hub(database: Database) -> int:
    """The hub with Oak, Hall A, Hall B, and Hall, which is made of those two."""
    return scene.fill(database)


def weigh(database: Database, *rows: dict[str, str], wish: Wish | None = None) -> Plan:
    keys = list(dict.fromkeys(["venue", "name", *(key for row in rows for key in row)]))
    table = [[TITLES[key] for key in keys]]
    table += [[({"venue": VENUE} | row).get(key, "") for key in keys] for row in rows]
    return spreadsheets.plan(database, spreadsheets.books({"Rooms": table}), wish)


def uuid(database: Database, name: str) -> str:
    known = spreadsheets.now(database)
    return next(
        str(key)
        for key, id_ in known.room_uuids.items()
        if known.rooms[id_].name == name
    )


def test_a_new_room_is_added_with_its_seats(database: Database, hub: int) -> None:
    made = weigh(database, {"name": "Elm", "seats_table": "8"})

    (step,) = made.rooms
    assert (step.before, step.after.seats_table) == (None, 8)
    item = spreadsheets.item(made, f"Elm, {VENUE}", "Room")
    assert (item.state, item.about) == (State.NEW, "8 round a table")


def test_a_room_is_known_by_its_name_or_its_id(database: Database, hub: int) -> None:
    by_name = weigh(database, {"name": "OAK", "seats_circle": "7"})
    by_id = weigh(
        database, {"uuid": uuid(database, "Oak"), "name": "Elm", "seats_circle": "6"}
    )

    assert by_name.rooms[0].after.name == "OAK"
    assert [each.words for each in by_id.items[0].changes] == ["Name: “Oak” → “Elm”"]


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ({"name": "", "seats_circle": "4"}, "Room", "Give the room a name"),
        ({"name": "x" * 130, "seats_circle": "4"}, "Room", "Shorten the name"),
        ({"name": "Elm", "seats_circle": "0"}, "Seats in a circle", "at least 1"),
        ({"name": "Elm", "seats_circle": "many"}, "Seats in a circle", "whole number"),
        ({"name": "Elm", "seats_circle": ""}, "Seats in a circle", "Say how many"),
        (
            {"name": "Elm", "seats_circle": "9", "fire_capacity": "5"},
            "Most people (fire notice)",
            "more than the fire notice",
        ),
        (
            {"name": "Elm", "seats_circle": "9", "notes": "Dr Foster has the key"},
            "Notes",
            "This looks like a name",
        ),
        (
            {"uuid": "nonsense", "name": "Elm", "seats_circle": "9"},
            "ID",
            "IDs are made by the program",
        ),
        (
            {
                "uuid": "00000000-0000-4000-8000-000000000000",
                "name": "Elm",
                "seats_circle": "9",
            },
            "ID",
            "No room here has this ID",
        ),
        (
            {"venue": "Nowhere", "name": "Elm", "seats_circle": "9"},
            "Venue",
            "no such venue",
        ),
    ],
)
def test_each_cell_that_cannot_be_used_is_named(
    database: Database, hub: int, row: dict[str, str], column: str, words: str
) -> None:
    made = weigh(database, row)

    assert [each.column.rpartition(" (")[0] for each in made.troubles] == [column]
    assert words in made.troubles[0].sentence
    assert not made.does_something


def test_only_the_cell_is_left_out_if_that_is_wished(
    database: Database, hub: int
) -> None:
    row = {"name": "Elm", "seats_circle": "9", "turnaround": "a while", "area": "0"}

    (step,) = weigh(database, row, wish=CELL).rooms

    assert (step.after.turnaround, step.after.area) == (0, None)


def test_two_rows_about_the_same_room_are_named(database: Database, hub: int) -> None:
    made = weigh(
        database,
        {"name": "Elm", "seats_circle": "4"},
        {"name": "elm", "seats_circle": "5"},
    )

    assert "Row 2 is about the same room" in made.troubles[0].sentence


def test_the_name_of_another_room_cannot_be_taken(database: Database, hub: int) -> None:
    row = {"uuid": uuid(database, "Oak"), "name": "Hall", "seats_circle": "6"}
    new = {"uuid": uuid(database, "Hall A"), "name": "Elm", "seats_circle": "6"}
    made = weigh(
        database, row, {"name": "Elm", "seats_circle": "4"}, new | {"name": "Elm"}
    )

    assert [each.sentence for each in made.troubles] == [
        "There is already a room with that name here. Choose another."
    ] * 2


def test_a_room_does_not_move_to_another_venue(database: Database, hub: int) -> None:
    millbrook.venue(database, name="Old Mill")

    made = weigh(
        database,
        {"uuid": uuid(database, "Oak"), "venue": "Old Mill", "name": "Oak"},
    )

    assert "A room stays in its building" in made.troubles[0].sentence


def test_an_id_alone_is_enough(database: Database, hub: int) -> None:
    made = weigh(
        database, {"uuid": uuid(database, "Oak"), "name": "", "seats_circle": "7"}
    )

    assert "Give the room a name" in made.troubles[0].sentence


def test_what_rooms_are_made_of_is_compared_by_name(
    database: Database, hub: int
) -> None:
    same = weigh(
        database,
        {"name": "Hall", "seats_circle": "20", "seats_rows": "32"}
        | {"space_ids": "hall b; HALL A"},
    )
    other = weigh(
        database,
        {"name": "Hall", "seats_circle": "20", "seats_rows": "32", "space_ids": ""},
        {"name": "Oak", "seats_circle": "6", "turnaround": "15"}
        | {"space_ids": "Hall A; Stage"},
    )

    assert not same.does_something
    assert [step.parts for step in other.rooms] == [(), ("Hall A", "Stage")]
    assert [item.changes[-1].words for item in other.items] == [
        "Parts of the building: Hall A; Hall B → its own",
        "Parts of the building: its own → Hall A; Stage",
    ]


def test_a_column_that_is_not_there_leaves_things_alone(
    database: Database, hub: int
) -> None:
    made = weigh(database, {"name": "Hall", "seats_circle": "21"})

    assert made.rooms[0].parts is None
    assert made.rooms[0].after.seats_rows == 32


def test_a_room_of_a_venue_with_a_problem_waits_for_it(
    database: Database, hub: int
) -> None:
    read = spreadsheets.books(
        {
            "Venues": [["Name", "Postcode"], ["Old Mill", "nowhere"]],
            "Rooms": [
                ["Venue", "Room", "Seats in a circle"],
                ["Old Mill", "Red", "4"],
            ],
            "Hours": [["Venue", "Room", "Monday"], ["Old Mill", "Red", "9-5"]],
        }
    )

    made = spreadsheets.plan(database, read)

    assert {item.state for item in made.items} == {State.PROBLEM}
    assert made.troubles[1].sentence == "Its venue has a problem: see Venues, row 2."
    assert made.troubles[2].sentence == "The venue or room it is about has a problem."


def test_a_room_with_bookings_is_not_retired(database: Database, hub: int) -> None:
    oak = scene.room_id(database, hub, "Oak")
    millbrook.book(database, oak, datetime(2026, 11, THURSDAY.day, 10))
    row = {"name": "Oak", "status": "Retired", "seats_circle": "7"}

    made, by_cell = weigh(database, row), weigh(database, row, wish=CELL)

    assert made.troubles[0].key == "status"
    assert (by_cell.rooms[0].after.status, by_cell.rooms[0].after.seats) == (
        "active",
        7,
    )


def test_a_room_without_bookings_is(database: Database, hub: int) -> None:
    made = weigh(database, {"name": "Oak", "status": "Retired", "seats_circle": "6"})

    assert made.rooms[0].after.status == "retired"


def test_what_a_room_has_is_taken_from_its_own_sheet(
    database: Database, hub: int
) -> None:
    titles = [column.title for column in shape.FEATURES.columns]
    rows = [
        [VENUE, "Oak", "Screen", "Yes", "on the wall"],
        [VENUE, "Oak", "Step-free", "No", ""],
        [VENUE, "Elm", "Screen", "Yes", ""],
        [VENUE, "Hall", "Trapdoor", "Yes", ""],
    ]

    made = spreadsheets.plan(
        database, spreadsheets.books({"Features": [titles, *rows]})
    )

    assert made.rooms[0].after.features == (
        FeatureDraft("step-free", present=False),
        FeatureDraft("screen", present=True, note="on the wall"),
    )
    assert [(each.row, each.column) for each in made.troubles] == [
        (4, "Room (B)"),
        (5, "Feature (C)"),
    ]
    assert made.items[0].sheet == "Features"


def test_what_bookings_stand_in_the_way_of_is_a_problem_of_its_row(
    database: Database, hub: int
) -> None:
    oak = scene.room_id(database, hub, "Oak")
    half = scene.room_id(database, hub, "Hall A")
    for room, hour, minutes in ((oak, 10, 75), (oak, 12, 60), (half, 12, 60)):
        begins = datetime(2026, 11, 26, hour)
        millbrook.book(database, room, begins, minutes=minutes)
    rows = [
        {"name": "Oak", "seats_circle": "7", "turnaround": "120", "space_ids": ""},
        {"name": "Hall B", "seats_circle": "9", "turnaround": "30", "space_ids": ""},
    ]
    shared = rows[0] | {"turnaround": "15", "space_ids": "Hall A"}

    made = weigh(database, *rows)
    kept = weigh(database, *rows, wish=CELL)
    parts = weigh(database, shared)

    (trouble,) = made.troubles
    assert (trouble.row, trouble.key) == (2, "turnaround")
    assert "10am to 11:15am and 12pm to 1pm" in trouble.sentence
    assert [step.after.name for step in made.rooms] == ["Hall B"]
    oak_step = next(step for step in kept.rooms if step.after.name == "Oak")
    assert (oak_step.after.seats_circle, oak_step.after.turnaround) == (7, 15)
    assert [each.key for each in parts.troubles] == ["space_ids"]
    assert parts.rooms == []
