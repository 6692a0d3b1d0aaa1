"""Who may act for whom, and until when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.world import TODAY, World
from venues.database.models import Staff
from venues.errors import NotAllowed, NotFound, WrongInput
from venues.services import people
from venues.services.team import acting
from venues.services.team.acting import Stand

ONE_DAY = timedelta(days=1)
STAND = Stand(1, 2, TODAY, TODAY + 7 * ONE_DAY)


def allow(world: World, stand: Stand) -> Stand:
    with world.database.write() as session:
        return acting.allow(session, world.manager, stand, today=TODAY)


def of(world: World, staff_id: int, day: date = TODAY) -> tuple[Stand, ...]:
    with world.database.read() as session:
        return acting.standing(session, staff_id, day)


def test_one_sees_the_work_of_the_other_between_the_days(world: World) -> None:
    allow(world, STAND)

    with world.database.read() as session:
        days = [TODAY - ONE_DAY, TODAY, TODAY + 7 * ONE_DAY, TODAY + 8 * ONE_DAY]
        acts = [people.viewer(session, "practitioner.04", day).acts_for for day in days]
    assert acts == [frozenset(), {2}, {2}, frozenset()]
    assert STAND in of(world, 2)


@pytest.mark.parametrize(
    ("stand", "field"),
    [
        (Stand(1, 1, TODAY), "who"),
        (Stand(1, 3, TODAY), "who"),
        (Stand(6, 1, TODAY), "who"),
        (Stand(1, 2, TODAY, TODAY - ONE_DAY), "until"),
        (Stand(2, 1, date(2027, 5, 1)), "since"),
    ],
    ids=["themselves", "a victim worker's", "a board reader", "over", "already"],
)
def test_some_do_not_go_together(world: World, stand: Stand, field: str) -> None:
    with pytest.raises(WrongInput) as trouble:
        allow(world, stand)

    assert trouble.value.field == field


def test_before_another_time_they_may(world: World) -> None:
    allow(world, Stand(2, 1, TODAY, TODAY))

    assert len(of(world, 1)) == 2


def test_nobody_acts_who_has_left(world: World) -> None:
    with world.database.write() as session:
        session.get_one(Staff, 1).left_on = TODAY

    with pytest.raises(WrongInput, match="has left by then"):
        allow(world, STAND)


def test_only_managers_say_so(world: World) -> None:
    with world.database.write() as session:
        with pytest.raises(NotAllowed):
            acting.allow(session, world.coordinator, STAND, today=TODAY)
        with pytest.raises(NotAllowed):
            acting.end(session, world.coordinator, STAND, today=TODAY)
        with pytest.raises(NotAllowed):
            acting.put_back(session, world.coordinator, STAND, None)


@pytest.mark.parametrize("begun", [True, False])
def test_it_ends_at_once_and_can_be_put_back(world: World, begun: bool) -> None:  # noqa: FBT001 - a case
    stand = Stand(1, 2, TODAY - ONE_DAY if begun else TODAY)
    allow(world, stand)

    with world.database.write() as session:
        left = acting.end(session, world.manager, stand, today=TODAY)
    assert stand not in of(world, 1)
    assert (left is not None) is begun
    with world.database.write() as session:
        acting.put_back(session, world.manager, stand, left)

    assert stand in of(world, 1)


def test_what_is_gone_cannot_end(world: World) -> None:
    with world.database.write() as session, pytest.raises(NotFound):
        acting.end(session, world.manager, STAND, today=TODAY)
