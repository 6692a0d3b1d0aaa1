# ruff: noqa: S106 - passwords of a server that lives as long as a test
"""A shared database is tried with what is typed, and each refusal has its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import psycopg
import pytest

from tests import asking_server, keyrings
from tests.keyrings import Keyring
from tests.server import Server
from venues import passwords
from venues.address import Address
from venues.database.engines import sqlite
from venues.errors import CannotOpen, VenuesError, WrongInput
from venues.services import joining
from venues.services.joining import JoinDraft


@pytest.fixture
def ring() -> Iterator[Keyring]:
    with keyrings.in_place() as made:
        yield made


@pytest.fixture
def office(server: Server, ring: Keyring) -> Iterator[Address]:
    """A database on a server that asks one login for a password."""
    address = server.create("office")
    with asking_server.asking(server, address):
        yield address
    server.drop(address)


def draft(address: Address, login: str = "guarded", **more: object) -> JoinDraft:
    """As typed, with a whole address in the place of the server."""
    words = address.words.replace("venues@", f"{login}@")
    made = JoinDraft(server=words, database="", login=login)
    return replace(made, **more)  # type: ignore[arg-type] # fields by name


def test_with_the_right_password_it_is_joined_and_the_keyring_keeps_it(
    office: Address, ring: Keyring
) -> None:
    joined = joining.join(draft(office, password="right", keep=True))
    passwords.forget_all()
    again = joining.join(draft(office))

    assert ring.kept == {("Venues", joined.words): "right"}
    assert "right" not in joined.words
    assert again == joined


def test_without_being_kept_it_is_asked_for_again(
    office: Address, ring: Keyring
) -> None:
    joining.join(draft(office, password="right"))
    passwords.forget_all()

    with pytest.raises(CannotOpen) as asked:
        joining.join(draft(office))

    assert (str(asked.value), asked.value.field) == (
        "The server asks for a password.",
        "password",
    )
    assert ring.kept == {}


def test_each_refusal_names_its_field(office: Address, ring: Keyring) -> None:
    absent = Address(office.words.replace("/office", "/nowhere"))
    silent = Address("postgresql://venues@127.0.0.1:1/office")
    bare = Address(f"{office.words}&sslmode=require&hostaddr=127.0.0.1&port=1")
    tried = {
        "password": draft(office, password="wrong", keep=True),
        "database": draft(absent, "venues"),
        "login": draft(office, "nobody"),
        "server": draft(silent, "venues"),
    }

    found = {}
    for field, typed in tried.items():
        with pytest.raises(CannotOpen) as refused:
            joining.join(typed)
        found[field] = refused.value.field
    with pytest.raises(CannotOpen, match="Nothing answers"):
        joining.join(draft(bare, "venues"))

    assert found == {field: field for field in tried}
    assert ring.kept == {}


def test_one_that_is_newer_or_not_prepared_is_said(
    office: Address, server: Server, ring: Keyring
) -> None:
    bare = server.address("postgres")
    with psycopg.connect(office.words, autocommit=True) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(CannotOpen, match="was made by a newer Venues"):
        joining.join(draft(office, "venues"))
    with pytest.raises(CannotOpen, match="is not a Venues database yet"):
        joining.join(draft(bare, "venues"))
    with psycopg.connect(office.words, autocommit=True) as raw:
        raw.execute(
            "UPDATE alembic_version SET version_num = %s", (f"{sqlite.SCHEMA - 1:04}",)
        )
    with pytest.raises(CannotOpen, match="is older than this Venues"):
        joining.join(draft(office, "venues"))


def test_a_keyring_that_is_locked_keeps_one_from_being_half_joined(
    office: Address, ring: Keyring
) -> None:
    ring.locked = True

    with pytest.raises(VenuesError, match="keyring did not take the password"):
        joining.join(draft(office, password="right", keep=True))
    joined = joining.join(draft(office, password="right"))

    assert passwords.of(joined) == "right"


def test_what_is_typed_in_fields_becomes_an_address() -> None:
    typed = JoinDraft("db1", "venues", login="me", password="secret")
    own = replace(typed, own=True)

    assert joining.address_of(typed).words == "postgresql://me@db1/venues"
    assert joining.address_of(own).words == "postgresql://db1/venues"
    assert "secret" not in repr(typed)
    with pytest.raises(WrongInput) as wrong:
        joining.address_of(replace(typed, login=" "))
    assert wrong.value.field == "login"
