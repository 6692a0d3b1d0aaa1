"""What the results say in words: their heading, their reasons, and the text to copy."""

from __future__ import annotations

from collections.abc import Iterable

from ui.kinds import Kind
from ui.models.matches import badges, facts, place
from ui.widgets.reasons import Reason as Line
from venues.domain.findings import Reason
from venues.domain.rules import no_go
from venues.domain.rules.double_booking import DoubleBooking
from venues.domain.words import DAYS, count, day, day_month, span
from venues.services.finding import Match, Misfit, Wish
from venues.services.second_look import Area
from venues.services.ways_out import Way

DOT = " · "
GRAVE = frozenset({Reason.CASE, Reason.NOT_SUITABLE, Reason.SUSPENDED})


def when(wish: Wish, *, twenty_four: bool = False) -> str:
    """The time and the people asked for: "Thursday 26 November, 3pm to 4pm, …"."""
    period = wish.period
    weekday = DAYS[period.day.weekday()]
    hours = span(period.starts, period.ends, twenty_four=twenty_four)
    people = count(wish.people, "person", "people")
    return f"{weekday} {day_month(period.day)}, {hours}, for {people}"


def heading(
    exact: int, moved: int, wish: Wish, *, twenty_four: bool = False
) -> tuple[str, str]:
    """How many rooms fit, and what they fit."""
    asked = when(wish, twenty_four=twenty_four)
    if not exact and not moved:
        return "No room", f"fits {asked}"
    if not exact:
        rooms = count(moved, "room")
        return rooms, f"at another start. None fits {asked}"
    fit = "fits" if exact == 1 else "fit"
    more = f", and {moved} at another start" if moved else ""
    return count(exact, "room"), f"{fit} {asked}{more}"


def lines(ways: Iterable[Way], areas: Iterable[Area]) -> list[Line]:
    """A line for each reason, and one for each other area where rooms fit."""
    found = [
        Line(
            key=way.group.reason.name,
            tag=way.group.reason.value,
            kind=Kind.BAD if way.group.reason in GRAVE else Kind.QUIET,
            words=f"{count(len(way.group.misfits), 'room')}: {way.words}",
            rooms=tuple(
                (f"{each.room.name}, {each.room.venue.name}", why(each))
                for each in way.group.misfits
            ),
            action=way.offer.words if way.offer else "",
            ask=tuple(each.room.id * may_ask(each) for each in way.group.misfits),
        )
        for way in ways
    ]
    return found + [
        Line(
            key=area.name,
            tag="Elsewhere",
            kind=Kind.QUIET,
            words=f"{count(area.offer.frees, 'room')} in {area.name} "
            f"{'fits' if area.offer.frees == 1 else 'fit'}",
            action=area.offer.words,
        )
        for area in areas
    ]


def may_ask(misfit: Misfit) -> bool:
    """Whether all that keeps the room out is that somebody else has it.

    Where it is about a person nothing is offered, lest it say when they leave.
    """
    refusals = [each for each in misfit.findings if each.refuses]
    return bool(refusals) and all(each.rule == DoubleBooking.name for each in refusals)


def why(misfit: Misfit) -> str:
    """All that keeps the room out; of a refusal for a person, nothing but that.

    Beside it the times of other bookings would say when somebody leaves.
    """
    refusals = [each for each in misfit.findings if each.refuses]
    for each in refusals:
        if each.rule == no_go.FINDING.rule:
            return each.message
    return " ".join(each.message for each in refusals)


def as_text(matches: Iterable[Match], wish: Wish, layout: str | None) -> str:
    """The rooms as lines to send somebody: no case, no audience, no distance.

    How far it is would tell where somebody lives. How each room stands is said by its
    three badges alone, since other remarks may be about the person.
    """
    period = wish.period
    said = [f"Rooms free on {day(period.day)}", ""]
    for match in matches:
        known = DOT.join(facts(match, layout, distance=False))
        hours = span(match.period.starts, match.period.ends)
        stands = ", ".join(each.said for each in badges(match)) or "not assessed yet"
        said.append(
            f"{match.room.name}, {place(match.room)}: {hours}{DOT}{known}{DOT}{stands}"
        )
    return "\n".join(said)
