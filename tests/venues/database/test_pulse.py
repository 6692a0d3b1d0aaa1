"""What another program changed is heard; what this one changed is not told twice."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from venues.database.models import Base, Setting
from venues.database.pulse import Pulse
from venues.database.session import Database

pytestmark = pytest.mark.of_a_file("a server tells by itself")


@pytest.fixture
def pulse(blank: Database) -> Iterator[Pulse]:
    made = blank.pulse()
    assert made is not None
    yield made
    made.close()


@pytest.fixture
def elsewhere(blank: Database) -> Iterator[Database]:
    """The same file in another program."""
    opened = Database(blank.path)
    yield opened
    opened.close()


def save(database: Database, name: str, rows: int = 1) -> None:
    with database.write() as session:
        session.add_all(Setting(name=f"{name} {n}", value="1") for n in range(rows))


def test_it_is_heard_which_tables_another_program_changed(
    pulse: Pulse, elsewhere: Database
) -> None:
    assert pulse.look() == frozenset()

    save(elsewhere, "theirs")

    heard = pulse.look()
    assert "setting" in heard
    assert "venue" not in heard
    assert pulse.look() == frozenset()


def test_what_was_changed_here_is_not_told_again(pulse: Pulse, blank: Database) -> None:
    save(blank, "mine", 3)
    save(blank, "more")

    assert pulse.look() == frozenset()


def test_theirs_is_heard_among_our_own(
    pulse: Pulse, blank: Database, elsewhere: Database
) -> None:
    save(blank, "mine")
    save(elsewhere, "theirs")
    save(blank, "more", 4)

    assert "setting" in pulse.look()
    save(blank, "again")
    assert pulse.look() == frozenset()


def test_a_change_that_was_taken_back_does_not_count(
    pulse: Pulse, blank: Database, elsewhere: Database
) -> None:
    with pytest.raises(ZeroDivisionError), blank.write() as session:
        session.add(Setting(name="never", value="1"))
        session.flush()
        raise ZeroDivisionError
    save(elsewhere, "theirs")

    assert "setting" in pulse.look()


def test_what_is_saved_while_it_looks_is_told_rather_than_missed(
    pulse: Pulse, blank: Database, elsewhere: Database
) -> None:
    save(elsewhere, "theirs")
    with blank.write() as session:
        session.add(Setting(name="mine", value="1"))
        session.flush()
        assert "setting" in pulse.look()
    save(elsewhere, "and more")

    assert "setting" in pulse.look()
    save(blank, "mine")
    assert pulse.look() == frozenset()


def test_a_change_around_the_program_may_be_of_anything(
    pulse: Pulse, elsewhere: Database
) -> None:
    with elsewhere.write() as session:
        session.execute(text("UPDATE revision SET number = number + 1"))

    assert pulse.look() == frozenset(Base.metadata.tables)


def test_a_file_that_is_gone_is_not_heard_of(
    pulse: Pulse, blank: Database, tmp_path: Path
) -> None:
    pulse.close()

    assert pulse.look() == frozenset()
    shutil.rmtree(tmp_path, ignore_errors=True)
