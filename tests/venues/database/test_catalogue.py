"""The catalogue, read once and kept until it changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from venues.database import catalogue
from venues.database.models import (
    ClosedDay,
    Closure,
    Feature,
    Hours,
    Room,
    Setting,
    Term,
)
from venues.domain.proposal import Span

WILLOW, HALL = 1, 4
THURSDAY = date(2026, 11, 26)


def read(world: Any) -> catalogue.Catalogue:
    with world.database.read() as session:
        return catalogue.read(session)


def add(world: Any, *rows: Any) -> None:
    with world.database.write() as session:
        session.add_all(rows)


def at(hour: int) -> datetime:
    return datetime.combine(THURSDAY, time(hour))


def test_it_is_read_once_until_something_in_it_changes(
    world: Any, statements: Callable[[], list[str]]
) -> None:
    first = read(world)
    statements()

    assert read(world) is first
    assert len(statements()) == 1  # the revision

    with world.database.write() as session:
        session.get(Room, WILLOW).turnaround = 15
    assert read(world).rooms[WILLOW].turnaround == 15


def test_who_only_reads_asks_for_it_once_and_sees_one_moment(
    world: Any, statements: Callable[[], list[str]]
) -> None:
    read(world)
    statements()
    with world.database.read() as session:
        first = catalogue.read(session)
        with world.database.write() as another:
            another.get(Room, WILLOW).turnaround = 15
        statements()

        assert catalogue.read(session) is first
        assert statements() == []

    assert read(world).rooms[WILLOW].turnaround == 15


def test_who_writes_sees_what_they_wrote(world: Any) -> None:
    with world.database.write() as session:
        before = catalogue.read(session).rooms[WILLOW].turnaround
        session.get(Room, WILLOW).turnaround = 15

        assert (before, catalogue.read(session).rooms[WILLOW].turnaround) == (0, 15)


def test_a_change_that_is_rolled_back_is_never_seen(world: Any) -> None:
    before = read(world)
    with pytest.raises(LookupError), world.database.write() as session:
        session.get(Room, WILLOW).turnaround = 15
        session.flush()
        assert catalogue.read(session).rooms[WILLOW].turnaround == 15
        raise LookupError
    with world.database.write() as session:
        session.get(Room, WILLOW).turnaround = 20

    assert before.rooms[WILLOW].turnaround == 0
    assert read(world).rooms[WILLOW].turnaround == 20


def test_rooms_know_their_venue_spaces_seats_and_features(world: Any) -> None:
    add(
        world,
        Feature(venue_id=3, need="hearing-loop", present=True),
        Feature(venue_id=3, room_id=HALL, need="screen", present=False, note="Stolen"),
    )

    hall = read(world).rooms[HALL]

    assert hall.venue.name == "Railside"
    assert hall.space_ids == (5, 6)
    assert (hall.seats, hall.capacity) == ({"circle": 8}, 8)
    assert hall.provides("hearing-loop") is True
    assert hall.note("screen") == "Stolen"


def test_a_rooms_own_hours_replace_its_venues(world: Any) -> None:
    add(
        world,
        Hours(
            venue_id=3,
            room_id=HALL,
            weekday=3,
            use="usable",
            opens=time(12),
            closes=time(14),
        ),
    )

    days = read(world).days(THURSDAY)

    assert days[HALL].usable == (Span(at(12), at(14)),)
    assert days[WILLOW].usable == (Span(at(9), at(20)),)


def test_opening_hours_stand_in_where_nobody_recorded_usable_ones(world: Any) -> None:
    with world.database.write() as session:
        for row in session.query(Hours).where(Hours.venue_id == 1):
            row.use = "open"

    assert read(world).days(THURSDAY)[WILLOW].usable == (Span(at(9), at(20)),)


def test_open_is_not_ours_once_somebody_said_which_hours_are(world: Any) -> None:
    add(
        world,
        Hours(venue_id=1, weekday=6, use="open", opens=time(9), closes=time(17)),
    )

    assert read(world).days(date(2026, 11, 29))[WILLOW].usable == ()


def test_closed_days_and_closures_take_their_time_out(world: Any) -> None:
    add(
        world,
        ClosedDay(day=date(2026, 12, 25), name="Christmas Day", bank_holiday=True),
        Closure(
            venue_id=1, room_id=WILLOW, starts=at(9), ends=at(13), reason="training"
        ),
    )
    found = read(world)

    christmas, thursday = found.days(date(2026, 12, 25)), found.days(THURSDAY)

    assert christmas[WILLOW].usable == ()
    assert christmas[WILLOW].closed == "bank holiday (Christmas Day)"
    assert thursday[WILLOW].usable == (Span(at(13), at(20)),)
    assert thursday[WILLOW].closed == "training"
    assert thursday[2].closed == ""


def test_a_closed_half_closes_the_whole_hall_but_not_the_other_half(
    world: Any,
) -> None:
    add(
        world,
        Closure(venue_id=3, room_id=5, starts=at(9), ends=at(20), reason="damp"),
    )

    days = read(world).days(THURSDAY)

    assert [days[id_].closed for id_ in (HALL, 5, 6)] == ["damp", "damp", ""]


def test_term_days_are_those_of_the_authority(world: Any) -> None:
    add(
        world,
        Term(
            authority_id=1,
            name="Autumn",
            since=date(2026, 9, 1),
            until=date(2026, 12, 18),
        ),
    )
    found = read(world)

    assert found.in_term(1, THURSDAY)
    assert not found.in_term(1, date(2026, 12, 19))
    assert not found.in_term(2, THURSDAY)


def test_settings_become_the_rules_numbers(world: Any) -> None:
    add(world, Setting(name="travel_miles", value="4"))

    assert read(world).numbers.travel_miles == 4


def test_days_worked_out_are_not_kept_without_end(world: Any) -> None:
    found = read(world)

    for ahead in range(catalogue.KEPT_DAYS + 5):
        found.days(THURSDAY + timedelta(days=ahead))

    kept = len(found._days)  # noqa: SLF001 - memory is the point
    assert kept <= catalogue.KEPT_DAYS


def test_a_kind_of_appointment_is_found_by_its_id(world: Any) -> None:
    assert read(world).kind_by_id(1).code == "SUP"
