"""Lets people sign in at a shared database, each with a login of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

import psycopg
from psycopg import sql

from venues.address import Address
from venues.database.engines import postgres, postgres_counts, postgres_words
from venues.database.engines.postgres_roles import EVERYBODY, GROUPS, OWNER
from venues.domain.people import Role
from venues.errors import CannotOpen, NotAllowed

KEEPER = (
    "Only whoever looks after the server lets people sign in there, or no longer. Sign "
    "in as its administrator for that."
)
LOOKS_AFTER = (
    "“{login}” looks after the server, and sees everything there. Give them another "
    "login for their work here."
)

_STANDING = """
SELECT rolsuper OR rolbypassrls OR pg_has_role(oid, %s, 'MEMBER')
FROM pg_roles WHERE rolname = %s
"""
_END = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s"


def enter(
    address: Address, login: str, role: Role, staff_id: int, password: str = ""
) -> bool:
    """Let somebody sign in with the rights of a role; whether they could not before.

    With a ``password``, by that: the server is sent a hash. Else as the server is set
    up, by Windows sign-in for one. It can be done again, also with another role.

    Raises:
        NotAllowed: we do not look after the server, or they do.
        CannotOpen: it cannot be reached.
    """
    name = sql.Identifier(login)
    with _server(address) as raw:
        known = raw.execute(_STANDING, (OWNER, login)).fetchone()
        if known is not None and known[0]:
            raise NotAllowed(LOOKS_AFTER.format(login=login))
        verb = "CREATE" if known is None else "ALTER"
        raw.execute(sql.SQL("{} ROLE {} LOGIN").format(sql.SQL(verb), name))
        if password:
            hashed = raw.pgconn.encrypt_password(
                password.encode(), login.encode(), b"scram-sha-256"
            )
            said = sql.SQL("ALTER ROLE {} PASSWORD {}")
            raw.execute(said.format(name, sql.Literal(hashed.decode())))
        _leave_groups(raw, login, but=GROUPS[role])
        joins = sql.SQL("GRANT {} TO {}")
        raw.execute(joins.format(sql.Identifier(GROUPS[role]), name))
        raw.execute(postgres_counts.counter(staff_id))
    return known is None


def remove(address: Address, login: str) -> bool:
    """Let somebody sign in no longer, from this moment; whether they could before.

    Raises:
        NotAllowed, CannotOpen: as ``enter``.
    """
    with _server(address) as raw:
        known = raw.execute(_STANDING, (OWNER, login)).fetchone()
        if known is None:
            return False
        if known[0]:
            raise NotAllowed(LOOKS_AFTER.format(login=login))
        row = raw.execute(
            "SELECT rolcanlogin FROM pg_roles WHERE rolname = %s", (login,)
        ).fetchone()
        raw.execute(sql.SQL("ALTER ROLE {} NOLOGIN").format(sql.Identifier(login)))
        _leave_groups(raw, login)
        raw.execute(_END, (login,))
    return bool(row and row[0])


def _leave_groups(raw: postgres.Raw, login: str, but: str = "") -> None:
    rows = raw.execute(
        "SELECT rolname FROM pg_roles JOIN pg_auth_members ON roleid = pg_roles.oid "
        "WHERE member = (SELECT oid FROM pg_roles WHERE rolname = %s)",
        (login,),
    )
    for (group,) in rows.fetchall():
        if group in EVERYBODY and group != but:
            said = sql.SQL("REVOKE {} FROM {}")
            raw.execute(said.format(sql.Identifier(group), sql.Identifier(login)))


@contextmanager
def _server(address: Address) -> Iterator[postgres.Raw]:
    """One transaction, with its troubles in words."""
    try:
        with closing(postgres.connect(address)) as raw:
            yield raw
            raw.commit()
    except psycopg.errors.InsufficientPrivilege as trouble:
        raise NotAllowed(KEEPER) from trouble
    except psycopg.Error as trouble:
        words = postgres_words.cannot_open(address, trouble)
        raise CannotOpen(words) from trouble
