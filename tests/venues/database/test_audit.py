"""Who changed what is written down as it happens, without a case reference."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text

from tests.venues.database import rows
from venues.database import audit
from venues.database.models import (
    Base,
    Booking,
    Case,
    CaseStaff,
    History,
    Hold,
    Search,
    Setting,
    Venue,
)
from venues.database.session import Database
from venues.errors import Clash


def written(database: Database) -> list[tuple[str, int | None, str, dict[str, Any]]]:
    """What history says of the changes of a test."""
    with database.read() as session:
        found = session.scalars(
            select(History).where(History.at > rows.NOON).order_by(History.id)
        )
        return [(row.table, row.row_id, row.action, row.changes) for row in found]


@pytest.fixture
def full(full: Database) -> Database:
    """The full database, with member of staff 1 at the keyboard."""
    full.actor = 1
    return full


def test_a_change_is_written_with_what_was_and_what_is(full: Database) -> None:
    with full.write() as session:
        booking = session.get_one(Booking, 1)
        booking.people = 4
        booking.ends = rows.FOUR + timedelta(minutes=30)

    assert written(full) == [
        (
            "booking",
            1,
            "changed",
            {"people": [3, 4], "ends": ["2026-11-26 16:00", "2026-11-26 16:30"]},
        )
    ]


def test_something_new_is_written_with_what_it_holds(full: Database) -> None:
    with full.write() as session:
        session.add(Venue(name="The Mill", authority_id=1, town="Crewe"))

    [(table, row_id, action, changes)] = written(full)
    assert (table, row_id, action) == ("venue", 2, "added")
    assert changes["name"] == [None, "The Mill"]
    assert changes["status"] == [None, "active"]
    assert "terms" not in changes


def test_something_removed_is_written_with_what_it_held(full: Database) -> None:
    with full.write() as session:
        session.delete(session.get_one(Hold, 1))
        session.delete(session.get_one(Setting, "buffer.family"))

    assert written(full) == [
        (
            "setting",
            None,
            "removed",
            {"name": ["buffer.family", None], "value": ["60", None]},
        )
    ]


def test_a_row_without_a_number_is_named_by_its_key(full: Database) -> None:
    with full.write() as session:
        session.get_one(Setting, "buffer.family").value = "90"
        session.get_one(CaseStaff, (1, 1, rows.DAY)).until = rows.LATER

    assert sorted(written(full)) == [
        (
            "case_staff",
            None,
            "changed",
            {
                "case_id": [1, 1],
                "staff_id": [1, 1],
                "since": ["2026-11-26"] * 2,
                "until": [None, "2026-12-10"],
            },
        ),
        (
            "setting",
            None,
            "changed",
            {"name": ["buffer.family"] * 2, "value": ["60", "90"]},
        ),
    ]


def test_the_time_is_utc_and_the_actor_is_whoever_signed_in(full: Database) -> None:
    before = datetime.now(UTC).replace(tzinfo=None, microsecond=0)

    with full.write() as session:
        session.get_one(Booking, 1).people = 4

    with full.read() as session:
        row = session.scalars(select(History).where(History.at > rows.NOON)).one()
    assert before <= row.at <= datetime.now(UTC).replace(tzinfo=None)
    assert row.staff_id == 1


def test_nothing_is_written_of_a_row_that_stays_as_it_is(full: Database) -> None:
    with full.write() as session:
        session.get_one(Booking, 1).people = 3

    assert written(full) == []


def test_nothing_is_written_of_a_unit_that_failed(full: Database) -> None:
    with pytest.raises(Clash), full.write() as session:
        session.get_one(Booking, 1).people = 4
        session.flush()
        session.get_one(Booking, 1).people = 0

    assert written(full) == []


def test_a_case_reference_never_comes_into_history(full: Database) -> None:
    with full.write() as session:
        session.get_one(Case, 1).reference = "WA-99999"
        session.get_one(Case, 2).sector = "WA2 9"
        session.add(Case(reference="CE-31415", kind="child"))
    with full.write() as session:
        session.get_one(Case, 2).reference = None

    with full.read() as session:
        kept = session.execute(text("SELECT * FROM history")).all()
    assert not any(
        reference in str(kept)
        for reference in ("WA-99999", "CE-31415", "WA-20417", "WA-20418")
    )
    assert written(full)[0][:3] == ("case", 3, "added")
    assert written(full)[1] == ("case", 2, "changed", {"sector": ["", "WA2 9"]})


def test_searches_and_holds_leave_no_trace_of_who_made_them(full: Database) -> None:
    with full.write() as session:
        session.add(
            Search(
                week=rows.DAY, set="CH", band="day", people=2, results=1, ended="left"
            )
        )
        session.add(
            Hold(
                space_id=2,
                starts=rows.THREE,
                ends=rows.FOUR,
                booking_id=1,
            )
        )

    assert written(full) == []


def test_what_is_not_recorded_is_a_table() -> None:
    assert set(Base.metadata.tables) >= audit.NOT_RECORDED | set(audit.PRIVATE)


def test_what_changed_at_once_is_written_in_the_order_of_its_keys(
    full: Database,
) -> None:
    with full.write() as session:
        session.add_all(
            Venue(name=f"Venue {n}", authority_id=1) for n in range(30, 2, -1)
        )
    with full.write() as session:
        for venue in session.scalars(select(Venue).order_by(Venue.name)):
            venue.town = "Crewe"

    keys = [row_id for _, row_id, action, _ in written(full) if action == "changed"]
    assert keys == sorted(keys)
    assert len(keys) == 29
