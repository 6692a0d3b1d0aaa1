"""The managers' queue: the facts to decide by, and nothing to anybody else."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from tests.venues.services.reviews.scene import book
from tests.venues.services.sign_offs.scene import ask, decline, kept_apart, waiting
from tests.world import World
from venues.database.models import Case, CaseVenue, Condition, Look
from venues.domain.rules import no_go
from venues.errors import NotAllowed, NotFound
from venues.services.sign_offs import queue


def opened(world: World, key: tuple[int, int | None]) -> tuple[str, ...]:
    with world.database.write() as session:
        return queue.open_reason(session, key, world.manager, world.now)


def provisional(world: World) -> int:
    """A booking that only a manager's sign-off is open for."""
    booking = book(world)
    with world.database.write() as session:
        session.add(Condition(booking_id=booking, kind="sign-off"))
    return booking


def test_a_manager_finds_who_asks_for_whom_where_and_when(world: World) -> None:
    kept_apart(world)
    ask(world)

    (item,) = waiting(world)

    assert item.asked_by == "Practitioner 04"
    assert item.cases == ("WA-20417",)
    assert (item.kind, item.people) == ("SUP appointment", 3)
    assert item.rooms[0].venue.name == "Millbrook"
    assert item.period == world.request().period
    assert item.words == (no_go.NOT_AVAILABLE,)
    assert (item.for_a_person, item.hindered) == (True, False)


def test_nobody_else_has_a_queue(world: World) -> None:
    kept_apart(world)
    ask(world)

    for viewer in (world.practitioner, world.coordinator, world.board):
        assert waiting(world, viewer) == ()
        with world.database.read() as session:
            assert queue.count(session, viewer, world.now) == 0
            with pytest.raises(NotAllowed):
                queue.matter(session, (1, None), viewer, world.now)


def test_a_reason_opens_on_request_and_the_look_is_recorded(world: World) -> None:
    kept_apart(world)
    ask(world)
    (item,) = waiting(world)

    assert opened(world, item.key)[0].startswith(
        "WA-20417 and WA-20466 are kept apart (no contact), and WA-20466 is there or "
    )

    with world.database.read() as session:
        look = session.scalars(select(Look)).one()
    assert (look.staff_id, look.what) == (world.manager.staff_id, "sign-off")


def test_a_venue_not_to_use_opens_too(world: World) -> None:
    with world.database.write() as session:
        session.add(CaseVenue(case_id=1, venue_id=1, since=date(2026, 1, 1)))
    ask(world)

    (item,) = waiting(world)

    assert opened(world, item.key) == ("WA-20417 must not use Millbrook.",)


def test_a_booking_that_needs_a_sign_off_waits_without_being_asked(
    world: World,
) -> None:
    booking = provisional(world)

    (item,) = waiting(world)

    assert item.key == (0, booking)
    assert item.asked_by == "Practitioner 04"
    with world.database.read() as session:
        assert queue.count(session, world.manager, world.now) == 1


def test_one_that_was_declined_waits_no_longer(world: World) -> None:
    provisional(world)
    (item,) = waiting(world)

    decline(world, item)

    assert waiting(world) == ()


def test_what_was_decided_or_is_over_is_not_there(world: World) -> None:
    with world.database.read() as session, pytest.raises(NotFound):
        queue.matter(session, (7, None), world.manager, world.now)


def test_what_nobody_may_pass_is_said(world: World) -> None:
    kept_apart(world)
    ask(world)
    book(world, world.colleague, references=("WA-20418",))

    (item,) = waiting(world)

    assert item.hindered
    assert len(item.words) == 2


def test_what_no_longer_stands_in_the_way_is_said_too(world: World) -> None:
    ask(world)

    (item,) = waiting(world)

    assert item.words == (queue.FREE,)


def test_a_reference_that_was_removed_is_said_to_be(world: World) -> None:
    ask(world)
    with world.database.write() as session:
        session.get_one(Case, 1).reference = None

    (item,) = waiting(world)

    assert item.cases == (queue.GONE,)
