"""Many venues and rooms are added a table at a time."""

from __future__ import annotations

import pytest

from tests import spreadsheets
from tests.ui import venue_scene as scene
from tests.ui.venue_scene import HUB
from venues.database.session import Database

HEAD = ["Venue", "Room", "Seats in a circle", "Parts of the building"]


@pytest.fixture
def hub(database: Database) -> int:
    return scene.fill(database)


def made_of(database: Database, hub: int, *rows: list[str]) -> dict[str, list[str]]:
    full = [[HUB.name, *row] for row in rows]
    spreadsheets.take_in(database, spreadsheets.books({"Rooms": [HEAD, *full]}))
    known = spreadsheets.now(database)
    return {
        room.name: [known.spaces[hub][id_] for id_ in room.space_ids]
        for room in known.of_venue(hub)
    }


def test_a_room_that_names_no_part_gets_its_own(database: Database, hub: int) -> None:
    assert made_of(database, hub, ["Elm", "4", ""])["Elm"] == ["Elm"]


def test_a_part_of_that_name_in_use_is_left_to_who_has_it(
    database: Database, hub: int
) -> None:
    made_of(database, hub, ["Stage", "4", "Elm"])

    found = made_of(database, hub, ["Elm", "4", ""], ["Elm 2", "4", ""])

    assert found["Stage"] == ["Elm"]
    assert found["Elm"] == ["Elm 2"]
    assert found["Elm 2"] == ["Elm 2"]


def test_rooms_of_one_file_may_be_made_of_one_another(
    database: Database, hub: int
) -> None:
    found = made_of(
        database,
        hub,
        ["North", "4", ""],
        ["South", "4", ""],
        ["Whole", "9", "north; South; NORTH"],
        ["Gallery", "9", "Hall A"],
    )

    assert found["North"] == ["north"]
    assert sorted(found["Whole"]) == ["South", "north"]
    assert found["Gallery"] == ["Hall A"]


def test_a_part_that_nobody_has_any_more_is_used_again(
    database: Database, hub: int
) -> None:
    made_of(database, hub, ["Oak", "6", "Stage"])

    assert made_of(database, hub, ["Elm", "4", "Oak"])["Elm"] == ["Oak"]
