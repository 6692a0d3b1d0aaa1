"""A sign-off holds for what was passed, where and when it was passed."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from tests.venues.services.reviews.scene import at, for_the_victim, link, sweep
from tests.venues.services.sign_offs.scene import ask, grant, kept_apart, waiting
from tests.world import STUDY, World
from venues.database.models import Review, Separation
from venues.domain.findings import Finding, Severity
from venues.domain.rules import no_go
from venues.errors import Refused
from venues.services import booking_changes, signed

TAKEN = Finding("R1", Severity.REFUSAL, "In use.")
OPEN = Finding("R27", Severity.PROVISIONAL, "To sign off.", condition="sign-off")


def test_what_was_passed_is_replaced_by_one_note() -> None:
    found = signed.without((no_go.FINDING, OPEN, TAKEN), frozenset({"person"}))

    assert found == (OPEN, TAKEN, signed.NOTE)


def test_a_condition_is_passed_by_its_own_name() -> None:
    assert signed.without((OPEN,), frozenset({"sign-off"})) == (signed.NOTE,)


def test_without_a_sign_off_nothing_is_said() -> None:
    assert signed.without((TAKEN,), frozenset()) == (TAKEN,)


def test_a_yes_is_no_good_for_another_case(world: World) -> None:
    booking = signed_off(world)
    link(world, first_id=2, second_id=3, court_condition=True)
    wanted = world.request(references=("WA-20418",), worker_ids=(2,))

    with world.database.write() as session:
        booking_changes.change(
            session,
            booking,
            world.request(note="As it is"),
            world.practitioner,
            now=world.now,
        )
    with pytest.raises(Refused) as refused, world.database.write() as session:
        booking_changes.change(
            session, booking, wanted, world.manager, now=world.now, case_ids=(3,)
        )

    assert refused.value.findings == (no_go.FINDING,)


def test_a_yes_is_no_good_for_a_link_that_was_not_there(world: World) -> None:
    booking = signed_off(world)
    link(world, kind="family")

    assert no_go.FINDING in judged(world, booking)


def test_a_yes_is_no_good_once_a_court_stands_behind_it(world: World) -> None:
    booking = signed_off(world)
    with world.database.write() as session:
        session.scalars(select(Separation)).one().court_condition = True
    sweep(world)

    assert no_go.FINDING in judged(world, booking)
    with world.database.read() as session:
        assert booking in session.scalars(select(Review.booking_id)).all()


def test_a_cancelled_booking_does_not_come_back_beside_somebody_new(
    world: World,
) -> None:
    booking = signed_off(world)
    with world.database.write() as session:
        booking_changes.cancel(
            session, booking, world.practitioner, reason="Unwell", now=world.now
        )
    for_the_victim(world, room_ids=(STUDY,), period=at(13))

    with pytest.raises(Refused), world.database.write() as session:
        booking_changes.restore(session, booking, world.practitioner, now=world.now)


def test_a_new_link_beside_one_that_was_signed_off_comes_up_for_review(
    world: World,
) -> None:
    booking = signed_off(world)
    link(world, kind="family")
    sweep(world)

    with world.database.read() as session:
        found = set(session.scalars(select(Review.booking_id)))
    assert found == {1, booking}


def signed_off(world: World) -> int:
    """A booking beside the victim's that a manager agreed to."""
    kept_apart(world)
    ask(world)
    (item,) = waiting(world)
    booked = grant(world, item).booked
    assert booked is not None
    return booked.id


def judged(world: World, booking: int) -> tuple[Finding, ...]:
    with world.database.read() as session:
        return booking_changes.examine_move(
            session, booking, world.practitioner, now=world.now
        ).findings
