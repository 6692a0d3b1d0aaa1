"""What is asked for on an ordinary day of the sample."""

from __future__ import annotations

from collections import Counter
from datetime import date, time
from functools import cache
from random import Random

from tests.venues.services.sample.world import make, shared
from venues.services.sample.diary import Wish, apart
from venues.services.sample.wishes import FURTHEST, Demand, habits

THURSDAY, SATURDAY = date(2026, 11, 26), date(2026, 11, 28)
IN_HOLIDAY = date(2026, 12, 29)


@cache
def asked(day: date = THURSDAY, number: int = 800) -> tuple[Wish, ...]:
    demand = Demand(Random(4), make().world)  # noqa: S311 - drawn again each time
    wishes = (demand.wish(day) for _ in range(number))
    return tuple(wish for wish in wishes if wish is not None)


def test_every_kind_that_needs_a_room_is_asked_for() -> None:
    codes = {wish.kind.code for wish in asked()}

    assert codes == set(shared().world.kinds) - {"OUT"}


def test_saturdays_are_for_groups_and_families() -> None:
    codes = {wish.kind.code for wish in asked(SATURDAY)}

    assert codes == {"SUP", "GRP", "REP", "VIC", "PAR"}


def test_children_at_school_come_after_school_in_term() -> None:
    for wish in asked():
        if wish.kind.set == "CH" and wish.cases[0].in_education:
            assert min(wish.starts).time() >= time(15, 30)


def test_in_the_holidays_children_come_by_day_too() -> None:
    starts = [
        min(wish.starts).time() for wish in asked(IN_HOLIDAY) if wish.kind.set == "CH"
    ]

    assert min(starts) < time(12)


def test_panels_are_in_the_evening() -> None:
    panels = [wish for wish in asked() if wish.kind.code == "ROP"]

    assert panels
    assert all(min(wish.starts).time() >= time(17) for wish in panels)


def test_victim_meetings_are_for_victims_and_led_by_victim_workers() -> None:
    for wish in asked():
        if wish.audience == "victim":
            assert [case.kind for case in wish.cases] == ["victim"]
            assert wish.workers[0].role.value == "victim_worker"


def test_rooms_have_the_seats_the_needs_and_the_quiet_that_are_asked() -> None:
    wanted = habits(shared().world.kinds)

    for wish in asked():
        for site in wish.sites:
            assert site.seats(wish.kind.layout) >= wish.people
            assert site.sound >= wanted[wish.kind.code].sound
            assert site.kind in wanted[wish.kind.code].venues
            assert all(site.room.provides(need) for need in wish.needs)


def test_nobody_is_asked_to_travel_too_far() -> None:
    for wish in asked():
        for site in wish.sites if wish.cases else ():
            point = site.room.venue.point
            assert point is not None
            assert wish.cases[0].home.distance_to(point) <= FURTHEST


def test_only_rooms_in_use_and_assessed_are_asked_for() -> None:
    world = shared().world

    sites = {site.room.id: site for wish in asked() for site in wish.sites}

    assert len(sites) > 100
    assert all(
        site.room.bookable and site.assessed(world.today) for site in sites.values()
    )


def test_groups_are_children_whom_nothing_keeps_apart() -> None:
    groups = [wish for wish in asked() if wish.kind.set == "GR"]

    assert groups
    for wish in groups:
        assert not apart(shared().world.ties, wish.cases)
        assert len(wish.workers) == 2
        assert max(Counter(case.id for case in wish.cases).values()) == 1
    assert max(len(wish.cases) for wish in groups) >= 4


def test_a_restorative_meeting_brings_a_child_and_a_victim_who_may_meet() -> None:
    meetings = [wish for wish in asked() if wish.kind.code == "RJD"]

    assert meetings
    for wish in meetings:
        assert [case.kind for case in wish.cases] == ["child", "victim"]
        assert not apart(shared().world.ties, wish.cases)
        assert wish.breakouts == 2


def test_a_case_marked_for_two_workers_has_two() -> None:
    marked = [
        wish for wish in asked() if len(wish.cases) == 1 and wish.cases[0].two_workers
    ]

    assert marked
    assert all(len(wish.workers) == 2 for wish in marked)


def test_lengths_stay_in_the_range_of_their_kind() -> None:
    for wish in asked():
        assert wish.kind.shortest <= wish.minutes <= wish.kind.longest
        assert wish.people >= 1 + len(wish.workers) - (not wish.cases)
