"""What keeps people apart, as rows of a table: one reference a row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ui.kinds import Kind
from ui.models.table import Column, Weight
from venues.domain.apart import Stage, column_date
from venues.services.apart.ending import CASE, LINK, Key
from venues.services.apart.overview import Row

SHOW = "Show…"
"""Stands for a partner that nobody has asked for yet."""

BADGES = {
    Stage.DUE: Kind.WARN,
    Stage.SOON: Kind.WARN,
    Stage.CURRENT: Kind.GOOD,
    Stage.OVER: Kind.QUIET,
}
KEPT_FROM = 1
"""The column that is pressed to show a partner."""


def apart_columns(partner: Callable[[Key], str]) -> tuple[Column[Row], ...]:
    """The columns; ``partner`` gives a link's other reference once it was shown."""

    def kept_from(row: Row) -> str:
        if row.key.what != LINK:
            return row.kept_from
        return partner(row.key) or SHOW

    return (
        Column("Case", _case, _case, weight=Weight.STRONG),
        Column(
            "Kept from", kept_from, kept_from, tip=lambda row: row.kept_from or None
        ),
        Column("Kind", _kind, _kind),
        Column("Before and after", _buffer, _buffer),
        Column("Court", _court, _court),
        Column("Until", _until, lambda row: row.until or date.max),
        Column("State", _state, _stage, kind=lambda row: BADGES[row.standing.stage]),
    )


def _case(row: Row) -> str:
    return row.case


def _kind(row: Row) -> str:
    return row.kind


def _buffer(row: Row) -> str:
    return row.before_and_after


def _court(row: Row) -> str:
    if row.key.what == CASE:
        return ""
    return "Yes" if row.court_condition else "No"


def _until(row: Row) -> str:
    return "" if row.key.what == CASE else column_date(row.until)


def _state(row: Row) -> str:
    return row.standing.words


def _stage(row: Row) -> tuple[int, date]:
    return row.standing.stage, row.until or date.max
