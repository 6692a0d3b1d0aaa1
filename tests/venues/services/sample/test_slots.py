"""When rooms may be booked for measuring, and for what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache

from tests.venues.services.sample.world import shared
from venues.services.sample.slots import LEAST, Slot, Slots, groups

WEDNESDAY, BANK_HOLIDAY = date(2026, 12, 2), date(2026, 12, 25)


@cache
def slots() -> Slots:
    return Slots(shared().world, shared().opening)


def at(venue: str, day: date = WEDNESDAY) -> Slot:
    found = slots().of_day(day).slots
    return next(each for each in found if each.group[0].room.venue.name == venue)


def test_rooms_that_share_a_space_stand_together() -> None:
    for group in groups(shared().world.sites):
        first, *others = (set(site.room.space_ids) for site in group)
        assert all(first & other for other in others)


def test_hours_are_those_with_somebody_else_in_the_building() -> None:
    for slot in slots().of_day(WEDNESDAY).slots:
        if slot.staffed:
            midnight = datetime(2026, 12, 2)
            starts = midnight + timedelta(minutes=slot.opens)
            ends = midnight + timedelta(minutes=slot.closes + 15)
            for site in slot.group:
                spans = shared().opening.spans(site, WEDNESDAY, "staffed")
                assert any(s.starts <= starts and ends <= s.ends for s in spans)


def test_a_place_is_there_as_often_as_it_has_two_hours() -> None:
    day = slots().of_day(WEDNESDAY)

    for number, slot in enumerate(day.slots):
        assert day.pool.count(number) <= (slot.closes - slot.opens) // LEAST
    assert slots().of_day(BANK_HOLIDAY).pool == []


def test_days_of_one_kind_are_worked_out_once() -> None:
    assert slots().of_day(WEDNESDAY) is slots().of_day(date(2026, 12, 9))
    assert slots().of_day(WEDNESDAY) is not slots().of_day(date(2026, 12, 30))


def test_only_what_fits_into_the_time_and_the_seats_is_asked_for() -> None:
    site = shared().site("Millbrook Family Hub", "Willow Room")

    for minutes in (LEAST, 200):
        for use in slots().uses(site, minutes):
            assert use.minutes(site) <= minutes
            assert site.seats(use.kind.layout) * 2 >= use.kind.people


def test_rooms_that_suit_nothing_are_left_alone() -> None:
    world = replace(shared().world, suitable={})

    assert Slots(world, shared().opening).of_day(WEDNESDAY).slots == []
