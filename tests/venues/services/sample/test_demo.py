"""Eight plausible weeks, checked by other means than those that made them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import combinations, pairwise

import pytest

from tests.venues.services.sample.weeks import by_id, held, stretches, weeks
from tests.venues.services.sample.world import TODAY, make
from venues.database.models import (
    Booking,
    Case,
    CaseHours,
    CaseVenue,
    ClosedDay,
    Closure,
    Feature,
    Room,
    RoomSpace,
    Separation,
    Venue,
)
from venues.domain.needs import OF_THE_ROOM
from venues.resources import table
from venues.services.progress import quiet
from venues.services.sample import demo


def test_there_are_eight_weeks_of_busy_days() -> None:
    days = Counter(row["starts"].date() for row in weeks().bookings.values())

    assert min(days) == date(2026, 10, 29)
    assert max(days) == date(2026, 12, 24)
    for day, number in days.items():
        assert (25 <= number <= 35) if day.weekday() < 5 else (1 <= number <= 5), day
    assert not [day for day in days if weeks().parts.world.days.why_closed(None, day)]


def test_the_afternoon_after_school_is_the_busiest_time() -> None:
    hours = Counter(row["starts"].hour for row in weeks().bookings.values())
    after = sum(hours[hour] for hour in (15, 16, 17))

    assert after > sum(hours.values()) * 0.4
    assert hours[18] > 20


def test_holds_are_the_appointment_with_set_up_and_turnaround() -> None:
    rooms = by_id(Room)
    spaces = defaultdict(list)
    for row in weeks().of(RoomSpace):
        spaces[row["room_id"]].append(row["space_id"])
    kinds = {kind.id: kind for kind in weeks().parts.world.kinds.values()}

    wanted = sorted(
        (
            space_id,
            row["starts"] - timedelta(minutes=kinds[row["type_id"]].set_up),
            row["ends"]
            + timedelta(
                minutes=max(
                    kinds[row["type_id"]].clear_down, rooms[room_id]["turnaround"]
                )
            ),
            id_,
        )
        for id_, row in weeks().live.items()
        for room_id in weeks().rooms[id_]
        for space_id in spaces[room_id]
    )

    assert [span for span in weeks().spans() if span[3]] == wanted


def test_no_space_is_held_twice_at_one_time() -> None:
    for one, other in pairwise(weeks().spans()):
        assert one[0] != other[0] or one[2] <= other[1]


def overlapping(by_whom: dict[int, list[int]]) -> list[tuple[int, int]]:
    """Pairs of live bookings that somebody would have to be in at one time."""
    stays = defaultdict(list)
    for id_, row in weeks().live.items():
        for person in by_whom[id_]:
            stays[person].append((row["starts"], row["ends"], id_))
    return [
        (one[2], other[2])
        for each in stays.values()
        for one, other in pairwise(sorted(each))
        if other[0] < one[1]
    ]


def test_no_worker_is_in_two_places() -> None:
    assert overlapping(weeks().workers) == []


def test_no_case_has_two_appointments_at_once() -> None:
    assert overlapping(weeks().cases) == []


def person_of() -> dict[int, int]:
    """Case id → the least id of the references of the same person."""
    found = {id_: id_ for id_ in by_id(Case)}
    for row in weeks().of(Separation):
        if row["kind"] == "same person":
            found[row["second_id"]] = row["first_id"]
    return found


def test_nobody_meets_whom_they_are_kept_from() -> None:
    person = person_of()
    apart = {
        frozenset({person[row["first_id"]], person[row["second_id"]]})
        for row in weeks().of(Separation)
        if row["kind"] != "same person" and row["closed_on"] is None
    }
    venues, rooms = by_id(Venue), by_id(Room)
    there: dict[tuple[date, str], set[int]] = defaultdict(set)
    for id_, row in weeks().live.items():
        venue = venues[rooms[weeks().rooms[id_][0]]["venue_id"]]
        place = f"near {venue['cluster_id']}" if venue["cluster_id"] else venue["name"]
        people = {person[case_id] for case_id in weeks().cases[id_]}
        there[row["starts"].date(), place] |= people

    met = {
        frozenset(pair) for people in there.values() for pair in combinations(people, 2)
    }

    assert met
    assert not met & apart


def test_no_case_is_taken_where_it_must_not_go() -> None:
    rooms = by_id(Room)
    kept_out = {(row["case_id"], row["venue_id"]) for row in weeks().of(CaseVenue)}

    gone = {
        (case_id, rooms[room_id]["venue_id"])
        for id_ in weeks().live
        for case_id in weeks().cases[id_]
        for room_id in weeks().rooms[id_]
    }

    assert not gone & kept_out


def test_cases_come_in_the_hours_they_can() -> None:
    hours = {
        (row["case_id"], row["weekday"]): (row["opens"], row["closes"])
        for row in weeks().of(CaseHours)
    }
    limited = {case_id for case_id, _ in hours}

    for id_, row in weeks().live.items():
        for case_id in limited & set(weeks().cases[id_]):
            opens, closes = hours[case_id, row["starts"].weekday()]
            assert opens <= row["starts"].time() <= row["ends"].time() <= closes


def test_every_room_is_held_inside_the_hours_it_is_ours() -> None:
    rooms = by_id(Room)

    for id_, (starts, ends) in held().items():
        for room_id in weeks().rooms[id_]:
            assert any(
                opens <= starts and ends <= closes
                for opens, closes in stretches(rooms[room_id], starts.date())
            ), (rooms[room_id]["name"], starts)


def test_nothing_is_booked_while_a_venue_or_room_is_closed() -> None:
    rooms = by_id(Room)

    for closure in weeks().of(Closure):
        for id_, (starts, ends) in held().items():
            shut = any(
                rooms[room_id]["venue_id"] == closure["venue_id"]
                and closure["room_id"] in {None, room_id}
                for room_id in weeks().rooms[id_]
            )
            if shut:
                assert ends <= closure["starts"] or closure["ends"] <= starts


def test_nothing_is_booked_on_the_day_an_authority_closes() -> None:
    (closed,) = weeks().of(ClosedDay)

    booked = {
        row["starts"].date()
        for row in weeks().live.values()
        if row["authority_id"] == closed["authority_id"]
    }

    assert closed["day"] not in booked


def test_everybody_has_a_seat_and_the_fire_notice_allows_it() -> None:
    rooms = by_id(Room)
    layouts = {row["code"]: row["layout"] for row in table("appointment_types")}

    for id_, row in weeks().live.items():
        room = rooms[weeks().rooms[id_][0]]
        seats = {
            each: room[f"seats_{each}"] or 0 for each in ("circle", "table", "rows")
        }
        layout = layouts[weeks().kind(row)]
        assert row["people"] <= (seats[layout] if layout else max(seats.values()))
        assert row["people"] <= room["fire_capacity"]


def test_every_need_is_met() -> None:
    rooms = by_id(Room)
    present = {
        (row["room_id"] or -row["venue_id"], row["need"])
        for row in weeks().of(Feature)
        if row["present"]
    }

    for id_, row in weeks().live.items():
        room = rooms[weeks().rooms[id_][0]]
        for need in row["needs"]:
            where = room["id"] if need in OF_THE_ROOM else -room["venue_id"]
            assert (where, need) in present


def test_only_venues_in_use_are_booked() -> None:
    venues, rooms = by_id(Venue), by_id(Room)

    statuses = {
        venues[rooms[room_id]["venue_id"]]["status"]
        for booked in weeks().rooms.values()
        for room_id in booked
    }

    assert statuses == {"active"}


def test_the_pictured_practitioner_has_a_full_day_today() -> None:
    mine = next(
        person.id
        for person in weeks().parts.world.people
        if person.login == "practitioner.04"
    )

    today = sorted(
        (row["starts"].time(), weeks().kind(row), row["status"])
        for id_, row in weeks().live.items()
        if row["starts"].date() == TODAY and mine in weeks().workers[id_]
    )

    assert today == [
        (time(9), "SUP", "confirmed"),
        (time(11), "HLT", "confirmed"),
        (time(15, 30), "SUP", "confirmed"),
        (time(17, 30), "ROP", "provisional"),
    ]


def test_progress_is_told_day_by_day_and_stops_the_work_by_raising() -> None:
    told = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == 3:
            raise TimeoutError

    parts = make(seed=2)
    with pytest.raises(TimeoutError):
        demo.add(parts.rows, parts.world, parts.spots, parts.opening, stop)

    assert told == [(0, 49), (1, 49), (2, 49), (3, 49)]


def test_bank_holidays_stay_empty() -> None:
    easter = date(2027, 3, 29)
    parts = make()
    world = replace(parts.world, today=easter)

    demo.add(parts.rows, world, parts.spots, parts.opening, quiet)

    days = {row["starts"].date() for row in parts.rows.of(Booking)}
    assert easter + timedelta(days=1) in days
    assert not days & {easter, date(2027, 3, 26)}
