"""One server that several PCs share: how it is reached, locked and looked at.

Loaded only when a shared database is opened, and the driver with it.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager, suppress
from time import monotonic, sleep
from typing import Any
from uuid import uuid4

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from venues import passwords
from venues.address import Address
from venues.database.engines import (
    postgres_login,
    postgres_pulse,
    postgres_waiting,
    postgres_words,
    sqlite,
)
from venues.database.engines.company import SLICE, Company
from venues.database.engines.postgres_login import Login
from venues.errors import CannotOpen, NotAllowed, Stopped

logging.getLogger("psycopg").setLevel(logging.CRITICAL)  # its exceptions say the same

Raw = psycopg.Connection[Any]

LOCKS = sqlite.APPLICATION_ID
"""Marks our advisory locks among those of others in the same database."""

EVERYTHING = 0
"""The lock that every change has: shared by those that said what they are about."""

GOES = 4
"""How often such a change is tried beside others before it waits to be alone."""

STOPPED = "The shared database took too long, so nothing was saved. Try again."

REACH = 10
"""Seconds for reaching the server."""

DEAD = {
    "tcp_keepalives_idle": "15",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
    "idle_in_transaction_session_timeout": "120000",
}
"""After half a minute the server lets go of what a PC held that has vanished; after two
minutes (in milliseconds) of what one holds that has hung."""

HERE = {"", "localhost", "127.0.0.1", "::1"}
"""Servers that no network lies between."""

VENUES = """
SELECT near.id FROM venue AS near
WHERE near.id IN (SELECT venue_id FROM room WHERE id = ANY(%(rooms)s))
   OR near.cluster_id IN (
    SELECT here.cluster_id FROM venue AS here JOIN room ON room.venue_id = here.id
    WHERE room.id = ANY(%(rooms)s))
