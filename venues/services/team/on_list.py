"""Whose list a case is on: read, put on and taken off, so that it can be undone."""

from __future__ import annotations

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from venues.database.models import CaseStaff

NOBODY = "not on the list"

Key = tuple[int, int, date]
"""Case, member of staff, and since when."""


def listed(session: Session, case_id: int, staff_id: int, today: date) -> bool:
    """Whether the case is on that list now."""
    found = select(CaseStaff.case_id).where(
        CaseStaff.case_id == case_id,
        CaseStaff.staff_id == staff_id,
        CaseStaff.since <= today,
        or_(CaseStaff.until.is_(None), CaseStaff.until > today),
    )
    return session.scalar(found.limit(1)) is not None


def read(session: Session, key: tuple[object, ...]) -> object:
    """Until when it is there; ``NOBODY`` where it is not at all."""
    row = session.get(CaseStaff, key)
    return NOBODY if row is None else row.until


def write(session: Session, key: tuple[object, ...], value: object) -> None:
    """Let it be there until that day, for good (None), or not at all."""
    row = session.get(CaseStaff, key)
    if value == NOBODY:
        session.delete(row)
        return
    if row is None:
        case_id, staff_id, since = key
        row = CaseStaff(case_id=case_id, staff_id=staff_id, since=since)
        session.add(row)
    row.until = value  # type: ignore[assignment]
