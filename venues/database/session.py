"""The database as the rest of the program knows it: units of work, and who listens."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlalchemy import event
from sqlalchemy.exc import DBAPIError, NoResultFound
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction
from sqlalchemy.orm.exc import StaleDataError

from venues import drives, paths, private
from venues.address import Address, Place
from venues.database import audit, cases_touched, journal
from venues.database.engines import Heard, Kept, sqlite
from venues.database.models.base import Base
from venues.database.pulse import Pulse, Units
from venues.database.troubles import NOT_SAVED, UNKNOWN, Crossed, translate
from venues.errors import CannotOpen, Lost, NotFound, Stale

T = TypeVar("T")

TOUCHED = "touched"
MEMO = "memo"
ONE_MOMENT = "one moment"
CASES = "cases"
"""The cases that what a unit changed bears on, as far as it came."""
MARK = "mark"
"""What to ask the database about a change, if its end is not heard."""
GONE = "It is not there any more, or no longer yours. Look at it again."
BLIND = "blind"
"""Whether the server keeps from this session what is not its own person's."""
BEFORE = "before"
"""What was kept in mind when a unit of work began: what it changed is told by it."""


class Database:
    """One database, and everybody who wants to know when it changes.

    ``actor`` is the id of the member of staff on whose behalf it is written to, for
    the history; it is set once somebody has signed in. ``wait`` is how many seconds a
    change waits for somebody else's. ``place`` is where it is, and ``path`` its file,
    None where several PCs share it. ``lost`` is called, on any thread, when the
    connection to a shared one is found to be gone.
    """

    def __init__(self, place: Place, *, wait: float = sqlite.WAIT) -> None:
        self.place = place
        self.path = place if isinstance(place, Path) else None
        self.actor: int | None = None
        self._kept = _kept(place, wait)
        self._reading, self._writing = self._kept.reading, self._kept.writing
        self._listeners: list[Callable[[frozenset[str]], None]] = []
        self._watchers: list[Callable[[Session], None]] = []
        self._memo: dict[str, Any] = {}
        self.lost: Callable[[], object] | None = None
        self._units = Units()

    @classmethod
    def open(cls, place: Place, *, create: bool = False) -> Self:
        """The database at that place, made or brought up to date first if need be.

        A shared one is left as it is: that is for whoever looks after the server.

        Raises:
            CannotOpen: it is missing (and ``create`` is off), damaged, locked, newer,
                somebody else's, out of reach, on a network drive, or cannot be written.
        """
        if isinstance(place, Address):
            from venues.database.engines import postgres  # and the driver

            if postgres.version(place) < sqlite.SCHEMA:
                raise CannotOpen(
                    f"{place} is older than this Venues. Ask whoever looks after the "
                    "server to bring it up to date: shared create."
                )
            return cls(place)
        drives.check(place)
        if place.parent == paths.data_folder():
            private.keep(place)
        if create and sqlite.is_missing(place):
            from venues.database.migrations import run  # alembic only when needed

            run.create(place)
        elif sqlite.version(place) < sqlite.SCHEMA:
            from venues.database.migrations import run

            run.upgrade(place)
        return cls(place)

    @property
    def blind(self) -> bool:
        """Whether the server keeps from us what is not our own person's.

        Raises:
            CannotOpen: it cannot be reached.
        """
        try:
            return self._kept.blind()
        except DBAPIError as trouble:
            raise translate(trouble) or trouble from trouble

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for looking things up, at one moment; it never commits."""
        try:
            info = {MEMO: self._memo, ONE_MOMENT: {}, BLIND: self._kept.blind()}
            with Session(self._reading, autoflush=False, info=info) as session:
                yield session
        except DBAPIError as trouble:
            said = translate(trouble)
            self._note_loss(said)
            raise said or trouble from trouble

    @contextmanager
    def write(
        self,
        name: str = "",
        *,
        room_ids: Collection[int] | None = None,
        as_owner: bool = False,
    ) -> Iterator[Session]:
        """A session for one change: all of it happens, or none of it does.

        Nobody else changes anything meanwhile, so whatever the change reads stays true
        until it commits. ``change`` is for those that need not keep everybody waiting.
        What has a ``name`` can be undone by whoever did it (``journal``). ``as_owner``
        leaves no trace in history, and is for whoever looks after a shared database.

        Raises:
            Clash: a promise kept by the database would be broken.
            Stale: somebody else changed a record since it was read.
            Busy: somebody else is saving.
        """
        info: dict[Any, Any] = {
            TOUCHED: set[str](),
            CASES: set[int](),
            MEMO: dict(self._memo),  # what a unit sees may never come to be
            BEFORE: dict(self._memo),
        }
        with (
            self._units.under_way(info),
            self._told(info),
            self._kept.turn(room_ids) as bind,
            Session(bind, info=info) as session,
        ):
            self._prepare(session)
            with session.begin():
                if as_owner:
                    self._kept.own(session)
                if name:
                    journal.begin(session, name)
                yield session
                session.flush()
                for watcher in self._watchers:
                    watcher(session)
                session.flush()
                journal.close(session)
                info |= session.info
                info[MARK] = self._kept.mark(session, session.info[TOUCHED])
        self._memo.update(info[MEMO])
        if touched := frozenset(info[TOUCHED]):
            self.announce(touched)

    def _prepare(self, session: Session) -> None:
        """See that whatever the session changes is noted, and in whose name."""
        session.info[BLIND] = self._kept.blind()
        session.info[audit.ACTOR] = self._kept.actor(self.actor)
        event.listen(session, "after_flush", _note_rows)
        self._kept.record(session)
        event.listen(session, "do_orm_execute", _note_statement)

    @contextmanager
    def _told(self, info: dict[Any, Any]) -> Iterator[None]:
        """Say in words what goes wrong, and what became of the change then."""
        try:
            yield
        except DBAPIError as trouble:
            said: Exception | None = translate(trouble) or trouble
            if self._note_loss(said):
                said = self._what_became_of(info.get(MARK))
            if said is not None:
                raise said from trouble
        except NoResultFound as trouble:  # a server keeps others' rows to itself
            raise NotFound(GONE) from trouble
        except StaleDataError as trouble:
            raise Stale(
                "Somebody else changed this since you opened it. "
                "Look at it again before you save."
            ) from trouble

    def _note_loss(self, said: Exception | None) -> bool:
        gone = isinstance(said, Lost)
        if gone and self.lost is not None:
            self.lost()
        return gone

    def _what_became_of(self, mark: str | None) -> Lost | None:
        """What to say of a change whose end was not heard; nothing if it was kept."""
        kept = False if mark is None else self._kept.came_through(mark)
        if kept:
            return None
        return Lost(UNKNOWN if kept is None else NOT_SAVED)

    def reach(self) -> bool:
        """Try whether a shared database can be reached; if so, it is used again.

        Anything may have changed meanwhile, and everybody is told so.
        """
        there = self._kept.reach()
        if there:
            self.announce(frozenset(Base.metadata.tables))
        return there

    def leave_alone(self) -> None:
        """It is out of reach: tell so at once whoever asks, until ``reach``."""
        self._kept.leave_alone()

    def accompany(self, goes_on: Callable[[float], bool]) -> None:
        """Ask that whether to wait on, as ``engines.company`` says."""
        self._kept.company.goes_on = goes_on

    def change(
        self,
        work: Callable[[Session], T],
        room_ids: Collection[int],
        name: str = "",
    ) -> T:
        """Do the work in one unit, and again from its start if another crossed it.

        In a shared database, units about rooms of different clusters go side by side;
        what each has read is still true when it commits, or it begins anew. After a
        few goes it waits until it is alone. The work leaves nothing behind but rows.

        Raises:
            VenuesError: as the work and ``write`` do.
        """
        for _ in range(self._kept.goes):
            with suppress(Crossed), self.write(name, room_ids=room_ids) as session:
                return work(session)
        with self.write(name) as session:
            return work(session)

    def listen(self, listener: Callable[[frozenset[str]], None]) -> None:
        """Call the listener with the names of the tables each commit touched."""
        self._listeners.append(listener)

    def watch(self, watcher: Callable[[Session], None]) -> None:
        """Call the watcher at the end of each change, as a part of it."""
        self._watchers.append(watcher)

    def pulse(self) -> Heard | None:
        """Something to look by whether others changed it. Whoever asked closes it."""
        if self.path is not None:
            return Pulse(self.path, self._units)
        return self._kept.pulse()

    def announce(self, tables: frozenset[str]) -> None:
        """Tell everybody that those tables changed."""
        for listener in self._listeners:
            listener(tables)

    def compact(self) -> None:
        """Leave nothing in the file of what was removed.

        Raises:
            Busy: somebody else is saving.
            CannotOpen: the disk is full.
        """
        try:
            self._kept.compact()
        except DBAPIError as trouble:
            raise translate(trouble) or trouble from trouble

    def close(self) -> None:
        """Let go of it; the last one out of a file folds its write-ahead log in."""
        self._reading.dispose()


def _kept(place: Place, wait: float) -> Kept:
    if isinstance(place, Path):
        return sqlite.File(place, wait)
    from venues.database.engines import postgres

    return postgres.Server(place, wait)


def _note_rows(session: Session, _context: UOWTransaction) -> None:
    rows = {*session.new, *session.dirty, *session.deleted}
    session.info[TOUCHED] |= {row.__tablename__ for row in rows}
    session.info[CASES].update(*map(cases_touched.cases_of, rows))


def _note_statement(state: ORMExecuteState) -> None:
    if not state.is_select and state.bind_mapper is not None:
        state.session.info[TOUCHED].add(state.bind_mapper.class_.__tablename__)
