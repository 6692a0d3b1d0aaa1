"""A yes makes the booking and no more; a no tells nothing; both can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import select

from tests.venues.services.reviews.scene import (
    at,
    book,
    for_the_victim,
    link,
    sweep,
    watched,
)
from tests.venues.services.sign_offs.scene import (
    WHY,
    ask,
    decline,
    grant,
    kept_apart,
    mine,
    take_back,
    waiting,
)
from tests.venues.services.sign_offs.test_queue import provisional
from tests.world import OAK, World
from venues.database.models import Booking, Condition, Override, Review, SignOff
from venues.errors import NotAllowed, Refused, WrongInput
from venues.services import booking_changes, booking_edits, signed
from venues.services.sign_offs import asking, deciding

__all__ = ["watched"]


def overrides(world: World) -> list[tuple[str, str, str, str, int | None]]:
    with world.database.read() as session:
        return [
            (row.rule, row.kind, row.reason, row.note_reference, row.by)
            for row in session.scalars(select(Override))
        ]


def status(world: World, booking_id: int) -> str:
    with world.database.read() as session:
        return session.get_one(Booking, booking_id).status


def test_a_yes_makes_the_booking_with_its_reason(world: World) -> None:
    kept_apart(world)
    ask(world)
    (item,) = waiting(world)

    decided = grant(world, item)

    booked = decided.booked
    assert booked is not None
    with world.database.read() as session:
        booking = session.get_one(Booking, booked.id)
        assert (booking.status, booking.made_by) == ("confirmed", 1)
    assert overrides(world) == [("person", "override", WHY, "CV-2231", 5)]
    (asked,) = mine(world)
    assert (asked.words, asked.booking_id) == ("Signed off.", booked.id)


def test_a_no_books_nothing_and_gives_no_reason(world: World) -> None:
    kept_apart(world)
    ask(world)
    (item,) = waiting(world)

    decline(world, item)

    (asked,) = mine(world)
    assert asked.words == "Not signed off. Choose another room or time."
    assert deciding.NO[0] not in repr(asked)
    assert overrides(world) == []
    assert waiting(world) == ()


def test_a_court_condition_can_only_be_declined(world: World) -> None:
    kept_apart(world, court_condition=True)
    ask(world)
    (item,) = waiting(world)

    with pytest.raises(NotAllowed, match="only be declined"):
        grant(world, item)

    assert len(waiting(world)) == 1


def test_a_court_condition_holds_for_all_that_is_refused(world: World) -> None:
    for_the_victim(world, period=at(12))
    link(world, court_condition=True)
    ask(world, period=at(16))
    (item,) = waiting(world)
    assert item.for_a_person

    with pytest.raises(NotAllowed, match="only be declined"):
        grant(world, item)


def test_a_court_condition_holds_beside_somebody_who_has_just_left(
    world: World,
) -> None:
    kept_apart(world, court_condition=True)
    ask(world, period=at(16))
    later = replace(world, now=datetime(2026, 11, 26, 16))
    (item,) = waiting(later)
    assert item.for_a_person

    with pytest.raises(NotAllowed, match="only be declined"):
        grant(later, item)


def test_all_other_rules_are_asked_again(world: World) -> None:
    kept_apart(world)
    ask(world)
    book(world, world.colleague, references=("WA-20418",))
    (item,) = waiting(world)

    with pytest.raises(Refused, match="in use"):
        grant(world, item)

    assert overrides(world) == []


def test_a_reason_is_needed_and_names_nobody(world: World) -> None:
    ask(world)
    (item,) = waiting(world)

    for reason, note, said in (
        ("", "", "Say why"),
        ("Mrs Brown agreed", "", "looks like"),
        ("Agreed", "Mrs Brown", "looks like"),
        ("Agreed", "x" * 61, "60 letters"),
    ):
        with pytest.raises(WrongInput, match=said), world.database.write() as session:
            deciding.sign_off(
                session, item.key, world.manager, reason, note, now=world.now
            )


def test_only_a_manager_decides(world: World) -> None:
    ask(world)
    (item,) = waiting(world)

    with pytest.raises(NotAllowed):
        grant(world, item, world.coordinator)


def test_a_yes_is_taken_back_with_its_booking(world: World) -> None:
    kept_apart(world)
    ask(world)
    (item,) = waiting(world)
    decided = grant(world, item)
    assert decided.booked is not None

    take_back(world)

    assert status(world, decided.booked.id) == "cancelled"
    (again,) = waiting(world)
    second = grant(world, again)
    assert second.booked is not None
    assert second.booked.id != decided.booked.id


def test_a_no_is_taken_back(world: World) -> None:
    ask(world)
    (item,) = waiting(world)

    decline(world, item)
    take_back(world)

    assert len(waiting(world)) == 1


def test_a_provisional_booking_is_confirmed_by_a_yes(world: World) -> None:
    booking = provisional(world)
    with world.database.write() as session:
        session.get_one(Booking, booking).status = "provisional"
    (item,) = waiting(world)

    grant(world, item)

    assert status(world, booking) == "confirmed"
    with world.database.read() as session:
        condition = session.scalars(select(Condition)).one()
    assert condition.met_by == world.manager.staff_id

    take_back(world)

    assert status(world, booking) == "provisional"
    assert len(waiting(world)) == 1


def test_other_open_conditions_keep_it_provisional(world: World) -> None:
    booking = provisional(world)
    with world.database.write() as session:
        session.add(Condition(booking_id=booking, kind="police"))
    (item,) = waiting(world)

    grant(world, item)

    assert status(world, booking) == "provisional"


def test_a_yes_is_good_for_that_room_and_time_only(world: World) -> None:
    kept_apart(world)
    ask(world)
    (item,) = waiting(world)
    decided = grant(world, item)
    assert decided.booked is not None
    booking = decided.booked.id

    with world.database.write() as session:
        edit = booking_edits.open_booking(session, booking, world.practitioner)
        assert edit.request.accepted == {}
        judged = booking_changes.examine_move(
            session, booking, world.practitioner, now=world.now
        )
    assert signed.NOTE in judged.findings
    assert judged.outstanding(world.practitioner) == ()

    with pytest.raises(Refused), world.database.write() as session:
        booking_changes.move(
            session, booking, world.practitioner, now=world.now, period=at(16)
        )


def test_a_change_of_a_booking_is_made_by_a_yes(world: World) -> None:
    booking = book(world, period=at(15, date(2026, 11, 27)))
    kept_apart(world)
    with world.database.write() as session:
        asking.ask(
            session,
            world.request(),
            world.practitioner,
            now=world.now,
            booking_id=booking,
        )
    (item,) = waiting(world)
    assert item.booking_id == booking

    decided = grant(world, item)

    assert decided.booked is not None
    with world.database.read() as session:
        assert session.get_one(Booking, booking).starts == datetime(2026, 11, 26, 15)
        assert session.scalars(select(SignOff.passed)).one() == ["person", "link 1 2"]


def test_what_was_signed_off_does_not_come_up_for_review(world: World) -> None:
    kept_apart(world)
    ask(world)
    (item,) = waiting(world)
    decided = grant(world, item)
    assert decided.booked is not None

    sweep(world)

    with world.database.read() as session:
        assert session.scalars(select(Review.booking_id)).all() == []


def test_a_need_that_is_met_in_another_way_is_signed_off(world: World) -> None:
    ask(world, needs=("step-free",), room_ids=(OAK,))
    (item,) = waiting(world)
    assert not item.for_a_person

    grant(world, item)

    assert [row[0] for row in overrides(world)] == ["R12"]


def test_what_a_yes_passed_needs_review_when_it_is_taken_back(watched: World) -> None:
    booking = provisional(watched)
    kept_apart(watched)
    item = next(each for each in waiting(watched) if each.booking_id == booking)
    grant(watched, item)
    sweep(watched)
    gone = select(Review.gone_at).where(Review.booking_id == booking)
    with watched.database.read() as session:
        assert session.scalars(gone).one() is not None

    take_back(watched)

    with watched.database.read() as session:
        assert session.scalars(gone).one() is None
