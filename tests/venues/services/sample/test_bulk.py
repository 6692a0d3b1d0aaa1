"""Very many bookings, for measuring."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from tests.venues.services.sample.world import TODAY, Parts, make
from venues.database.models import Booking
from venues.database.session import Database
from venues.services import reference_rows
from venues.services.sample import bulk
from venues.services.sample.bulk import Bulk

NUMBER = 12_345


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with a year of bookings."""
    path: Path = tmp_path_factory.mktemp("bulk") / "venues.db"
    database = Database.open(path, create=True)
    fill(database, make())
    database.close()
    return path


def fill(
    database: Database, parts: Parts, number: int = NUMBER
) -> list[tuple[int, int]]:
    told: list[tuple[int, int]] = []
    with database.write() as session:
        reference_rows.fill(session, TODAY)
        parts.rows.write(session)
        draw = Random(3)  # noqa: S311 - drawn again each time
        bulk.fill(
            session,
            draw,
            parts.world,
            parts.opening,
            Bulk(number, years=1),
            lambda done, total: told.append((done, total)),
        )
    return told


@pytest.fixture
def raw(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(file)) as connection:
        yield connection


def test_there_are_as_many_bookings_as_asked(raw: sqlite3.Connection) -> None:
    assert raw.execute("SELECT count(*), max(id) FROM booking").fetchone() == (
        *(NUMBER, NUMBER),
    )


def test_they_are_on_the_weekdays_of_the_years_around_today(
    raw: sqlite3.Connection,
) -> None:
    first, last = raw.execute("SELECT min(starts), max(starts) FROM booking").fetchone()
    weekend = "SELECT count(*) FROM booking WHERE strftime('%w', starts) IN ('0', '6')"

    assert datetime.fromisoformat(first).date() == date(2026, 5, 28)
    assert datetime.fromisoformat(last).date() == date(2027, 5, 26)
    assert raw.execute(weekend).fetchone() == (0,)


def test_starts_are_every_5_minutes_and_holds_between_8am_and_9pm(
    raw: sqlite3.Connection,
) -> None:
    rows = raw.execute("SELECT starts, ends FROM hold").fetchall()
    minutes = raw.execute("SELECT DISTINCT substr(starts, 15) FROM booking").fetchall()

    assert {text for (text,) in minutes} == {f"{each:02}" for each in range(0, 60, 5)}
    assert min(starts[11:] for starts, _ in rows) >= "08:00"
    assert max(ends[11:] for _, ends in rows) <= "21:00"


def test_no_two_share_a_space(raw: sqlite3.Connection) -> None:
    rows = raw.execute(
        "SELECT space_id, starts, ends FROM hold ORDER BY space_id, starts"
    ).fetchall()

    assert rows
    for one, other in pairwise(rows):
        assert one[0] != other[0] or one[2] <= other[1]


def test_every_live_booking_holds_all_the_spaces_of_its_room(
    raw: sqlite3.Connection,
) -> None:
    wanted = raw.execute(
        "SELECT b.id, s.space_id FROM booking b "
        "JOIN booking_room r ON r.booking_id = b.id "
        "JOIN room_space s ON s.room_id = r.room_id "
        "WHERE b.status = 'confirmed' ORDER BY 1, 2"
    ).fetchall()
    held = raw.execute("SELECT booking_id, space_id FROM hold ORDER BY 1, 2").fetchall()

    assert held == wanted
    cancelled = raw.execute(
        "SELECT count(*) FROM booking WHERE status = 'cancelled'"
    ).fetchone()[0]
    assert 0 < cancelled < NUMBER / 20


def test_a_hold_is_the_appointment_with_set_up_and_turnaround(
    raw: sqlite3.Connection,
) -> None:
    wrong = raw.execute(
        "SELECT count(*) FROM hold h JOIN booking b ON b.id = h.booking_id "
        "JOIN appointment_type t ON t.id = b.type_id "
        "JOIN booking_room r ON r.booking_id = b.id JOIN room m ON m.id = r.room_id "
        "WHERE h.starts <> strftime('%Y-%m-%d %H:%M', b.starts, "
        "'-' || t.set_up || ' minutes') "
        "OR h.ends <> strftime('%Y-%m-%d %H:%M', b.ends, "
        "'+' || max(t.clear_down, m.turnaround) || ' minutes')"
    ).fetchone()

    assert wrong == (0,)


def test_every_booking_has_workers_and_those_about_somebody_a_case(
    raw: sqlite3.Connection,
) -> None:
    without = raw.execute(
        "SELECT count(*) FROM booking WHERE id NOT IN (SELECT booking_id FROM worker)"
    ).fetchone()
    alone = raw.execute(
        "SELECT count(*) FROM booking b JOIN appointment_type t ON t.id = b.type_id "
        "WHERE (t.\"set\" IN ('RM', 'ST')) = "
        "(b.id IN (SELECT booking_id FROM attendance))"
    ).fetchone()
    kinds = raw.execute(
        "SELECT DISTINCT b.audience, c.kind FROM booking b "
        "JOIN attendance a ON a.booking_id = b.id "
        "JOIN \"case\" c ON c.id = a.case_id WHERE b.audience IN ('child', 'victim')"
    ).fetchall()

    assert without == (0,)
    assert alone == (0,)
    assert sorted(kinds) == [("child", "child"), ("victim", "victim")]


def test_whoever_works_alone_has_somebody_else_in_the_building(
    raw: sqlite3.Connection,
) -> None:
    parts = make()
    sites = {site.room.id: site for site in parts.world.sites}
    rows = raw.execute(
        "SELECT r.room_id, b.starts, b.ends FROM booking b "
        "JOIN booking_room r ON r.booking_id = b.id JOIN worker w "
        "ON w.booking_id = b.id GROUP BY b.id HAVING count(*) = 1 LIMIT 2000"
    ).fetchall()

    assert len(rows) == 2000
    for room_id, *times in rows:
        starts, ends = map(datetime.fromisoformat, times)
        spans = parts.opening.spans(sites[room_id], starts.date(), "staffed")
        assert any(span.starts <= starts and ends < span.ends for span in spans)


def test_the_program_reads_what_was_written(file: Path) -> None:
    database = Database.open(file)
    with database.read() as session:
        booking = session.scalars(select(Booking).where(Booking.id == NUMBER)).one()

        assert booking.reference == f"B-{10_000 + NUMBER}"
        assert booking.uuid.version == 4
        assert (booking.ends - booking.starts).total_seconds() >= 30 * 60
        assert (booking.version, booking.needs, booking.series_id) == (1, [], None)
    database.close()


def test_progress_is_told_in_bookings_and_borrowed_memory_given_back(
    tmp_path: Path,
) -> None:
    database = Database.open(tmp_path / "venues.db", create=True)

    told = fill(database, make())

    with database.read() as session:
        size = session.connection().exec_driver_sql("PRAGMA cache_size").scalar()
    database.close()
    assert size == -2000
    assert len(told) == 2
    assert 10_000 <= told[0][0] < NUMBER
    assert told[1] == (NUMBER, NUMBER)


def test_none_asked_for_are_none_written(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "venues.db", create=True)

    told = fill(database, make(), number=0)

    with database.read() as session:
        assert session.scalars(select(Booking.id)).all() == []
    database.close()
    assert told == [(0, 0)]
