"""Which single changes would have solved most."""

from __future__ import annotations

from datetime import time

import pytest
from sqlalchemy import select

from tests.venues import assessed
from tests.venues.services.what_if.scene import ground, need
from tests.world import OAK, STUDY, TODAY, WILLOW, World
from venues.database.models import Hours, Room
from venues.domain.what_if import AddRooms, FixCriterion, OpenLonger
from venues.errors import VenuesError
from venues.services.what_if import suggesting


def test_those_that_solve_most_come_first_and_what_solves_nothing_is_left_out(
    world: World,
) -> None:
    with world.database.write() as session:
        for row in session.scalars(select(Hours)):
            row.closes = time(17)
        for id_ in (WILLOW, OAK):
            session.get_one(Room, id_).rate = 900
    for _ in range(3):
        need(world)
    need(world, people=20)

    with ground(world) as (_, found):
        best = suggesting.best(found)

    assert {each.replay.number for each in best} == {3}
    assert [type(each.change) for each in best[:1]] == [OpenLonger]
    places = {each.change.town for each in best if isinstance(each.change, AddRooms)}
    assert places == {"Millbrook", "Library"}
    assert all(
        each.change.pence == 900 for each in best if isinstance(each.change, AddRooms)
    )


def test_a_criterion_that_alone_keeps_a_room_shut_is_among_them(world: World) -> None:
    with world.database.write() as session:
        assessed.checklist(session)
        assessed.assess_all(session, {WILLOW: 1, OAK: 1, STUDY: 2}, TODAY, C1="0")
    need(world, band="11-14")

    with ground(world) as (_, found):
        changes = list(suggesting.family(found))
        best = suggesting.best(found)

    assert FixCriterion(venue_id=1, code="C1") in changes
    assert FixCriterion(venue_id=1, code="C1") in [each.change for each in best]


def test_it_is_stopped_by_whoever_waits(world: World) -> None:
    need(world)

    def stop(_done: int, total: int) -> None:
        assert total
        raise VenuesError

    with ground(world) as (_, found), pytest.raises(VenuesError):
        suggesting.best(found, stop)
