"""What belongs to cases on hold, and is kept until the hold ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from venues.database.models import Attendance, Case, Separation
from venues.domain.keeping import is_held

CASES = ("case_id", "first_id", "second_id")
"""How other rows name a case."""


@dataclass(frozen=True, slots=True)
class Held:
    """The keys of the cases on hold, of their bookings and of their links."""

    cases: frozenset[int]
    bookings: frozenset[int]
    links: frozenset[int]

    @classmethod
    def read(cls, session: Session, today: date) -> Self:
        """Those of that day."""
        rows = session.execute(select(Case.id, Case.hold_until).where(Case.on_hold))
        cases = frozenset(
            id_
            for id_, until in rows
            if is_held(on_hold=True, until=until, today=today)
        )
        bookings = select(Attendance.booking_id).where(Attendance.case_id.in_(cases))
        links = select(Separation.id).where(
            or_(Separation.first_id.in_(cases), Separation.second_id.in_(cases))
        )
        return cls(
            cases,
            frozenset(session.scalars(bookings)),
            frozenset(session.scalars(links)),
        )

    def owns(self, table: str, row_id: int | None, changes: Mapping[str, Any]) -> bool:
        """Whether a row of history is about one of them."""
        of = {"case": self.cases, "booking": self.bookings, "separation": self.links}
        return (
            row_id in of.get(table, ())
            or any(not self.cases.isdisjoint(changes.get(key, ())) for key in CASES)
            or not self.bookings.isdisjoint(changes.get("booking_id", ()))
        )
