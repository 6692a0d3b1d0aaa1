"""Changes that are kept to be tried again: each their own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.world import World
from venues.database.models import Scenario
from venues.domain.people import Viewer
from venues.domain.what_if import AddRooms, Change, CloseVenue
from venues.errors import NotAllowed, NotFound, Stale, WrongInput
from venues.services.undoing import steps
from venues.services.what_if import scenarios
from venues.services.what_if.scenarios import Kept

ROOMS = AddRooms(town="Millbrook", number=2)


def keep(
    world: World, viewer: Viewer, name: str, changes: Sequence[Change] = (ROOMS,)
) -> Kept:
    with world.database.write() as session:
        return scenarios.keep(session, viewer, name, changes)


def mine(world: World, viewer: Viewer) -> dict[str, tuple[Change, ...]]:
    with world.database.read() as session:
        return {each.name: each.changes for each in scenarios.mine(session, viewer)}


def test_what_is_kept_is_read_again_and_is_nobody_elses(world: World) -> None:
    keep(world, world.manager, "  Two  rooms ", [ROOMS, CloseVenue(venue_id=3)])

    assert mine(world, world.manager) == {"Two rooms": (ROOMS, CloseVenue(venue_id=3))}
    assert mine(world, world.coordinator) == {}


def test_the_same_name_replaces_what_was_there(world: World) -> None:
    keep(world, world.manager, "Two rooms")
    keep(world, world.manager, "Two rooms", [CloseVenue(venue_id=1)])

    assert mine(world, world.manager) == {"Two rooms": (CloseVenue(venue_id=1),)}


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (" ", "Type a name"),
        ("x" * 81, "Shorten"),
        ("WA-20417 wants it", "looks like a"),
    ],
)
def test_a_name_is_needed_and_names_nobody(world: World, name: str, says: str) -> None:
    with pytest.raises(WrongInput, match=says):
        keep(world, world.manager, name)


def test_nothing_is_not_kept(world: World) -> None:
    with pytest.raises(WrongInput, match="Add a change"):
        keep(world, world.manager, "Nothing", ())


def test_only_its_owner_takes_it_away_as_they_saw_it(world: World) -> None:
    kept = keep(world, world.manager, "Two rooms")
    with world.database.write() as session, pytest.raises(NotFound):
        scenarios.remove(session, world.coordinator, kept)
    keep(world, world.manager, "Two rooms", [CloseVenue(venue_id=1)])
    with world.database.write() as session, pytest.raises(Stale):
        scenarios.remove(session, world.manager, kept)

    with world.database.write() as session:
        (now,) = scenarios.mine(session, world.manager)
        scenarios.remove(session, world.manager, now)

    assert mine(world, world.manager) == {}


def test_what_a_later_version_kept_is_passed_over(world: World) -> None:
    kept = keep(world, world.manager, "Two rooms")
    with world.database.write() as session:
        row = session.get_one(Scenario, kept.id)
        row.said = {"changes": [{"kind": "move"}, *row.said["changes"]]}

    assert mine(world, world.manager) == {"Two rooms": (ROOMS,)}


def test_a_practitioner_keeps_none(world: World) -> None:
    with pytest.raises(NotAllowed):
        keep(world, world.practitioner, "Two rooms")


def test_keeping_and_removing_are_undone_and_done_again(world: World) -> None:
    world.database.actor = world.manager.staff_id
    with world.database.write("keeping of a trial") as session:
        kept = scenarios.keep(session, world.manager, "Two rooms", [ROOMS])
    with world.database.read() as session:
        (step, *_) = steps.read(session, world.manager).undo

    steps.turn(world.database, step.id, world.manager, now=world.now)
    assert mine(world, world.manager) == {}

    steps.turn(world.database, step.id, world.manager, now=world.now)
    assert mine(world, world.manager) == {kept.name: (ROOMS,)}