ORDER BY near.id
"""
"""The venues of those rooms and all their neighbours, always in the same order."""


class Server:
    """A shared database. Those who change different clusters need not wait."""

    goes = GOES

    def __init__(self, address: Address, wait: float = sqlite.WAIT) -> None:
        self.company = Company()
        self._address = address
        self._wait = wait
        self._gone = False
        self._own = uuid4().hex[:8]
        made = create_engine(
            "postgresql+psycopg://",
            creator=self._connect,
            hide_parameters=True,  # the values of a statement may be somebody's
            pool_pre_ping=True,  # the server may have been started anew since
            use_native_hstore=False,  # asks for what we have not, each time
        )
        event.listen(made, "before_cursor_execute", self._go_on)
        # not READ ONLY: what is asked across people is counted while it is looked up
        self.reading = made.execution_options(isolation_level="REPEATABLE READ")
        self._known: Login | None = None
        self.writing = made.execution_options(isolation_level="SERIALIZABLE")

    @contextmanager
    def turn(self, room_ids: Collection[int] | None) -> Iterator[Connection]:
        """A connection with the locks, which it has from before BEGIN until after.

        Taken in the transaction, a lock would be waited for after its moment was
        fixed, and what others did meanwhile would not be seen.
        """
        with self.writing.connect() as connection:
            raw: Any = connection.connection.driver_connection
            try:
                _take(raw, room_ids)
                yield connection
            except psycopg.Error as trouble:
                raise OperationalError(None, None, trouble) from trouble
            finally:
                connection.rollback()
                _let_go(connection, raw)

    def mark(self, session: Session, tables: Collection[str]) -> str | None:
        """What the server calls this change, before it is asked to keep it.

        With it others hear which tables it touches.
        """
        told = (postgres_pulse.CHANNEL, postgres_pulse.words(self._own, tables))
        answer = session.connection().exec_driver_sql(postgres_pulse.TELL, told)
        found: str | None = answer.one()[1]
        return found

    def pulse(self) -> postgres_pulse.Listening:
        """Who hears what other PCs change."""
        return postgres_pulse.Listening(self._connect, self._own)

    def came_through(self, mark: str) -> bool | None:
        """Whether that change was kept; None where nobody can be asked just now.

        For when the connection went between the question and its answer. The server
        may still be at it, or be starting again.
        """
        until = monotonic() + self._wait
        while True:
            known = self._ask(mark)
            if known is not None or monotonic() > until:
                return known
            if not self.company.waits(SLICE):
                return None
            sleep(SLICE)

    def reach(self) -> bool:
        """Try whether the server can be reached; if so, it is used again."""
        with suppress(psycopg.Error), closing(connect(self._address, self._wait)):
            self._gone = False
            return True
        return False

    def leave_alone(self) -> None:
        """It cannot be reached: say so at once to whoever asks, until ``reach``."""
        self._gone = True

    def _ask(self, mark: str) -> bool | None:
        new = suppress(psycopg.Error)
        with new, closing(connect(self._address, self._wait, self.company)) as raw:
            asked = "SELECT pg_xact_status(%s::text::xid8)"
            row = raw.execute(asked, (mark,)).fetchone()
            return {"committed": True, "aborted": False}.get(row[0]) if row else None
        return None

    def _go_on(self, *_asked: object) -> None:
        """What nobody waits for any more is not asked either."""
        if not self.company.waits(0):
            raise Stopped(STOPPED)

    def _connect(self) -> Raw:
        if self._gone:
            raise psycopg.OperationalError("the server is out of reach")
        return connect(self._address, self._wait, self.company)

    def record(self, session: Session) -> None:
        """The server writes history by itself; whoever looks after it says for whom."""
        if self._login().staff_id is None:
            event.listen(session, "after_begin", postgres_login.say_who)

    def actor(self, staff_id: int | None) -> int | None:
        """Whoever signed in, also while they act for another."""
        return self._login().staff_id or staff_id

    def own(self, session: Session) -> None:
        """What the owner does is not told of in history."""
        if not self._login().looks_after:
            raise NotAllowed(postgres_login.KEEPER)
        session.execute(postgres_login.AS_OWNER)

    def blind(self) -> bool:
        """Whether whoever signed in reads only what is theirs."""
        return not self._login().keeps

    def _login(self) -> Login:
        """Who signed in; asked once."""
        if self._known is None:
            self._known = postgres_login.read(self.reading)
        return self._known

    def compact(self) -> None:
        """The server does that by itself."""


def connect(
    address: Address, wait: float = sqlite.WAIT, company: Company | None = None
) -> Raw:
    """A bare connection; what locks others may keep it waiting ``wait`` seconds.

    ``company`` is asked meanwhile whether to wait on, then and for each answer.

    Raises:
        psycopg.OperationalError: there is none to be had.
    """
    given = conninfo_to_dict(address.words)
    options = {"lock_timeout": str(round(wait * 1000)), **DEAD}
    said = " ".join(f"-c {name}={value}" for name, value in options.items())
    more = {"options": f"{said} {given.get('options') or ''}".strip()}
    host = str(given.get("host") or "")
    known = "sslmode" in given or "service" in given or "PGSSLMODE" in os.environ
    if not known and not host.startswith("/") and host not in HERE:
        more["sslmode"] = "require"
    if secret := passwords.of(address):
        more["password"] = secret
    more.setdefault("connect_timeout", str(given.get("connect_timeout") or REACH))
    words = make_conninfo(
        address.words, client_encoding="utf8", application_name="Venues", **more
    )
    return postgres_waiting.connect(words, company or Company())


def version(address: Address) -> int:
    """The schema version of the database, after making sure that it is one of ours.

    Raises:
        CannotOpen: each way in which it cannot be used has its own sentence.
    """
    try:
        with closing(connect(address)) as raw:
            return schema(raw, address)
    except psycopg.Error as trouble:
        raise postgres_words.refused(address, trouble) from trouble


def schema(raw: Raw, address: Address) -> int:
    """The same, over a connection that is there.

    Raises:
        CannotOpen: it is not ours, or newer than this program.
    """
    made = raw.execute("SELECT to_regclass('alembic_version') IS NOT NULL").fetchone()
    row = None
    if made and made[0]:
        row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None or not str(row[0]).isdecimal():
        raise CannotOpen(
            f"{address} is not a Venues database yet. Ask whoever looks after the "
            "server to prepare it: shared create."
        )
    number = int(row[0])
    if number > sqlite.SCHEMA:
        raise CannotOpen(
            f"{address} was made by a newer Venues (database {number}, this program "
            f"knows {sqlite.SCHEMA}). Update Venues on this PC; nothing was changed."
        )
    return number


def take_everything(raw: Raw) -> None:
    """Wait until nobody changes anything, and keep it so."""
    raw.execute("SELECT pg_advisory_lock(%s, %s)", (LOCKS, EVERYTHING))


def _take(raw: Raw, room_ids: Collection[int] | None) -> None:
    raw.autocommit = True
    try:
        if room_ids is None:
            take_everything(raw)
            return
        # shared, so that no catalogue is edited between here and the end
        raw.execute("SELECT pg_advisory_lock_shared(%s, %s)", (LOCKS, EVERYTHING))
        found = raw.execute(VENUES, {"rooms": sorted(room_ids)}).fetchall()
        raw.execute(
            "SELECT pg_advisory_lock(%s, id) FROM unnest(%s::int[]) AS id",
            (LOCKS, [row[0] for row in found]),
        )
    finally:
        if not raw.closed:
            raw.autocommit = False


def _let_go(connection: Connection, raw: Raw) -> None:
    """Locks of a connection that is gone are gone with it."""
    with suppress(psycopg.Error):
        raw.autocommit = True
        raw.execute("SELECT pg_advisory_unlock_all()")
        raw.autocommit = False
        return
    connection.invalidate()
