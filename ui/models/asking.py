"""What is to be asked of a venue, as a table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from operator import attrgetter

from ui.kinds import Kind
from ui.models.table import Column
from venues.domain.words import DAYS, count, day_month, span
from venues.services.block_hires import Unused
from venues.services.venue_answers import ASKED, NO, TO_ASK, YES, Answer
from venues.services.venue_asking import Item

STATES = {TO_ASK: "To ask", ASKED: "Asked", YES: "Yes", NO: "Said no"}
KINDS = {
    TO_ASK: Kind.WARN,
    ASKED: Kind.QUIET,
    YES: Kind.GOOD,
    NO: Kind.BAD,
}


def columns(twenty_four: Callable[[], bool]) -> tuple[Column[Item], ...]:
    """The columns of bookings that are to be asked about."""

    def when(item: Item) -> str:
        hours = span(
            item.wanted.starts,
            item.wanted.ends,
            twenty_four=twenty_four(),
            column=True,
        )
        return f"{_day(item.wanted.starts)}, {hours}"

    return (
        Column("Held", when, attrgetter("wanted.starts")),
        Column("Answer", state, _order, kind=_kind),
        Column("Room", attrgetter("wanted.rooms"), attrgetter("wanted.rooms")),
        Column(
            "People",
            lambda item: str(item.wanted.people or ""),
            lambda item: item.wanted.people or 0,
            right=True,
        ),
        Column("Said", said, said),
        Column("Worker", _worker, _worker),
    )


def unused_columns(twenty_four: Callable[[], bool]) -> tuple[Column[Unused], ...]:
    """The columns of hired time that no booking uses."""

    def when(each: Unused) -> str:
        hours = span(each.starts, each.ends, twenty_four=twenty_four(), column=True)
        return f"{_day(each.starts)}, {hours}"

    return (
        Column("Hired and not used", when, attrgetter("starts")),
        Column("Venue", attrgetter("venue.name"), attrgetter("venue.name")),
        Column(
            "Room",
            lambda each: each.room or "The whole venue",
            attrgetter("room"),
        ),
        Column("Terms", attrgetter("terms"), attrgetter("terms")),
    )


def state(item: Item) -> str:
    """How the asking stands, in words."""
    words = STATES[item.answer.said]
    return f"{words}, urgent" if item.urgent else words


def said(item: Item) -> str:
    """When it was asked or answered, by which role, and what it costs."""
    answer: Answer = item.answer
    if answer.said == ASKED and answer.asked_on:
        return f"on {day_month(answer.asked_on)}"
    if answer.said not in {YES, NO}:
        return ""
    on = f"on {day_month(answer.answered_on)}" if answer.answered_on else ""
    by = f"by {answer.by}" if answer.by else ""
    return ", ".join(part for part in (on, by, answer.reference) if part)


def tally(items: tuple[Item, ...]) -> str:
    """How many are in which state: "3 to ask, 1 asked"."""
    found = [each.answer.said for each in items]
    return ", ".join(
        f"{found.count(key)} {STATES[key].lower()}"
        for key in STATES
        if found.count(key)
    )


def told(number: int, verb: str) -> str:
    """What is said below once it is done: "3 bookings marked as asked"."""
    return f"{count(number, 'booking')} {verb}"


def _day(moment: date) -> str:
    return f"{DAYS[moment.weekday()][:3]} {day_month(moment)}"


def _kind(item: Item) -> str | None:
    return Kind.BAD if item.urgent else KINDS[item.answer.said]


def _order(item: Item) -> tuple[int, bool]:
    return list(STATES).index(item.answer.said), not item.urgent


def _worker(item: Item) -> str:
    return item.workers[0] if item.workers else ""
