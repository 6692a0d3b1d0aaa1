"""The database as the rest of the program knows it: units of work, and who listens."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction
from sqlalchemy.orm.exc import StaleDataError

from venues.database import audit, cases_touched
from venues.database.complaints import translate
from venues.database.engines import sqlite
from venues.errors import Stale

TOUCHED = "touched"
MEMO = "memo"
ONE_MOMENT = "one moment"
CASES = "cases"
"""The cases that what a unit changed bears on, as far as it came."""
BEFORE = "before"
"""What was kept in mind when a unit of work began: what it changed is told by it."""


class Database:
    """One database, and everybody who wants to know when it changes.

    ``actor`` is the id of the member of staff on whose behalf it is written to, for
    the history; it is set once somebody has signed in. ``wait`` is how many seconds a
    change waits for somebody else's.
    """

    def __init__(self, path: Path, *, wait: float = sqlite.WAIT) -> None:
        self.path = path
        self.actor: int | None = None
        self._reading = sqlite.engine(path, wait)
        self._writing = self._reading.execution_options(writes=True)
        self._listeners: list[Callable[[frozenset[str]], None]] = []
        self._watchers: list[Callable[[Session], None]] = []
        self._memo: dict[str, Any] = {}

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Self:
        """The database in that file, made or brought up to date first if need be.

        Raises:
            CannotOpen: it is missing (and ``create`` is off), damaged, locked, newer,
                somebody else's, or cannot be written.
        """
        if create and sqlite.is_missing(path):
            from venues.database.migrations import run  # alembic only when needed

            run.create(path)
        elif sqlite.version(path) < sqlite.SCHEMA:
            from venues.database.migrations import run

            run.upgrade(path)
        return cls(path)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for looking things up, at one moment; it never commits."""
        try:
            info = {MEMO: self._memo, ONE_MOMENT: {}}
            with Session(self._reading, autoflush=False, info=info) as session:
                yield session
        except DBAPIError as trouble:
            raise translate(trouble) or trouble from trouble

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session for one change: all of it happens, or none of it does.

        The write lock is taken with the first statement, so whatever the change reads
        stays true until it commits.

        Raises:
            Clash: a promise kept by the database would be broken.
            Stale: somebody else changed a record since it was read.
            Busy: somebody else is saving.
        """
        info = {
            TOUCHED: set[str](),
            CASES: set[int](),
            MEMO: dict(self._memo),  # what a unit sees may never come to be
            BEFORE: dict(self._memo),
            audit.ACTOR: self.actor,
        }
        try:
            with Session(self._writing, info=info) as session:
                event.listen(session, "after_flush", _note_rows)
                event.listen(session, "after_flush", audit.record)
                event.listen(session, "do_orm_execute", _note_statement)
                with session.begin():
                    yield session
                    session.flush()
                    for watcher in self._watchers:
                        watcher(session)
                touched = frozenset(session.info[TOUCHED])
                self._memo.update(session.info[MEMO])
        except DBAPIError as trouble:
            raise translate(trouble) or trouble from trouble
        except StaleDataError as trouble:
            raise Stale(
                "Somebody else changed this since you opened it. "
                "Look at it again before you save."
            ) from trouble
        if touched:
            self.announce(touched)

    def listen(self, listener: Callable[[frozenset[str]], None]) -> None:
        """Call the listener with the names of the tables each commit touched."""
        self._listeners.append(listener)

    def watch(self, watcher: Callable[[Session], None]) -> None:
        """Call the watcher at the end of each change, as a part of it."""
        self._watchers.append(watcher)

    def announce(self, tables: frozenset[str]) -> None:
        """Tell everybody that those tables changed."""
        for listener in self._listeners:
            listener(tables)

    def compact(self) -> None:
        """Write the file anew without what was removed, and empty its log.

        Raises:
            Busy: somebody else is saving.
            CannotOpen: the disk is full.
        """
        bare = self._reading.raw_connection()
        try:
            with closing(bare.cursor()) as cursor:
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlite3.DatabaseError as trouble:
            told = translate(DBAPIError(None, None, trouble))
            raise told or trouble from trouble
        finally:
            bare.close()

    def close(self) -> None:
        """Let go of the file; the last one out folds the write-ahead log into it."""
        self._reading.dispose()


def _note_rows(session: Session, _context: UOWTransaction) -> None:
    rows = {*session.new, *session.dirty, *session.deleted}
    session.info[TOUCHED] |= {row.__tablename__ for row in rows}
    session.info[CASES].update(*map(cases_touched.cases_of, rows))


def _note_statement(state: ORMExecuteState) -> None:
    if not state.is_select and state.bind_mapper is not None:
        state.session.info[TOUCHED].add(state.bind_mapper.class_.__tablename__)
