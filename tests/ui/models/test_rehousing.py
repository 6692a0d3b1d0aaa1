"""A plan for displaced bookings, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.venues.services.rehousing.leaving import CLOSING, at, book, made
from tests.world import OAK, World
from ui.kinds import Kind
from ui.models import rehousing as words
from venues.domain.findings import Reason
from venues.services.rehousing import planning
from venues.services.rehousing.values import Away, Line, Obstacle, One, Outcome, Plan


@pytest.fixture
def plan(world: World) -> Plan:
    book(world)
    book(world, room_ids=(OAK,), viewer=world.colleague)
    return made(world)


def cells(plan: Plan, line: Line) -> list[str]:
    return [
        column.text(line) for column in words.plan_columns(plan.cause, lambda: False)
    ]


def test_a_line_says_which_whose_where_it_is_and_where_it_goes(plan: Plan) -> None:
    row = cells(plan, plan.lines[0])

    assert row[:4] == [
        "Thu 26 November, 3pm, 1 hour",
        "Practitioner 04",
        "Willow Room",
        "Study, Library",
    ]
    assert row[4].startswith("same time")


def test_another_start_is_said_and_marked(plan: Plan) -> None:
    line = plan.lines[0]
    assert line.target is not None
    later = replace(line.target, period=at(16))
    moved = replace(line, outcome=Outcome.OTHER_TIME, target=later)

    assert cells(plan, moved)[3] == "Study, Library, 4pm"
    kind = words.plan_columns(plan.cause, lambda: False)[3].kind
    assert kind is not None
    assert kind(moved) == Kind.WARN
    tomorrow = replace(later, period=at(16))
    assert (
        words.at(tomorrow.period.starts + timedelta(days=1), line.seen.starts)
        == "Fri 27 November, 4pm"
    )


def test_nowhere_left_out_and_by_hand_are_told_apart(plan: Plan) -> None:
    line = plan.lines[0]

    nowhere = replace(line, outcome=Outcome.NOWHERE, target=None)
    assert cells(plan, nowhere)[3] == words.NO_ROOM
    away = replace(
        plan, cause=Away(staff_id=1, starts=CLOSING.starts, ends=CLOSING.ends)
    )
    assert cells(away, nowhere)[3] == words.NO_COLLEAGUE
    assert cells(plan, replace(line, outcome=Outcome.LEFT_OUT))[3] == words.STAYS
    assert cells(plan, replace(line, by_hand=True, why=""))[4] == "chosen by hand"
    assert cells(plan, replace(line, by_hand=True))[4].startswith("chosen by hand; ")


def test_a_colleague_is_named_in_the_place_of_a_room(plan: Plan) -> None:
    line = plan.lines[0]
    assert line.target is not None
    taker = replace(line, target=replace(line.target, worker="Practitioner 05"))

    assert cells(plan, taker)[3] == "Practitioner 05"


def test_the_numbers_above_and_the_verb(plan: Plan) -> None:
    assert words.tallies(plan) == (
        ("2", Kind.QUIET, "bookings affected"),
        ("2", Kind.GOOD, "can move, same day and time"),
    )
    assert words.verb(plan) == "Close, and move 2 bookings"
    assert words.further(plan).endswith("further on average")

    alone = replace(plan, lines=(replace(plan.lines[0], outcome=Outcome.NOWHERE),))
    assert words.tallies(alone)[-1] == ("1", Kind.BAD, "has nowhere suitable")
    assert words.verb(replace(alone, lines=())) == "Close"
    assert words.does_something(replace(alone, lines=()))
    one = replace(alone, cause=One(booking_id=1))
    assert not words.does_something(one)
    assert words.verb(replace(plan, cause=One(booking_id=1))) == "Move 2 bookings"


def test_a_worker_who_is_away_hands_over(plan: Plan) -> None:
    away = replace(
        plan, cause=Away(staff_id=1, starts=CLOSING.starts, ends=CLOSING.ends)
    )

    assert words.verb(away) == "Hand over 2 bookings"
    assert words.tallies(away)[1][2] == "can go to a colleague"
    assert words.further(away) == ""


def test_what_keeps_rooms_out_is_said_with_a_booking(plan: Plan) -> None:
    line = replace(
        plan.lines[0],
        why="No room suits it.",
        obstacles=(Obstacle(Reason.BOOKED, "in use at that time", 3),),
        target=None,
    )

    assert words.about(line) == (
        "No room suits it.",
        "Booked: 3 rooms, in use at that time",
    )


def test_the_places_of_one_booking_are_a_table(world: World, plan: Plan) -> None:
    choices = planning.choices(plan, plan.lines[0].booking_id)
    columns = words.target_columns(choices.line, lambda: False)

    rows = [[column.text(each) for column in columns] for each in choices.targets]

    assert {row[1] for row in rows} >= {"Study, Library", "Hall, Railside"}
    assert rows[0][0] == "3pm"
    assert rows[0][3] == "free of charge"
    dear = replace(choices.targets[0], pence=1200, metres=None)
    assert [column.text(dear) for column in columns][2:4] == ["", "£12.00"]
    taker = replace(dear, worker="Practitioner 05", metres=0)
    assert [column.text(taker) for column in columns][1:4] == [
        "Practitioner 05",
        "same building",
        "",
    ]
