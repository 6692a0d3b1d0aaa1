"""``shared``: the database that several PCs use together, made, told of and saved."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from venues.address import Address
from venues.commands import moving, options
from venues.commands.desk import Desk
from venues.database.session import Database
from venues.domain.people import Role
from venues.errors import WrongInput
from venues.services import people, server_backups, starting
from venues.services.staffing import StaffDraft

Named = Callable[..., ArgumentParser]


def add_to(commands: Any, named: Named) -> None:
    """The options of each."""
    parser = named(commands, "create", create, "make it, or bring it up to date")
    add_ = parser.add_argument
    add_("--login", metavar="LOGIN", help="the first coordinator, who enters others")
    add_("--name", default="", metavar="NAME")
    add_("--authority", default="", metavar="CODE", help="WAR; all of them without")
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

    address, given = _address(desk), desk.options
    made = shared.create(address)
    entered = _first(desk, address) if given.login else ""
    said = f"{address} is ready." if made else f"{address} is up to date."
    lines = [said, *([f"{entered} can sign in now."] if entered else [])]
    desk.answer({"database": str(address), "made": made, "entered": entered}, lines)
    return 0


def backed_up(desk: Desk) -> int:
    """Put down when the server was backed up, for everybody to see in Settings."""
    _address(desk)
    given, now = desk.options, desk.now
    day = options.day(given.on, now.date()) if given.on else now.date()
    when = datetime.combine(day, now.time())
    if given.at:
        when = options.moment(given.at, day, "at")
    with desk.writing("note of a backup") as (session, viewer):
        server_backups.tell(session, viewer, when, now=now)
    said = f"Noted: backed up on {server_backups.words(when)}."
    desk.answer({"backed_up": when.isoformat(timespec="minutes")}, [said])
    return 0


def dump(desk: Desk) -> int:
    """Write everything on the server to one file, by its own program."""
    address = _address(desk)
    target = server_backups.dump(address, Path(desk.options.file))
    desk.answer({"dump": str(target)}, [f"{address} was written to {target}."])
    return 0


def _address(desk: Desk) -> Address:
    address = desk.place
    if not isinstance(address, Address):
        raise WrongInput(
            "Say on which server: --data postgresql://server/database.", "data"
        )
    return address


def _first(desk: Desk, address: Address) -> str:
    """The login of the first coordinator, if nobody was there before."""
    given, today = desk.options, desk.now.date()
    database = Database.open(address)
    try:
        with database.read() as session:
            if people.staff(session, today):
                return ""
    finally:
        database.close()
    draft = StaffDraft(
        login=given.login,
        name=given.name or given.login,
        role=Role.COORDINATOR,
        authority=given.authority.upper(),
    )
    return starting.first_person(address, draft, today)
