"""``ask room``, and asking a manager about a booking or a move that was refused."""

from __future__ import annotations

from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Callable

from sqlalchemy.orm import Session

from venues.commands import options
from venues.commands.desk import Desk
from venues.commands.options import Parser
from venues.database.session import Database
from venues.errors import Refused
from venues.services import room_requests
from venues.services.sign_offs import asking

Named = Callable[..., ArgumentParser]

ASKED = "A manager has been asked. Look at Today for the answer."
ROOM_ASKED = "Asked for the room. Look at Today for the answer."
HELP = "put it to a manager if it is refused, with why you need it"


def add(commands: _SubParsersAction[Parser], named: Named) -> None:
    """Add ``room`` under ``ask``."""
    parser = named(commands, "room", room, "ask whoever holds a room to move")
    parser.add_argument("--room", type=int, required=True, metavar="ID")
    parser.add_argument("--on", required=True, metavar="DATE")
    parser.add_argument("--from", dest="starts", required=True, metavar="TIME")
    parser.add_argument("--to", dest="ends", required=True, metavar="TIME")


def room(desk: Desk) -> int:
    """Ask for a room that is in use; the coordinator passes it on."""
    database = desk.open()
    try:
        with database.read() as session:
            viewer = desk.viewer(session)
        period = options.period(desk.options, desk.now.date())
        database.actor = viewer.staff_id
        with database.write("asking for a room") as session:
            room_requests.ask(session, viewer, desk.options.room, period, now=desk.now)
    finally:
        database.close()
    desk.answer({"asked": desk.options.room}, [ROOM_ASKED])
    return 0


def of_manager(
    desk: Desk,
    database: Database,
    refused: Refused,
    ask: Callable[[Session, str | None], int],
) -> bool:
    """Put it to a manager where that was wanted and would help; says whether it did.

    ``ask`` takes the code of the attempt, if it has one.
    """
    if desk.options.ask_manager is None or not asking.may_ask(refused.findings):
        return False
    with database.write("asking a manager") as session:
        ask(session, refused.code)
    desk.answer({"asked": "manager", "code": refused.code}, [ASKED])
    return True
