"""Moving and cancelling from the schedule, off the interface's thread."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from threading import current_thread, main_thread
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui import schedule_driver as driver
from tests.ui import schedule_scene as scene
from tests.ui.schedule_driver import Told
from ui.desk import Desk
from ui.pages.schedule_changes import Alterations, wanted, with_tell
from ui.widgets.carry import Target
from venues.database.models import Booking
from venues.database.session import Database
from venues.domain.period import Period
from venues.domain.privacy import Seen
from venues.errors import Refused, Stale
from venues.services import diary
from venues.services.bookings import Booked
from venues.services.moves import Move

SUPERVISION = 6
THREE = Period(datetime(2026, 11, 26, 15), datetime(2026, 11, 26, 16))


@pytest.fixture
def desk(qtbot: QtBot, database: Database) -> Iterator[tuple[Desk, Told]]:
    """A practitioner's desk in the scene."""
    scene.fill(database)
    made, told = driver.desk(database)
    yield made, told
    made.jobs.close()


def own(database: Database) -> Seen:
    """The viewer's booking at 3:30pm."""
    with database.read() as session:
        rows = diary.read(session, scene.viewer(), first=scene.THURSDAY).seen
    return next(r for r in rows[scene.WILLOW, scene.THURSDAY] if r.booking_id == 6)


def move_to(room_id: int, period: Period = THREE, version: int = 1) -> Move:
    """A move of the booking at 3:30pm."""
    return Move(
        booking_id=SUPERVISION,
        room_id=scene.WILLOW,
        to_room_id=room_id,
        period=period,
        version=version,
    )


def test_a_move_is_written_on_another_thread_and_can_be_undone(
    qtbot: QtBot, desk: tuple[Desk, Told], database: Database
) -> None:
    made, told = desk
    threads: list[object] = []
    database.listen(lambda _tables: threads.append(current_thread()))
    done: list[int] = []

    Alterations(made).move(
        move_to(scene.SMALL), "Small Room, 3pm", lambda: done.append(1), _fail
    )
    qtbot.waitUntil(lambda: bool(done))

    assert threads
    assert main_thread() not in threads
    assert told.said == ["Moved to Small Room, 3pm. [Undo]"]
    assert made.undo.undo_name == "Undo move to Small Room"


def _fail(error: Exception) -> None:
    raise error


def test_what_fails_says_nothing_and_leaves_nothing_to_undo(
    qtbot: QtBot, desk: tuple[Desk, Told], database: Database
) -> None:
    made, told = desk
    failed: list[Exception] = []

    Alterations(made).move(move_to(scene.OAK), "Oak Room", _fail_never, failed.append)
    qtbot.waitUntil(lambda: bool(failed))

    assert isinstance(failed[0], Refused)
    assert told.said == []
    assert not made.undo.can_undo


def _fail_never() -> None:
    pytest.fail("it was not moved")


def test_undoing_is_refused_once_somebody_else_has_changed_it(
    qtbot: QtBot, desk: tuple[Desk, Told], database: Database
) -> None:
    made, _ = desk
    done: list[int] = []
    Alterations(made).move(
        move_to(scene.SMALL), "Small Room", lambda: done.append(1), _fail
    )
    qtbot.waitUntil(lambda: bool(done))
    with database.write() as session:
        session.get_one(Booking, SUPERVISION).ends += timedelta(minutes=15)

    with qtbot.waitSignal(made.undo.told) as told:
        made.undo.undo()

    assert told.args[0].startswith("Something of it was changed since")
    assert driver.where(database, SUPERVISION)[0] == scene.SMALL


def test_a_booking_of_two_rooms_is_cancelled_once(
    qtbot: QtBot, desk: tuple[Desk, Told], database: Database
) -> None:
    made, _ = desk
    row, done = own(database), []

    Alterations(made).cancel(
        [row, row], "No longer needed", "Willow Room", lambda: done.append(1), _fail
    )
    qtbot.waitUntil(lambda: bool(done))

    with database.read() as session:
        assert session.get_one(Booking, SUPERVISION).status == "cancelled"
    assert made.undo.undo_name == "Undo cancelling in Willow Room"


def test_what_changed_since_it_was_looked_at_is_not_cancelled(
    qtbot: QtBot, desk: tuple[Desk, Told], database: Database
) -> None:
    made, _ = desk
    row, failed = own(database), []
    with database.write() as session:
        session.get_one(Booking, SUPERVISION).note = "Bring the form"

    Alterations(made).cancel([row], "Why", "Willow Room", _fail_never, failed.append)
    qtbot.waitUntil(lambda: bool(failed))

    assert isinstance(failed[0], Stale)


def test_cancelling_can_be_undone_and_done_again(
    qtbot: QtBot, desk: tuple[Desk, Told], database: Database
) -> None:
    made, _ = desk
    done: list[int] = []
    states: list[Any] = []
    Alterations(made).cancel(
        [own(database)], "Why", "Willow Room", lambda: done.append(1), _fail
    )
    qtbot.waitUntil(lambda: bool(done))

    for step in (made.undo.undo, made.undo.redo):
        with qtbot.waitSignal(made.undo.told):
            step()
        with database.read() as session:
            states.append(session.get_one(Booking, SUPERVISION).status)

    assert states == ["confirmed", "cancelled"]


def test_only_a_booking_that_is_known_can_be_moved(database: Database) -> None:
    scene.fill(database)
    row = own(database)
    masked = Seen(room_id=1, starts=row.starts, ends=row.ends)

    asked = wanted(Target(scene.OAK, scene.THURSDAY, 900, 960, row))

    assert asked == move_to(scene.OAK, THREE, row.version)
    assert wanted(Target(scene.OAK, scene.THURSDAY, 900, 960, masked)) is None
    assert wanted(Target(scene.OAK, scene.THURSDAY, 900, 960)) is None


def test_venues_that_keep_the_time_are_named_once_done() -> None:
    def gone(tell: str) -> Booked:
        return Booked(1, "B-1", "cancelled", (), 2, tell)

    one, other = gone("Tell Railside."), gone("Tell Weaver Hall.")

    assert with_tell("Done.", [gone("")]) == "Done."
    assert with_tell("Done.", [one, gone("")]) == "Done. Tell Railside."
    assert (
        with_tell("Done.", [one, other])
        == "Done. Tell their venues that 2 times are not needed."
    )
