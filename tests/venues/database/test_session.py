"""Units of work: all or nothing, one writer at a time, and everybody told once."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import time
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, text, update

from tests.files import leftovers
from tests.venues.database import rows
from venues.database import catalogue
from venues.database.models import Booking, Contact, Setting, Venue
from venues.database.session import Database
from venues.errors import Busy, CannotOpen, Clash, Stale


def settings(database: Database) -> dict[str, str]:
    with database.read() as session:
        return {row.name: row.value for row in session.scalars(select(Setting))}


def test_a_unit_is_there_for_everybody_once_it_is_over(blank: Database) -> None:
    with blank.write() as session:
        session.add(Setting(name="clock", value="24"))

    with closing(sqlite3.connect(blank.path)) as other:
        assert other.execute("SELECT * FROM setting").fetchall() == [("clock", "24")]


def test_a_unit_that_fails_leaves_nothing_behind(full: Database) -> None:
    class OutOfPaperError(Exception):
        pass

    def dump() -> list[str]:
        with closing(sqlite3.connect(full.path)) as other:
            return list(other.iterdump())

    before = dump()
    with pytest.raises(OutOfPaperError), full.write() as session:
        session.add(Setting(name="clock", value="24"))
        session.flush()
        session.execute(update(Venue).values(name="Elsewhere"))
        raise OutOfPaperError

    assert dump() == before


def test_a_broken_promise_takes_the_whole_unit_back(full: Database) -> None:
    with pytest.raises(Clash), full.write() as session:
        session.add(Setting(name="clock", value="24"))
        session.flush()
        session.add(Venue(name="Bridge House", authority_id=1))

    assert "clock" not in settings(full)


def test_a_sentence_keeps_the_trouble_it_stands_for(full: Database) -> None:
    with pytest.raises(Clash) as clash, full.write() as session:
        session.add(Venue(name="Bridge House", authority_id=1))

    assert "venue.name" in str(clash.value.__cause__)


def test_a_mistake_of_our_own_is_raised_as_it_is(blank: Database) -> None:
    with pytest.raises(Exception, match="syntax error"), blank.read() as session:
        session.execute(text("SELCT 1"))
    with pytest.raises(Exception, match="syntax error"), blank.write() as session:
        session.execute(text("SELCT 1"))


def test_looking_never_changes_anything(blank: Database) -> None:
    with blank.read() as session:
        session.execute(insert(Setting).values(name="clock", value="24"))

    assert settings(blank) == {}


def test_listeners_hear_each_table_once_after_the_commit(full: Database) -> None:
    heard: list[tuple[frozenset[str], dict[str, str]]] = []
    full.listen(lambda tables: heard.append((tables, settings(full))))

    with full.write() as session:
        session.add(Setting(name="clock", value="24"))
        session.flush()
        session.add(Setting(name="size", value="12"))
        session.execute(update(Venue).values(town="Runcorn"))
        session.execute(delete(Contact))
        assert heard == []

    told, found = heard[0]
    assert len(heard) == 1
    assert told == {"setting", "venue", "contact"}
    assert found["clock"] == "24"


def test_listeners_hear_nothing_of_a_unit_that_failed_or_changed_nothing(
    full: Database,
) -> None:
    heard: list[frozenset[str]] = []
    full.listen(heard.append)

    with pytest.raises(Clash), full.write() as session:
        session.execute(update(Venue).values(rate=-1))
    with full.write() as session:
        session.scalars(select(Venue)).all()

    assert heard == []


def test_saving_over_somebody_elses_change_is_refused(full: Database) -> None:
    with full.read() as session:
        opened = session.get_one(Venue, 1)
    with full.write() as session:
        session.get_one(Venue, 1).town = "Runcorn"

    with pytest.raises(Stale, match="Somebody else changed this"), full.write() as late:
        late.add(opened)
        opened.town = "Widnes"

    with full.read() as session:
        assert session.get_one(Venue, 1).town == "Runcorn"


def test_each_change_counts_the_version_on(full: Database) -> None:
    for people in (4, 5):
        with full.write() as session:
            session.get_one(Booking, 1).people = people

    with full.read() as session:
        assert session.get_one(Booking, 1).version == 3


@pytest.fixture
def hurried(full_file: Path) -> Database:
    """The full database, opened by somebody who does not wait long."""
    return Database(full_file, wait=0.05)


def test_a_writer_who_waited_long_enough_is_told_who_is_first(
    hurried: Database,
) -> None:
    with closing(sqlite3.connect(hurried.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(Busy, match="Somebody else is saving"), hurried.write() as s:
            s.add(Setting(name="clock", value="24"))

    assert "clock" not in settings(hurried)
    hurried.close()


def test_reading_goes_on_while_another_writes(hurried: Database) -> None:
    with closing(sqlite3.connect(hurried.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM setting")

        assert settings(hurried) == {"buffer.family": "60"}

    hurried.close()


def test_what_a_unit_has_read_stays_true_until_it_is_over(
    full: Database, hurried: Database
) -> None:
    with full.write() as reading:
        reading.scalars(select(Booking)).all()

        with pytest.raises(Busy), hurried.write() as session:
            session.execute(update(Booking).values(people=9))

    hurried.close()


def test_a_full_disk_is_told_and_nothing_is_saved(full: Database) -> None:
    with pytest.raises(CannotOpen, match="The disk is full"), full.write() as session:
        session.execute(text("PRAGMA max_page_count = 1"))
        session.add(Setting(name="clock", value="x" * 100_000))

    assert "clock" not in settings(full)


def test_the_catalogue_of_a_unit_that_failed_is_not_remembered(full: Database) -> None:
    """The revision it saw comes again, with the next change."""

    def town(database: Database) -> str:
        with database.read() as session:
            return catalogue.read(session).venues[1].town

    with pytest.raises(Clash), full.write() as session:
        session.get_one(Venue, 1).town = "Nowhere"
        session.flush()
        catalogue.read(session)
        session.execute(update(Venue).values(rate=-1))
    with full.write() as session:
        session.get_one(Venue, 1).town = "Runcorn"

    assert town(full) == "Runcorn"


def test_closing_folds_the_log_into_the_one_file(full: Database) -> None:
    with full.write() as session:
        session.add(Setting(name="clock", value="24"))

    full.close()

    assert leftovers(full.path.parent) == {"venues.db"}


@pytest.mark.parametrize("name", ["rooms & more.db", "what?.db", "a#b.db", "50%.db"])
def test_any_name_will_do(blank_file: Path, name: str) -> None:
    path = Path(shutil.copy(blank_file, blank_file.with_name(name)))

    database = Database.open(path)
    with database.write() as session:
        session.add(Setting(name="clock", value="24"))
    found = settings(database)
    database.close()

    assert found == {"clock": "24"}
    assert leftovers(path.parent) == {"venues.db", name}


def test_times_are_stored_as_text_that_sorts_and_can_be_read(full: Database) -> None:
    with full.write() as session:
        session.get_one(Venue, 1).last_bus = time(17, 5)

    with closing(sqlite3.connect(full.path)) as other:
        starts = other.execute("SELECT starts FROM booking").fetchone()
        bus = other.execute("SELECT last_bus FROM venue").fetchone()
    assert (starts, bus) == (("2026-11-26 15:00",), ("17:05",))
    with full.read() as session:
        assert session.get_one(Booking, 1).starts == rows.THREE
        assert session.get_one(Venue, 1).last_bus == time(17, 5)


def test_a_file_is_not_written_anew_while_somebody_saves(blank_file: Path) -> None:
    mine = Database(blank_file, wait=0.1)
    with closing(sqlite3.connect(blank_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(Busy):
            mine.compact()
    mine.compact()
    mine.close()

    assert not blank_file.with_name(f"{blank_file.name}-wal").exists()
