"""What every database starts with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, update

from venues.database.models import (
    AppointmentType,
    Authority,
    ClosedDay,
    Criterion,
    Term,
)
from venues.database.session import Database
from venues.domain.needs import NEEDS, STAFFED
from venues.domain.proposal import LAYOUTS
from venues.services import reference_rows

TODAY = date(2026, 11, 26)
SETS = {"CH", "FA", "GR", "PA", "VI", "RD", "RM", "ST", "none"}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database with the reference rows and nothing else."""
    path: Path = tmp_path_factory.mktemp("reference") / "venues.db"
    database = Database.open(path, create=True)
    with database.write() as session:
        reference_rows.fill(session, TODAY)
    yield database
    database.close()


def test_there_are_the_four_authorities(filled: Database) -> None:
    with filled.read() as session:
        rows = session.execute(
            select(Authority.code, Authority.gss, Authority.short).order_by(
                Authority.id
            )
        ).all()

    assert [tuple(row) for row in rows] == [
        ("HAL", "E06000006", "Halton"),
        ("WAR", "E06000007", "Warrington"),
        ("CHE", "E06000049", "Ches. East"),
        ("CWC", "E06000050", "Ches. West"),
    ]


def test_the_checklist_is_whole(filled: Database) -> None:
    with filled.read() as session:
        rows = session.scalars(select(Criterion)).all()

    assert Counter(row.group for row in rows) == {
        "Safe": 16,
        "Confidential": 10,
        "Accessible": 18,
        "Child-centred": 4,
        "Practical": 6,
    }
    asked = {each for row in rows for each in (row.ch, row.vi, row.pa, row.st)}
    assert asked <= {"M", "M2", "M3", "M*", "K", "D", "-"}


def test_the_checklist_names_every_need_there_is(filled: Database) -> None:
    with filled.read() as session:
        texts = session.scalars(select(Criterion.satisfies_need)).all()

    named = {
        part.strip().split(" ")[0] for text in texts if text for part in text.split(";")
    }
    assert named == set(NEEDS)
    assert STAFFED in named


def test_the_kinds_of_appointment_fit_the_rules(filled: Database) -> None:
    with filled.read() as session:
        rows = session.scalars(select(AppointmentType)).all()

    assert len(rows) == 22
    assert {row.set for row in rows} == SETS
    assert all(row.shortest <= row.minutes <= row.longest for row in rows)
    assert {row.layout for row in rows if row.layout} <= set(LAYOUTS)
    panel = next(row for row in rows if row.code == "ROP")
    assert (panel.layout, panel.set_up, panel.workers) == ("circle", 15, 1)


def test_bank_holidays_reach_from_last_year_to_the_third_next(
    filled: Database,
) -> None:
    with filled.read() as session:
        first, last = session.execute(
            select(func.min(ClosedDay.day), func.max(ClosedDay.day))
        ).one()

    assert (first.year, last.year) == (2025, 2029)


def test_each_authority_has_terms_with_a_half_term_in_between(filled: Database) -> None:
    with filled.read() as session:
        rows = session.execute(
            select(Term.authority_id, Term.since, Term.until).order_by(
                Term.authority_id, Term.since
            )
        ).all()

    assert Counter(row.authority_id for row in rows) == {1: 18, 2: 18, 3: 18, 4: 18}
    for one, other in pairwise(rows):
        if one.authority_id == other.authority_id:
            assert one.until < other.since
    assert all(row.since.weekday() < 5 and row.until.weekday() < 5 for row in rows)


def test_what_somebody_changed_is_left_as_it_is(filled: Database) -> None:
    with filled.write() as session:
        session.execute(
            update(AppointmentType)
            .values(minutes=61)
            .where(AppointmentType.code == "SUP")
        )
        session.execute(delete(Term))

    with filled.write() as session:
        reference_rows.fill(session, TODAY)

    with filled.read() as session:
        minutes = select(AppointmentType.minutes).where(AppointmentType.code == "SUP")
        assert session.scalar(minutes) == 61
        assert session.scalar(select(func.count()).select_from(Term)) == 72
