"""Planning an outing, changing it and cancelling it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.venues.services.noon import book
from tests.venues.services.out_scene import (
    FOUR,
    NOON,
    PLACE,
    THREE,
    TWO,
    draft,
    plan,
    row,
    seen,
)
from tests.world import World
from venues.database.models import Outing, Staff
from venues.domain.people import Viewer
from venues.errors import NotAllowed, NotFound, Refused, WrongInput
from venues.services import outing_plans


def change(world: World, outing_id: int, **changed: Any) -> outing_plans.Draft:
    with world.database.write() as session:
        return outing_plans.change(
            session, world.practitioner, outing_id, draft(world, **changed), now=NOON
        )


def said(world: World, viewer: Viewer | None = None, **changed: Any) -> WrongInput:
    with pytest.raises(WrongInput) as trouble:
        plan(world, viewer, **changed)
    return trouble.value


@pytest.mark.signed_in
def test_an_outing_is_put_down_and_checks_out_a_quarter_past_its_end(
    world: World,
) -> None:
    planned = row(world, plan(world, place="  School   visit, Widnes "))

    assert planned.place == "School visit, Widnes"
    assert (planned.starts, planned.ends) == (THREE, FOUR)
    assert planned.check_out == FOUR + timedelta(minutes=15)
    assert (planned.buddy_id, planned.booking_id) == (2, None)


@pytest.mark.parametrize(
    ("place", "like"),
    [
        ("Home visit, WA8 7QF", "a postcode"),
        ("Visit to Mr Smith", "a name"),
        ("12 Acacia Road, Runcorn", "an address"),
        ("Home visit for WA-20417", "a case reference"),
        ("Ring 07700 900123", "a phone number"),
    ],
)
@pytest.mark.signed_in
def test_a_place_that_tells_who_somebody_is_is_turned_away(
    world: World, place: str, like: str
) -> None:
    trouble = said(world, place=place)

    assert trouble.field == "place"
    assert str(trouble) == (
        f"This looks like {like}. "
        "Say it in neutral words, such as “Home visit, Runcorn”."
    )


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"place": " "}, "place"),
        ({"place": "x" * 81}, "place"),
        ({"ends": TWO}, "ends"),
        ({"starts": NOON - timedelta(hours=3), "ends": NOON}, "ends"),
        ({"check_out": TWO}, "check_out"),
        ({"buddy_id": None}, "buddy"),
        ({"buddy_id": 1}, "buddy"),
        ({"buddy_id": 99}, "buddy"),
        ({"buddy_id": 6}, "buddy"),
    ],
)
@pytest.mark.signed_in
def test_what_cannot_be_is_said_beside_its_field(
    world: World, changed: dict[str, Any], field: str
) -> None:
    assert said(world, **changed).field == field


def test_a_buddy_who_has_left_cannot_be_chosen(world: World) -> None:
    with world.database.write() as session:
        session.get_one(Staff, 2).left_on = date(2026, 11, 1)

    assert said(world).field == "buddy"


@pytest.mark.signed_in
def test_only_ones_own_outings_and_those_of_whom_one_acts_for(world: World) -> None:
    acting = replace(world.victim_worker, acts_for=frozenset({1}))

    with pytest.raises(NotAllowed):
        plan(world, world.manager, staff_id=1)
    with pytest.raises(NotAllowed):
        plan(world, world.board)

    assert plan(world, acting, staff_id=1)


@pytest.mark.signed_in
def test_another_day_or_worker_has_yet_to_check_in(world: World) -> None:
    planned = plan(world)
    for changed in ({"ends": FOUR + timedelta(hours=1)}, {}):
        with world.database.write() as session:
            outing = session.get_one(Outing, planned)
            outing.checked_in = outing.rung_at = THREE
        change(world, planned, **changed)
        assert row(world, planned).checked_in == THREE
        assert row(world, planned).rung_at is None

    a_day = timedelta(days=1)
    before = change(world, planned, starts=THREE + a_day, ends=FOUR + a_day)

    assert row(world, planned).checked_in is None
    assert (before.starts, before.place) == (THREE, PLACE)


@pytest.mark.signed_in
def test_one_that_stays_due_when_it_was_keeps_who_rang(world: World) -> None:
    planned = plan(world)
    with world.database.write() as session:
        session.get_one(Outing, planned).rung_at = THREE

    change(world, planned, place="Court, Chester")

    assert row(world, planned).rung_at == THREE


@pytest.mark.signed_in
def test_a_cancelled_outing_is_gone(world: World) -> None:
    planned = plan(world)

    with world.database.write() as session:
        before = outing_plans.cancel(session, world.practitioner, planned)

    assert before == draft(world, check_out=FOUR + timedelta(minutes=15))
    assert seen(world, world.manager) == ()


@pytest.mark.signed_in
def test_a_colleague_neither_changes_nor_cancels_it(world: World) -> None:
    planned = plan(world)

    for viewer in (world.colleague, world.manager):
        with world.database.write() as session, pytest.raises(NotFound):
            outing_plans.cancel(session, viewer, planned)


@pytest.mark.signed_in
def test_the_outing_of_an_appointment_goes_with_the_appointment(world: World) -> None:
    book(world, buddy_id=world.colleague.staff_id)
    (out,) = seen(world, world.practitioner)

    with pytest.raises(NotAllowed) as trouble:
        change(world, out.id)

    assert str(trouble.value) == outing_plans.OF_BOOKING


@pytest.mark.signed_in
def test_what_else_is_in_ones_diary_then_is_said(world: World) -> None:
    book(world)
    planned = plan(world, starts=TWO, ends=THREE)
    wide = draft(world, starts=TWO, ends=FOUR)

    with world.database.read() as session:
        found = outing_plans.overlaps(session, world.practitioner, wide)
        rest = outing_plans.overlaps(session, world.practitioner, wide, without=planned)
        strangers = outing_plans.overlaps(session, world.colleague, wide)

    assert sorted(found) == [
        "You are at Millbrook from 3pm to 4pm.",
        "You are out (Home visit, Runcorn) from 2pm to 3pm.",
    ]
    assert rest == ("You are at Millbrook from 3pm to 4pm.",)
    assert strangers == ()


def test_a_worker_on_a_visit_is_not_free_for_a_booking(world: World) -> None:
    plan(world)

    with pytest.raises(Refused) as own:
        book(world)
    with pytest.raises(Refused) as colleagues:
        book(world, world.colleague, worker_ids=(2, 1), references=("WA-20418",))

    assert "You are out (Home visit, Runcorn) from 3pm to 4pm." in str(own.value)
    assert "Not free then." in str(colleagues.value)
    assert "Runcorn" not in str(colleagues.value)
