"""``book --repeat`` and ``series``: appointments that repeat."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, _SubParsersAction
from datetime import date
from typing import Any

from venues.commands import options
from venues.commands.desk import Desk
from venues.commands.options import Parser
from venues.database.session import Database
from venues.domain import words
from venues.domain.people import Viewer
from venues.domain.recurrence import Every, Repeat, missing
from venues.errors import WrongInput
from venues.services import attempts
from venues.services.asking import Request
from venues.services.series import ending, reading
from venues.services.series.booking import DatesRefused, SeriesBooked
from venues.services.series.planning import Otherwise, Planned
from venues.services.series.reading import Date

FORTNIGHTLY, BY_WEEKDAY = "fortnightly", "monthly-weekday"
WAYS: dict[str, Every] = {
    "daily": Every.DAY,
    "weekdays": Every.WEEKDAY,
    "weekly": Every.WEEK,
    FORTNIGHTLY: Every.WEEK,
    "monthly": Every.MONTH,
    BY_WEEKDAY: Every.MONTH_WEEKDAY,
    "dates": Every.PICKED,
}
"""What may follow ``--repeat`` → what the dates are counted by."""


def about_repeats(parser: ArgumentParser) -> None:
    """The options with which an appointment is booked more than once."""
    about_rule(parser)
    parser.add_argument(
        "--otherwise",
        action="append",
        default=[],
        choices=[each.value for each in Otherwise],
        help="what to do about a date that does not fit",
    )


def about_rule(parser: ArgumentParser) -> None:
    """The options that say which dates there are."""
    add = parser.add_argument
    add("--repeat", choices=[*WAYS], help="book it more than once")
    add("--every", type=int, default=1, metavar="N", help="every N days, weeks, months")
    add("--day", action="append", default=[], metavar="WEEKDAY", help="of each week")
    add("--until", metavar="DATE", help="the last date")
    add("--times", type=int, metavar="N")
    add("--date", action="append", default=[], metavar="DATE", help="for dates")
    add("--term-only", action="store_true")
    add("--no-bank-holidays", action="store_true")


def add(commands: _SubParsersAction[Parser]) -> _SubParsersAction[Parser]:
    """Add ``series show`` and ``series end``; returns where others go."""
    parser = commands.add_parser("series", help="appointments that repeat")
    under = parser.add_subparsers(metavar="WHAT", required=True, parser_class=Parser)
    for name, work, help_ in (
        ("show", show, "what became of each date"),
        ("end", end, "cancel what comes after a date"),
    ):
        one = under.add_parser(name, help=help_, description=help_)
        one.add_argument("--json", action="store_true", help="answer as JSON")
        one.add_argument("number", type=int, metavar="NUMBER")
        one.set_defaults(work=work)
        if name == "end":
            one.add_argument("--last", required=True, metavar="DATE")
            one.add_argument("--reason", required=True, metavar="TEXT")
    return under


def book(desk: Desk, database: Database, request: Request, viewer: Viewer) -> int:
    """Book every date of the rule, or none and say which do not fit."""
    repeat = rule(desk.options, request.period.day)
    otherwise = [Otherwise(each) for each in desk.options.otherwise]
    try:
        made = attempts.book_series(
            database, request, repeat, viewer, now=desk.now, otherwise=otherwise
        )
    except DatesRefused as refused:
        desk.answer(
            {"refused": [planned(each) for each in refused.planned]},
            [_line(each) for each in refused.planned],
        )
        desk.complain(str(refused))
        return 1
    finally:
        database.close()
    note = missing(repeat, request.period.day)
    desk.answer(_answer(made, note), _lines(made, note))
    return 0


def show(desk: Desk) -> int:
    """Say what became of each date."""
    database = desk.open()
    try:
        with database.read() as session:
            viewer = desk.viewer(session)
            found = reading.show(session, desk.options.number, viewer)
    finally:
        database.close()
    desk.answer(
        {
            "series": found.id,
            "words": found.words,
            "dates": [_date(each) for each in found.dates],
        },
        [f"{found.words}.", *(_date_line(each) for each in found.dates)],
    )
    return 0


def end(desk: Desk) -> int:
    """Cancel the appointments after its new last day."""
    given = desk.options
    last = options.day(given.last, desk.now.date())
    database = desk.open()
    try:
        with database.read() as session:
            viewer = desk.viewer(session)
        database.actor = viewer.staff_id
        with database.write("end of a series") as session:
            gone = ending.end(
                session,
                given.number,
                viewer,
                last=last,
                reason=given.reason,
                now=desk.now,
            ).cancelled
    finally:
        database.close()
    desk.answer(
        {"series": given.number, "cancelled": [each.reference for each in gone]},
        [f"Cancelled {words.count(len(gone), 'appointment')} after that day."],
    )
    return 0


def rule(given: Namespace, first: date) -> Repeat:
    """The rule as typed; ``first`` is the day from which dates without a year count."""
    interval = given.every * (2 if given.repeat == FORTNIGHTLY else 1)
    return Repeat(
        every=WAYS[given.repeat],
        interval=interval,
        weekdays=tuple(sorted({_weekday(each) for each in given.day})),
        until=options.day(given.until, first) if given.until else None,
        times=given.times,
        picked=tuple(options.day(each, first) for each in given.date),
        term_only=given.term_only,
        skip_holidays=given.no_bank_holidays,
    )


def _weekday(text: str) -> int:
    tidy = text.strip().casefold()
    shortest = 2
    for number, name in enumerate(words.DAYS):
        if len(tidy) >= shortest and name.casefold().startswith(tidy):
            return number
    raise WrongInput(
        f"“{text}” is not a day of the week. Type one like monday or mon.", "day"
    )


def _answer(made: SeriesBooked, note: str) -> dict[str, Any]:
    return {
        "series": made.id,
        "words": made.words,
        "note": note,
        "bookings": [each.reference for each in made.booked],
        "dates": [planned(each) for each in made.planned],
    }


def _lines(made: SeriesBooked, note: str) -> list[str]:
    head = f"Booked {words.count(len(made.booked), 'appointment')}: {made.words}."
    odd = [_line(each) for each in made.planned if each.why]
    return [f"{head} Series {made.id}.", *([note] if note else []), *odd]


def planned(one: Planned) -> dict[str, Any]:
    """A date that was judged, for scripts."""
    return {
        "date": one.day.isoformat(),
        "outcome": one.outcome.value,
        "room": one.judged.rooms[0].id if one.judged else None,
        "why": one.why,
    }


def where(one: Planned) -> str:
    """The room it would be in, after a comma; nothing where it has none."""
    if one.judged is None:
        return ""
    room = one.judged.rooms[0]
    return f", {room.name}, {room.venue.name}"


def _line(one: Planned) -> str:
    why = f": {one.why}" if one.why else ""
    return f"  {words.day(one.day)}{where(one)}: {one.outcome.value}{why}"


def _date(each: Date) -> dict[str, Any]:
    seen = each.seen
    return {
        "date": each.day.isoformat(),
        "outcome": each.outcome,
        "why": each.why,
        "booking": seen.reference if seen else None,
        "status": seen.status if seen else None,
        "room": each.room.id if each.room else None,
    }


def _date_line(each: Date) -> str:
    what = each.outcome
    if each.seen is not None and each.room is not None:
        what = f"{each.seen.reference}, {each.room.name}, {each.seen.status}"
    why = f": {each.why}" if each.why else ""
    return f"  {words.day(each.day)}: {what}{why}"
