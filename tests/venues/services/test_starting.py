"""The first start: what is made, and that nothing half made stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.files import dump
from venues.database.session import Database
from venues.domain.people import Role
from venues.errors import CannotOpen, NotAllowed, WrongInput
from venues.services import calendar_days, people, starting
from venues.services.staffing import StaffDraft

PERSON = StaffDraft(
    login="Coordinator.01",
    name="Coordinator 01",
    role=Role.COORDINATOR,
    authority="CHE",
)


class Enough(Exception):
    """Somebody pressed Cancel."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "Venues.sqlite"


def left(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir())


def test_an_empty_start_has_its_rows_and_one_person(path: Path) -> None:
    login = starting.empty(path, PERSON, TODAY)

    database = Database.open(path)
    with database.read() as session:
        viewer = people.viewer(session, login, TODAY)
        days = calendar_days.closed_days(session, 2027)
        places = calendar_days.authorities(session)
    database.close()
    assert (viewer.name, viewer.role) == ("Coordinator 01", Role.COORDINATOR)
    assert len(days) == 8
    assert {each.code for each in places} == {c for c, _ in starting.authorities()}
    assert left(path) == ["Venues.sqlite"]


def test_what_is_wrong_with_the_person_leaves_nothing_behind(path: Path) -> None:
    with pytest.raises(WrongInput):
        starting.empty(path, replace(PERSON, name=""), TODAY)

    assert left(path) == []


def test_sample_data_signs_in_somebody_who_is_in_it(path: Path) -> None:
    steps: list[tuple[int, int]] = []

    login = starting.with_sample(path, TODAY, lambda *step: steps.append(step))

    database = Database.open(path)
    with database.read() as session:
        assert people.viewer(session, login, TODAY).role is Role.PRACTITIONER
    database.close()
    assert steps
    assert left(path) == ["Venues.sqlite"]


def test_sample_data_that_is_cancelled_leaves_nothing_behind(path: Path) -> None:
    def enough(_done: int, _total: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        starting.with_sample(path, TODAY, enough)

    assert left(path) == []


def test_a_file_that_is_there_is_never_written_over(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("A letter")

    with pytest.raises(CannotOpen, match="is there already"):
        starting.empty(path, PERSON, TODAY)

    assert path.read_text() == "A letter"


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("A file where the folder would be")

    with pytest.raises(CannotOpen, match="cannot be made"):
        starting.empty(tmp_path / "data" / "Venues.sqlite", PERSON, TODAY)


def test_somebody_enters_themselves_where_nobody_works(database: Database) -> None:
    login = starting.first_person(database.place, PERSON, TODAY)

    with database.read() as session:
        assert people.at_this_pc(session, login, TODAY).name == "Coordinator 01"
    with pytest.raises(NotAllowed):
        starting.first_person(database.place, PERSON, TODAY)


def test_sample_data_is_removed_in_one_go_and_kept_beside(path: Path) -> None:
    starting.with_sample(path, TODAY)
    sample = dump(path)

    kept = starting.without_sample(path, now=datetime(2026, 11, 23, 9))

    assert kept is not None
    assert dump(kept) == sample
    database = Database.open(path)
    with database.read() as session:
        assert people.staff(session, TODAY) == ()
        assert len(calendar_days.closed_days(session, 2027)) == 8
    database.close()
    assert left(path) == sorted([path.name, kept.name])
    with pytest.raises(NotAllowed, match="holds no sample data"):
        starting.without_sample(path, now=datetime(2026, 11, 23, 9))
