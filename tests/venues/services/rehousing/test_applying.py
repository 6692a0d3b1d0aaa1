"""Carrying a plan out: all of it, or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from tests.venues.services.rehousing.leaving import (
    CLOSING,
    MILLBROOK,
    applied,
    at,
    book,
    keep_apart,
    made,
    rooms_now,
)
from tests.world import HALL, OAK, STUDY, WILLOW, World
from venues.database.models import (
    Booking,
    Closure,
    History,
    Room,
    Series,
    Venue,
    Worker,
)
from venues.errors import NotAllowed, Stale, WrongInput
from venues.services import booking_changes, checks
from venues.services.rehousing import planning, taking_back, wording
from venues.services.rehousing.values import Away, Closing, One, Outcome
from venues.services.reviews import listing


def closures(world: World) -> int:
    with world.database.read() as session:
        return session.scalar(select(func.count()).select_from(Closure)) or 0


def test_the_place_closes_and_its_bookings_move(world: World) -> None:
    first = book(world)
    second = book(world, room_ids=(OAK,), viewer=world.colleague)

    done = applied(world, made(world))

    assert rooms_now(world) == {first: (STUDY, at(15)), second: (HALL, at(15))}
    assert closures(world) == 1
    assert (done.name, done.staying) == ("Closing Millbrook", ())
    assert [step.booking_id for step in done.steps] == [first, second]
    assert checks.check(world.database, now=world.now).problems == ()


@pytest.mark.of_a_file("a server writes down each step on the way")
def test_a_move_is_one_change_in_its_history(world: World) -> None:
    book(world)
    plan = made(world)
    with world.database.read() as session:
        before = session.scalar(select(func.max(History.id)))

    applied(world, plan)

    with world.database.read() as session:
        changes = session.scalars(
            select(History.changes).where(
                History.id > before, History.table == "booking"
            )
        ).all()
    assert not any("status" in each for each in changes)


def test_what_goes_nowhere_stays_and_needs_review(world: World) -> None:
    id_ = book(world)
    with world.database.write() as session:
        session.execute(update(Room).where(Room.venue_id != 1).values(seats_circle=1))

    done = applied(world, made(world))

    assert done.staying == (id_,)
    assert rooms_now(world) == {id_: (WILLOW, at(15))}
    with world.database.read() as session:
        (item,) = listing.read(session, world.coordinator, world.now)
    assert item.words == "Millbrook is closed then: heating repairs."


def test_two_may_change_places_on_the_way(world: World) -> None:
    """One goes where the other was before it left."""
    cause = Closing(
        venue_id=MILLBROOK, starts=at(15).starts, ends=at(16).starts, reason="a drill"
    )
    first = book(world, hour=15, period=at(15, 30))
    second = book(
        world,
        room_ids=(WILLOW,),
        period=at(15, 30).moved(at(15).ends - at(15, 30).ends),
    )
    with world.database.write() as session:
        session.execute(update(Room).where(Room.id != WILLOW).values(seats_circle=1))

    plan = made(world, cause)
    applied(world, plan)

    assert plan.count(Outcome.OTHER_TIME) == 2
    assert {room for room, _ in rooms_now(world).values()} == {WILLOW}
    assert len(rooms_now(world)) == len({first, second})


def test_a_plan_is_not_carried_out_twice(world: World) -> None:
    book(world)
    plan = made(world)
    applied(world, plan)

    with pytest.raises(Stale):
        applied(world, plan)

    assert closures(world) == 1


@pytest.mark.parametrize("change", ["catalogue", "booking", "new booking"])
def test_a_plan_is_refused_once_something_changed(world: World, change: str) -> None:
    id_ = book(world)
    plan = made(world)
    if change == "new booking":
        book(world, room_ids=(OAK,), viewer=world.colleague)
    else:
        with world.database.write() as session:
            if change == "catalogue":
                session.execute(update(Room).values(turnaround=5))
            else:
                booking_changes.move(
                    session, id_, world.practitioner, now=world.now, room_ids=(OAK,)
                )

    with pytest.raises(Stale, match="since the plan was made"):
        applied(world, plan)

    assert closures(world) == 0


def test_a_room_that_was_taken_meanwhile_stops_all_of_it(world: World) -> None:
    first = book(world)
    second = book(world, room_ids=(OAK,), viewer=world.colleague)
    plan = made(world)
    other = book(world, room_ids=(HALL,), kind="PRO", viewer=world.manager)

    with pytest.raises(Stale):
        applied(world, plan)

    assert closures(world) == 0
    assert rooms_now(world) == {
        first: (WILLOW, at(15)),
        second: (OAK, at(15)),
        other: (HALL, at(15)),
    }


def test_a_link_that_was_made_meanwhile_stops_it_and_is_not_named(
    world: World,
) -> None:
    book(world, references=("WA-20417",), hour=10)
    book(
        world,
        references=("WA-20418",),
        hour=11,
        room_ids=(OAK,),
        viewer=world.colleague,
    )
    plan = made(world)
    keep_apart(world, 1, 3)

    with pytest.raises(Stale) as refused:
        applied(world, plan)

    assert str(refused.value).startswith("Something changed since")


def test_choices_that_do_not_go_together_are_not_carried_out(world: World) -> None:
    ids = [book(world), book(world, room_ids=(OAK,), viewer=world.colleague)]
    plan = made(world)
    for id_ in ids:
        study = next(
            each
            for each in planning.choices(plan, id_).targets
            if each.room.id == STUDY and each.period == at(15)
        )
        plan = planning.choose(plan, id_, study)

    with pytest.raises(WrongInput):
        applied(world, plan)


def test_a_place_with_something_to_agree_to_wants_a_reason(world: World) -> None:
    id_ = book(world)
    with world.database.write() as session:
        session.execute(update(Room).where(Room.id != STUDY).values(seats_circle=1))
        _by_request(session)
    plan = made(world)
    assert plan.lines[0].outcome is Outcome.NOWHERE
    assert plan.lines[0].why.startswith("Only with something to agree to first")
    target = planning.choices(plan, id_).targets[0]
    assert target.warnings[0].startswith("Not yet confirmed by the venue")

    with pytest.raises(WrongInput, match="Say why"):
        applied(world, planning.choose(plan, id_, target))
    applied(world, planning.choose(plan, id_, target, "They said yes on the phone"))

    assert rooms_now(world) == {id_: (STUDY, at(15))}


def _by_request(session: Any) -> None:
    session.execute(
        update(Venue).where(Venue.id == 2).values(booked_by="request", notice_days=30)
    )


def test_it_is_taken_back_as_one_and_done_again(world: World) -> None:
    first = book(world)
    second = book(world, room_ids=(OAK,), viewer=world.colleague)
    before = rooms_now(world)
    done = applied(world, made(world))
    after = rooms_now(world)

    with world.database.write() as session:
        back = taking_back.take_back(session, done, world.coordinator, now=world.now)
    assert (
        rooms_now(world) == before == {first: (WILLOW, at(15)), second: (OAK, at(15))}
    )
    assert closures(world) == 0
    with world.database.write() as session:
        again = taking_back.again(session, back, world.coordinator, now=world.now)
    assert (rooms_now(world), closures(world)) == (after, 1)
    with world.database.write() as session:
        taking_back.take_back(session, again, world.coordinator, now=world.now)
    assert rooms_now(world) == before


def test_it_is_not_taken_back_once_a_booking_changed(world: World) -> None:
    id_ = book(world)
    done = applied(world, made(world))
    with world.database.write() as session:
        booking_changes.move(
            session, id_, world.practitioner, now=world.now, room_ids=(HALL,)
        )

    with (
        pytest.raises(Stale, match="changed since"),
        world.database.write() as session,
    ):
        taking_back.take_back(session, done, world.coordinator, now=world.now)

    assert (rooms_now(world), closures(world)) == ({id_: (HALL, at(15))}, 1)


def test_it_is_not_taken_back_once_the_place_is_open_again(world: World) -> None:
    book(world)
    done = applied(world, made(world))
    with world.database.write() as session:
        session.delete(session.scalars(select(Closure)).one())

    with pytest.raises(Stale), world.database.write() as session:
        taking_back.take_back(session, done, world.coordinator, now=world.now)


def test_one_booking_moves_without_a_closure(world: World) -> None:
    id_ = book(world)
    plan = made(world, One(booking_id=id_), viewer=world.practitioner)

    done = applied(world, plan, viewer=world.practitioner)

    assert (rooms_now(world), closures(world)) == ({id_: (OAK, at(15))}, 0)
    assert done.notices == ()
    with world.database.write() as session:
        taking_back.take_back(session, done, world.practitioner, now=world.now)
    assert rooms_now(world) == {id_: (WILLOW, at(15))}


def test_a_practitioner_closes_nothing(world: World) -> None:
    book(world)
    plan = made(world)

    with pytest.raises(NotAllowed):
        applied(world, plan, viewer=world.practitioner)


def away(world: World) -> Away:
    return Away(
        staff_id=world.practitioner.staff_id,
        starts=CLOSING.starts,
        ends=CLOSING.ends,
    )


def workers(world: World) -> dict[int, int | None]:
    with world.database.read() as session:
        return dict(session.execute(select(Worker.booking_id, Worker.staff_id)).all())


def test_a_worker_who_is_away_gives_work_to_a_colleague(world: World) -> None:
    id_ = book(world)
    plan = made(world, away(world))
    (line,) = plan.lines
    assert line.target is not None
    assert (line.target.worker, line.why) == ("Practitioner 05", "same room and time")
    assert plan.title == "Practitioner 04 is away"

    done = applied(world, plan)

    assert workers(world) == {id_: world.colleague.staff_id}
    assert rooms_now(world) == {id_: (WILLOW, at(15))}
    with world.database.write() as session:
        back = taking_back.take_back(session, done, world.coordinator, now=world.now)
    assert workers(world) == {id_: world.practitioner.staff_id}
    with world.database.write() as session:
        taking_back.again(session, back, world.coordinator, now=world.now)
    assert workers(world) == {id_: world.colleague.staff_id}


def test_nobody_is_in_two_places_for_a_colleague_who_is_away(world: World) -> None:
    first = book(world)
    book(world, room_ids=(OAK,), viewer=world.colleague)

    (line,) = made(world, away(world)).lines

    assert (line.booking_id, line.outcome) == (first, Outcome.NOWHERE)
    assert line.why == wording.NOBODY


def test_a_series_goes_to_one_colleague(world: World) -> None:
    ids = [book(world, hour=hour) for hour in (10, 15)]
    with world.database.write() as session:
        session.add(Series(id=1, rule="", words="", made_at=world.now))
        session.flush()
        session.execute(update(Booking).where(Booking.id.in_(ids)).values(series_id=1))

    plan = made(world, away(world))

    assert [line.why for line in plan.lines] == [
        "same room and time, as the rest of this series"
    ] * 2


def test_a_colleague_who_got_something_else_meanwhile_stops_it(world: World) -> None:
    book(world)
    plan = made(world, away(world))
    book(world, room_ids=(OAK,), viewer=world.colleague)

    with pytest.raises(Stale):
        applied(world, plan)


def test_what_was_left_out_stays(world: World) -> None:
    id_ = book(world)

    done = applied(world, planning.leave_out(made(world, away(world)), id_))

    assert done.staying == (id_,)
    assert workers(world) == {id_: world.practitioner.staff_id}


def test_nothing_to_move_is_only_a_closure(world: World) -> None:
    applied(world, made(world, replace(CLOSING, room_id=OAK)))

    assert closures(world) == 1


def test_nobody_need_be_told_of_a_handing_over(world: World) -> None:
    book(world)

    assert applied(world, made(world, away(world)), tell=False).notices == ()


def test_two_plans_for_one_place_do_not_both_come_true(world: World) -> None:
    book(world)
    mine, theirs = made(world), made(world, viewer=world.manager)

    applied(world, theirs, viewer=world.manager)
    with pytest.raises(Stale):
        applied(world, mine)

    assert closures(world) == 1


def test_days_that_have_nothing_to_do_with_each_other_are_planned_in_one(
    world: World,
) -> None:
    first = book(world, references=("WA-20417",))
    later = at(15).moved(timedelta(days=7))
    book(world, references=("WA-20418",), period=later, viewer=world.colleague)
    keep_apart(world, 1, 3)

    plan = made(world, replace(CLOSING, ends=later.ends + timedelta(days=1)))

    assert plan.count(Outcome.SAME_TIME) == 2
    assert plan.lines[0].booking_id == first
