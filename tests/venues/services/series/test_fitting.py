"""Whether one date fits, and what is tried where it does not."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from tests.venues.services.series import scene
from tests.world import OAK, THURSDAY, WILLOW, World
from venues.database.models import CaseVenue, Room
from venues.domain.period import Period
from venues.services.series import fitting
from venues.services.series.change import Way
from venues.services.series.planning import Outcome, Planned

ALL_WAYS = (Way.OTHER_TIME, Way.OTHER_ROOM)


def fit(world: World, *ways: Way, **what: Any) -> Planned:
    with world.database.read() as session:
        return fitting.fit(
            session,
            world.request(**what),
            world.practitioner,
            (1,),
            now=world.now,
            ways=ways,
        )


def test_a_free_date_fits(world: World) -> None:
    assert fit(world).outcome is Outcome.BOOKED


def test_a_time_the_clocks_leave_out_is_refused_or_left_out(world: World) -> None:
    missing = Period.lasting(datetime(2027, 3, 28, 1, 30), 60)

    assert fit(world, period=missing).outcome is Outcome.REFUSED
    found = fit(world, Way.LEAVE_OUT, period=missing)
    assert found.outcome is Outcome.LEFT_OUT
    assert "clocks" in found.why


def test_ways_are_tried_in_their_order(world: World) -> None:
    scene.occupy(world, THURSDAY)

    later = fit(world, *ALL_WAYS)
    away = fit(world, *reversed(ALL_WAYS))

    assert later.judged is not None
    assert away.judged is not None
    assert later.judged.request.room_ids == (WILLOW,)
    assert later.judged.request.period.starts.hour == 16
    assert (away.outcome, away.judged.request.room_ids) == (
        Outcome.OTHER_ROOM,
        (OAK,),
    )
    assert later.why == away.why


def test_several_rooms_are_chosen_to_go_together(world: World) -> None:
    scene.occupy(world, THURSDAY)

    found = fit(world, Way.OTHER_ROOM, room_ids=(WILLOW, OAK))

    assert found.outcome is Outcome.REFUSED


def test_a_room_that_is_out_of_use_has_no_other_time(world: World) -> None:
    with world.database.write() as session:
        session.get_one(Room, WILLOW).status = "retired"

    assert fit(world, Way.OTHER_TIME).outcome is Outcome.REFUSED


def test_where_nothing_helps_it_stays_refused(world: World) -> None:
    found = fit(world, *ALL_WAYS, people=400)

    assert found.outcome is Outcome.REFUSED


def test_a_person_is_met_by_another_place_and_never_by_another_time(
    world: World,
) -> None:
    with world.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=1, since=date(2026, 1, 1)))

    assert fit(world, Way.OTHER_TIME).outcome is Outcome.REFUSED
    away = fit(world, *ALL_WAYS)
    assert away.for_a_person
    assert away.judged is not None
    assert away.judged.rooms[0].venue.name == "Railside"


@pytest.mark.parametrize("way", list(Way))
def test_a_date_that_fits_needs_no_way(world: World, way: Way) -> None:
    found = fit(world, way)

    assert (found.outcome, found.why) == (Outcome.BOOKED, "")
