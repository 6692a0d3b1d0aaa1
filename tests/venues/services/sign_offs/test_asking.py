"""Asking a manager: what is kept of it, and what whoever asked is told."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.venues.services.reviews.scene import book, for_the_victim
from tests.venues.services.sign_offs.scene import ask, kept_apart, mine, waiting
from tests.world import World
from venues.database.models import SignOff
from venues.domain.findings import Finding, Severity
from venues.domain.meeting import NOTHING_SAID, Meeting
from venues.domain.rules import no_go
from venues.errors import NotFound, WrongInput
from venues.services.sign_offs import asking

TAKEN = Finding("R1", Severity.REFUSAL, "In use.")
STAIRS = Finding("R12", Severity.REFUSAL, "Stairs.", overridable=True)
LATE = Finding("R21", Severity.WARNING, "Far.")


@pytest.mark.parametrize(
    ("findings", "may"),
    [
        ((no_go.FINDING,), True),
        ((no_go.FINDING, TAKEN), True),
        ((STAIRS,), True),
        ((STAIRS, LATE), True),
        ((STAIRS, TAKEN), False),
        ((TAKEN,), False),
        ((LATE,), False),
        ((), False),
    ],
)
def test_a_manager_may_be_asked_where_one_could_pass_it(
    findings: tuple[Finding, ...], *, may: bool
) -> None:
    assert asking.may_ask(findings) is may


def test_what_is_kept_holds_case_ids_and_no_reference(world: World) -> None:
    kept_apart(world)

    ask(world, check_out=time(16, 30), buddy_id=2, note="Bring the form")

    with world.database.read() as session:
        row = session.scalars(select(SignOff)).one()
        request, case_ids = asking.from_data(row)
    assert "WA-20417" not in str(row.asked)
    assert case_ids == (1,)
    assert request == world.request(
        references=(),
        check_out=time(16, 30),
        buddy_id=2,
        note="Bring the form",
        uuid=UUID(row.asked["uuid"]),
    )


def test_whoever_asked_is_told_how_it_stands(world: World) -> None:
    kept_apart(world)
    ask(world)

    (asked,) = mine(world)

    assert (asked.room.name, asked.words) == (
        "Willow Room",
        "A manager has been asked.",
    )
    assert mine(world, world.colleague) == ()


def test_asking_twice_is_asking_once(world: World) -> None:
    kept_apart(world)

    assert ask(world) == ask(world)
    assert ask(world, hour=16) != ask(world)


def test_what_was_asked_can_be_withdrawn_and_asked_again(world: World) -> None:
    kept_apart(world)
    id_ = ask(world)

    with world.database.write() as session:
        asking.withdraw(session, id_, world.practitioner)
    assert waiting(world) == ()
    with world.database.write() as session:
        asking.ask_again(session, id_, world.practitioner)
    assert len(waiting(world)) == 1

    for step in (asking.withdraw, asking.ask_again):
        with pytest.raises(NotFound), world.database.write() as session:
            step(session, id_, world.colleague)


def test_words_that_name_somebody_are_not_kept(world: World) -> None:
    with pytest.raises(WrongInput, match="looks like"), world.database.write() as s:
        asking.ask(
            s,
            world.request(),
            world.practitioner,
            now=world.now,
            why="Mrs Brown wants it",
        )


def test_a_booking_of_somebody_else_is_not_asked_about(world: World) -> None:
    theirs = for_the_victim(world)
    book(world)

    with pytest.raises(NotFound), world.database.write() as session:
        asking.ask(
            session,
            world.request(),
            world.practitioner,
            now=world.now,
            booking_id=theirs,
        )


@pytest.mark.parametrize(
    "said",
    [
        NOTHING_SAID,
        Meeting(order_on=date(2026, 11, 2), waiting_ids=(7, 2), panel_members=2),
    ],
)
def test_what_is_said_of_a_meeting_is_asked_with_it(said: Meeting) -> None:
    assert asking.meeting_of(asking.meeting_data(said)) == said
    assert asking.meeting_of({}) == NOTHING_SAID
