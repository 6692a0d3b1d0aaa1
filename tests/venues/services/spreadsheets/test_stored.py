"""The whole catalogue, read at once."""

from __future__ import annotations

import pytest

from tests import spreadsheets
from tests.ui import venue_scene as scene
from venues.database.session import Database
from venues.domain.typed import NotUnderstood


def test_it_is_the_same_as_what_the_editors_show(database: Database) -> None:
    hub = scene.fill(database)
    shown = scene.details(database, hub)

    known = spreadsheets.now(database)

    assert known.venues == {hub: shown.venue}
    assert sorted(known.rooms) == sorted(room.id or 0 for room in shown.rooms)
    assert {room.name: room for room in known.rooms.values()} == {
        room.name: room for room in shown.rooms
    }
    assert known.hours == {(hub, None): shown.hours[None]}


@pytest.mark.parametrize(
    "typed",
    ["Warrington", "WAR", "E06000007", "Warrington Borough Council", "warrington"],
)
def test_an_authority_is_known_by_any_of_its_names(
    database: Database, typed: str
) -> None:
    known = spreadsheets.now(database)

    assert known.authorities[known.authority(typed)].name == "Warrington"


@pytest.mark.parametrize("typed", ["Cheshire West & Chester", "Ches. West"])
def test_what_people_leave_out_of_a_name_does_not_matter(
    database: Database, typed: str
) -> None:
    known = spreadsheets.now(database)

    assert "West" in known.authorities[known.authority(typed)].name


def test_another_authority_is_answered_with_ours(database: Database) -> None:
    known = spreadsheets.now(database)

    with pytest.raises(NotUnderstood, match="“Flintshire” is not one of our"):
        known.authority("Flintshire")


def test_only_parts_that_rooms_share_are_named(database: Database) -> None:
    scene.fill(database)
    known = spreadsheets.now(database)
    named = {room.name: known.shared(room) for room in known.rooms.values()}

    assert named["Oak"] == []
    assert named["Hall"] == ["Hall A", "Hall B"]
    assert named["Hall A"] == ["Hall A"]
