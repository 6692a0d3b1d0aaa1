"""What a replay would have solved, and ranked changes, as tables."""

from __future__ import annotations

from operator import attrgetter

from ui.models.table import Column, Weight
from venues.services.suitability import Fix
from venues.services.what_if.asking import Line, Ranked


def line_columns(title: str) -> tuple[Column[Line], ...]:
    """What it is of, what would have been solved, and what was asked again."""
    return (
        Column(title, attrgetter("label"), attrgetter("order"), weight=Weight.STRONG),
        Column("Solved", attrgetter("solved"), attrgetter("order"), right=True),
        Column("Asked again", attrgetter("asked"), attrgetter("order"), right=True),
    )


def ranked_columns() -> tuple[Column[Ranked], ...]:
    """The changes that would have solved most, the best first."""
    return (
        Column("Solved", attrgetter("solved"), attrgetter("place"), right=True),
        Column(
            "Change",
            attrgetter("words"),
            attrgetter("words"),
            weight=Weight.STRONG,
            tip=attrgetter("words"),
        ),
        Column("Cost", attrgetter("cost"), attrgetter("pence"), weight=Weight.MUTED),
    )


def fix_columns() -> tuple[Column[Fix], ...]:
    """What put right would open most rooms; a room counts once for each set."""
    return (
        Column("Opens", lambda fix: str(fix.opens), lambda fix: -fix.opens, right=True),
        Column(
            "What to do",
            attrgetter("words"),
            attrgetter("words"),
            weight=Weight.STRONG,
            tip=attrgetter("words"),
        ),
        Column(
            "Rooms",
            lambda fix: str(len(fix.rooms)),
            lambda fix: -len(fix.rooms),
            right=True,
        ),
        Column(
            "Venues",
            lambda fix: str(len(fix.venues)),
            lambda fix: -len(fix.venues),
            right=True,
        ),
    )
