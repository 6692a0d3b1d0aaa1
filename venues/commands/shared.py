"""``shared``: the database that several PCs use together, made, told of and saved."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from venues.address import Address
from venues.commands import moving, options, shared_people
from venues.commands.desk import Desk
from venues.database.session import Database
from venues.domain.people import Role
from venues.services import people, server_backups

Named = Callable[..., ArgumentParser]


def add_to(commands: Any, named: Named) -> None:
    """The options of each."""
    parser = named(commands, "create", create, "make it, or bring it up to date")
    add_ = parser.add_argument
    add_("--login", metavar="LOGIN", help="the first coordinator, who enters others")
    add_("--name", default="", metavar="NAME")
    add_("--authority", default="", metavar="CODE", help="WAR; all of them without")
    shared_people.about_password(parser)
    shared_people.add_to(commands, named)
    moving.add_to(commands, named)
    parser = named(commands, "backed-up", backed_up, "say when the server last was")
    parser.add_argument("--on", metavar="DATE", help="today without")
    parser.add_argument("--at", metavar="TIME", help="now without")
    parser = named(commands, "dump", dump, "write all of it to a file, by pg_dump")
    parser.add_argument("file", metavar="FILE")


def create(desk: Desk) -> int:
    """Make the database and its tables, and enter the first coordinator.

    It may be done again at any time: what is there already is left as it is.
    """
    from venues.database.migrations import shared  # noqa: PLC0415 - and the driver

    address, given = desk.address, desk.options
    made = shared.create(address)
    entered = _first(desk, address) if given.login else ""
    said = f"{address} is ready." if made else f"{address} is up to date."
    lines = [said, *([f"{entered} can sign in now."] if entered else [])]
    desk.answer({"database": str(address), "made": made, "entered": entered}, lines)
    return 0


def backed_up(desk: Desk) -> int:
    """Put down when the server was backed up, for everybody to see in Settings."""
    address, given, now = desk.address, desk.options, desk.now
    day = options.day(given.on, now.date()) if given.on else now.date()
    when = datetime.combine(day, now.time())
    if given.at:
        when = options.moment(given.at, day, "at")
    with desk.writing("note of a backup") as (session, viewer):
        server_backups.tell(session, viewer, when, now=now)
    said = f"Noted: {address} was backed up on {server_backups.words(when)}."
    desk.answer({"backed_up": when.isoformat(timespec="minutes")}, [said])
    return 0


def dump(desk: Desk) -> int:
    """Write everything on the server to one file, by its own program."""
    address = desk.address
    target = server_backups.dump(address, Path(desk.options.file))
    desk.answer({"dump": str(target)}, [f"{address} was written to {target}."])
    return 0


def _first(desk: Desk, address: Address) -> str:
    """The login of the first coordinator, if nobody was there before."""
    database = Database.open(address)
    try:
        with database.read() as session:
            if people.staff(session, desk.now.date()):
                return ""
    finally:
        database.close()
    return shared_people.enter(desk, desk.options.login, Role.COORDINATOR).login
