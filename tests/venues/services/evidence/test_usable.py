"""Minutes that are ours: the short way gives what day after day would give."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from tests.venues.services.evidence.conftest import SEASON
from tests.world import HALL, HALL_A, HALL_B, OAK, STUDY, WILLOW, World
from venues.database import catalogue as catalogues
from venues.database.models import ClosedDay, Closure, Hours, Term
from venues.database.session import Database
from venues.domain.reporting import Dates
from venues.services.evidence import usable

WEEK = Dates(date(2026, 11, 23), date(2026, 11, 29))
DAILY = 11 * 60
"""From 9am to 8pm, Monday to Saturday."""


def found(world: World, dates: Dates = WEEK) -> dict[int, int]:
    with world.database.read() as session:
        return usable.minutes(catalogues.read(session), dates)


def test_the_sample_adds_up_to_what_every_single_day_says(demo: Database) -> None:
    with demo.read() as session:
        catalogue = catalogues.read(session)
        quick = usable.minutes(catalogue, SEASON)
        slow: dict[int, int] = {}
        for room in catalogue.rooms.values():
            day, total = SEASON.first, 0
            while room.bookable and day <= SEASON.last:
                total += usable.length(catalogue.days(day, [room])[room.id])
                day += timedelta(days=1)
            for space_id in room.space_ids if room.bookable else ():
                slow[space_id] = max(slow.get(space_id, 0), total)

    assert quick == slow


def test_a_week_is_ours_while_we_may_use_it(world: World) -> None:
    assert found(world) == dict.fromkeys(
        (WILLOW, OAK, STUDY, HALL_A, HALL_B), 6 * DAILY
    )


def test_closures_and_closed_days_are_not_ours(world: World) -> None:
    with world.database.write() as session:
        session.add(
            Closure(
                venue_id=1,
                room_id=OAK,
                starts=datetime(2026, 11, 24, 12),
                ends=datetime(2026, 11, 25, 12),
                reason="repairs",
            )
        )
        session.add(ClosedDay(day=date(2026, 11, 27), name="Snow", authority_id=2))

    minutes = found(world)

    assert minutes[OAK] == 6 * DAILY - 8 * 60 - 3 * 60
    assert minutes[WILLOW] == 6 * DAILY
    assert minutes[HALL_A] == 5 * DAILY


def test_hours_with_dates_and_holidays_count_as_they_hold(world: World) -> None:
    with world.database.write() as session:
        session.add(
            Hours(
                venue_id=2,
                weekday=1,
                use="usable",
                opens=time(10),
                closes=time(11),
                valid_from=date(2026, 11, 23),
                valid_until=date(2026, 11, 25),
            )
        )
        session.add(
            Hours(
                venue_id=3,
                weekday=6,
                use="usable",
                opens=time(10),
                closes=time(12),
                season="term",
            )
        )
        session.add(
            Term(
                authority_id=2,
                name="Autumn",
                since=date(2026, 9, 1),
                until=date(2026, 12, 18),
            )
        )

    minutes = found(world)

    assert minutes[STUDY] == 60 + 3 * DAILY  # Tuesday's hour, then the usual days
    assert minutes[HALL_B] == 6 * DAILY + 120


def test_a_room_that_cannot_be_booked_is_not_ours(world: World) -> None:
    with world.database.write() as session:
        session.get_one(catalogues.models.Room, HALL).status = "retired"
        session.get_one(catalogues.models.Venue, 1).status = "suspended"

    assert found(world).keys() == {STUDY, HALL_A, HALL_B}
