"""The ways out for the dates of a series that do not fit."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from tests.venues.services.series import scene
from tests.venues.services.series.scene import THURSDAYS, WEEKLY
from tests.world import HALL, OAK, WILLOW, World
from venues.database.models import CaseVenue
from venues.services.series import planning, ways
from venues.services.series.planning import Instead
from venues.services.series.ways import Ways


def look(world: World, **changed: Any) -> dict[date, Ways]:
    with world.database.read() as session:
        planned = planning.plan(
            session,
            world.request(**changed),
            WEEKLY,
            world.practitioner,
            (1,),
            now=world.now,
        )
        return ways.out(session, planned, world.practitioner, (1,), now=world.now)


def test_a_date_whose_room_is_taken_has_another_room_and_another_time(
    world: World,
) -> None:
    scene.occupy(world, THURSDAYS[1])

    found = look(world)

    (way,) = found.values()
    assert list(found) == [THURSDAYS[1]]
    assert way.room is not None
    assert way.time is not None
    assert way.room.instead == Instead(OAK, datetime.combine(THURSDAYS[1], time(15)))
    assert way.time.instead == Instead(WILLOW, datetime.combine(THURSDAYS[1], time(16)))


def test_what_is_offered_fits_by_every_rule_of_a_booking(world: World) -> None:
    """A search does not look at everything that is asked of a booking."""
    scene.occupy(world, THURSDAYS[1])

    way = look(world, note="Ask for Mr Smith, born 1 May 2010")[THURSDAYS[1]]

    assert way == Ways()


def test_on_a_day_when_all_is_closed_there_is_none(world: World) -> None:
    scene.close(world, THURSDAYS[1])

    assert look(world) == {THURSDAYS[1]: Ways()}


def test_several_rooms_are_chosen_to_go_together(world: World) -> None:
    scene.occupy(world, THURSDAYS[1])

    assert look(world, room_ids=(WILLOW, OAK)) == {THURSDAYS[1]: Ways()}


def test_a_date_that_only_wants_a_reason_needs_no_way_out(world: World) -> None:
    scene.term(world, date(2026, 9, 1), date(2027, 9, 1))

    assert look(world) == {}


def test_refused_for_a_person_there_is_another_cluster_and_no_other_time(
    world: World,
) -> None:
    with world.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=1, since=THURSDAYS[3]))

    way = look(world)[THURSDAYS[3]]

    assert way.room is not None
    assert way.room.room.id == HALL
    assert way.time is None
