"""``close``: a venue or a room closes, and its bookings go where the plan says."""

from __future__ import annotations

from argparse import Namespace, _SubParsersAction
from contextlib import closing
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy.orm import Session

from venues.commands import options
from venues.commands.desk import Desk
from venues.commands.options import Parser
from venues.commands.schedule import venue_ids
from venues.database.catalogue import read
from venues.database.session import Database
from venues.domain import words
from venues.domain.people import Viewer
from venues.domain.words import count
from venues.errors import NotAllowed
from venues.services.rehousing import affected, applying, looking, planning
from venues.services.rehousing.looking import Looked
from venues.services.rehousing.values import Closing, Line, Outcome, Plan

LOOK = "Give --look to make it."


def add(commands: _SubParsersAction[Parser]) -> None:
    """Add the command."""
    help_ = "close a venue or a room, and move its bookings"
    parser = commands.add_parser("close", help=help_, description=help_)
    add_ = parser.add_argument
    add_("venue", metavar="VENUE")
    add_("--from", dest="starts", required=True, metavar="DATE", help="the first day")
    add_("--until", required=True, metavar="DATE", help="the last day")
    add_("--reason", required=True, metavar="TEXT", help="everybody reads it")
    add_("--room", type=int, metavar="ID", help="that room alone")
    add_("--plan", action="store_true", help="only say what would go where")
    add_("--look", action="store_true", help="make the plan, and have it written down")
    add_("--json", action="store_true", help="answer as JSON")
    parser.set_defaults(work=close)


def close(desk: Desk) -> int:
    """Plan it, and carry the plan out unless it is only asked for."""
    given: Namespace = desk.options
    tell: tuple[str, ...] = ()
    with closing(desk.open()) as database:
        with database.read() as session:
            viewer = desk.viewer(session)
            cause = _cause(desk, session)
        looked = _look(desk, database, cause, viewer)
        with database.read() as session:
            plan = planning.make(session, cause, viewer, now=desk.now, looked=looked)
        if not given.plan:
            database.actor = viewer.staff_id
            with database.write("closing of a place") as session:
                tell = applying.apply(session, plan, viewer, now=desk.now).tell
    desk.answer(_facts(plan, tell, closed=not given.plan), _lines(desk, plan, tell))
    return 0


def _look(
    desk: Desk, database: Database, cause: Closing, viewer: Viewer
) -> Looked | None:
    """Write down that somebody looks who has to ask for it, once they do."""
    if not looking.asks(cause, viewer):
        return None
    if not desk.options.look:
        with database.read() as session:
            affected.check(session, cause, viewer, now=desk.now)
        raise NotAllowed(f"{looking.WORDS} {LOOK}")
    database.actor = viewer.staff_id
    with database.write() as session:
        return looking.record(session, cause, viewer, now=desk.now)


def _cause(desk: Desk, session: Session) -> Closing:
    given, today = desk.options, desk.now.date()
    (venue_id,) = venue_ids(read(session), [given.venue])
    last = options.day(given.until, today)
    return Closing(
        venue_id=venue_id,
        room_id=given.room,
        starts=datetime.combine(options.day(given.starts, today), time()),
        ends=datetime.combine(last + timedelta(days=1), time()),
        reason=given.reason,
    )


def _facts(plan: Plan, tell: tuple[str, ...], *, closed: bool) -> dict[str, Any]:
    return {
        "closed": closed,
        "title": plan.title,
        "when": plan.when,
        "proven": plan.proven,
        "bookings": [_fact(line) for line in plan.lines],
        "tell": tell,
    }


def _fact(line: Line) -> dict[str, Any]:
    target = line.target
    return {
        "booking": line.seen.reference,
        "starts": line.seen.starts.isoformat(timespec="minutes"),
        "ends": line.seen.ends.isoformat(timespec="minutes"),
        "worker": line.seen.lead,
        "room": line.room.id,
        "name": line.room.name,
        "outcome": line.outcome.value,
        "to": target
        and {
            "room": target.room.id,
            "name": target.room.name,
            "venue": target.room.venue.name,
            "starts": target.period.starts.isoformat(timespec="minutes"),
            "ends": target.period.ends.isoformat(timespec="minutes"),
        },
        "why": line.why,
        "obstacles": [
            {"words": each.words, "rooms": each.rooms} for each in line.obstacles
        ],
    }


def _lines(desk: Desk, plan: Plan, tell: tuple[str, ...]) -> list[str]:
    would = " (nothing was changed)" if desk.options.plan else ""
    return [
        f"{plan.title}, {plan.when}{would}. {counted(plan)}",
        *(_line(line) for line in plan.lines),
        *tell,
    ]


def counted(plan: Plan) -> str:
    """What becomes of how many bookings, and whether that is the best there is."""
    if not plan.lines:
        return "No booking is affected."
    sure = "" if plan.proven else " There may be a better plan: time ran out."
    return (
        f"{count(len(plan.lines), 'booking')} affected: "
        f"{plan.count(Outcome.SAME_TIME)} at the same time, "
        f"{plan.count(Outcome.OTHER_TIME)} at another time, "
        f"{plan.count(Outcome.NOWHERE)} with nowhere suitable.{sure}"
    )


def _line(line: Line) -> str:
    day = words.day(line.seen.starts.date())
    when = words.span(line.seen.starts, line.seen.ends)
    start = f"{line.seen.reference}  {day}, {when}, {line.room.name}"
    if line.target is None:
        return f"{start}: stays. {line.why}"
    room, period = line.target.room, line.target.period
    at = ""
    if line.outcome is Outcome.OTHER_TIME:
        at = f", {words.span(period.starts, period.ends)}"
    return f"{start} → {room.name}, {room.venue.name}{at} ({line.why})"
