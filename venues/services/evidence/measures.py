"""The measures there are, and how the viewer is told them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sqlalchemy.orm import Session

from venues.database.session import BLIND, MEMO
from venues.domain.figures import Definition, Tally
from venues.domain.people import Role, Viewer, may_use
from venues.errors import NotAllowed
from venues.services.evidence import (
    attendance,
    choice,
    cost,
    cost_kept,
    coverage,
    kept,
    panels,
    police,
    refusals,
    reviewed,
    suited,
    unmet_need,
    use,
)
from venues.services.evidence.ground import Ground
from venues.services.evidence.scope import Scope
from venues.services.progress import Progress, quiet


class Measure(NamedTuple):
    """A measure: its definition, and what adds it up."""

    definition: Definition
    read: Callable[[Ground], dict[int, Tally]]


MEASURES: dict[str, Measure] = {
    each.definition.key: each
    for each in (
        Measure(coverage.DEFINITION, coverage.read),
        Measure(unmet_need.DEFINITION, unmet_need.read),
        Measure(unmet_need.NEEDS, unmet_need.read_needs),
        Measure(reviewed.DEFINITION, reviewed.read),
        Measure(cost.DEFINITION, cost.read),
        Measure(use.DEFINITION, use.read),
        Measure(suited.DEFINITION, suited.read),
        Measure(kept.DEFINITION, kept.read),
        Measure(cost_kept.DEFINITION, cost_kept.read),
        Measure(attendance.DEFINITION, attendance.read),
        Measure(choice.DEFINITION, choice.read),
        Measure(police.DEFINITION, police.read),
        Measure(panels.DEFINITION, panels.read),
        Measure(refusals.DEFINITION, refusals.read),
    )
}
"""In the order of the page and of the board's report."""

WITHOUT_BOOKINGS = frozenset({"coverage", "unmet", "needs", "reviews", "suitable"})
"""Those that a board reader's sign-in at a server can add up."""

Tallies = Mapping[str, Mapping[int, Tally]]
"""Measure → authority → what was counted; 0 is what belongs to no single one."""


def check(viewer: Viewer) -> None:
    """Refuse everybody whose role has no evidence.

    Raises:
        NotAllowed: it is for coordinators, managers and board readers.
    """
    if not may_use(viewer.role, "evidence"):
        raise NotAllowed("Evidence is for coordinators, managers and board readers.")


def tallies(
    session: Session,
    scope: Scope,
    *,
    dated: bool | None = None,
    progress: Progress = quiet,
) -> dict[str, dict[int, Tally]]:
    """Every measure as it is counted: not yet what anybody may be told.

    ``dated`` asks for those of the days alone, or for those of today alone. A server
    lets a board reader read no bookings, so what is added up from them is left out.
    """
    ground, found = Ground(session, scope), {}
    wanted = [
        (key, each)
        for key, each in MEASURES.items()
        if (dated is None or each.definition.dated is dated)
        and (key in WITHOUT_BOOKINGS or not session.info.get(BLIND))
    ]
    for done, (key, each) in enumerate(wanted):
        progress(done, len(wanted))
        found[key] = _read(ground, each)
    return found


def _read(ground: Ground, measure: Measure) -> dict[int, Tally]:
    """A measure of how things stand today is kept until the catalogue changes."""
    definition, scope = measure.definition, ground.scope
    if definition.dated:
        return measure.read(ground)
    memo = ground.session.info.setdefault(MEMO, {})
    mark = (ground.catalogue.revision, scope.today, scope.sectors)
    kept: tuple[object, dict[int, Tally]] | None = memo.get(definition)
    if kept is None or kept[0] != mark:
        kept = memo[definition] = (mark, measure.read(ground))
    return kept[1]


def banded(viewer: Viewer, definition: Definition) -> bool:
    """Whether the viewer is told a measure with its small counts banded.

    A board reader is told everything about people so; a coordinator what says of
    bookings more than they are told of each.
    """
    if viewer.role is Role.BOARD:
        return definition.of_people
    return viewer.role is Role.COORDINATOR and definition.telling
