"""Somebody who does things in the small world, undoes them and does them again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from tests import turned
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.services import booking_changes, bookings
from venues.services.undoing import steps

WILLOW, OAK, STUDY = 1, 2, 3
THREE = Period(datetime(2026, 11, 26, 15), datetime(2026, 11, 26, 16))
FOUR = THREE.moved(timedelta(hours=1))
MOVE = "move to Oak Room"


def do(
    world: Any, name: str, work: Callable[[Any], Any], by: Viewer | None = None
) -> Any:
    """Somebody, usually the practitioner, does that in one unit of that name."""
    world.database.actor = (by or world.practitioner).staff_id
    with world.database.write(name) as session:
        return work(session)


def book(world: Any, name: str = "", **changed: Any) -> bookings.Booked:
    """The practitioner books, in Willow Room on Thursday at 3pm unless it is said."""

    def work(session: Any) -> bookings.Booked:
        wanted = world.request(**changed)
        return bookings.book(session, wanted, world.practitioner, now=world.now)

    return do(world, name, work)


def move(world: Any, booked: bookings.Booked, by: Viewer | None = None) -> None:
    """Somebody moves it to Oak Room at 4pm."""
    by = by or world.practitioner
    do(
        world,
        MOVE,
        lambda session: booking_changes.move(
            session, booked.id, by, now=world.now, room_ids=(OAK,), period=FOUR
        ),
        by,
    )


def listed(world: Any, by: Viewer | None = None) -> steps.Steps:
    """What somebody can undo and do again."""
    return turned.listed(world.database, by or world.practitioner)


def names(found: tuple[steps.Step, ...]) -> list[str]:
    """What stands after Undo or Redo, the next first."""
    return [each.name for each in found]


def undo(world: Any, by: Viewer | None = None, **more: Any) -> steps.Turned:
    """Undo what was done last."""
    given = {"now": world.now, **more}
    return turned.undo(world.database, by or world.practitioner, **given)


def redo(world: Any, by: Viewer | None = None, **more: Any) -> steps.Turned:
    """Do again what was undone last."""
    given = {"now": world.now, **more}
    return turned.redo(world.database, by or world.practitioner, **given)
