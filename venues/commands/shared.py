"""``shared create``: prepares the database that several PCs use together."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from venues.address import Address
from venues.commands.desk import Desk
from venues.database.session import Database
from venues.domain.people import Role
from venues.errors import WrongInput
from venues.services import people, starting
from venues.services.staffing import StaffDraft

Named = Callable[..., ArgumentParser]


def add_to(commands: Any, named: Named) -> None:
    """The options of each."""
    parser = named(commands, "create", create, "make it, or bring it up to date")
    add_ = parser.add_argument
    add_("--login", metavar="LOGIN", help="the first coordinator, who enters others")
    add_("--name", default="", metavar="NAME")
    add_("--authority", default="", metavar="CODE", help="WAR; all of them without")


def create(desk: Desk) -> int:
    """Make the database and its tables, and enter the first coordinator.

    It may be done again at any time: what is there already is left as it is.
    """
    from venues.database.migrations import shared  # noqa: PLC0415 - and the driver

    address, given = desk.place, desk.options
    if not isinstance(address, Address):
        raise WrongInput(
            "Say on which server: --data postgresql://server/database.", "data"
        )
    made = shared.create(address)
    entered = _first(desk, address) if given.login else ""
    said = f"{address} is ready." if made else f"{address} is up to date."
    lines = [said, *([f"{entered} can sign in now."] if entered else [])]
    desk.answer({"database": str(address), "made": made, "entered": entered}, lines)
    return 0


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
