"""The rooms of the sample, and the spaces they are made of."""

from __future__ import annotations

from datetime import timedelta

from tests.venues.services.sample.world import TODAY, shared
from venues.database.models import Room, RoomSpace, Space


def test_there_are_150_rooms_of_every_kind() -> None:
    rows = shared().rows.of(Room)

    assert len(rows) == 150
    assert {row["turnaround"] for row in rows} == {0, 10, 15}
    assert {row["reached_by"] for row in rows} == {"ground", "lift", "stairs"}
    assert min(row["fire_capacity"] for row in rows) <= 4
    assert max(row["seats_rows"] or 0 for row in rows) == 60


def test_the_rooms_of_the_pictures_are_there() -> None:
    willow = shared().site("Millbrook Family Hub", "Willow Room").room
    oak = shared().site("Millbrook Family Hub", "Oak Room").room
    hall = shared().site("Millbrook Family Hub", "Hall").room

    assert (willow.capacity, oak.capacity, hall.capacity) == (6, 4, 30)
    assert willow.turnaround == 15
    assert shared().site("Lantern Health Centre", "Consulting Room 2").room.rate == 1400


def test_a_hall_that_divides_shares_its_spaces_with_its_halves() -> None:
    parts = shared()
    hall, first, second = (
        parts.site("Weaver Hall", name).room for name in ("Hall", "Hall A", "Hall B")
    )

    assert set(hall.space_ids) == {*first.space_ids, *second.space_ids}
    assert not set(first.space_ids) & set(second.space_ids)
    divided = [site for site in parts.world.sites if len(site.room.space_ids) > 1]
    assert len(divided) == 8


def test_every_room_has_spaces_of_its_own_venue() -> None:
    rows = shared().rows
    venue_of = {row["id"]: row["venue_id"] for row in rows.of(Space)}
    room_venue = {row["id"]: row["venue_id"] for row in rows.of(Room)}

    linked = {row["room_id"] for row in rows.of(RoomSpace)}

    assert linked == set(room_venue)
    for row in rows.of(RoomSpace):
        assert room_venue[row["room_id"]] == venue_of[row["space_id"]]


def test_rates_run_from_9_to_22_pounds() -> None:
    rates = {site.room.rate for site in shared().world.sites}

    assert 0 in rates
    assert min(rates - {0}) == 900
    assert max(rates) == 2200


def test_the_fire_notice_counts_before_the_seats() -> None:
    hall = shared().site("St Oswin's Church Hall", "Hall")

    assert hall.seats("rows") == hall.room.fire_capacity
    assert hall.seats("rows") < hall.room.seats["rows"]
    assert (
        shared().site("Lantern Health Centre", "Consulting Room 2").seats("rows") == 0
    )


def test_an_assessment_is_good_for_a_year() -> None:
    site = shared().site("Millbrook Family Hub", "Willow Room")
    assert site.visited is not None

    assert site.assessed(site.visited + timedelta(days=365))
    assert not site.assessed(site.visited + timedelta(days=366))


def test_most_rooms_are_assessed_and_some_are_not_or_no_longer() -> None:
    sites = shared().world.sites
    current = sum(site.assessed(TODAY) for site in sites)
    never = sum(site.visited is None for site in sites)

    assert current > 125
    assert never > 0
    assert len(sites) - current - never > 0
