"""Appointments that are over, as a table in which is said what came of them."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from ui.kinds import Kind
from ui.models.reviews import when
from ui.models.table import Column, Weight
from venues.domain.outcomes import words
from venues.services.outcomes import Past

NOT_NOTED = "Not noted"


def columns(twenty_four: Callable[[], bool]) -> tuple[Column[Past], ...]:
    """When and for whom it was, what came of it, where and what, and with whom."""
    return (
        Column(
            "When",
            lambda past: when(past.seen.starts, past.seen.ends, twenty_four()),
            attrgetter("seen.starts"),
        ),
        Column("Case", attrgetter("seen.cases"), attrgetter("seen.cases")),
        Column("Outcome", outcome, outcome, kind=_kind),
        Column("Room", _place, _place),
        Column("Appointment", attrgetter("seen.kind"), attrgetter("seen.kind")),
        Column("Worker", _lead, _lead, weight=Weight.MUTED),
    )


def outcome(past: Past) -> str:
    """What came of it, in words."""
    return words(past.outcome) if past.outcome else NOT_NOTED


def _kind(past: Past) -> str | None:
    return Kind.QUIET if past.outcome else Kind.WARN


def _place(past: Past) -> str:
    return f"{past.room.name}, {past.room.venue.name}"


def _lead(past: Past) -> str:
    return past.seen.lead
