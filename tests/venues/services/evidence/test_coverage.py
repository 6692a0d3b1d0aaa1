"""Coverage: who has a suitable room in reach, and at which times."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from sqlalchemy import delete, select

from tests.venues import assessed
from tests.world import TODAY, WILLOW, World
from venues.database.models import Answer, Criterion, Hours, Setting, Term, Venue
from venues.domain.places import Point
from venues.domain.reporting import month_of
from venues.services.evidence import coverage
from venues.services.evidence.coverage import When
from venues.services.evidence.ground import Ground
from venues.services.evidence.scope import Scope, Sector

MILE = 1609.344
PLACES = {
    "WA1 1": Sector("WA1 1", Point(360_000, 388_000), 1),  # where Millbrook is
    "WA4 4": Sector("WA4 4", Point(360_000, 388_000 - round(4 * MILE)), 1),
    "WA16 7": Sector("WA16 7", Point(360_000, 388_000 + round(4 * MILE)), 1),
    "WA7 5": Sector("WA7 5", Point(300_000, 300_000), 2),
}
SCOPE = Scope(dates=month_of(TODAY), today=TODAY, sectors=PLACES)


def near(
    world: World, when: When = When.ANY, code: str = "CH"
) -> dict[str, int | None]:
    with world.database.read() as session:
        ground = Ground(session, SCOPE)
        return {
            each.sector.name: each.venue_id
            for each in coverage.reach(ground, code, when)
        }


def shares(world: World, when: When) -> dict[int, tuple[int, int]]:
    with world.database.read() as session:
        found = coverage.read(Ground(session, SCOPE))
    parts = {id_: each.part("CH", when.value) for id_, each in found.items()}
    return {id_: (part.number, part.of) for id_, part in parts.items()}


def test_a_family_is_asked_to_come_three_miles_and_five_in_the_country(
    world: World,
) -> None:
    assert near(world) == {"WA1 1": 1, "WA16 7": 1, "WA4 4": None, "WA7 5": None}
    assert shares(world, When.ANY) == {1: (2, 3), 2: (0, 1)}


def test_the_limit_is_the_one_that_settings_say(world: World) -> None:
    with world.database.write() as session:
        session.add(Setting(name="travel_miles", value="4.5"))

    assert near(world)["WA4 4"] == 1


def test_a_room_counts_for_a_time_when_it_is_ours_for_an_hour_of_it(
    world: World,
) -> None:
    with world.database.write() as session:
        session.execute(delete(Hours))
        session.add(
            Hours(venue_id=1, weekday=2, use="usable", opens=time(9), closes=time(17))
        )
        session.add(
            Hours(
                venue_id=2,
                weekday=2,
                use="usable",
                opens=time(17, 30),
                closes=time(18, 59),
            )
        )

    assert near(world, When.AFTER_4)["WA1 1"] == 1
    assert near(world, When.AFTER_6)["WA1 1"] is None
    assert near(world, When.SATURDAY)["WA1 1"] is None


def test_holidays_do_not_make_a_room_look_shut(world: World) -> None:
    with world.database.write() as session:
        session.execute(delete(Hours))
        session.add(
            Term(
                authority_id=1,
                name="Winter",
                since=date(2026, 12, 7),
                until=date(2026, 12, 18),
            )
        )
        session.add(
            Hours(
                venue_id=1,
                weekday=2,
                use="usable",
                opens=time(9),
                closes=time(20),
                season="term",
            )
        )

    assert near(world)["WA1 1"] == 1


@pytest.mark.parametrize("status", ["candidate", "suspended", "retired"])
def test_only_a_venue_in_use_counts(world: World, status: str) -> None:
    with world.database.write() as session:
        for venue_id in (1, 2):
            session.get_one(Venue, venue_id).status = status

    assert near(world)["WA1 1"] is None


def test_a_room_that_does_not_suit_is_not_in_reach(world: World) -> None:
    with world.database.write() as session:
        assessed.checklist(session)

    assert near(world)["WA1 1"] is None
    assert shares(world, When.ANY) == {1: (0, 3), 2: (0, 1)}


def test_an_answer_that_holds_for_some_hours_counts_in_those(world: World) -> None:
    with world.database.write() as session:
        assessed.checklist(session)
        session.flush()
        assessed.assess_all(session, {WILLOW: 1}, TODAY - timedelta(days=30))
        session.flush()
        staffed = select(Answer).join(Criterion).where(Criterion.code == "S1")
        answer = session.scalars(staffed).one()
        answer.opens, answer.closes = time(9), time(18)

    assert near(world, When.AFTER_4)["WA1 1"] == 1
    assert near(world, When.AFTER_6)["WA1 1"] is None
