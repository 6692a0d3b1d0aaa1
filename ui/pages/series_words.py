"""What is said of the dates of a series that is being booked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ui.kinds import Kind
from ui.pages.check_words import heading_of
from ui.widgets.datechips import DateMark
from venues.domain.findings import Reason
from venues.domain.words import MONTHS, clock, count, day, listing, span
from venues.services.series.planning import Outcome, Planned
from venues.services.series.ways import Way

SHORT = 3
NAMED = 3
"""Dates named on a button; more are counted."""

LOOKING = "Looking at the dates…"
BRIEF: dict[Reason, str] = {
    Reason.CASE: "not available",
    Reason.SUSPENDED: "suspended",
    Reason.NOT_SUITABLE: "not suitable",
    Reason.CLOSED: "closed",
    Reason.BOOKED: "in use",
    Reason.MUST_HAVE: "lacks a must-have",
    Reason.SEATS: "too few seats",
    Reason.WORKER: "not free",
    Reason.DISTANCE: "too far",
    Reason.VENUE: "too short notice",
    Reason.COST: "cost",
    Reason.OTHER: "see checks",
}
"""Why a date fails, in the few words that a chip has room for."""


def short(when: date) -> str:
    """A date on a chip: "26 Nov"."""
    return f"{when.day} {MONTHS[when.month - 1][:SHORT]}"


def dates(days: Sequence[date]) -> str:
    """Some dates on a button: "24 and 31 Dec"; many are counted."""
    if len(days) > NAMED:
        return count(len(days), "date")
    following = [*days[1:], None][: len(days)]
    named = [
        str(each.day) if next_ and next_.month == each.month else short(each)
        for each, next_ in zip(days, following, strict=True)
    ]
    return listing(named)


def mark(planned: Planned) -> DateMark:
    """The chip of a date."""
    kind, words = _stands(planned)
    spoken = f"{day(planned.day)}: {said(planned)}"
    return DateMark(planned.day, short(planned.day), kind, words, spoken)


def _stands(planned: Planned) -> tuple[Kind, str]:
    judged = planned.judged
    if planned.outcome is Outcome.LEFT_OUT:
        return Kind.QUIET, "left out" if planned.asked else planned.why.lower()
    if planned.waits and judged is not None:
        heading = heading_of(planned.findings[0], judged)
        return Kind.WARN, heading[0].lower() + heading[1:]
    if planned.outcome is Outcome.REFUSED or judged is None:
        reason = planned.findings[0].reason if planned.findings else Reason.OTHER
        return Kind.BAD, BRIEF[reason]
    if planned.outcome is Outcome.OTHER_ROOM:
        return Kind.WARN, f"{judged.rooms[0].name} instead"
    if planned.moved:
        return Kind.WARN, f"at {clock(judged.request.period.starts)} instead"
    passed = any(each.acceptable for each in judged.findings)
    return (Kind.WARN, "with your reason") if passed else (Kind.GOOD, "")


def said(planned: Planned) -> str:
    """What becomes of a date, in a sentence or two."""
    judged, why = planned.judged, planned.why
    if planned.outcome is Outcome.LEFT_OUT:
        return f"Left out. {why}".strip() if planned.asked else f"Left out: {why}."
    if planned.outcome is Outcome.REFUSED or judged is None:
        return f"It fits once you say why. {why}" if planned.waits else why
    room, period = judged.rooms[0], judged.request.period
    where = f"{room.name}, {room.venue.name}"
    if planned.outcome is Outcome.OTHER_ROOM:
        return f"In {where} instead. {why}".strip()
    if planned.moved:
        return f"{span(period.starts, period.ends)} instead. {why}".strip()
    passed = [each.message for each in judged.findings if each.acceptable]
    return f"It fits, with your reason. {' '.join(passed)}" if passed else "It fits."


def way(found: Way) -> str:
    """A way out as the words of its button."""
    if found.words.endswith("here"):
        hours = span(found.period.starts, found.period.ends)
        return f"{hours} instead"
    return f"Use {found.room.name}, {found.room.venue.name}"


def failing(planned: Sequence[Planned]) -> list[Planned]:
    """The dates that somebody has to decide about."""
    return [
        each for each in planned if each.outcome is Outcome.REFUSED and not each.waits
    ]


def to_book(planned: Sequence[Planned]) -> int:
    """How many dates are booked as it stands, or would be if each fitted."""
    return sum(each.outcome is not Outcome.LEFT_OUT for each in planned)


def title(planned: Sequence[Planned]) -> str:
    """The heading of the dates: "12 dates"."""
    return count(len(planned), "date")


def summary(planned: Sequence[Planned]) -> str:
    """How many of the dates fit, and how many do not."""
    out = sum(each.outcome is Outcome.LEFT_OUT for each in planned)
    bad = len(failing(planned))
    waiting = sum(each.waits for each in planned)
    good = len(planned) - out - bad - waiting
    parts = [f"{good} fit{'s' if good == 1 else ''}"]
    parts += [f"{bad} {_do(bad)} not"] if bad else []
    parts += [f"{waiting} once you say why"] if waiting else []
    parts += [f"{out} left out"] if out else []
    return f"{listing(parts)}."


def why_not(planned: Sequence[Planned], *, conditions: bool = False) -> str:
    """What has to be decided before it can be booked, or what will still be open."""
    if bad := failing(planned):
        days = dates([each.day for each in bad])
        return f"Say what to do about {days}, which {_do(len(bad))} not fit."
    for each in planned:
        if each.waits and each.judged is not None:
            heading = heading_of(each.findings[0], each.judged)
            return f"Tick “{heading}” and say why."
    if not to_book(planned):
        return "None of the dates is left to book."
    return "It is booked provisionally until that is done." if conditions else ""


def done(planned: Sequence[Planned], words: str, room: str) -> str:
    """The message after it was booked."""
    number = count(to_book(planned), "date")
    out = [
        each.day
        for each in planned
        if each.outcome is Outcome.LEFT_OUT and each.asked is not None
    ]
    rule = words[0].lower() + words[1:]
    left = f" Left out: {dates(out)}." if out else ""
    return f"Booked {number} in {room}, {rule}.{left}"


def _do(number: int) -> str:
    return "does" if number == 1 else "do"
