"""The best plan for the bookings of a place that closes, and changing it by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from tests.venues.services.rehousing.leaving import (
    CLOSING,
    LIBRARY,
    MILLBROOK,
    RAILSIDE,
    at,
    book,
    keep_apart,
    made,
)
from tests.world import HALL, HALL_A, HALL_B, OAK, STUDY, WILLOW, World
from venues.database.models import Booking, Room, Series
from venues.domain.findings import Reason
from venues.errors import NotAllowed, NotFound
from venues.services.rehousing import planning, wording
from venues.services.rehousing.values import Closing, One, Outcome, Plan


def places(plan: Plan) -> dict[int, tuple[int, int] | None]:
    """Booking → its room and hour in the plan."""
    return {
        line.booking_id: (line.target.room.id, line.target.period.starts.hour)
        if line.target
        else None
        for line in plan.lines
    }


def test_a_booking_goes_to_the_nearest_room_at_the_same_time(world: World) -> None:
    id_ = book(world)

    plan = made(world)

    (line,) = plan.lines
    assert (line.booking_id, line.outcome) == (id_, Outcome.SAME_TIME)
    assert (line.room.id, line.target and line.target.room.id) == (WILLOW, STUDY)
    assert (
        line.why == "same time, the nearest that suits, 0.1 miles away, free of charge"
    )
    assert plan.proven
    assert plan.further == 200


def test_the_plan_says_what_it_is_about(world: World) -> None:
    plan = made(world)

    assert (plan.title, plan.lines) == ("Closing Millbrook", ())
    assert (
        plan.when == "Thursday 26 November to Friday 27 November 2026, heating repairs"
    )


def test_one_room_may_close_and_its_neighbour_take_what_was_there(
    world: World,
) -> None:
    id_ = book(world)

    plan = made(world, replace(CLOSING, room_id=WILLOW))

    assert plan.title == "Closing Willow Room, Millbrook"
    assert places(plan) == {id_: (OAK, 15)}
    assert plan.lines[0].why == "same time, the same building"


def test_two_at_once_do_not_get_one_room(world: World) -> None:
    first = book(world)
    second = book(world, room_ids=(OAK,), viewer=world.colleague)

    plan = made(world)

    assert places(plan) == {first: (STUDY, 15), second: (HALL, 15)}


def test_what_is_not_there_is_not_affected(world: World) -> None:
    book(world, room_ids=(STUDY,))
    book(world, period=at(15).moved(timedelta(days=2)))

    assert made(world).lines == ()


def test_who_has_nowhere_else_goes_at_another_time(world: World) -> None:
    busy = [
        book(world, room_ids=(room,), kind="PRO", viewer=viewer)
        for room, viewer in ((STUDY, world.manager), (HALL, world.victim_worker))
    ]
    id_ = book(world)

    plan = made(world)

    (line,) = plan.lines
    assert id_ not in busy
    assert line.outcome is Outcome.OTHER_TIME
    assert places(plan) == {id_: (STUDY, 14)}
    assert line.why == (
        "1 hour earlier: no suitable room is free at 3pm, "
        "the nearest that suits, 0.1 miles away, free of charge"
    ).replace("the nearest that suits, ", "")


def test_who_has_nowhere_at_all_is_told_why(world: World) -> None:
    book(world, people=8)
    with world.database.write() as session:
        session.execute(update(Room).where(Room.venue_id != 1).values(seats_circle=3))

    (line,) = made(world).lines

    assert line.outcome is Outcome.NOWHERE
    assert line.target is None
    assert [(each.reason, each.rooms) for each in line.obstacles] == [
        (Reason.SEATS, 4),
    ]
    assert line.why == "No room within 10 miles suits it: too few seats."


def test_needs_that_nobody_meets_are_named(world: World) -> None:
    book(world, needs=())
    with world.database.write() as session:
        session.execute(update(Booking).values(needs=["hearing-loop"]))

    (line,) = made(world).lines

    assert line.outcome is Outcome.NOWHERE
    assert line.why == (
        "No room within 10 miles suits it: hearing loop at 3pm: none within 10 miles."
    )


def test_a_series_stays_together_though_that_is_further(world: World) -> None:
    first, second = book(world, hour=10), book(world, hour=15)
    book(world, room_ids=(STUDY,), hour=15, viewer=world.colleague)
    with world.database.write() as session:
        session.add(Series(id=1, rule="", words="", made_at=world.now))
        session.flush()
        session.execute(
            update(Booking).where(Booking.id.in_((first, second))).values(series_id=1)
        )

    plan = made(world)

    assert places(plan) == {first: (HALL, 10), second: (HALL, 15)}
    assert all("same room as the rest of this series" in x.why for x in plan.lines)


def test_two_who_are_kept_apart_do_not_meet_where_they_go(world: World) -> None:
    first = book(world, references=("WA-20417",), hour=10)
    second = book(
        world,
        references=("WA-20418",),
        hour=16,
        room_ids=(OAK,),
        viewer=world.colleague,
    )
    assert places(made(world)) == {first: (STUDY, 10), second: (STUDY, 16)}

    keep_apart(world, 1, 3)

    plan = made(world)
    assert places(plan) == {first: (STUDY, 10), second: (STUDY, 16)}
    with world.database.write() as session:
        session.execute(
            update(Booking)
            .where(Booking.id == second)
            .values(starts=at(11).starts, ends=at(11).ends)
        )
    venues = {line.target.room.venue.id for line in made(world).lines if line.target}
    assert venues == {LIBRARY, RAILSIDE}


def test_no_word_of_a_plan_says_that_somebody_is_kept_apart(world: World) -> None:
    def said() -> set[str]:
        plan = made(world)
        words = {line.why for line in plan.lines}
        for line in plan.lines:
            words |= {
                each.words for each in planning.choices(plan, line.booking_id).obstacles
            }
        return words

    book(world, references=("WA-20417",), hour=10)
    book(
        world,
        references=("WA-20418",),
        room_ids=(OAK,),
        hour=10,
        viewer=world.colleague,
    )
    free = said()
    keep_apart(world, 1, 3)

    assert not any("apart" in each or "person" in each for each in said() | free)


def test_a_worker_has_time_to_get_from_one_to_the_next(world: World) -> None:
    first, second = book(world, hour=14), book(world, hour=15, room_ids=(OAK,))

    plan = made(world)

    assert places(plan) == {first: (STUDY, 14), second: (STUDY, 15)}
    with world.database.write() as session:
        session.execute(update(Room).where(Room.id == STUDY).values(seats_circle=1))
    plan = made(world)
    assert places(plan) == {first: (HALL, 14), second: (HALL, 15)}


def test_what_is_chosen_by_hand_stands_and_the_rest_makes_way(world: World) -> None:
    first = book(world)
    second = book(world, room_ids=(OAK,), viewer=world.colleague)
    plan = made(world)
    (study,) = [
        each
        for each in planning.choices(plan, second).targets
        if each.room.id == STUDY and each.period == at(15)
    ]

    changed = planning.choose(plan, second, study)

    assert places(changed) == {first: (HALL, 15), second: (STUDY, 15)}
    assert changed.line(second).by_hand
    assert changed.line(second).why.startswith(wording.BY_HAND)
    assert places(planning.let_plan(changed, second)) == places(plan)


def test_two_chosen_by_hand_for_one_room_are_named(world: World) -> None:
    first = book(world)
    second = book(world, room_ids=(OAK,), viewer=world.colleague)
    plan = made(world)

    for id_ in (first, second):
        (study,) = [
            each
            for each in planning.choices(plan, id_).targets
            if each.room.id == STUDY and each.period == at(15)
        ]
        plan = planning.choose(plan, id_, study)

    assert plan.clashing == (first, second)


def test_one_may_be_left_where_it_is(world: World) -> None:
    first = book(world)
    second = book(world, room_ids=(OAK,), viewer=world.colleague)

    plan = planning.leave_out(made(world), first)

    assert plan.line(first).outcome is Outcome.LEFT_OUT
    assert plan.line(first).why == wording.STAYS
    assert places(plan) == {first: None, second: (STUDY, 15)}


def test_all_places_can_be_chosen_from_the_nearest_first(world: World) -> None:
    id_ = book(world)

    found = planning.choices(made(world), id_)

    now = [each.room.id for each in found.targets if each.period == at(15)]
    assert now == [STUDY, HALL, HALL_A, HALL_B]
    assert len(found.targets) > len(now)
    assert found.line.booking_id == id_


def test_a_place_that_was_not_offered_cannot_be_chosen(world: World) -> None:
    id_ = book(world)
    plan = made(world)
    target = planning.choices(plan, id_).targets[0]

    with pytest.raises(NotFound):
        planning.choose(plan, id_, replace(target, period=at(3)))
    with pytest.raises(NotFound):
        planning.choices(plan, 999)


def test_only_who_keeps_places_closes_them(world: World) -> None:
    with pytest.raises(NotAllowed):
        made(world, viewer=world.practitioner)


def test_a_place_that_is_not_there_cannot_close(world: World) -> None:
    with pytest.raises(NotFound):
        made(world, replace(CLOSING, venue_id=99))
    with pytest.raises(NotFound):
        made(world, replace(CLOSING, room_id=STUDY))


def test_one_booking_finds_another_room(world: World) -> None:
    id_ = book(world)

    plan = made(world, One(booking_id=id_), viewer=world.practitioner)

    assert places(plan) == {id_: (OAK, 15)}


def test_nobody_finds_another_room_for_a_colleague(world: World) -> None:
    id_ = book(world)

    with pytest.raises(NotFound):
        made(world, One(booking_id=id_), viewer=world.colleague)


def test_what_has_begun_stays(world: World) -> None:
    book(world, hour=15)
    world = replace(world, now=at(15).starts + timedelta(minutes=10))

    (line,) = made(world).lines

    assert (line.outcome, line.why) == (Outcome.NOWHERE, "It has begun already.")


def test_progress_is_told_and_can_stop_it(world: World) -> None:
    book(world)
    told: list[tuple[int, int]] = []
    made(world, progress=lambda done, total: told.append((done, total)))

    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    assert told == [(0, 2), (1, 2)]
    with pytest.raises(InterruptedError):
        made(world, progress=stop)


def test_a_part_of_a_day_may_close_and_the_rest_take_what_was_there(
    world: World,
) -> None:
    id_ = book(world)
    cause = Closing(
        venue_id=MILLBROOK,
        starts=at(15).starts,
        ends=at(15).ends,
        reason="a drill",
    )
    with world.database.write() as session:
        session.execute(update(Room).where(Room.venue_id != 1).values(seats_circle=1))

    assert places(made(world, cause)) == {id_: (WILLOW, 14)}
