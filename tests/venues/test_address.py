"""What is typed as the address of a shared database."""

from __future__ import annotations

from pathlib import Path

import pytest

from venues.address import Address, read_place
from venues.errors import WrongInput


@pytest.mark.parametrize(
    ("typed", "name", "server", "said"),
    [
        ("postgresql://db1/venues", "venues", "db1", "venues on db1"),
        ("postgres://me@db1:5433/venues", "venues", "db1", "venues on db1"),
        ("postgresql:///venues", "venues", "", "venues"),
        ("postgresql:///venues?host=/run/postgresql", "venues", "", "venues"),
        ("postgresql:///?host=db1&dbname=venues", "venues", "db1", "venues on db1"),
        ("postgresql:///?service=venues", "", "", "the shared database"),
    ],
)
def test_an_address_is_read_as_libpq_reads_it(
    typed: str, name: str, server: str, said: str
) -> None:
    place = read_place(typed)

    assert place == Address(typed)
    assert isinstance(place, Address)
    assert (place.name, place.server, str(place)) == (name, server, said)


def test_anything_else_is_a_file() -> None:
    assert read_place("Venues.sqlite") == Path("Venues.sqlite")


@pytest.mark.parametrize(
    "typed",
    ["postgresql://me:secret@db1/venues", "postgresql://db1/venues?password=secret"],
)
def test_a_password_is_refused_and_not_repeated(typed: str) -> None:
    with pytest.raises(WrongInput, match="Leave the password out") as refused:
        read_place(typed)

    assert "secret" not in str(refused.value)


def test_an_address_without_a_database_is_refused() -> None:
    with pytest.raises(WrongInput, match="Name the database too"):
        read_place("postgresql://db1")


def test_what_is_no_address_at_all_is_refused() -> None:
    with pytest.raises(WrongInput, match="It looks like postgresql://server/database"):
        read_place("postgresql://[db1/venues")


def test_an_address_is_made_of_what_is_typed_in_fields() -> None:
    made = Address.of(" db1:5433 ", "our venues", "me@here")

    assert made.words == "postgresql://me%40here@db1:5433/our%20venues"
    assert (made.at, made.name, made.login) == ("db1:5433", "our venues", "me@here")
    assert Address.of("db1", "venues").login == ""
    assert Address.read("postgresql:///venues?user=me&host=db2").login == "me"


@pytest.mark.parametrize(
    ("server", "database", "field", "said"),
    [
        ("", "venues", "server", "Type the name of the server."),
        ("db1", " ", "database", "Type the name of the database."),
        ("db1/x", "venues", "server", "That is not the name of a server."),
        ("db1:port", "venues", "server", "That is not a port."),
    ],
)
def test_what_is_missing_or_cannot_be_is_said_beside_its_field(
    server: str, database: str, field: str, said: str
) -> None:
    with pytest.raises(WrongInput) as wrong:
        Address.of(server, database)

    assert wrong.value.field == field
    assert str(wrong.value).startswith(said)
