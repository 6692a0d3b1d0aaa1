"""What the sample always has around today."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from random import Random

from tests.venues.services.sample.world import TODAY, Parts, make
from venues.services.sample.people import Person
from venues.services.sample.plans import Plan, Repeat, period
from venues.services.sample.wishes import Demand

DAYS = tuple(period(TODAY, 4))


@cache
def planned() -> tuple[Parts, Plan]:
    parts = make()
    demand = Demand(Random(1), parts.world)  # noqa: S311 - drawn again each time
    return parts, Plan(parts.world, demand, DAYS)


def test_the_pictured_day_is_today() -> None:
    _, plan = planned()

    wishes = plan.week(TODAY)[TODAY]

    assert [(wish.starts[0], wish.sites[0].room.name) for wish in wishes] == [
        (datetime(2026, 11, 26, 9), "Willow Room"),
        (datetime(2026, 11, 26, 11), "Consulting Room 2"),
        (datetime(2026, 11, 26, 17, 30), "Hall"),
    ]
    assert [wish.cases[0].reference for wish in wishes] == [
        *("WA-20391", "WA-20355", "HA-10233")
    ]
    assert all(wish.workers[0].login == "practitioner.04" for wish in wishes)


def test_one_panel_still_waits_for_a_member() -> None:
    _, plan = planned()

    pending = [
        wish for wishes in plan.week(TODAY).values() for wish in wishes if wish.pending
    ]

    assert [wish.kind.code for wish in pending] == ["ROP"]


def test_the_week_goes_round_weekends_and_bank_holidays() -> None:
    parts, plan = planned()

    days = plan.week(date(2026, 12, 24))

    assert all(day.weekday() < 5 for day in days)
    assert not [day for day in days if parts.world.days.why_closed(None, day)]


def test_the_pictured_child_comes_every_week_on_todays_weekday() -> None:
    _, plan = planned()

    first = plan.series(TODAY)[0]

    assert first.words == "Every week on Thursday, 9 times"
    assert first.rule == "FREQ=WEEKLY;BYDAY=TH;COUNT=9"
    assert TODAY in first.wishes
    assert first.wishes[TODAY].cases[0].reference == "WA-20417"


def test_every_team_meets_on_tuesdays_with_everybody_in_it() -> None:
    parts, plan = planned()

    teams = [each for each in plan.series(TODAY) if each.name.startswith("TRN")]

    assert len(teams) == 4
    for team in teams:
        assert all(day.weekday() == 1 for day in team.wishes)
    together = {person.id for team in teams for person in _workers(team)}
    practitioners = {
        person.id for person in parts.world.people if person.role == "practitioner"
    }
    assert together == practitioners


def _workers(team: Repeat) -> tuple[Person, ...]:
    return next(iter(team.wishes.values())).workers


def test_the_other_series_are_of_different_children() -> None:
    _, plan = planned()

    repeats = [each for each in plan.series(TODAY) if not each.name.startswith("TRN")]

    assert len(repeats) > 4
    assert len({each.name for each in repeats}) == len(repeats)


def test_a_period_is_as_many_weeks_back_as_ahead_without_sundays() -> None:
    assert DAYS[0] == date(2026, 10, 29)
    assert DAYS[-1] == date(2026, 12, 24)
    assert not [day for day in DAYS if day.weekday() == 6]
