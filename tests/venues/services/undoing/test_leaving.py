"""What stays on record is ended in the place of being taken away."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.venues.services.undoing.scene import (
    book,
    do,
    redo,
    undo,
)
from tests.venues.services.undoing.whole import differing, everything
from venues.database.models import Booking
from venues.services.apart import links
from venues.services.apart.drafts import Link
from venues.services.undoing.leaving import UNDONE


def test_a_new_booking_that_is_undone_stays_on_record_as_cancelled(world: Any) -> None:
    booked = book(world, "booking of Willow Room")
    after = everything(world.database)

    undo(world)
    with world.database.read() as session:
        row = session.get_one(Booking, booked.id)
        assert (row.status, row.cancel_reason) == ("cancelled", UNDONE)
    assert everything(world.database)["hold"] == []

    redo(world)
    assert differing(after, everything(world.database)) == set()


def test_a_link_is_closed_not_removed_and_opened_again(world: Any) -> None:
    today = world.now.date()
    link = Link(
        first="WA-20417",
        second="WA-20418",
        kind="no contact",
        since=today,
        until=today + timedelta(days=90),
        review_on=today + timedelta(days=60),
    )
    do(
        world,
        "new link",
        lambda session: links.save(session, link, world.coordinator, today=today),
        world.coordinator,
    )
    after = everything(world.database)

    undo(world, world.coordinator)
    (row,) = everything(world.database)["separation"]
    assert (row["closed_on"], row["closed_by"]) == (today, 4)

    redo(world, world.coordinator)
    assert differing(after, everything(world.database)) == set()
