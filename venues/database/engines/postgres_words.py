"""What stands in the way of reaching a shared database, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from venues.address import Address

if TYPE_CHECKING:
    import psycopg

_SENTENCES = (
    (
        ("could not translate host name", "resolve host", "Name or service not known"),
        "There is no server called {server}. Check its name in the address.",
    ),
    (
        ("Connection refused", "No such file or directory"),
        ("Nothing answers at {at}. Check the address, and that the server is running."),
    ),
    (
        ("timeout expired", "timed out", "No route to host", "unreachable"),
        (
            "{at} does not answer. Check that this PC is on the office network, then "
            "try again."
        ),
    ),
    (
        ("password authentication failed", "no password supplied"),
        (
            "The server did not accept the password. Check the sign-in name, and the "
            "password in your PostgreSQL password file."
        ),
    ),
    (
        ("does not support SSL", "SSL error", "certificate"),
        (
            "The server offers no safe connection that this PC accepts, so nothing was "
            "sent. Ask whoever looks after it to switch on TLS."
        ),
    ),
    (
        ("no pg_hba.conf entry", "is not permitted to log in", "permission denied for"),
        (
            "You may not sign in to {database}. Ask whoever looks after the server to "
            "let you in."
        ),
    ),
    (
        ('role "',),
        (
            "The server knows nobody by that sign-in name. Ask whoever looks after it "
            "to add you."
        ),
    ),
    (
        ('database "',),
        "There is no database {database}. Check the name at the end of the address.",
    ),
    (
        ("too many clients", "remaining connection slots"),
        "The server has no place left for another PC. Try again in a moment.",
    ),
    (
        ("starting up", "shutting down", "recovery mode"),
        "The server is starting or stopping. Try again in a moment.",
    ),
)
"""What libpq says, and what we say; the first that fits. Order matters: "database" is
in many of them."""


def cannot_open(address: Address, trouble: psycopg.Error) -> str:
    """A sentence about why it cannot be reached, and what to do then."""
    said = str(trouble)
    at = address.server or "this PC"
    for signs, sentence in _SENTENCES:
        if any(sign in said for sign in signs):
            return sentence.format(
                server=at, at=at, database=address.name or "the shared one"
            )
    return (
        f"{address} cannot be opened. Check the address, and that the server is "
        "running, then try again."
    )
