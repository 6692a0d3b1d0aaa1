"""Noting what venues have said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests import turned
from tests.venues import hired
from tests.world import HALL_B, TODAY, WILLOW, World
from venues.domain.people import Viewer
from venues.errors import NotFound, Stale, WrongInput
from venues.services import venue_noting
from venues.services.venue_answers import Answer
from venues.services.venue_noting import Noted

YES = Answer(
    said="yes",
    asked_on=date(2026, 11, 20),
    answered_on=TODAY,
    by=" The  caretaker ",
    reference="H-7",
    cost=4000,
)


def note(
    world: World,
    answers: dict[int, Answer],
    viewer: Viewer | None = None,
    versions: dict[int, int] | None = None,
) -> dict[int, Noted]:
    with world.database.write() as session:
        return venue_noting.note(
            session,
            answers,
            viewer or world.coordinator,
            now=world.now,
            versions=versions,
        )


@pytest.fixture
def booked(world: World) -> int:
    hired.hired(world)
    return hired.book(world)


def test_an_answer_is_kept_with_role_reference_and_cost(
    world: World, booked: int
) -> None:
    noted = note(world, {booked: YES})

    assert hired.answer(world, booked) == replace(YES, by="The caretaker")
    assert noted[booked].before.said == "to ask"


def test_asking_forgets_an_answer_from_before(world: World, booked: int) -> None:
    note(world, {booked: venue_noting.asked(YES, TODAY)})

    assert hired.answer(world, booked) == Answer(
        said="asked", asked_on=TODAY, cost=4000
    )


@pytest.mark.parametrize("who", ["practitioner", "coordinator", "manager"])
def test_its_worker_a_coordinator_and_a_manager_may(
    world: World, booked: int, who: str
) -> None:
    note(world, {booked: YES}, getattr(world, who))

    assert hired.answer(world, booked).said == "yes"


def test_of_a_booking_that_is_not_theirs_nothing_is_told(
    world: World, booked: int
) -> None:
    with pytest.raises(NotFound):
        note(world, {booked: YES}, world.colleague)


def test_several_are_noted_all_or_none(world: World, booked: int) -> None:
    ours = hired.book(world, room_ids=(WILLOW,), hour=17)

    with pytest.raises(WrongInput, match="nobody is asked"):
        note(world, {booked: YES, ours: YES})

    assert hired.answer(world, booked).said == "to ask"


def test_a_cancelled_booking_is_not_asked_about(world: World, booked: int) -> None:
    hired.say(world, booked, status="cancelled")

    with pytest.raises(WrongInput, match="cancelled already"):
        note(world, {booked: YES})


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"asked_on": TODAY + timedelta(days=1)}, "asked_on"),
        ({"answered_on": TODAY + timedelta(days=1)}, "answered_on"),
        ({"answered_on": date(2026, 11, 19)}, "answered_on"),
        ({"by": "Mrs Example"}, "by"),
        ({"by": "x" * 121}, "by"),
        ({"reference": "someone@example.org"}, "reference"),
        ({"cost": -1}, "cost"),
        ({"cost": 100_000_01}, "cost"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    world: World, booked: int, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(WrongInput) as wrong:
        note(world, {booked: replace(YES, **changed)})

    assert wrong.value.field == field


def test_a_booking_changed_since_is_not_answered_for(world: World, booked: int) -> None:
    with pytest.raises(Stale):
        note(world, {booked: YES}, versions={booked: 99})


def write(world: World, answers: dict[int, Answer]) -> None:
    """The coordinator notes them, in a unit of work of its own."""
    world.database.actor = world.coordinator.staff_id
    venue_noting.write(
        world.database,
        answers,
        world.coordinator,
        "answer of a venue",
        now=world.now,
        versions=dict.fromkeys(answers, 1),
    )


def test_it_is_taken_back_and_noted_again(world: World, booked: int) -> None:
    other = hired.book(world, room_ids=(HALL_B,), hour=17)
    before = [hired.answer(world, each) for each in (booked, other)]
    said = []

    write(world, {booked: YES, other: YES})
    said.append(hired.answer(world, other).said)
    turned.undo(world.database, world.coordinator, world.now)
    back = [hired.answer(world, each) for each in (booked, other)]
    turned.redo(world.database, world.coordinator, world.now)
    said.append(hired.answer(world, booked).said)

    assert said == ["yes", "yes"]
    assert back == before


def test_it_is_not_taken_back_over_somebody_elses_change(
    world: World, booked: int
) -> None:
    write(world, {booked: YES})
    note(world, {booked: replace(YES, said="no")}, world.manager)

    with pytest.raises(Stale):
        turned.undo(world.database, world.coordinator, world.now)
