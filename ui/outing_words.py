"""What is said of outings on Today, in the alert and in the list, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ui.kinds import Kind
from venues.domain.outings import Out, Standing
from venues.domain.words import clock, count, day_month, span

KINDS = {
    Standing.PLANNED: Kind.QUIET,
    Standing.NOT_IN: Kind.WARN,
    Standing.IN: Kind.GOOD,
    Standing.DUE: Kind.WARN,
    Standing.OUT: Kind.QUIET,
}


def badge(out: Out, now: datetime) -> tuple[Kind, str]:
    """How an outing stands, as a badge."""
    standing = out.standing(now)
    return KINDS[standing], standing.value


def times(out: Out) -> str:
    """From when until when: "3:00pm to 4:00pm"."""
    return span(out.starts, out.ends, column=True)


def own(out: Out, now: datetime) -> str:
    """One's own outing: when it is, and with whom one checks out by when."""
    said = times(out)
    due = clock(out.check_out, column=True)
    if out.checked_out is not None:
        return f"{said} · checked out"
    whom = f" with {out.buddy}" if out.buddy else ""
    if out.standing(now) is Standing.DUE:
        return f"{said} · check-out{whom} was due at {due}{_day(out, now)}"
    return f"{said} · check out{whom} by {due}"


def buddy(out: Out, now: datetime) -> str:
    """Where somebody is whose buddy one is, and until when."""
    due = clock(out.check_out, column=True)
    if out.standing(now) is Standing.DUE:
        late = f"check-out was due at {due}{_day(out, now)}"
        return f"{_where(out)}, {late}"
    starts = clock(out.starts, column=True)
    begins = "" if out.out_now(now) else f"from {starts}, "
    return f"{_where(out)}, {begins}out by {due}"


def alert(out: Out, now: datetime) -> str:
    """What a missing check-out asks for."""
    due = clock(out.check_out)
    phone = f": {out.phone}" if out.phone else ""
    said = f"Check-out was due at {due}{_day(out, now)}. Ring {out.name}{phone}."
    if out.rung_at is not None:
        at = clock(out.rung_at)
        said += f" {out.rung} rang at {at}."
    return said


def tally(outings: Sequence[Out], now: datetime) -> str:
    """How many are out, in a sentence: "3 out now, 1 check-out due, 2 later today."."""
    left = [each for each in outings if each.checked_out is None]
    standings = [each.standing(now) for each in left]
    due = standings.count(Standing.DUE)
    out = sum(each.out_now(now) for each in left)
    later = len(left) - out
    if not left:
        return "Nobody is out."
    said = [
        f"{out} out now" if out else "Nobody is out now",
        f"{count(due, 'check-out')} due" if due else "",
        f"{later} later today" if later else "",
    ]
    return f"{', '.join(part for part in said if part)}."


def _where(out: Out) -> str:
    return ", ".join(part for part in (out.name, out.place) if part)


def _day(out: Out, now: datetime) -> str:
    if out.check_out.date() == now.date():
        return ""
    return f" on {day_month(out.check_out)}"
