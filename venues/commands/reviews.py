"""``review list``: bookings that need a second look, as the asker may know them."""

from __future__ import annotations

from argparse import _SubParsersAction
from typing import Any

from venues.commands.desk import Desk
from venues.commands.options import Parser
from venues.domain import words
from venues.services.reviews import listing
from venues.services.reviews.listing import Item


def add(commands: _SubParsersAction[Parser]) -> None:
    """Add the command."""
    help_ = "bookings that need a second look"
    parser = commands.add_parser("review", help=help_, description=help_)
    ways = parser.add_subparsers(metavar="list", required=True, parser_class=Parser)
    one = ways.add_parser("list", help=help_, description=help_)
    one.add_argument("--json", action="store_true", help="answer as JSON")
    one.set_defaults(work=show)


def show(desk: Desk) -> int:
    """Say which bookings wait: for a worker their own, else all of them."""
    database = desk.open()
    try:
        with database.read() as session:
            found = listing.read(session, desk.viewer(session), desk.now)
    finally:
        database.close()
    desk.answer(
        {"reviews": [_facts(each) for each in found]},
        [_line(each) for each in found] or ["Nothing needs review."],
    )
    return 0


def _facts(item: Item) -> dict[str, Any]:
    return {
        "booking": item.seen.reference,
        "starts": item.seen.starts.isoformat(" ", "minutes"),
        "room": item.room.id,
        "name": item.room.name,
        "venue": item.room.venue.name,
        "words": item.words,
        "gone": item.gone,
    }


def _line(item: Item) -> str:
    when = words.span(item.seen.starts, item.seen.ends)
    place = f"{item.room.name}, {item.room.venue.name}"
    day = words.day(item.seen.starts.date())
    gone = f" {listing.GONE}" if item.gone else ""
    return f"{item.seen.reference}  {day}, {when}, {place}: {item.words}{gone}"
