"""Whatever a database complains of becomes a sentence, or is a mistake of our own."""

from __future__ import annotations

import sqlite3

import psycopg
import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from venues.database import troubles
from venues.errors import Busy, CannotOpen, Lost, NotAllowed, Stopped


def trouble(words: str) -> DBAPIError:
    return OperationalError("SELECT 1", {}, sqlite3.OperationalError(words))


@pytest.mark.parametrize(
    ("words", "kind", "sentence"),
    [
        ("database is locked", Busy, "Somebody else is saving."),
        ("database table is locked", Busy, "Somebody else is saving."),
        ("database or disk is full", CannotOpen, "The disk is full"),
        (
            "attempt to write a readonly database",
            CannotOpen,
            "The database can be read",
        ),
        ("database disk image is malformed", CannotOpen, "The database is damaged."),
        ("file is not a database", CannotOpen, "The file is not a Venues database"),
        ("disk I/O error", CannotOpen, "The disk could not be read or written"),
        ("unable to open database file", CannotOpen, "The database cannot be opened."),
        ("no such table: booking", CannotOpen, "The file is not a whole Venues"),
    ],
)
def test_trouble_with_the_file_is_told_in_words(
    words: str, kind: type[Exception], sentence: str
) -> None:
    told = troubles.translate(trouble(words))

    assert (type(told), str(told)[: len(sentence)]) == (kind, sentence)


def test_a_mistake_of_our_own_is_not_dressed_up() -> None:
    misspelt = trouble('near "SELCT": syntax error')
    mismatch = IntegrityError("", {}, sqlite3.IntegrityError("datatype mismatch"))

    assert troubles.translate(misspelt) is None
    assert troubles.translate(mismatch) is None


@pytest.mark.parametrize(
    ("state", "kind", "sentence"),
    [
        ("40001", troubles.Crossed, "Somebody else is saving."),
        ("40P01", troubles.Crossed, "Somebody else is saving."),
        ("55P03", Busy, "Somebody else is saving."),
        ("57014", Stopped, "The shared database took too long"),
        ("53100", CannotOpen, "The server's disk is full"),
        ("53300", Busy, "The server has no place left"),
        ("25006", CannotOpen, "The shared database can be read but not changed"),
        ("42501", NotAllowed, "Your sign-in to the shared database does not allow"),
        ("42P01", CannotOpen, "The shared database is not whole."),
        ("57P01", Lost, "There is no connection to the shared database."),
        ("08006", Lost, "There is no connection to the shared database."),
    ],
)
def test_trouble_with_the_server_is_told_in_words(
    state: str, kind: type[Exception], sentence: str
) -> None:
    said = psycopg.errors.lookup(state)("of whatever it is")

    told = troubles.translate(OperationalError("SELECT 1", {}, said))

    assert (type(told), str(told)[: len(sentence)]) == (kind, sentence)


def test_a_mistake_of_our_own_is_not_dressed_up_on_a_server_either() -> None:
    misspelt = DBAPIError("", {}, psycopg.errors.SyntaxError("near SELCT"))
    strange = IntegrityError("", {}, psycopg.errors.CheckViolation("of no name"))

    assert troubles.translate(misspelt) is None
    assert troubles.translate(strange) is None
