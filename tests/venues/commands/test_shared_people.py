"""``shared add-person`` and ``shared remove-person``, and acting for others there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import psycopg
import pytest

from tests.server import Server
from venues.address import Address
from venues.database.session import Database
from venues.errors import NotAllowed

FIRST = ("shared", "create", "--login", "coordinator.77", "--name", "Coordinator 77")
ADD = ("shared", "add-person", "practitioner.77", "--role", "practitioner")
OFFICE = "office"


@pytest.fixture
def address(server: Server, command: Callable[..., Any]) -> Iterator[Address]:
    """A database that was prepared, with a coordinator who signs in."""
    address = server.address(OFFICE)
    assert command(*FIRST, data=address.words).code == 0
    yield address
    for login in ("coordinator.77", "practitioner.77"):
        command("shared", "remove-person", login, data=address.words)
    server.drop(address)


def test_a_person_is_added_again_with_another_role_and_removed(
    command: Callable[..., Any], address: Address
) -> None:
    def ask(*words: str, **given: Any) -> Any:
        return command(*words, data=address.words, **given)

    added = ask(*ADD, "--name", "Practitioner 77", "--authority", "war")
    assert (added.code, added.out) == (
        0,
        "practitioner.77 can sign in now, as practitioner.\n",
    )
    again = ask(*ADD[:4], "victim_worker", "--json")
    assert json.loads(again.out) == {
        "login": "practitioner.77",
        "name": "Practitioner 77",
        "role": "victim_worker",
        "new_login": False,
        "new_person": False,
    }
    removed = ask("shared", "remove-person", "practitioner.77")
    assert removed.out == "practitioner.77 does not sign in any more.\n"
    removed = ask("shared", "remove-person", "practitioner.77", "--json")
    assert json.loads(removed.out) == {"login": "practitioner.77", "removed": False}


def test_a_password_is_read_and_never_an_argument(
    command: Callable[..., Any], address: Address
) -> None:
    done = command(*ADD, "--password", "-", data=address.words, typed="one two three\n")

    assert done.code == 0
    with closing(psycopg.connect(address.words)) as raw:
        kept = raw.execute(
            "SELECT passwd FROM pg_shadow WHERE usename = 'practitioner.77'"
        ).fetchone()
    assert kept is not None
    assert kept[0].startswith("SCRAM-SHA-256$")
    refused = command(*ADD, "--password", "secret", data=address.words)
    assert refused.code == 2


def test_who_signed_in_is_who_acts_and_nobody_else(
    command: Callable[..., Any], address: Address, server: Server
) -> None:
    command(*ADD, data=address.words)
    own = server.address(OFFICE, "practitioner.77").words
    keeper = server.address(OFFICE, "coordinator.77").words

    listed = command("staff", "list", data=keeper, login=None)
    refused = command("staff", "list", data=own, login=None)
    forged = command("staff", "list", data=own, login="coordinator.77")

    assert "practitioner.77" in listed.out
    assert refused.code == 1
    assert forged.code == 1
    assert forged.err == (
        "You sign in at the shared database as practitioner.77, and may not act for "
        "Coordinator 77. Ask a manager.\n"
    )


def test_it_is_for_whoever_looks_after_the_server(
    command: Callable[..., Any], address: Address, server: Server
) -> None:
    keeper = server.address(OFFICE, "coordinator.77").words

    added = command(*ADD, data=keeper)
    removed = command("shared", "remove-person", "coordinator.77", data=keeper)

    assert (added.code, removed.code) == (1, 1)
    assert "administrator" in added.err
    database = Database.open(Address(keeper))
    with (
        pytest.raises(NotAllowed, match="looks after the server"),
        database.write(as_owner=True),
    ):
        pass
    database.close()


def test_it_is_done_with_a_server(command: Callable[..., Any]) -> None:
    assert "Say on which server" in command(*ADD).err
