"""The kinds of appointment as the rules see them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import AppointmentType
from venues.domain.checklist import Checklist
from venues.domain.proposal import Kind


def read(session: Session, checklist: Checklist) -> dict[str, Kind]:
    """Every kind of appointment by its code, with what it asks of a room."""
    table = AppointmentType.__table__
    return {
        row.code: Kind(
            id=row.id,
            code=row.code,
            label=row.label,
            set=row.set,
            minutes=row.minutes,
            shortest=row.shortest,
            longest=row.longest,
            people=row.people,
            set_up=row.set_up,
            clear_down=row.clear_down,
            workers=row.workers,
            layout=row.layout,
            active=row.active,
            demands=checklist.demands(row.set, row.extra),
        )
        for row in session.execute(select(table).order_by(table.c.id))
    }
