"""An import is undone in one piece, while nobody has built on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time

import pytest

from tests import spreadsheets, turned
from tests.ui import venue_scene as scene
from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR, NOW
from tests.venues.services.spreadsheets.test_applying import WHOLE
from tests.venues.services.undoing.whole import differing, everything
from venues.database.models import Room, Venue
from venues.database.session import Database
from venues.domain.opening import Stretch
from venues.errors import Clash, Stale
from venues.services import closures, hours_editing
from venues.services.spreadsheets import applying
from venues.services.spreadsheets.applying import Imported
from venues.services.venue_drafts import ClosureDraft


@pytest.fixture
def hub(database: Database) -> int:
    return scene.fill(database)


def take_in(database: Database) -> Imported:
    """The coordinator imports it."""
    database.actor = COORDINATOR.staff_id
    plan = spreadsheets.plan(database, WHOLE)
    with database.write("import of venues") as session:
        return applying.apply(session, plan, COORDINATOR, now=NOW)


def test_everything_is_as_it_was_and_can_be_done_again(
    database: Database, hub: int
) -> None:
    before = everything(database)
    take_in(database)
    after = everything(database)

    turned.undo(database, COORDINATOR, NOW)
    assert differing(before, everything(database)) == set()

    turned.redo(database, COORDINATOR, NOW)
    assert differing(after, everything(database)) == set()
    assert not spreadsheets.plan(database, WHOLE).does_something


def rooms(made: Imported) -> dict[str, int]:
    return {room.name: id_ for id_, room in made.rooms_now.items()}


def change_venue(database: Database, made: Imported) -> None:
    with database.write() as session:
        session.get_one(Venue, next(iter(made.venues.values()))).rate = 1


def change_room(database: Database, made: Imported) -> None:
    with database.write() as session:
        session.get_one(Room, rooms(made)["Red"]).area = 4


def change_hours(database: Database, made: Imported) -> None:
    (mill,) = made.venues.values()
    with database.write() as session:
        hours_editing.save(
            session, mill, (), COORDINATOR, opened=made.hours_now[mill, None]
        )


def add_hours(database: Database, made: Imported) -> None:
    (mill,) = made.venues.values()
    with database.write() as session:
        hours_editing.save(
            session,
            mill,
            [Stretch(0, "open", time(9), time(10))],
            COORDINATOR,
            opened=(),
            room_id=rooms(made)["Both"],
        )


def add_room(database: Database, made: Imported) -> None:
    millbrook.room(database, next(iter(made.venues.values())), "Green")


def book(database: Database, made: Imported) -> None:
    millbrook.book(database, rooms(made)["Red"], datetime(2026, 11, 26, 10))


def close(database: Database, made: Imported) -> None:
    (mill,) = made.venues.values()
    draft = ClosureDraft(
        venue_id=mill,
        starts=datetime(2027, 1, 4),
        ends=datetime(2027, 1, 5),
        reason="painting",
    )
    with database.write() as session:
        closures.save(session, draft, COORDINATOR, now=NOW)


@pytest.mark.parametrize(
    "since",
    [change_venue, change_room, change_hours, add_hours, add_room, book, close],
)
def test_what_somebody_built_on_stays_and_all_of_it(
    database: Database, hub: int, since: Callable[[Database, Imported], None]
) -> None:
    since(database, take_in(database))
    there = everything(database)

    with pytest.raises((Clash, Stale)):
        turned.undo(database, COORDINATOR, NOW)

    assert differing(there, everything(database)) == set()
