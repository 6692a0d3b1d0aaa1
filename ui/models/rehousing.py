"""A plan for bookings that have to go, and the places one could go to, as tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from ui.kinds import Kind
from ui.models.table import Column, Weight
from venues.domain.words import DAYS, clock, count, day_month, miles, minutes, money
from venues.services.rehousing.values import (
    Away,
    Cause,
    Closing,
    Failing,
    Line,
    Outcome,
    Plan,
    Target,
)
from venues.services.rehousing.wording import WARNED

KINDS = {
    Outcome.SAME_TIME: Kind.GOOD,
    Outcome.OTHER_TIME: Kind.WARN,
    Outcome.NOWHERE: Kind.BAD,
    Outcome.LEFT_OUT: Kind.QUIET,
}
STAYS, NO_ROOM, NO_COLLEAGUE = "Left out", "No suitable room", "No colleague is free"


def plan_columns(
    cause: Cause, twenty_four: Callable[[], bool]
) -> tuple[Column[Line], ...]:
    """The columns of a plan: which booking, whose, where it is, where it goes, why."""
    colleagues = isinstance(cause, Away)
    now = _room if isinstance(cause, Closing | Failing) else _now

    def goes(line: Line) -> str:
        return _goes(line, colleagues=colleagues, twenty_four=twenty_four())

    return (
        Column(
            "Booking",
            lambda line: when(line, twenty_four=twenty_four()),
            lambda line: line.seen.starts,
            weight=Weight.STRONG,
        ),
        Column("Whose", lambda line: line.seen.lead, lambda line: line.seen.lead),
        Column("Now", now, now, weight=Weight.MUTED),
        Column(
            "Goes to" if colleagues else "Move to",
            goes,
            goes,
            kind=lambda line: KINDS[line.outcome],
        ),
        Column("Why this one", _why, _why, weight=Weight.MUTED),
    )


def target_columns(
    line: Line, twenty_four: Callable[[], bool]
) -> tuple[Column[Target], ...]:
    """The columns of the places that one booking could go to."""

    def place(target: Target) -> str:
        return target.worker or _rooms(target)

    return (
        Column(
            "When",
            lambda target: at(
                target.period.starts, line.seen.starts, twenty_four=twenty_four()
            ),
            lambda target: target.period.starts,
        ),
        Column("Where", place, place, weight=Weight.STRONG),
        Column(
            "How far",
            lambda target: _far(target.metres),
            lambda target: target.metres or 0,
        ),
        Column("Cost", _cost, lambda target: target.pence),
        Column(
            "To agree to",
            lambda target: " ".join(target.warnings),
            lambda target: len(target.warnings),
            weight=Weight.MUTED,
        ),
    )


def when(line: Line, *, twenty_four: bool = False) -> str:
    """When a booking is: "Mon 7 December, 3:30pm, 1 hour"."""
    starts, ends = line.seen.starts, line.seen.ends
    long = minutes(round((ends - starts).total_seconds() / 60))
    return f"{_day(starts)}, {clock(starts, twenty_four=twenty_four)}, {long}"


def at(starts: datetime, was: datetime, *, twenty_four: bool = False) -> str:
    """A start, with its day where that is another one than it was."""
    hour = clock(starts, twenty_four=twenty_four)
    return hour if starts.date() == was.date() else f"{_day(starts)}, {hour}"


def tallies(plan: Plan) -> tuple[tuple[str, Kind, str], ...]:
    """What comes of all of them: number, how that stands, words."""
    lines = len(plan.lines)
    found = [(str(lines), Kind.QUIET, "booking affected", "bookings affected")]
    same = "can go to a colleague" if isinstance(plan.cause, Away) else ""
    for outcome, one, many in (
        (
            Outcome.SAME_TIME,
            same or "can move, same day and time",
            same or "can move, same day and time",
        ),
        (Outcome.OTHER_TIME, "needs another time", "need another time"),
        (Outcome.NOWHERE, "has nowhere suitable", "have nowhere suitable"),
        (Outcome.LEFT_OUT, "is left out", "are left out"),
    ):
        number = plan.count(outcome)
        if number or outcome is Outcome.SAME_TIME:
            found.append((str(number), KINDS[outcome], one, many))
    return tuple(
        (number, kind, one if number == "1" else many)
        for number, kind, one, many in found
    )


def further(plan: Plan) -> str:
    """How much further it is on average; nothing where nobody knows."""
    if plan.further is None or isinstance(plan.cause, Away):
        return ""
    return f"{miles(plan.further)} further on average"


def verb(plan: Plan) -> str:
    """What the button does: "Close, and move 15 bookings"."""
    moving = len(plan.moving)
    bookings = count(moving, "booking")
    if isinstance(plan.cause, Away):
        return f"Hand over {bookings}"
    if isinstance(plan.cause, Closing):
        return f"Close, and move {bookings}" if moving else "Close"
    return f"Move {bookings}"


def does_something(plan: Plan) -> bool:
    """Whether anything would change."""
    return bool(plan.moving) or isinstance(plan.cause, Closing)


def needs_agreeing(plan: Plan) -> bool:
    """Whether some have nowhere to go but where something has to be agreed to."""
    nowhere = [line for line in plan.lines if line.outcome is Outcome.NOWHERE]
    return any(line.why == WARNED for line in nowhere)


def about(line: Line) -> tuple[str, ...]:
    """All that is said of one booking: why, and what keeps other rooms out."""
    said = [_why(line)] if line.why else []
    said += [
        f"{each.reason.value}: {count(each.rooms, 'room')}, {each.words}"
        for each in line.obstacles
    ]
    if line.target is not None:
        said += line.target.warnings
    return tuple(said)


def _day(when: datetime) -> str:
    return f"{DAYS[when.weekday()][:3]} {day_month(when)}"


def _room(line: Line) -> str:
    """Where all of them are in the same venue."""
    return line.room.name


def _now(line: Line) -> str:
    return f"{line.room.name}, {line.room.venue.name}"


def _goes(line: Line, *, colleagues: bool, twenty_four: bool) -> str:
    if line.outcome is Outcome.LEFT_OUT:
        return STAYS
    target = line.target
    if target is None:
        return NO_COLLEAGUE if colleagues else NO_ROOM
    if target.worker:
        return target.worker
    if line.outcome is Outcome.SAME_TIME:
        return _rooms(target)
    start = at(target.period.starts, line.seen.starts, twenty_four=twenty_four)
    return f"{_rooms(target)}, {start}"


def _rooms(target: Target) -> str:
    names = " and ".join(room.name for room in target.rooms)
    return f"{names}, {target.room.venue.name}"


def _why(line: Line) -> str:
    if line.by_hand and line.outcome is not Outcome.LEFT_OUT:
        return f"chosen by hand; {line.why}" if line.why else "chosen by hand"
    return line.why


def _far(metres: int | None) -> str:
    if metres is None:
        return ""
    return miles(metres) if metres else "same building"


def _cost(target: Target) -> str:
    if target.worker:
        return ""
    return money(target.pence) if target.pence else "free of charge"
