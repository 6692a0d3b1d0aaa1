"""A server that asks one login for a password, for as long as a test takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from tests.server import Server
from venues.address import Address

LOGIN, RIGHT = "guarded", "right"
ASKS = f"local all {LOGIN} scram-sha-256\n"
"""What its file pg_hba.conf begins with."""


@contextmanager
def asking(server: Server, address: Address) -> Iterator[Address]:
    """Yields the address with that login."""
    rights = server.folder / "data" / "pg_hba.conf"
    before = rights.read_text()
    rights.write_text(ASKS + before)
    with psycopg.connect(address.words, autocommit=True) as raw:
        raw.execute("CREATE ROLE guarded LOGIN SUPERUSER PASSWORD 'right'")
        raw.execute("SELECT pg_reload_conf()")
        yield Address(address.words.replace("venues@", f"{LOGIN}@"))
        rights.write_text(before)
        raw.execute("DROP ROLE guarded")
        raw.execute("SELECT pg_reload_conf()")
