"""Rows are put as they were before, while nobody changed them since."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.venues.services.undoing.scene import (
    THREE,
    WILLOW,
    book,
    do,
    move,
    redo,
    undo,
)
from tests.venues.services.undoing.whole import differing, everything
from venues.database.models import Booking
from venues.errors import Stale
from venues.services import (
    booking_changes,
    room_editing,
    venue_details,
)
from venues.services.apart import records
from venues.services.apart.drafts import Record
from venues.services.undoing.putting import NOT_KEPT


def test_a_move_is_undone_and_done_again_to_the_last_row(world: Any) -> None:
    booked = book(world)
    before = everything(world.database)
    move(world, booked)
    after = everything(world.database)

    undo(world)
    assert differing(before, everything(world.database)) == set()

    redo(world)
    assert differing(after, everything(world.database)) == set()

    undo(world)
    assert differing(before, everything(world.database)) == set()


def test_a_cancelled_booking_comes_back(world: Any) -> None:
    booked = book(world)
    before = everything(world.database)
    do(
        world,
        "cancelling in Willow Room",
        lambda session: booking_changes.cancel(
            session, booked.id, world.practitioner, reason="Ill", now=world.now
        ),
    )

    undo(world)

    assert differing(before, everything(world.database)) == set()


def test_a_change_of_something_else_does_not_hold_it_up(world: Any) -> None:
    booked = book(world)
    move(world, booked)

    def note(session: Any) -> None:
        session.get_one(Booking, booked.id).note = "Ring the bell"

    do(world, "", note, world.colleague)
    undo(world)

    with world.database.read() as session:
        row = session.get_one(Booking, booked.id)
        assert (row.starts, row.note) == (THREE.starts, "Ring the bell")


def test_a_reference_comes_back_only_from_whoever_still_has_it(world: Any) -> None:
    today = world.now.date()
    before = everything(world.database)
    new = Record(reference="WA-30001", kind="child")
    do(
        world,
        "new case",
        lambda session: records.save(session, new, world.coordinator, today=today),
        world.coordinator,
    )
    after = everything(world.database)

    turned = undo(world, world.coordinator)
    assert differing(before, everything(world.database)) == set()
    assert list(turned.references.values()) == ["WA-30001"]

    redo(world, world.coordinator, references=turned.references)
    assert differing(after, everything(world.database)) == set()

    undo(world, world.coordinator)
    with pytest.raises(Stale, match=NOT_KEPT):
        redo(world, world.coordinator)


def test_a_longer_turnaround_is_undone_with_what_it_held(world: Any) -> None:
    book(world)
    before = everything(world.database)

    def longer(session: Any) -> None:
        room = next(
            each for each in venue_details.rooms(session, 1) if each.id == WILLOW
        )
        room_editing.save(
            session,
            replace(room, turnaround=30),
            world.manager,
            now=world.now,
            opened=room,
        )

    do(world, "change of Willow Room", longer, world.manager)
    undo(world, world.manager)

    assert differing(before, everything(world.database)) == set()
