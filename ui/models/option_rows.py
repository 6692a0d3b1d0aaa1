"""Columns of the options that were explored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from operator import attrgetter

from ui.models.table import Column, Weight
from venues.domain import ladder
from venues.domain.amounts import say_money
from venues.domain.ladder import Answer, Step
from venues.domain.people import Role
from venues.domain.words import short_day
from venues.services.evidence import options
from venues.services.evidence.options import Option
from venues.services.evidence.unmet_need import SETS_SAID

KINDS = {Answer.YES: "good", Answer.NO: "bad", Answer.LATER: "warn"}
"""Answer → how its badge is drawn; its words say the same."""


def columns(
    criteria: Mapping[str, str], today: Callable[[], date]
) -> tuple[Column[Option], ...]:
    """By gap; ``criteria`` are the words of each code."""

    def tried(option: Option) -> str:
        return ladder.tried(option.step, option.criterion, criteria)

    def again(option: Option) -> str:
        return "" if option.ask_again_on is None else short_day(option.ask_again_on)

    def due(option: Option) -> str | None:
        return "warn" if options.due(option, today()) else None

    return (
        Column("Town", attrgetter("town"), attrgetter("town"), weight=Weight.STRONG),
        Column("For", _set, _set),
        Column("Tried", tried, _rung, tip=tried),
        Column("Building", attrgetter("building"), attrgetter("building")),
        Column("Answer", _answer, _answer, kind=_kind),
        Column("Why not", attrgetter("why_not"), attrgetter("why_not"), tip=_why),
        Column("Asked", _asked, attrgetter("asked_on")),
        Column("Ask again", again, _again, kind=due),
        Column("Owner", attrgetter("owner"), attrgetter("owner"), weight=Weight.MUTED),
        Column("Cost", _cost, _pence, right=True),
    )


def _set(option: Option) -> str:
    return SETS_SAID.get(option.set, option.set)


def _rung(option: Option) -> int:
    """Its place on the ladder."""
    return len(Step) if option.step is None else list(Step).index(option.step)


def _asked(option: Option) -> str:
    role = Role(option.role).words if option.role in set(Role) else option.role
    day = short_day(option.asked_on)
    return f"{day}, {role.lower()}" if role else day


def _answer(option: Option) -> str:
    return option.answer.words


def _kind(option: Option) -> str:
    return KINDS.get(option.answer, "quiet")


def _why(option: Option) -> str | None:
    return option.why_not or None


def _cost(option: Option) -> str:
    return "" if option.cost is None else say_money(option.cost)


def _pence(option: Option) -> int:
    return -1 if option.cost is None else option.cost


def _again(option: Option) -> date:
    return option.ask_again_on or date.max
