"""People are let in with the rights of one role, and let out again."""

from __future__ import annotations

import psycopg
import pytest

from tests.people import Raw, SignIn
from tests.server import Kept
from venues.address import Address
from venues.database.engines import postgres_logins
from venues.domain.people import Role
from venues.errors import NotAllowed

NEW = "practitioner.09"
GROUPS = """
SELECT rolname FROM pg_roles WHERE rolname <> %s AND pg_has_role(%s, oid, 'MEMBER')
"""


def groups(keeper: Raw) -> list[str]:
    return [row[0] for row in keeper.execute(GROUPS, (NEW, NEW))]


def test_one_is_let_in_and_gets_another_role_and_is_let_out(
    peopled: Kept, sign_in: SignIn, keeper: Raw
) -> None:
    address = peopled.address

    assert postgres_logins.enter(address, NEW, Role.PRACTITIONER, 3)
    assert groups(keeper) == ["venues_practitioner"]
    assert not postgres_logins.enter(address, NEW, Role.MANAGER, 3)
    assert groups(keeper) == ["venues_manager"]

    raw = sign_in(NEW)
    assert postgres_logins.remove(address, NEW)

    with pytest.raises(psycopg.OperationalError):  # at once, wherever they are
        raw.execute("SELECT 1")
    assert groups(keeper) == []
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        sign_in(NEW)
    assert not postgres_logins.remove(address, NEW)
    assert postgres_logins.enter(address, NEW, Role.BOARD, 3) is False
    assert groups(keeper) == ["venues_board"]
    postgres_logins.remove(address, NEW)


def test_a_password_is_sent_as_a_hash(peopled: Kept, keeper: Raw) -> None:
    postgres_logins.enter(peopled.address, NEW, Role.BOARD, 3, "a word of 3")

    row = keeper.execute("SELECT passwd FROM pg_shadow WHERE usename = %s", (NEW,))
    ((kept,),) = row.fetchall()
    assert kept.startswith("SCRAM-SHA-256$")
    postgres_logins.remove(peopled.address, NEW)


def test_whoever_looks_after_the_server_is_nobody_s_colleague(peopled: Kept) -> None:
    for deed in (
        lambda: postgres_logins.enter(peopled.address, "venues", Role.BOARD, 3),
        lambda: postgres_logins.remove(peopled.address, "venues"),
    ):
        with pytest.raises(NotAllowed, match="looks after the server"):
            deed()


def test_it_is_for_whoever_looks_after_the_server(peopled: Kept) -> None:
    manager = Address(peopled.address.words.replace("venues@", "manager.01@"))

    with pytest.raises(NotAllowed, match="administrator"):
        postgres_logins.enter(manager, NEW, Role.MANAGER, 3)
