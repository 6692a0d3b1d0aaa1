"""Work changes hands in one unit, checked, and goes back the same way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from tests.venues.services.team.test_in_hand import book, outing
from tests.world import NOW, OAK, THURSDAY, TODAY, World
from venues.database.models import Booking, CaseStaff, Outing, Staff, Worker
from venues.domain.people import Audience, Viewer
from venues.errors import NotAllowed, Stale
from venues.services import bookings
from venues.services.team import handing_over, in_hand
from venues.services.team.handing_over import CannotTake, Move
from venues.services.team.in_hand import Key


def hand(
    world: World, plan: dict[Key, int], by: Viewer | None = None
) -> tuple[Move, ...]:
    with world.database.write() as session:
        viewer = by or world.coordinator
        return handing_over.hand_over(session, viewer, 1, plan, now=NOW)


def put(world: World, moves: tuple[Move, ...], *, back: bool) -> None:
    with world.database.write() as session:
        handing_over.put(session, world.coordinator, moves, back=back)


def troubles(world: World, plan: dict[Key, int]) -> list[str]:
    with pytest.raises(CannotTake) as trouble:
        hand(world, plan)
    return list(trouble.value.troubles.values())


def state(world: World) -> list[Any]:
    with world.database.read() as session:
        return [
            session.execute(
                select(Worker.booking_id, Worker.staff_id, Worker.part).order_by(
                    Worker.booking_id, Worker.id
                )
            ).all(),
            session.execute(
                select(Outing.id, Outing.staff_id, Outing.buddy_id).order_by(Outing.id)
            ).all(),
            session.execute(
                select(CaseStaff.case_id, CaseStaff.staff_id, CaseStaff.until).order_by(
                    CaseStaff.case_id, CaseStaff.staff_id
                )
            ).all(),
        ]


def test_all_of_it_goes_to_one_and_comes_back(world: World) -> None:
    book(world, buddy_id=4)
    book(world, hour=17, worker_ids=(2, 1), references=())
    outing(world, 1, None, THURSDAY)
    outing(world, 4, 1, THURSDAY)
    before = state(world)
    with world.database.read() as session:
        found = in_hand.items(session, world.coordinator, 1, since=TODAY, now=NOW)
        sequence = session.get_one(Booking, 1).sequence

    moves = hand(world, {each.key: 5 for each in found})

    after = state(world)
    assert [tuple(row) for row in after[0]] == [
        (1, 5, "lead"),
        (2, 2, "lead"),
        (2, 5, "second"),
    ]
    assert [tuple(row) for row in after[1]] == [(1, 5, 4), (2, 5, None), (3, 4, 5)]
    assert (1, 1, TODAY) in [tuple(row) for row in after[2]]
    assert (1, 5, None) in [tuple(row) for row in after[2]]
    with world.database.read() as session:
        assert in_hand.items(session, world.coordinator, 1, since=TODAY, now=NOW) == ()
        assert session.get_one(Booking, 1).sequence == sequence + 1

    put(world, moves, back=True)
    assert state(world) == before
    put(world, moves, back=False)
    assert state(world) == after


def test_one_booking_takes_its_cases_to_the_colleagues_list(world: World) -> None:
    book(world)

    hand(world, {("booking", 1): 2})

    lists = [tuple(row) for row in state(world)[2] if row.case_id == 1]
    assert lists == [(1, 1, None), (1, 2, None)]


def test_cases_stay_with_who_leaves_until_their_last_day(world: World) -> None:
    with world.database.write() as session:
        session.get_one(Staff, 1).left_on = TODAY + timedelta(days=5)

    hand(world, {("cases", 1): 2})

    assert (1, 1, TODAY + timedelta(days=4)) in [tuple(row) for row in state(world)[2]]


def test_nothing_goes_when_one_thing_cannot(world: World) -> None:
    book(world)
    with world.database.write() as session:
        bookings.book(
            session,
            world.request(worker_ids=(2,), references=("WA-20418",), room_ids=(OAK,)),
            world.colleague,
            now=NOW,
        )
    before = state(world)

    said = troubles(world, {("cases", 1): 5, ("booking", 1): 2})

    assert said == ["Not free then."]
    assert state(world) == before


@pytest.mark.parametrize(
    ("taker", "said"),
    [
        (1, "Choose somebody else."),
        (4, "Not to a coordinator."),
        (6, "Not to a board reader."),
        (5, "Waits to hear from its worker."),
        (2, "Works in it already."),
    ],
)
def test_why_somebody_cannot_take_it_is_said(
    world: World, taker: int, said: str
) -> None:
    book(world, worker_ids=(1, 2), buddy_id=5)

    assert troubles(world, {("booking", 1): taker}) == [said]


def test_whoever_leaves_before_it_cannot_take_it(world: World) -> None:
    book(world)
    outing(world, 1, None, THURSDAY)
    with world.database.write() as session:
        session.get_one(Staff, 2).left_on = THURSDAY

    said = troubles(world, {("booking", 1): 2, ("outing", 1): 2})
    assert said == ["Has left by then."] * 2


def test_a_victims_appointment_says_no_more_than_a_childs(world: World) -> None:
    with world.database.write() as session:
        bookings.book(
            session,
            world.request(
                audience=Audience.VICTIM,
                kind="VIC",
                references=("WA-20466",),
                worker_ids=(3,),
            ),
            world.victim_worker,
            now=NOW,
        )
        with pytest.raises(CannotTake) as trouble:
            handing_over.hand_over(
                session, world.coordinator, 3, {("booking", 1): 1}, now=NOW
            )

    assert trouble.value.troubles == {("booking", 1): "Not to a practitioner."}
    with world.database.write() as session:
        assert handing_over.hand_over(
            session, world.coordinator, 3, {("booking", 1): 5}, now=NOW
        )


def test_what_stood_against_it_before_does_not_keep_it(world: World) -> None:
    book(world)
    with world.database.write() as session:  # it is too early now
        session.get_one(Booking, 1).people = 99

    assert hand(world, {("booking", 1): 2})


def test_what_changed_meanwhile_is_said(world: World) -> None:
    book(world)
    outing(world, 2, 1, THURSDAY)
    moves = hand(world, {("booking", 1): 2})

    said = troubles(world, {("booking", 1): 5, ("outing", 99): 5, ("buddy", 1): 2})
    assert said == [
        "It changed meanwhile.",
        "It changed meanwhile.",
        "Nobody waits for themselves.",
    ]
    with world.database.write() as session:
        session.scalars(select(Worker)).one().staff_id = 5
    with pytest.raises(Stale, match="changed hands again"):
        put(world, moves, back=True)


def test_an_outing_that_is_gone_cannot_come_back(world: World) -> None:
    outing(world, 1, None, THURSDAY)
    moves = hand(world, {("outing", 1): 2})
    with world.database.write() as session:
        session.delete(session.get_one(Outing, 1))

    with pytest.raises(Stale):
        put(world, moves, back=True)


def test_others_hand_nothing_over(world: World) -> None:
    with pytest.raises(NotAllowed):
        hand(world, {("cases", 1): 2}, world.colleague)
    with world.database.write() as session, pytest.raises(NotAllowed):
        handing_over.put(session, world.practitioner, (), back=True)


def test_a_case_that_was_not_on_the_list_is_put_on_nobodys(world: World) -> None:
    book(world, references=("WA-20418",))
    before = state(world)[2]

    hand(world, {("booking", 1): 5})

    assert state(world)[2] == before
