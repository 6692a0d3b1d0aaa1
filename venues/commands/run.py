"""The roll of commands, and the one place where their troubles become exit codes.

0 done, 1 refused, 2 wrong usage, 3 the database cannot be used.
"""

from __future__ import annotations

from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Callable
from datetime import datetime

from venues.commands import (
    apart,
    bookings,
    calendars,
    cases,
    closing,
    directions,
    options,
    outcomes,
    outings,
    questions,
    report,
    reviews,
    rooms,
    schedule,
    series,
    series_changes,
    shared,
    staff,
    upkeep,
    venues,
)
from venues.commands.desk import Desk
from venues.commands.options import Parser
from venues.errors import Busy, CannotOpen, VenuesError, WrongInput

Work = Callable[[Desk], int]


def add(commands: _SubParsersAction[Parser]) -> None:
    """Add every command to the program's arguments."""
    _add_sample(commands)
    _add_rooms(commands)
    _add_bookings(commands)
    series_changes.add(series.add(commands))
    reviews.add(commands)
    closing.add(commands)
    _add_schedule(commands)
    _add_directions(commands)
    _named(commands, "outings", outings.show, "who is out, as far as you may know")
    outcomes.add(
        _named(commands, "outcome", outcomes.note, "what came of appointments")
    )
    report.add(
        _named(commands, "report", report.report, "the board's report of a period")
    )
    venues.add(commands)
    _add_apart(commands)
    _add_staff(commands)
    _add_shared(commands)
    _named(commands, "check", upkeep.check, "whether the database is sound")
    _named(commands, "retain", upkeep.retain, "let go of what is kept no longer")
    _add_backups(commands)


def run(desk: Desk) -> int:
    """Do the command; each trouble is one sentence on standard error."""
    try:
        work: Work = desk.options.work
        return work(desk)
    except WrongInput as trouble:
        desk.complain(str(trouble))
        return 2
    except (CannotOpen, Busy) as trouble:
        desk.complain(str(trouble))
        return 3
    except VenuesError as trouble:
        desk.complain(str(trouble))
        return 1


def _named(
    commands: _SubParsersAction[Parser], name: str, work: Work, help_: str
) -> ArgumentParser:
    parser = commands.add_parser(name, help=help_, description=help_)
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    parser.set_defaults(work=work)
    return parser


def _add_sample(commands: _SubParsersAction[Parser]) -> None:
    parser = _named(commands, "sample", upkeep.fill, "fill an empty database")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--size", choices=["demo", "S", "L"], default="demo")
    help_ = "take it all away again; it is kept beside"
    parser.add_argument("--remove", action="store_true", help=help_)


def _add_rooms(commands: _SubParsersAction[Parser]) -> None:
    parser = _named(commands, "find", rooms.find, "which rooms fit, and why not others")
    options.about_appointment(parser, needed=True)
    parser = _named(commands, "book", rooms.book, "book a room")
    options.about_appointment(parser, needed=True)
    add_ = parser.add_argument
    add_("--room", type=int, action="append", required=True, metavar="ID")
    add_("--worker", metavar="LOGIN")
    add_("--second", action="append", default=[], metavar="LOGIN")
    add_("--buddy", metavar="LOGIN")
    add_("--check-out", metavar="TIME")
    add_("--arrival", default="", metavar="TEXT")
    add_("--note", default="", metavar="TEXT")
    options.about_meeting(parser)
    add_("--accept", action="append", default=[], metavar="RULE=REASON")
    add_("--ask-manager", metavar="WHY", help=questions.HELP)
    series.about_repeats(parser)


def _add_bookings(commands: _SubParsersAction[Parser]) -> None:
    parser = _named(commands, "show", bookings.show, "what is booked")
    parser.add_argument("reference", metavar="REF")
    parser = _named(commands, "cancel", bookings.cancel, "cancel a booking")
    parser.add_argument("reference", metavar="REF")
    parser.add_argument("--reason", required=True, metavar="TEXT")
    parser = _named(commands, "move", bookings.move, "another room or time")
    add_ = parser.add_argument
    add_("reference", metavar="REF")
    add_("--room", type=int, metavar="ID")
    add_("--on", metavar="DATE")
    add_("--from", dest="starts", metavar="TIME")
    add_("--to", dest="ends", metavar="TIME")
    add_("--accept", action="append", default=[], metavar="RULE=REASON")
    add_("--ask-manager", metavar="WHY", help=questions.HELP)
    help_ = "ask for what is not free"
    group = commands.add_parser("ask", help=help_, description=help_)
    questions.add(
        group.add_subparsers(metavar="WHAT", required=True, parser_class=Parser),
        _named,
    )


def _add_schedule(commands: _SubParsersAction[Parser]) -> None:
    parser = _named(commands, "schedule", schedule.schedule, "a week of rooms on paper")
    add_ = parser.add_argument
    add_("--week", metavar="DATE", help="any day of it; this week without")
    add_("--venue", action="append", default=[], metavar="NAME", help="all without")
    add_("--sheet", choices=["door", "reception", "team", "own"], default="team")
    add_("--pdf", metavar="FILE")
    add_("--text", action="store_true")
    parser = _named(commands, "calendar", calendars.calendar, "a calendar file")
    parser.add_argument("reference", nargs="?", default="", metavar="REF")
    parser.add_argument("--mine", action="store_true", help="all of your own")
    parser.add_argument("--ics", required=True, metavar="FILE")


def _add_directions(commands: _SubParsersAction[Parser]) -> None:
    parser = _named(commands, "directions", directions.write, "the way to a venue")
    add_ = parser.add_argument
    add_("--venue", metavar="NAME", required=True)
    add_("--booking", metavar="REF", help="for that appointment")
    add_("--pdf", metavar="FILE")
    add_("--text", action="store_true")


def _add_apart(commands: _SubParsersAction[Parser]) -> None:
    for name, module, help_ in (
        ("case", cases, "what is known of cases"),
        ("apart", apart, "who is kept from whom"),
    ):
        group = commands.add_parser(name, help=help_, description=help_)
        module.add(
            group.add_subparsers(metavar="WHAT", required=True, parser_class=Parser),
            _named,
        )
    parser = _named(commands, "reason", apart.reason, "the reason behind a code")
    parser.add_argument("code", metavar="K-XXXXXX")


def _add_staff(commands: _SubParsersAction[Parser]) -> None:
    help_ = "who works here"
    group = commands.add_parser("staff", help=help_, description=help_)
    staff.add_to(
        group.add_subparsers(metavar="WHAT", required=True, parser_class=Parser),
        _named,
    )


def _add_backups(commands: _SubParsersAction[Parser]) -> None:
    help_ = "write a checked copy, beside the database unless said otherwise"
    parser = _named(commands, "backup", upkeep.back_up, help_)
    parser.add_argument("file", nargs="?", default="", metavar="FILE")
    parser.add_argument("--to", default="", metavar="FILE", help="the same as FILE")
    help_ = "the copies there are, and what is in them"
    _named(commands, "backups", upkeep.list_backups, help_)
    help_ = "put a copy in the place of the database"
    parser = _named(commands, "restore", upkeep.restore, help_)
    parser.add_argument("file", metavar="FILE")


def _add_shared(commands: _SubParsersAction[Parser]) -> None:
    help_ = "the database that several PCs use together"
    group = commands.add_parser("shared", help=help_, description=help_)
    shared.add_to(
        group.add_subparsers(metavar="WHAT", required=True, parser_class=Parser),
        _named,
    )


def now() -> datetime:
    """The clock on the wall, to the minute."""
    return datetime.now().replace(second=0, microsecond=0)
