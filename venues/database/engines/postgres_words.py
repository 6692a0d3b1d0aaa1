"""What stands in the way of reaching a shared database, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from venues.address import Address
from venues.errors import CannotOpen

if TYPE_CHECKING:
    import psycopg

_SENTENCES = (
    (
        ("could not translate host name", "resolve host", "Name or service not known"),
        "There is no server called {server}. Check its name.",
        "server",
    ),
    (
        ("Connection refused", "No such file or directory"),
        (
            "Nothing answers at {at}. Check the name and the port, and that the server "
            "is running."
        ),
        "server",
    ),
    (
        ("timeout expired", "timed out", "No route to host", "unreachable"),
        (
            "{at} does not answer. Check that this PC is on the office network, then "
            "try again."
        ),
        "server",
    ),
    (
        ("no password supplied",),
        "The server asks for a password.",
        "password",
    ),
    (
        ("password authentication failed",),
        (
            "The server did not accept the password. Check the sign-in name and the "
            "password; it may also stand in your PostgreSQL password file."
        ),
        "password",
    ),
    (
        ("does not support SSL", "SSL error", "certificate"),
        (
            "The server offers no safe connection that this PC accepts, so nothing was "
            "sent. Ask whoever looks after it to switch on TLS."
        ),
        "server",
    ),
    (
        ("GSSAPI", "SSPI", "Kerberos"),
        (
            "The server did not know you by your sign-in on this PC. Ask whoever looks "
            "after it, or sign in with a password."
        ),
        "how",
    ),
    (
        ("no pg_hba.conf entry", "is not permitted to log in", "permission denied for"),
        (
            "You may not sign in to {database}. Ask whoever looks after the server to "
            "let you in."
        ),
        "login",
    ),
    (
        ('role "',),
        (
            "The server knows nobody by that sign-in name. Ask whoever looks after it "
            "to add you."
        ),
        "login",
    ),
    (
        ('database "',),
        "There is no database {database}. Check its name.",
        "database",
    ),
    (
        ("too many clients", "remaining connection slots"),
        "The server has no place left for another PC. Try again in a moment.",
        "",
    ),
    (
        ("starting up", "shutting down", "recovery mode"),
        "The server is starting or stopping. Try again in a moment.",
        "",
    ),
)
"""What libpq says, what we say, and which input it is about; the first that fits.
Order matters: "database" is in many of them."""


def cannot_open(address: Address, trouble: psycopg.Error) -> str:
    """A sentence about why it cannot be reached, and what to do then."""
    return str(refused(address, trouble))


def refused(address: Address, trouble: psycopg.Error) -> CannotOpen:
    """The same, with the input that it is about."""
    said = str(trouble)
    at = address.server or "this PC"
    for signs, sentence, field in _SENTENCES:
        if any(sign in said for sign in signs):
            words = sentence.format(
                server=at, at=at, database=address.name or "the shared one"
            )
            return CannotOpen(words, field)
    return CannotOpen(
        f"{address} cannot be opened. Check the address, and that the server is "
        "running, then try again."
    )
