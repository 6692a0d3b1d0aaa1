"""A check finds what is wrong, names bookings by reference, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from tests import around, files
from venues.database.models import Base, Hold, Offer, Room
from venues.services import booking_changes, bookings, checks

WILLOW, OAK, STUDY, HALL, HALL_A, HALL_B = range(1, 7)
THREE = datetime(2026, 11, 26, 15)


def book(world: Any, **changed: Any) -> bookings.Booked:
    viewer = changed.pop("viewer", world.practitioner)
    with world.database.write() as session:
        return bookings.book(session, world.request(**changed), viewer, now=world.now)


@pytest.fixture
def busy(world: Any) -> Any:
    """The small world with four bookings: one of a hall, one of two rooms, one off."""
    book(world, references=())  # B-10001
    book(world, room_ids=(HALL,), hour=10, kind="GRP", references=())  # B-10002
    book(world, room_ids=(OAK, WILLOW), hour=13, references=())  # B-10003
    off = book(world, hour=18)  # B-10004
    with world.database.write() as session:
        booking_changes.cancel(
            session, off.id, world.practitioner, reason="Ill", now=world.now
        )
    return world


def check(world: Any, now: datetime | None = None) -> checks.Report:
    return checks.check(world.database, now=now or world.now)


def spoil(world: Any, *statements: str) -> None:
    """Change the database around the program."""
    around.change(world.database, *statements)


def unguarded(world: Any, statement: str) -> None:
    """The same, with the guards looking away."""
    around.change(world.database, statement, guarded=False)


def test_what_the_services_write_is_sound_and_counted(busy: Any) -> None:
    report = check(busy)

    assert report.problems == ()
    assert report.ok
    assert set(report.counted) == set(Base.metadata.tables)
    assert report.counted["booking"] == 4
    assert report.counted["hold"] == 5


def test_an_empty_database_is_sound(database: Any) -> None:
    report = checks.check(database, now=THREE)

    assert (report.ok, report.counted["booking"]) == (True, 0)


HELD = "INSERT INTO hold (space_id, starts, ends, booking_id) VALUES "
NOT_HELD = "Bookings that do not hold their room, so that somebody else could book it: "
TWICE = "Bookings that hold the same place at the same time as another: "
IDLE_OFFER = "Offers of a freed room that do not hold it: "
OLD_OFFER = "Offers that are over and still hold a room: "
OFF = "Bookings that do not take place and still hold a room: "
OLD = "Bookings whose held time is out of date: "
SAVE = " Open each and save it again."
GUARDS = "The guards against double booking and rewriting are not as they should be. "
RESTORE = "Restore a sound backup."
NO_PART = (
    "Rooms in use that are no part of a building, so that nothing keeps them from "
)


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        ("DELETE FROM hold WHERE booking_id = 1", f"{NOT_HELD}B-10001.{SAVE}"),
        (
            "DELETE FROM hold WHERE booking_id = 2 AND space_id = 6",
            f"{NOT_HELD}B-10002.{SAVE}",
        ),
        (
            "UPDATE hold SET ends = '2026-11-26 16:05' WHERE booking_id = 1",
            f"{OLD}B-10001.{SAVE}",
        ),
        (
            "UPDATE hold SET starts = '2026-11-26 09:40' WHERE booking_id = 2",
            f"{OLD}B-10002.{SAVE}",
        ),
        (
            "UPDATE appointment_type SET clear_down = 20 WHERE code = 'GRP'",
            f"{OLD}B-10002.{SAVE}",
        ),
        (
            "UPDATE room SET turnaround = 10 WHERE id = 1",
            f"{OLD}B-10001 and B-10003.{SAVE}",
        ),
        (
            f"{HELD} (3, '2026-11-26 15:00', '2026-11-26 16:00', 1)",
            f"Bookings that hold more than their rooms: B-10001.{SAVE}",
        ),
        (
            f"{HELD} (1, '2026-11-26 18:00', '2026-11-26 19:00', 4)",
            f"{OFF}B-10004. Bring each back and cancel it again.",
        ),
        (
            "DELETE FROM booking_room WHERE booking_id = 1",
            f"Bookings without a room: B-10001.{SAVE}",
        ),
        (
            "DELETE FROM room_space WHERE room_id = 3",
            f"{NO_PART}being booked twice: 1. Save each again under Venues.",
        ),
    ],
)
def test_each_harm_has_its_sentence(busy: Any, harm: str, sentence: str) -> None:
    spoil(busy, harm)

    report = check(busy)

    assert sentence in report.problems
    assert not report.ok


@pytest.mark.of_a_file("test_sound_server.py has those of a server")
@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        ("DROP TRIGGER tr_hold_no_overlap_update", GUARDS + RESTORE),
        (
            "CREATE TRIGGER extra AFTER INSERT ON hold BEGIN SELECT 1; END",
            GUARDS + RESTORE,
        ),
        (
            "DELETE FROM appointment_type WHERE code = 'GRP'",
            f"What 1 row of “booking” belong to is gone. {RESTORE}",
        ),
    ],
)
def test_each_harm_of_a_file_has_its_sentence(
    busy: Any, harm: str, sentence: str
) -> None:
    spoil(busy, harm)

    assert sentence in check(busy).problems


@pytest.mark.of_a_file("on a server nothing gets round the constraint")
@pytest.mark.parametrize("clocks", [("10:30", "11:30"), ("10:10", "10:20")])
def test_holds_that_overlap_are_found_though_no_guard_saw_them(
    busy: Any, clocks: tuple[str, str]
) -> None:
    starts, ends = (f"'2026-11-26 {clock}'" for clock in clocks)
    unguarded(busy, f"{HELD} (5, {starts}, {ends}, 1)")

    assert f"{TWICE}B-10001 and B-10002. Move one of each two." in check(busy).problems


@pytest.mark.of_a_file("on a server nothing else can stand in for the table")
def test_a_reference_that_two_bookings_have_is_found(busy: Any) -> None:
    spoil(
        busy,
        "ALTER TABLE booking RENAME TO with_its_promises",
        "CREATE TABLE booking AS SELECT * FROM with_its_promises",
        "UPDATE booking SET reference = 'B-10001' WHERE id = 2",
    )

    assert (
        "References that more than one booking has: B-10001. Restore a sound backup."
    ) in check(busy).problems


def test_what_is_over_may_hold_what_its_room_asked_for_then(busy: Any) -> None:
    with busy.database.write() as session:
        session.get_one(Room, WILLOW).turnaround = 30

    assert check(busy).problems != ()
    assert check(busy, THREE + timedelta(days=1)).ok


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        ("DELETE FROM hold WHERE booking_id = 1", "do not hold their room"),
        ("UPDATE hold SET ends = '2026-11-26 15:30' WHERE id = 1", "out of date"),
    ],
)
def test_what_is_over_still_held_its_room_for_its_own_time(
    busy: Any, harm: str, words: str
) -> None:
    spoil(busy, harm)

    (problem,) = check(busy, THREE + timedelta(days=1)).problems
    assert words in problem


def test_many_are_counted_and_a_few_named(world: Any) -> None:
    for hour in range(9, 20):
        book(world, hour=hour, references=())
    spoil(world, "DELETE FROM hold")

    (problem,) = check(world).problems
    assert problem == (
        f"{NOT_HELD}B-10001, B-10002, B-10003, B-10004, B-10005 and 6 more.{SAVE}"
    )


def offer(world: Any, state: str, ends: time = time(16)) -> None:
    """A hall that is offered from 3pm to 4pm, and both its halves held for that."""
    with world.database.write() as session:
        session.add(
            Offer(
                id=1,
                staff_id=2,
                room_id=HALL,
                starts=THREE,
                ends=THREE + timedelta(hours=1),
                expires=THREE,
                state=state,
            )
        )
        session.flush()
        until = datetime.combine(THREE, ends)
        session.add_all(
            Hold(space_id=space, starts=THREE, ends=until, offer_id=1)
            for space in (HALL_A, HALL_B)
        )


@pytest.mark.parametrize(
    ("state", "ends", "said"),
    [
        ("open", time(16), ()),
        ("open", time(15, 30), (f"{IDLE_OFFER}1. Make them again.",)),
        ("expired", time(16), (f"{OLD_OFFER}1. Let them go again.",)),
    ],
)
def test_an_offer_holds_its_room_until_it_is_over(
    world: Any, state: str, ends: time, said: tuple[str, ...]
) -> None:
    offer(world, state, ends)

    assert check(world).problems == said


@pytest.mark.of_a_file("on a server nothing gets round the constraint")
def test_two_of_which_one_is_an_offer_are_found(busy: Any) -> None:
    offer(busy, "open")
    unguarded(busy, "UPDATE hold SET space_id = 5 WHERE booking_id = 1")

    assert f"{TWICE}B-10001 and an offer. Move one of each two." in check(busy).problems


@pytest.mark.of_a_file("a server looks after its files")
def test_damage_that_can_be_looked_past_is_found(busy: Any) -> None:
    busy.database.close()
    files.spoil_sum(busy.database.path)

    assert check(busy).problems == (f"The file is damaged. {RESTORE}",)


@pytest.mark.of_a_file("a server looks after its files")
def test_damage_that_ends_the_check_is_told(busy: Any) -> None:
    busy.database.close()
    files.spoil_rows(busy.database.path, "hold")

    report = check(busy)

    assert not report.ok
    assert "The database is damaged." in report.problems[-1]


def test_a_check_takes_the_same_statements_however_much_there_is(
    busy: Any, statements: Callable[[], list[str]]
) -> None:
    statements()
    check(busy)
    few = len(statements())
    for hour in (16, 17, 19):
        book(busy, hour=hour, references=())

    statements()
    check(busy)

    assert len(statements()) == few <= 20


@pytest.mark.of_a_file("a server lets nobody change anything in what only looks")
def test_a_check_changes_nothing(busy: Any) -> None:
    before = files.dump(busy.database.path)

    check(busy)

    assert files.dump(busy.database.path) == before
