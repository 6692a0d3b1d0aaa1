"""What every database starts with: authorities, checklist, types, holidays, terms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from venues.database.models import (
    AppointmentType,
    Authority,
    Base,
    ClosedDay,
    Criterion,
    Term,
)
from venues.domain import holidays
from venues.resources import table

YEARS_BACK, YEARS_AHEAD = 1, 3
"""Years around today whose bank holidays are written down."""

NUMBERS = (
    "minutes",
    "shortest",
    "longest",
    "people",
    "set_up",
    "clear_down",
    "workers",
)


def fill(session: Session, today: date) -> None:
    """Write the reference rows into those of their tables that are still empty.

    The checklist and the kinds of appointment are a starting point, editable in
    Settings; terms are the published pattern of the school years 2025/26 to 2027/28
    and are to be checked against each authority's own.
    """
    for model, rows in ROWS:
        if session.scalar(select(model.__table__.c.id).limit(1)) is None:
            session.execute(insert(model), rows(session, today))


def _authorities(_session: Session, _today: date) -> list[dict[str, Any]]:
    return [dict(row) for row in table("authorities")]


def _criteria(_session: Session, _today: date) -> list[dict[str, Any]]:
    return [dict(row) for row in table("criteria")]


def _types(_session: Session, _today: date) -> list[dict[str, Any]]:
    return [
        row
        | {name: int(row[name]) for name in NUMBERS}
        | {"layout": row["layout"] or None}
        for row in table("appointment_types")
    ]


def _bank_holidays(_session: Session, today: date) -> list[dict[str, Any]]:
    years = range(today.year - YEARS_BACK, today.year + YEARS_AHEAD + 1)
    return [
        {"day": day, "name": name, "bank_holiday": True}
        for year in years
        for day, name in holidays.england(year).items()
    ]


def _terms(session: Session, _today: date) -> list[dict[str, Any]]:
    known = session.execute(select(Authority.code, Authority.id))
    ids = {code: id_ for code, id_ in known}  # noqa: C416 - typed rows, not tuples
    return [
        {
            "authority_id": ids[row["authority"]],
            "name": row["name"],
            "since": date.fromisoformat(row["since"]),
            "until": date.fromisoformat(row["until"]),
        }
        for row in table("terms")
    ]


ROWS: tuple[tuple[type[Base], Callable[[Session, date], list[dict[str, Any]]]], ...] = (
    (Authority, _authorities),
    (Criterion, _criteria),
    (AppointmentType, _types),
    (ClosedDay, _bank_holidays),
    (Term, _terms),
)
"""Table → its rows; terms come after the authorities they belong to."""
