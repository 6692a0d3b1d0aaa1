"""The pass over the next weeks: in pieces, off the lock, and it can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.venues.services.reviews.scene import at, book, close, for_the_victim, link
from tests.world import THURSDAY, World
from venues.database.models import CaseVenue, Closure, History, Hours, Review
from venues.services import booking_changes
from venues.services.reviews import hits, sweeping


def rows(world: World) -> list[Review]:
    with world.database.read() as session:
        return list(session.scalars(select(Review).order_by(Review.id)))


def every_week(world: World, number: int) -> list[int]:
    """So many bookings on Thursdays, in a room that is closed afterwards."""
    weeks = [timedelta(weeks=n) for n in range(number)]
    ids = [book(world, period=at(15, THURSDAY + ahead)) for ahead in weeks]
    with world.database.write() as session:
        session.add(
            Closure(
                venue_id=1,
                starts=datetime(2026, 11, 1),
                ends=datetime(2027, 12, 1),
                reason="heating repairs",
            )
        )
    return ids


def test_every_piece_is_told_of_and_all_of_them_are_looked_at(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = every_week(world, 5)
    monkeypatch.setattr(hits, "MANY", 2)
    told: list[tuple[int, int]] = []

    came = sweeping.sweep(world.database, world.now, lambda *now: told.append(now))

    assert came == 5
    assert told == [(0, 5), (2, 5), (4, 5), (5, 5)]
    assert [row.booking_id for row in rows(world)] == ids


def test_what_is_stopped_half_way_has_written_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    every_week(world, 3)
    monkeypatch.setattr(hits, "MANY", 1)

    class Stop(Exception):
        pass

    def progress(done: int, _total: int) -> None:
        if done == 2:
            raise Stop

    with pytest.raises(Stop):
        sweeping.sweep(world.database, world.now, progress)

    assert rows(world) == []


def test_somebody_saves_while_it_looks(world: World) -> None:
    every_week(world, 1)
    saved: list[bool] = []

    def save() -> None:
        with world.database.write() as session:
            session.add(CaseVenue(case_id=3, venue_id=2, since=date(2026, 1, 1)))
        saved.append(True)

    def progress(_done: int, _total: int) -> None:
        other = threading.Thread(target=save)
        other.start()
        other.join(timeout=1)
        saved.append(other.is_alive())

    sweeping.sweep(world.database, world.now, lambda *now: saved or progress(*now))

    assert saved == [True, False]


def test_what_was_moved_while_it_looked_is_not_written_down(world: World) -> None:
    (booking,) = every_week(world, 1)

    def move(done: int, total: int) -> None:
        if done == total:
            with world.database.write() as session:
                booking_changes.move(
                    session, booking, world.practitioner, now=world.now, room_ids=(3,)
                )

    assert sweeping.sweep(world.database, world.now, move) == 0
    assert rows(world) == []


def test_what_was_cancelled_while_it_looked_is_not_written_down(world: World) -> None:
    (booking,) = every_week(world, 1)

    def cancel(done: int, total: int) -> None:
        if done == total:
            with world.database.write() as session:
                booking_changes.cancel(
                    session, booking, world.practitioner, reason="Ill", now=world.now
                )

    assert sweeping.sweep(world.database, world.now, cancel) == 0
    assert rows(world) == []


def test_nothing_is_written_when_the_list_says_it_already(
    world: World, statements: Callable[[], list[str]]
) -> None:
    every_week(world, 2)
    sweeping.sweep(world.database, world.now)
    statements()

    assert sweeping.sweep(world.database, world.now) == 0

    assert not any(each.startswith(("INSERT", "UPDATE")) for each in statements())


def test_nobody_stands_in_the_history_of_it(world: World) -> None:
    every_week(world, 1)

    sweeping.sweep(world.database, world.now)

    by = select(History.staff_id).where(History.table == "review")
    with world.database.read() as session:
        assert session.scalars(by).all() == [None]


def test_what_time_does_not_turn_is_not_found_by_looking_again(world: World) -> None:
    book(world)
    with world.database.write() as session:
        session.add(
            Hours(
                venue_id=1,
                weekday=0,
                use="staffed",
                opens=at(9).starts.time(),
                closes=at(17).starts.time(),
            )
        )

    assert sweeping.sweep(world.database, world.now) == 0
    assert rows(world) == []


def test_whoever_left_before_still_closes_the_half_day(world: World) -> None:
    book(world, period=at(16))
    for_the_victim(world, period=at(13))
    link(world)
    after = datetime(2026, 11, 26, 15)

    assert sweeping.sweep(world.database, after) == 1


def test_a_booking_stays_out_while_its_week_is_far_away(world: World) -> None:
    book(world)
    close(world)

    assert sweeping.sweep(world.database, datetime(2026, 9, 1)) == 0
    assert sweeping.sweep(world.database, world.now) == 1
