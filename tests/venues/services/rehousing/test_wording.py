"""Why a booking goes where it goes, in words."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy import delete, update

from tests.venues.services.rehousing.leaving import CLOSING, at, book, made
from tests.world import OAK, STUDY, World
from venues.database.models import CaseStaff, Feature, Hours, Room, Venue
from venues.services.rehousing import planning, wording
from venues.services.rehousing.values import Away, Outcome


def test_the_only_room_is_called_so(world: World) -> None:
    book(world)
    with world.database.write() as session:
        session.execute(update(Room).where(Room.id > STUDY).values(status="retired"))

    assert made(world).lines[0].why == (
        "same time, 0.1 miles away, the only room that suits, free of charge"
    )


def test_needs_that_are_met_are_said(world: World) -> None:
    with world.database.write() as session:
        session.add_all(
            Feature(venue_id=id_, need="step-free", present=True) for id_ in (1, 2)
        )
    book(world, needs=("step-free",))

    assert "all needs met" in made(world).lines[0].why


def test_a_room_that_costs_is_not_called_free(world: World) -> None:
    book(world)
    with world.database.write() as session:
        session.execute(update(Venue).values(rate=1_400))

    (line,) = made(world).lines

    assert "free of charge" not in line.why
    assert line.target is not None
    assert line.target.pence == 1_400


def test_nothing_is_said_of_a_distance_that_nobody_knows(world: World) -> None:
    book(world)
    with world.database.write() as session:
        session.execute(update(Venue).values(easting=None, northing=None))

    plan = made(world)

    assert plan.lines[0].why == "same time"
    assert plan.further is None


def test_a_nearer_room_that_another_one_takes_is_not_explained(world: World) -> None:
    book(world)
    second = book(world, room_ids=(OAK,), viewer=world.colleague)

    assert made(world).line(second).why == ("same time, 5.6 miles away, free of charge")


def test_places_that_do_not_go_together_have_one_sentence(world: World) -> None:
    first = book(world, hour=9, period=at(9, 60))
    second = book(
        world, room_ids=(OAK,), viewer=world.colleague, period=at(9, 60), hour=9
    )
    with world.database.write() as session:
        session.execute(update(Room).where(Room.id > STUDY).values(status="retired"))
        session.execute(update(Room).where(Room.id == OAK).values(seats_circle=3))

    plan = made(world)

    assert plan.count(Outcome.OTHER_TIME) == 1
    (moved,) = [x for x in plan.lines if x.outcome is Outcome.OTHER_TIME]
    assert f"the rooms at 9am {wording.TOGETHER}" in moved.why
    assert {first, second} == {x.booking_id for x in plan.lines}


def test_whose_places_all_go_to_others_has_nowhere(world: World) -> None:
    book(world, period=at(9, 60), hour=9)
    second = book(world, room_ids=(OAK,), viewer=world.colleague, period=at(9, 60))
    with world.database.write() as session:
        session.execute(update(Room).where(Room.id > STUDY).values(status="retired"))
    plan = made(world)
    for id_ in (1, second):
        early = next(
            each for each in planning.choices(plan, id_).targets if each.period == at(9)
        )
    plan = planning.choose(plan, second, early)

    assert plan.line(1).outcome in {Outcome.OTHER_TIME, Outcome.NOWHERE}


def test_what_giving_the_room_up_costs_is_said(world: World) -> None:
    with world.database.write() as session:
        session.execute(
            update(Venue).where(Venue.id == 1).values(rate=1_400, charge_days=30)
        )
    book(world)

    assert (
        made(world)
        .lines[0]
        .why.endswith(
            ". For Millbrook this counts as cancelling. Cancelling now costs £14."
        )
    )


def test_no_room_at_all_within_reach_is_said_as_it_is(world: World) -> None:
    book(world)
    with world.database.write() as session:
        session.execute(update(Room).where(Room.venue_id != 1).values(status="retired"))

    assert made(world).lines[0].why == "No room within 10 miles suits it."


def test_two_who_want_the_one_place_there_is_cannot_both_go(world: World) -> None:
    book(world, period=at(9, 60), hour=9)
    book(world, room_ids=(OAK,), viewer=world.colleague, period=at(9, 60), hour=9)
    with world.database.write() as session:
        session.execute(update(Room).where(Room.id > STUDY).values(status="retired"))
        session.execute(delete(Hours).where(Hours.venue_id == 2))
        session.add(
            Hours(venue_id=2, weekday=3, use="usable", opens=time(9), closes=time(10))
        )

    plan = made(world)

    assert plan.count(Outcome.SAME_TIME, Outcome.NOWHERE) == 2
    assert {line.why for line in plan.lines} >= {wording.NOT_TOGETHER}


def test_a_colleague_with_the_case_on_their_list_comes_first(world: World) -> None:
    book(world, references=("WA-20417",))
    with world.database.write() as session:
        session.add(CaseStaff(case_id=1, staff_id=2, since=date(2026, 1, 1)))
    away = Away(
        staff_id=world.practitioner.staff_id, starts=CLOSING.starts, ends=CLOSING.ends
    )

    assert made(world, away).lines[0].why == (
        "same room and time, has the case on their list"
    )
