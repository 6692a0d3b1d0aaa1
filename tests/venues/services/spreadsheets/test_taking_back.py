"""An import is taken back in one piece, while nobody has built on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time

import pytest
from sqlalchemy import select

from tests import spreadsheets
from tests.ui import venue_scene as scene
from tests.venues.services import millbrook
from tests.venues.services.millbrook import COORDINATOR, NOW, PRACTITIONER
from tests.venues.services.spreadsheets.test_applying import WHOLE
from venues.database.models import History, Room, Venue
from venues.database.session import Database
from venues.domain.opening import Stretch
from venues.errors import NotAllowed, Stale
from venues.services import checks, closures, hours_editing
from venues.services.spreadsheets import applying, taking_back
from venues.services.spreadsheets.applying import Imported
from venues.services.venue_drafts import ClosureDraft


@pytest.fixture
def hub(database: Database) -> int:
    return scene.fill(database)


def back(database: Database, made: Imported) -> None:
    with database.write() as session:
        taking_back.take_back(session, made, COORDINATOR, now=NOW)


def test_everything_is_as_it_was(database: Database, hub: int) -> None:
    before = spreadsheets.now(database)

    back(database, spreadsheets.take_in(database, WHOLE))

    known = spreadsheets.now(database)
    assert known.venues == before.venues
    assert known.rooms == before.rooms
    assert known.hours == before.hours
    assert known.venue_uuids == before.venue_uuids
    assert checks.check(database, now=NOW).problems == ()


def test_it_can_be_done_again_and_taken_back_again(
    database: Database, hub: int
) -> None:
    before = spreadsheets.now(database)
    made = spreadsheets.take_in(database, WHOLE)
    back(database, made)

    with database.write() as session:
        again = applying.apply(session, made.plan, COORDINATOR, now=NOW)
    assert not spreadsheets.plan(database, WHOLE).does_something
    back(database, again)

    assert spreadsheets.now(database).venues == before.venues


def test_history_tells_that_it_went(database: Database, hub: int) -> None:
    made = spreadsheets.take_in(database, WHOLE)
    (mill,) = made.venues.values()
    back(database, made)

    with database.read() as session:
        rows = session.scalars(
            select(History).where(History.table == "venue", History.row_id == mill)
        ).all()

    assert [row.action for row in rows] == ["added", "removed"]


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
    ("since", "words"),
    [
        (change_venue, "Somebody changed what was imported"),
        (change_room, "Somebody changed what was imported"),
        (change_hours, "Somebody changed what was imported"),
        (add_hours, "it has more rooms or hours"),
        (add_room, "it has more rooms or hours"),
        (book, "a room is booked"),
        (close, "there is a closure"),
    ],
)
def test_nothing_goes_when_somebody_built_on_it(
    database: Database,
    hub: int,
    since: Callable[[Database, Imported], None],
    words: str,
) -> None:
    made = spreadsheets.take_in(database, WHOLE)
    since(database, made)
    before = spreadsheets.now(database)

    with pytest.raises(Stale, match=words):
        back(database, made)

    assert spreadsheets.now(database) == before


def test_only_those_who_keep_the_catalogue_may_do_it(
    database: Database, hub: int
) -> None:
    made = spreadsheets.take_in(database, WHOLE)

    with database.write() as session, pytest.raises(NotAllowed):
        taking_back.take_back(session, made, PRACTITIONER, now=NOW)
