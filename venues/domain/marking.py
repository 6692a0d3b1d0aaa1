"""How one question of the checklist stands at a place, whoever would meet there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from venues.domain.checklist import COUNTED, SETS, Checklist, Demand, Question, Strength
from venues.domain.record import Part, Reply, months_after, outcome
from venues.domain.words import listing


class Mark(StrEnum):
    """How a question stands, in the words of its badge; the gravest first."""

    FAILS = "Not met"
    OPEN = "Not answered"
    OLD = "Too old"
    PARTLY = "Not for all"
    CONTROL = "With a control"
    CARE = "With care"
    NOTED = "Noted"
    MET = "Met"


class Marked(NamedTuple):
    """A mark, the answer that decides it, and what it keeps the place from.

    ``sets`` are the appointment sets for which it is not enough.
    """

    mark: Mark
    reply: Reply | None = None
    sets: tuple[str, ...] = ()

    @property
    def against(self) -> str:
        """The sets for which it is not enough: "a panel and a victim meeting"."""
        return listing([SETS[code] for code in self.sets])


GRAVEST = tuple(Mark)


def mark(
    part: Part, question: Question, checklist: Checklist, today: date, months: int
) -> Marked:
    """How the question stands; ``months`` is the age after which a check is old."""
    asks = {
        code: demand
        for code in COUNTED
        if (demand := checklist.columns[code].get(question.code)) is not None
        and (demand.strength or demand.starred)
    }
    found = {
        code: outcome(part, question, demand, None) for code, demand in asks.items()
    }
    replies = part.replies.get(question.code, ())
    if not replies:
        return Marked(Mark.OPEN)
    failed = {code: asks[code] for code, each in found.items() if not each.passed}
    if failed:
        first = found[next(iter(failed))].reply or replies[0]
        return _failed(first, failed, asks, today)
    reply = next((each.reply for each in found.values()), None) or replies[0]
    since = reply.found_on or (part.visit.made_on if part.visit else None)
    if question.ages and since is not None and months_after(since, months) < today:
        return Marked(Mark.OLD, reply)
    if question.option(reply.value) in question.warns:
        return Marked(Mark.CARE, reply)
    return Marked(Mark.MET, reply)


def _failed(
    reply: Reply, failed: Mapping[str, Demand], asks: Mapping[str, Demand], today: date
) -> Marked:
    musts = tuple(
        code
        for code, demand in failed.items()
        if demand.strength is Strength.MANDATORY or demand.starred
    )
    if not musts:
        return Marked(Mark.NOTED, reply)
    if reply.controlled(today):
        return Marked(Mark.CONTROL, reply, musts)
    # Where most kinds of appointment need it, it is not met, whoever does not mind.
    partly = len(failed) < len(asks) or 2 * len(musts) < len(asks)
    return Marked(Mark.PARTLY if partly else Mark.FAILS, reply, musts)
