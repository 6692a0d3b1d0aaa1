"""Whatever was done goes back to the last row, and forth again to the last row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from tests.venues.services.undoing.scene import OAK, WILLOW, book, do, redo, undo
from tests.venues.services.undoing.whole import differing, everything
from venues.domain.opening import Stretch
from venues.services import (
    block_hires,
    closures,
    hours_editing,
    incidents,
    room_editing,
    settings,
    venue_clusters,
    venue_copying,
    venue_details,
    venue_editing,
)
from venues.services.block_hires import BlockDraft
from venues.services.team import acting
from venues.services.team.acting import Stand
from venues.services.venue_drafts import ClosureDraft, RoomDraft, VenueDraft

Work = Callable[[Any, Any], object]

MILLBROOK, LIBRARY, RAILSIDE = 1, 2, 3
TODAY = date(2026, 11, 23)
PAINTING = ClosureDraft(
    venue_id=MILLBROOK,
    starts=datetime(2026, 12, 3),
    ends=datetime(2026, 12, 4),
    reason="Painting",
)
LATER = Stretch(0, "usable", time(10), time(21))


def new_venue(session: Any, world: Any) -> object:
    """A venue of its own."""
    draft = VenueDraft(
        name="Aspen Court",
        authority_id=1,
        town="Warrington",
        easting=360_900,
        northing=388_100,
        placed_by_hand=True,
        arrival="Use the side door",
    )
    return venue_editing.save(session, draft, world.manager, now=world.now)


def change_venue(session: Any, world: Any) -> object:
    """Another kind, other words."""
    before = venue_details.draft(session, MILLBROOK)
    after = replace(before, kind="library", parking="Behind it", rate=1200)
    return venue_editing.save(
        session, after, world.manager, now=world.now, opened=before
    )


def copy_venue(session: Any, world: Any) -> object:
    """One like another, with its rooms and hours."""
    return venue_copying.make(
        session, RAILSIDE, "Aspen Court", world.manager, now=world.now
    )


def part_neighbours(session: Any, world: Any) -> object:
    """A group that is dissolved."""
    opened = {MILLBROOK: "Station Road", LIBRARY: "Station Road"}
    wanted = dict.fromkeys(opened, "")
    return venue_clusters.assign(session, wanted, world.manager, opened=opened)


def new_room(session: Any, world: Any) -> object:
    """A room with a part of the building of its own."""
    draft = RoomDraft(venue_id=MILLBROOK, name="Elm", seats_circle=6)
    return room_editing.save(session, draft, world.manager, now=world.now)


def join_rooms(session: Any, world: Any) -> object:
    """A room that is made of two others."""
    draft = RoomDraft(
        venue_id=MILLBROOK, name="Both", seats_circle=16, space_ids=(WILLOW, OAK)
    )
    return room_editing.save(session, draft, world.manager, now=world.now)


def retire_room(session: Any, world: Any) -> object:
    """A room that nobody books any more."""
    return room_editing.retire(session, OAK, world.manager, now=world.now)


def change_hours(session: Any, world: Any) -> object:
    """Mondays begin later."""
    stored = venue_details.details(session, MILLBROOK).hours[None]
    wanted = [LATER, *(each for each in stored if each.weekday)]
    return hours_editing.save(session, MILLBROOK, wanted, world.manager, opened=stored)


def close(session: Any, world: Any) -> object:
    """A day closed."""
    return closures.save(session, PAINTING, world.manager, now=world.now)


def record_incident(session: Any, world: Any) -> object:
    """Something happened, and nobody books there until it is closed."""
    return incidents.record(
        session,
        MILLBROOK,
        world.manager,
        words="The alarm failed",
        happened_on=TODAY,
        now=world.now,
        suspends=True,
    )


def suspend(session: Any, world: Any) -> object:
    """No more bookings there."""
    return incidents.suspend(session, RAILSIDE, world.manager)


def hire(session: Any, world: Any) -> object:
    """An agreement with a venue."""
    draft = BlockDraft(venue_id=RAILSIDE, weekday=3, since=TODAY)
    return block_hires.save(session, draft, world.coordinator)


def set_number(session: Any, world: Any) -> object:
    """Another number."""
    return settings.save(session, world.manager, {"history_months": "30"})


def let_act(session: Any, world: Any) -> object:
    """One may act for another."""
    stand = Stand(3, 1, TODAY, TODAY + timedelta(days=14))
    return acting.allow(session, world.manager, stand, today=TODAY)


EVERY: tuple[Work, ...] = (
    new_venue,
    change_venue,
    copy_venue,
    part_neighbours,
    new_room,
    join_rooms,
    retire_room,
    change_hours,
    close,
    record_incident,
    suspend,
    hire,
    set_number,
    let_act,
)


@pytest.mark.parametrize("work", EVERY, ids=lambda work: work.__name__)
def test_a_change_goes_back_and_forth(world: Any, work: Work) -> None:
    book(world)
    before = everything(world.database)
    do(world, "change", lambda session: work(session, world), world.manager)
    after = everything(world.database)
    assert differing(before, after)

    undo(world, world.manager)
    assert differing(before, everything(world.database)) == set()

    redo(world, world.manager)
    assert differing(after, everything(world.database)) == set()

    undo(world, world.manager)
    assert differing(before, everything(world.database)) == set()
