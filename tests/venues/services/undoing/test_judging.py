"""Bookings that come back or move again are asked about like any others."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from tests.venues.services.undoing.scene import (
    MOVE,
    OAK,
    WILLOW,
    book,
    do,
    move,
    undo,
)
from tests.venues.services.undoing.whole import differing, everything
from venues.errors import Clash, Refused, WrongInput
from venues.services import (
    booking_changes,
    bookings,
    closures,
)
from venues.services.venue_drafts import ClosureDraft


def test_a_room_that_is_taken_by_now_refuses_in_words(world: Any) -> None:
    move(world, book(world))
    with world.database.write() as session:
        other = world.request(worker_ids=(2,), references=("WA-20418",))
        bookings.book(session, other, world.colleague, now=world.now)

    with pytest.raises(Clash, match="overlap"):
        undo(world)


def test_a_rule_that_refuses_it_by_now_is_heard(world: Any) -> None:
    move(world, book(world))
    with world.database.write() as session:
        closures.save(
            session,
            ClosureDraft(
                venue_id=1,
                room_id=WILLOW,
                starts=datetime(2026, 11, 26),
                ends=datetime(2026, 11, 27),
                reason="Painting",
            ),
            world.manager,
            now=world.now,
        )

    with pytest.raises(Refused) as refused:
        undo(world)

    assert "closed" in str(refused.value).lower()


def test_what_is_over_stays_as_it_was(world: Any) -> None:
    move(world, book(world))

    with pytest.raises(WrongInput, match="over"):
        undo(world, now=datetime(2026, 11, 27, 9))


def test_a_move_by_a_coordinator_is_undone_with_what_its_worker_was_told(
    world: Any,
) -> None:
    booked = book(world)
    before = everything(world.database)

    def there(session: Any) -> None:
        booking_changes.move(
            session,
            booked.id,
            world.coordinator,
            now=world.now,
            room_ids=(OAK,),
            accepted={"appointment": "Agreed"},
        )

    do(world, MOVE, there, world.coordinator)
    assert everything(world.database)["review"]
    undo(world, world.coordinator)

    assert differing(before, everything(world.database)) == set()
