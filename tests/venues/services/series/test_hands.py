"""Handing a series over to somebody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from sqlalchemy import select, update

from tests.venues.services.series import changes, scene
from tests.venues.services.series.scene import THURSDAYS
from tests.world import World
from venues.database.models import Booking, CaseStaff, Outing, Staff
from venues.errors import NotAllowed, NotFound, WrongInput
from venues.services.series import opened
from venues.services.series.booking import DatesRefused
from venues.services.series.change import Way
from venues.services.series.opened import Scope

COLLEAGUE, VICTIM_WORKER, BOARD = 2, 3, 6


def test_this_and_later_go_to_a_colleague(world: World) -> None:
    _, _, third, _ = changes.ids(world)

    changes.change(world, third, Scope.LATER, lead=COLLEAGUE)

    assert changes.workers(world) == [(1,), (1,), (COLLEAGUE,), (COLLEAGUE,)]


def test_the_case_comes_onto_their_list(world: World) -> None:
    first, *_ = changes.ids(world)

    changes.change(world, first, Scope.ALL, lead=COLLEAGUE)

    with world.database.read() as session:
        rows = session.execute(
            select(CaseStaff.staff_id, CaseStaff.until).where(CaseStaff.case_id == 1)
        ).all()
    assert sorted(rows) == [(1, None), (COLLEAGUE, None)]


def test_a_case_of_nobody_in_it_comes_onto_no_list(world: World) -> None:
    first, *_ = changes.ids(world)
    with world.database.write() as session:
        session.execute(update(CaseStaff).values(until=date(2026, 11, 1)))

    changes.change(world, first, Scope.ALL, viewer=world.manager, lead=COLLEAGUE)

    with world.database.read() as session:
        assert session.get(CaseStaff, (1, COLLEAGUE, world.now.date())) is None


def test_one_who_is_elsewhere_then_cannot_take_that_date(world: World) -> None:
    first, *_ = changes.ids(world)
    scene.occupy(world, THURSDAYS[1], room_id=4)

    with pytest.raises(DatesRefused) as caught:
        changes.change(world, first, Scope.ALL, lead=COLLEAGUE)

    (failing,) = [each for each in caught.value.planned if each.why]
    assert failing.day == THURSDAYS[1]
    assert failing.why == "Not free then."


def test_that_date_may_stay_with_its_worker(world: World) -> None:
    first, *_ = changes.ids(world)
    scene.occupy(world, THURSDAYS[1], room_id=4)

    changes.change(world, first, Scope.ALL, lead=COLLEAGUE, otherwise=(Way.LEAVE_OUT,))

    assert [each for each in changes.workers(world) if each == (1,)] == [(1,)]


@pytest.mark.parametrize(
    ("taker", "sentence"),
    [(BOARD, "Not to a board reader"), (4, "Not to a coordinator")],
)
def test_not_everybody_may_take_it(world: World, taker: int, sentence: str) -> None:
    first, *_ = changes.ids(world)

    with pytest.raises(WrongInput, match=sentence):
        changes.change(world, first, Scope.ALL, lead=taker)


def test_one_who_has_left_by_then_cannot(world: World) -> None:
    first, *_ = changes.ids(world)
    with world.database.write() as session:
        session.get_one(Staff, COLLEAGUE).left_on = THURSDAYS[2]

    with pytest.raises(WrongInput, match="Practitioner 05 has left by then"):
        changes.change(world, first, Scope.ALL, second=COLLEAGUE)


def test_nobody_is_not_a_worker(world: World) -> None:
    first, *_ = changes.ids(world)

    with pytest.raises(NotFound):
        changes.change(world, first, Scope.ALL, lead=99)


def test_one_who_works_in_it_already_leads_alone_after(world: World) -> None:
    first, *_ = changes.ids(world)
    changes.change(world, first, Scope.ALL, second=COLLEAGUE)

    with pytest.raises(WrongInput, match="must be somebody else"):
        changes.change(world, first, Scope.ALL, lead=COLLEAGUE)
    changes.change(world, first, Scope.ALL, lead=COLLEAGUE, second=0)

    assert changes.workers(world) == [(COLLEAGUE,)] * 4


def test_the_outing_is_theirs_and_moves_along(world: World) -> None:
    made = scene.book(world, buddy_id=5, check_out=time(16, 20))

    changes.change(world, made.booked[0].id, Scope.ALL, lead=COLLEAGUE, starts=time(16))

    with world.database.read() as session:
        out = session.execute(select(Outing.staff_id, Outing.check_out)).all()
    assert out == [
        (COLLEAGUE, datetime.combine(day, time(17, 20))) for day in THURSDAYS
    ]


def test_a_date_in_other_hands_stays_with_them(world: World) -> None:
    _, second, third, _ = changes.ids(world)
    changes.change(world, second, Scope.THIS, lead=VICTIM_WORKER)

    done = changes.change(world, third, Scope.ALL, starts=time(16))

    assert [hour for _, hour, _ in changes.places(world)] == [
        "16:00",
        "15:00",
        "16:00",
        "16:00",
    ]
    assert [each.why for each in done.steps if each.date is None] == [
        "In other hands by now."
    ]
    with pytest.raises(NotFound):
        changes.change(world, second, Scope.ALL, starts=time(16))


def test_a_coordinator_moves_dates_one_by_one(world: World) -> None:
    first, *_ = changes.ids(world)

    with pytest.raises(NotAllowed, match="change this series"):
        changes.change(
            world, first, Scope.ALL, viewer=world.coordinator, starts=time(16)
        )


def test_a_series_is_found_by_its_next_date(world: World) -> None:
    made = scene.book(world)
    late = replace(world, now=datetime.combine(THURSDAYS[3], time(18)))

    with world.database.read() as session:
        viewer = world.practitioner
        id_ = opened.next_of(session, made.id, viewer, world.now)
        assert session.get_one(Booking, id_).starts.date() == THURSDAYS[0]
        with pytest.raises(WrongInput, match="still to come"):
            opened.next_of(session, made.id, viewer, late.now)


def test_a_date_they_lead_already_is_only_changed(world: World) -> None:
    first, second, *_ = changes.ids(world)
    changes.change(world, second, Scope.THIS, viewer=world.manager, lead=COLLEAGUE)

    changes.change(
        world,
        first,
        Scope.ALL,
        viewer=world.manager,
        lead=COLLEAGUE,
        note="Bring the folder",
    )

    assert changes.workers(world) == [(COLLEAGUE,)] * 4
