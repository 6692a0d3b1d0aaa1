"""What would be on record of a place with which nobody finds fault."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from venues.database.catalogue import Catalogue
from venues.domain.checklist import Demand, Question, Style
from venues.domain.record import Part, Record, Reply, Visit, months_after

BEST_SCORE = "3"
ANYTHING = "yes"


def record(catalogue: Catalogue, today: date, lacking: Iterable[str]) -> Record:
    """What would be on record of a room that meets everything but some needs."""
    part = _meeting_all(catalogue, today, frozenset(lacking))
    return Record(part, part, (), catalogue.assessed.limits)


def _meeting_all(catalogue: Catalogue, today: date, lacking: frozenset[str]) -> Part:
    replies: dict[str, tuple[Reply, ...]] = {}
    for question in catalogue.assessed.checklist.questions.values():
        if question.style is Style.AUTOMATIC:
            continue
        if lacking and lacking & {each.need for each in question.meets}:
            continue
        replies[question.code] = (Reply(good(catalogue, question), found_on=today),)
    return Part(visit(catalogue, today), replies)


def visit(catalogue: Catalogue, today: date) -> Visit:
    """A visit made today."""
    return Visit(today, months_after(today, catalogue.assessed.limits.review))


def good(catalogue: Catalogue, question: Question) -> str:
    """The answer that is good enough for most of what asks for the criterion."""
    if question.style is Style.SCORE:
        return BEST_SCORE
    if question.style is Style.FREE:
        return ANYTHING
    demands: list[Demand] = [
        asks[question.code][1]
        for kind in catalogue.kinds.values()
        if question.code in (asks := kind.demands.asks)
    ]

    def worth(option: str) -> tuple[int, int]:
        met = sum(question.passes(option, each) for each in demands)
        return met, sum(question.satisfies(option, each) for each in question.meets)

    return max(question.options, key=worth)
