"""Sample data, in a real database."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.venues.services.sample.world import TODAY
from venues.database import catalogue, facts
from venues.database.models import (
    Attendance,
    Base,
    Booking,
    BookingRoom,
    Setting,
    Worker,
)
from venues.database.session import Database
from venues.domain import rules
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.proposal import Appointment
from venues.errors import VenuesError
from venues.services import people, sample
from venues.services.reviews import hits
from venues.services.reviews.concerned import AHEAD, coming
from venues.services.sample import filling
from venues.services.sample.bulk import Bulk

NOW = datetime.combine(TODAY, datetime.min.time())


@dataclass(frozen=True)
class Made:
    """A database with the demo, what was said of it, and who was told."""

    path: Path
    summary: sample.Summary
    heard: frozenset[str]


def fill(folder: Path, *, seed: int = 1, today: date = TODAY) -> Made:
    database = Database.open(folder / "demo.db", create=True)
    heard: set[str] = set()
    database.listen(heard.update)
    summary = sample.fill(database, size="demo", seed=seed, today=today)
    database.close()
    return Made(database.path, summary, frozenset(heard))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return fill(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def demo(made: Made) -> Path:
    return made.path


def tables(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as raw:
        names = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
            for (name,) in names.fetchall()
        }


def fingerprint(path: Path) -> str:
    """Of every row of every table."""
    seen = hashlib.sha256()
    with closing(sqlite3.connect(path)) as raw:
        for name in sorted(tables(path)):
            rows = raw.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608
            for row in sorted(map(repr, rows)):
                seen.update(row.encode())
    return seen.hexdigest()


NOT_YET = {
    "done": "nobody has done anything in the program",
    "notice": "no place has closed over a booking",
}


def test_no_table_is_empty(demo: Path) -> None:
    counts = tables(demo)

    assert set(Base.metadata.tables) <= set(counts)
    assert {name for name, number in counts.items() if not number} == NOT_YET.keys()


def test_the_summary_counts_what_is_there(made: Made) -> None:
    counts, summary = tables(made.path), made.summary

    assert (summary.venues, summary.rooms, summary.cases) == (60, 150, 120)
    assert summary.bookings == counts["booking"] > 1100
    assert summary.staff == counts["staff"] - 1  # one has left
    assert (summary.first_day, summary.last_day) == (
        *(date(2026, 10, 29), date(2026, 12, 24)),
    )


def test_everybody_who_listens_hears_of_the_tables(made: Made) -> None:
    assert {"venue", "booking", "hold", "case"} <= made.heard


def test_the_same_seed_makes_the_same_rows(demo: Path, tmp_path: Path) -> None:
    assert fingerprint(fill(tmp_path).path) == fingerprint(demo)


def test_another_seed_makes_others(demo: Path, tmp_path: Path) -> None:
    assert fingerprint(fill(tmp_path, seed=2).path) != fingerprint(demo)


def test_keys_and_constraints_hold(demo: Path) -> None:
    with closing(sqlite3.connect(demo)) as raw:
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("table", ["venue", "case", "booking"])
def test_a_database_in_use_is_left_as_it_is(
    demo: Path, tmp_path: Path, table: str
) -> None:
    path = tmp_path / "used.db"
    path.write_bytes(demo.read_bytes())
    others = {"venue", "case", "booking"} - {table}
    with closing(sqlite3.connect(path)) as raw:
        for other in others:
            raw.execute(f'DELETE FROM "{other}"')  # noqa: S608
        raw.commit()
    before = fingerprint(path)
    database = Database.open(path)

    with pytest.raises(VenuesError, match="in use already"):
        sample.fill(database, size="demo", seed=1, today=TODAY)

    database.close()
    assert fingerprint(path) == before


def test_work_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "stopped.db", create=True)
    before = tables(database.path)

    def stop(done: int, _total: int) -> None:
        if done == 20:
            raise TimeoutError

    with pytest.raises(TimeoutError):
        sample.fill(database, size="demo", seed=1, today=TODAY, progress=stop)

    database.close()
    assert tables(database.path) == before


def test_the_database_says_that_it_holds_a_sample(demo: Path) -> None:
    database = Database.open(demo)
    with database.read() as session:
        value = session.scalar(select(Setting.value).where(Setting.name == "sample"))
    database.close()

    assert value == "yes"


def test_the_last_day_with_a_booking_is_known(demo: Path, tmp_path: Path) -> None:
    empty = Database.open(tmp_path / "empty.db", create=True)
    full = Database.open(demo)

    with empty.read() as nothing, full.read() as session:
        assert sample.reaches(nothing) is None
        assert sample.reaches(session) == date(2026, 12, 24)
    empty.close()
    full.close()


def test_the_pictured_practitioner_signs_in(demo: Path) -> None:
    database = Database.open(demo)
    with database.read() as session:
        viewer = people.viewer(session, "practitioner.04", TODAY)
    database.close()

    assert (viewer.name, viewer.role.words) == ("Practitioner 04", "Practitioner")


def test_no_rule_would_refuse_a_booking_of_the_sample(demo: Path) -> None:
    database = Database.open(demo)
    first = datetime(2026, 11, 23)
    with database.read() as session:
        known = catalogue.read(session)
        manager = people.viewer(session, "manager.01", TODAY)
        week = session.execute(
            select(Booking.__table__, BookingRoom.room_id, BookingRoom.layout)
            .join(BookingRoom, BookingRoom.booking_id == Booking.id)
            .where(
                Booking.status.in_(("provisional", "confirmed")),
                Booking.starts.between(first, first + timedelta(days=6)),
                BookingRoom.role == "main",
            )
        ).all()
        refused = []
        for row in week:
            cases = select(Attendance.case_id).where(Attendance.booking_id == row.id)
            workers = select(Worker.staff_id).where(
                Worker.booking_id == row.id, Worker.staff_id.is_not(None)
            )
            asked = Appointment(
                kind=known.kind_by_id(row.type_id),
                audience=Audience(row.audience),
                period=Period(row.starts, row.ends),
                people=row.people,
                layout=row.layout,
                needs=tuple(row.needs),
                case_ids=tuple(session.scalars(cases)),
                worker_ids=tuple(session.scalars(workers)),
                texts=(("note", row.note), ("arrival", row.arrival)),
            )
            about = facts.circumstances(session, known, manager, asked, without=row.id)
            room = known.rooms[row.room_id]
            days = facts.busy_days(
                session, known, [room], row.starts.date(), without=row.id
            )
            proposal = facts.proposal(asked, room, days[room.id], about)
            refused += [found for found in rules.examine(proposal) if found.refuses]
    database.close()

    assert len(week) > 120
    assert refused == []


@pytest.mark.parametrize(
    "today",
    [
        date(2026, 12, 25),  # Christmas Day
        date(2026, 8, 15),  # a Saturday in the holidays
        date(2031, 2, 3),  # beyond the terms on record
    ],
)
def test_any_day_will_do(tmp_path: Path, today: date) -> None:
    made = fill(tmp_path, today=today)

    counts = tables(made.path)
    assert {name for name, number in counts.items() if not number} == NOT_YET.keys()


def test_for_measuring_there_are_100_000_bookings_in_300_rooms(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "S.db", create=True)

    made = sample.fill(database, size="S", seed=1, today=TODAY)

    database.close()
    counts = tables(database.path)
    assert (made.venues, made.rooms, made.cases) == (60, 300, 500)
    assert made.bookings == counts["booking"] == 100_000
    assert counts["separation"] == 304  # 300 in force, 4 closed
    assert min(counts["hold"], counts["worker"], counts["booking_room"]) > 90_000


def test_for_measuring_nothing_needs_review(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = replace(filling.SMALL, bulk=Bulk(9_000, years=1))
    monkeypatch.setitem(filling.SCALES, "S", small)
    database = Database.open(tmp_path / "S.db", create=True)

    sample.fill(database, size="S", seed=1, today=TODAY)

    with database.read() as session:
        ids = session.scalars(select(Booking.id).where(*coming(NOW, NOW + AHEAD))).all()
        known = catalogue.read(session)
        found = [
            hit
            for piece in hits.pieces(ids)
            for hit in hits.find(session, known, NOW, piece)
        ]
    database.close()
    assert len(ids) > 1000
    assert found == []
