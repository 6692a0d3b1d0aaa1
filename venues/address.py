"""Where a shared database is: libpq's own words for it, and never a password.

Loads nothing, so that the window is there before the database's library is.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import parse_qs, quote, unquote, urlsplit

from venues.errors import WrongInput

SCHEMES = ("postgresql://", "postgres://")


@dataclass(frozen=True, slots=True)
class Address:
    """A database on a server, as ``postgresql://…`` (libpq's connection URI)."""

    words: str

    @classmethod
    def read(cls, text: str) -> Self:
        """The address as typed.

        Raises:
            WrongInput: it holds a password, or names no database.
        """
        try:
            parts = urlsplit(text)
            secret = parts.password is not None or "password" in parse_qs(parts.query)
        except ValueError as trouble:
            raise WrongInput(
                "That is not the address of a database. It looks like "
                "postgresql://server/database.",
                "data",
            ) from trouble
        if secret:
            raise WrongInput(
                "Leave the password out of the address: others could read it there. "
                "Put it in your PostgreSQL password file instead.",
                "data",
            )
        address = cls(text)
        if not address.name and "service" not in parse_qs(parts.query):
            raise WrongInput(
                "Name the database too: postgresql://server/database.", "data"
            )
        return address

    @classmethod
    def of(cls, server: str, database: str, login: str = "") -> Self:
        """The address made of what is typed in fields; ``server`` may have a port.

        Raises:
            WrongInput: something is missing or cannot be; ``field`` says what.
        """
        server, database = server.strip(), database.strip()
        if not server:
            raise WrongInput("Type the name of the server.", "server")
        if not database:
            raise WrongInput("Type the name of the database.", "database")
        if any(each in server for each in "/@?# "):
            raise WrongInput(
                "That is not the name of a server. Type it like db1.example.org, or "
                "db1.example.org:5433.",
                "server",
            )
        who = f"{quote(login.strip(), safe='')}@" if login.strip() else ""
        made = cls(f"postgresql://{who}{server}/{quote(database, safe='')}")
        try:
            _ = urlsplit(made.words).port
        except ValueError as trouble:
            raise WrongInput(
                "That is not a port. Leave it out, or type a number after the colon.",
                "server",
            ) from trouble
        return made

    @property
    def login(self) -> str:
        """The sign-in name that it says, empty where it is the one of this PC."""
        parts = urlsplit(self.words)
        named = parse_qs(parts.query).get("user", [""])[-1]
        return named or unquote(parts.username or "")

    @property
    def at(self) -> str:
        """The server with its port, as it is typed."""
        return urlsplit(self.words).netloc.rpartition("@")[2] or self.server

    @property
    def name(self) -> str:
        """What the database is called."""
        parts = urlsplit(self.words)
        named = parse_qs(parts.query).get("dbname", [""])[-1]
        return named or unquote(parts.path.lstrip("/"))

    @property
    def server(self) -> str:
        """The machine it is on, empty for this one."""
        parts = urlsplit(self.words)
        named = parse_qs(parts.query).get("host", [""])[-1]
        host = named or unquote(parts.hostname or "")
        return "" if host.startswith("/") else host

    def __str__(self) -> str:
        if not self.name:
            return "the shared database"
        return f"{self.name} on {self.server}" if self.server else self.name


Place = Path | Address
"""Where a database is: a file on this PC, or on a server that several share."""


def read_place(text: str) -> Place:
    """What ``--data`` names.

    Raises:
        WrongInput: it is an address with a password in it, or without a database.
    """
    return Address.read(text) if text.startswith(SCHEMES) else Path(text)
