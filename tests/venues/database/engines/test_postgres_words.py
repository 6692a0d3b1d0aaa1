"""Each way in which a server cannot be reached has its own sentence."""

from __future__ import annotations

import psycopg
import pytest

from tests.server import Server
from venues.address import Address
from venues.database.engines.postgres_words import cannot_open, refused
from venues.database.session import Database
from venues.errors import CannotOpen

ADDRESS = Address("postgresql://db1/venues")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (
            'failed to resolve host "db1": Name or service not known',
            "There is no server called db1.",
        ),
        (
            'connection to server at "db1", port 5432 failed: Connection refused',
            "Nothing answers at db1.",
        ),
        ("connection timeout expired", "db1 does not answer."),
        (
            'FATAL:  password authentication failed for user "me"',
            "The server did not accept the password.",
        ),
        ("fe_sendauth: no password supplied", "The server asks for a password."),
        (
            "server does not support SSL, but SSL was required",
            "The server offers no safe connection",
        ),
        (
            'FATAL:  no pg_hba.conf entry for host "10.1.1.1", user "me"',
            "You may not sign in to venues.",
        ),
        (
            'FATAL:  permission denied for database "venues"',
            "You may not sign in to venues.",
        ),
        ('FATAL:  role "me" does not exist', "The server knows nobody by that"),
        ('FATAL:  database "venues" does not exist', "There is no database venues."),
        ("FATAL:  sorry, too many clients already", "The server has no place left"),
        ("FATAL:  the database system is starting up", "The server is starting or"),
        ("something else", "venues on db1 cannot be opened."),
    ],
)
def test_why_it_cannot_be_opened_is_told_in_words(said: str, sentence: str) -> None:
    told = cannot_open(ADDRESS, psycopg.OperationalError(said))

    assert told.startswith(sentence)
    assert told.endswith(".")


def test_it_is_told_which_input_is_wrong() -> None:
    found = [
        refused(ADDRESS, psycopg.OperationalError(said)).field
        for said in (
            "failed to resolve host",
            "no password supplied",
            'role "me" does not exist',
            'database "venues" does not exist',
            "GSSAPI continuation error",
            "something else",
        )
    ]

    assert found == ["server", "password", "login", "database", "how", ""]


def test_a_real_server_is_understood(server: Server) -> None:
    absent = server.address("nowhere")
    nobody = Address(absent.words.replace("venues@/nowhere", "nobody@/postgres"))
    nowhere = Address(f"postgresql://venues@/venues?host={server.folder}/elsewhere")

    for address, sentence in (
        (absent, "There is no database nowhere"),
        (nobody, "The server knows nobody by that sign-in name"),
        (nowhere, "Nothing answers at this PC"),
    ):
        with pytest.raises(CannotOpen, match=sentence):
            Database.open(address)
