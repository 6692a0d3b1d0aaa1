"""A deliberate attempt, and what is said when it is refused."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from venues.database.models import Booking, RefusalCode, Separation
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.errors import Refused, WrongInput
from venues.services import attempts, booking_changes

STUDY, RAILSIDE_HALF = 3, 5


@pytest.fixture
def kept_apart(world: Any) -> Any:
    """The child is at Millbrook at 3pm, and the victim is kept from them."""
    with world.database.write() as session:
        session.add(
            Separation(
                first_id=1, second_id=2, kind="same offence", since=date(2026, 1, 1)
            )
        )
    attempts.book(world.database, world.request(), world.practitioner, now=world.now)
    return world


def victims(world: Any, **changed: Any) -> Any:
    usual = {
        "audience": Audience.VICTIM,
        "kind": "VIC",
        "references": ("WA-20466",),
        "worker_ids": (3,),
        "room_ids": (STUDY,),
        "hour": 13,
    }
    return world.request(**usual | changed)


def codes(world: Any) -> list[RefusalCode]:
    with world.database.read() as session:
        return list(session.scalars(select(RefusalCode)))


def test_a_booking_that_fits_is_made(world: Any) -> None:
    booked = attempts.book(
        world.database, world.request(), world.practitioner, now=world.now
    )

    assert booked.reference == "B-10001"
    assert codes(world) == []


def test_a_refusal_for_a_person_quotes_a_random_code_and_writes_only_that(
    kept_apart: Any,
) -> None:
    with pytest.raises(Refused) as refused:
        attempts.book(
            kept_apart.database,
            victims(kept_apart),
            kept_apart.victim_worker,
            now=kept_apart.now,
        )

    (code,) = codes(kept_apart)
    assert re.fullmatch("K-[2-9A-HJ-NP-Z]{6}", code.code)
    assert str(refused.value).endswith(f"quoting {code.code}.")
    assert (code.venue_id, code.case_id, code.half) == (2, 2, 1)
    with kept_apart.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Booking)) == 1


def test_each_attempt_gets_a_code_of_its_own(kept_apart: Any) -> None:
    for _ in range(2):
        with pytest.raises(Refused):
            attempts.book(
                kept_apart.database,
                victims(kept_apart),
                kept_apart.victim_worker,
                now=kept_apart.now,
            )

    first, second = codes(kept_apart)
    assert first.code != second.code


def test_any_other_refusal_has_no_code(world: Any) -> None:
    attempts.book(world.database, world.request(), world.practitioner, now=world.now)

    with pytest.raises(Refused) as refused:
        attempts.book(
            world.database,
            world.request(references=("WA-20418",), worker_ids=(2,)),
            world.colleague,
            now=world.now,
        )

    assert refused.value.code is None
    assert codes(world) == []


def test_wrong_input_is_passed_on(world: Any) -> None:
    with pytest.raises(WrongInput):
        attempts.book(
            world.database, world.request(people=0), world.practitioner, now=world.now
        )


def test_moving_there_is_an_attempt_too(kept_apart: Any) -> None:
    booked = attempts.book(
        kept_apart.database,
        victims(kept_apart, room_ids=(RAILSIDE_HALF,)),
        kept_apart.victim_worker,
        now=kept_apart.now,
    )
    period = Period.lasting(datetime(2026, 11, 26, 13), 60)

    with pytest.raises(Refused, match="quoting K-"):
        attempts.change(
            kept_apart.database,
            kept_apart.victim_worker,
            (STUDY, (2,), period),
            lambda session: booking_changes.move(
                session,
                booked.id,
                kept_apart.victim_worker,
                now=kept_apart.now,
                room_ids=(STUDY,),
            ),
            "move to {}",
        )

    assert len(codes(kept_apart)) == 1


def test_a_code_is_about_the_half_day_that_is_closed(kept_apart: Any) -> None:
    period = Period.lasting(datetime(2026, 11, 26, 12, 30), 60)

    with pytest.raises(Refused):
        attempts.book(
            kept_apart.database,
            victims(kept_apart, period=period),
            kept_apart.victim_worker,
            now=kept_apart.now,
        )

    (code,) = codes(kept_apart)
    assert (code.case_id, code.half) == (2, 1)
