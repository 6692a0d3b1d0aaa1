"""Lets go of what has been kept long enough.

Nothing here is written to history: what is gone should leave no trace but a number.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from typing import Any

from sqlalchemy import delete, func, not_, or_, select, update
from sqlalchemy.orm import Session

from venues.database import past, struck
from venues.database.held import Held
from venues.database.many import batches
from venues.database.models import (
    Attendance,
    Base,
    Booking,
    Case,
    CaseHours,
    CaseStaff,
    CaseVenue,
    History,
    Outing,
    Separation,
    SignOff,
)
from venues.domain.keeping import Limits, is_over, months_on


@dataclass
class Forgetting:
    """One clearing out, in the unit of work of ``session``; ``now`` is UTC."""

    session: Session
    limits: Limits
    today: date
    now: datetime

    def everything(self) -> dict[str, int]:
        """Let go of all that is due; returns how many of each."""
        return {
            "links": self.links(),
            "references": self.references(),
            "notes": self.notes(),
            "past": self.past(),
        }

    @cached_property
    def held(self) -> Held:
        """What is on hold, as it was when this began."""
        return Held.read(self.session, self.today)

    def links(self) -> int:
        """Links, venues not to use and hours whose end is long enough ago."""
        link = (Separation.first_id, Separation.second_id)
        return (
            self._end(Separation, link, (Separation.until, Separation.closed_on))
            + self._end(
                CaseVenue, (CaseVenue.case_id,), (CaseVenue.until, CaseVenue.closed_on)
            )
            + self._end(CaseHours, (CaseHours.case_id,), (CaseHours.until,))
        )

    def references(self) -> int:
        """References of cases whose last appointment is long enough ago.

        One with a link or a venue not to use stays: it could not be found any more
        when the same reference comes back, and nobody would be kept apart.
        """
        due = self._due()
        if due:
            struck.strike(self.session, [reference for _, reference in due])
        for some in batches(id_ for id_, _ in due):
            self.session.execute(
                update(Case)
                .where(Case.id.in_(some))
                .values(reference=None, sector="", version=Case.version + 1)
            )
        return len(due)

    def notes(self) -> int:
        """Words about appointments and outings that are long enough ago."""
        day = months_on(self.today, -self.limits.references)
        before = datetime.combine(day, time())
        words = (Booking.note, Booking.arrival, Booking.police_representative)
        bookings: Any = self.session.execute(
            update(Booking)
            .where(
                Booking.ends < before,
                or_(*(column != "" for column in words)),
                Booking.id.not_in(self.held.bookings),
            )
            .values(dict.fromkeys(words, ""))
        )
        outings: Any = self.session.execute(
            update(Outing)
            .where(
                Outing.ends < before, Outing.booking_id.is_(None), Outing.place != ""
            )
            .values(place="")
        )
        return int(bookings.rowcount) + int(outings.rowcount) + self._asked(before)

    def _asked(self, before: datetime) -> int:
        """What managers were asked about; that they were, and said, stays."""
        if not struck.has(self.session, SignOff):
            return 0
        rows = self.session.execute(
            select(SignOff.id, SignOff.booking_id, SignOff.asked).where(
                SignOff.ends < before
            )
        )
        gone = [
            id_
            for id_, booking_id, asked in rows
            if asked
            and booking_id not in self.held.bookings
            and self.held.cases.isdisjoint(asked.get("case_ids", ()))
        ]
        for some in batches(gone):
            self.session.execute(
                update(SignOff).where(SignOff.id.in_(some)).values(asked={}, why="")
            )
        return len(gone)

    def past(self) -> int:
        """History, looks and codes that are old enough; what was done, after a day."""
        past.let_go_of_done(self.session, self.now)
        day = months_on(self.now.date(), -self.limits.past)
        before = datetime.combine(day, self.now.time())
        return past.let_go(self.session, before, self.held)

    def _end(self, model: type[Base], cases: Sequence[Any], ends: Sequence[Any]) -> int:
        """Remove the rows of a table that ended long enough ago; how many."""
        key = model.__table__.c.id
        gone = []
        for id_, *row in self.session.execute(select(key, *cases, *ends)):
            known = [day for day in row[len(cases) :] if day is not None]
            last = min(known, default=None)
            over = is_over(last, self.limits.links, self.today)
            if over and self.held.cases.isdisjoint(row[: len(cases)]):
                gone.append(id_)
        self._remove(model, gone)
        return len(gone)

    def _due(self) -> list[tuple[int, str]]:
        """The cases that lose their reference, with it."""
        last = (
            select(Attendance.case_id, func.max(Booking.ends).label("ends"))
            .join(Booking, Booking.id == Attendance.booking_id)
            .group_by(Attendance.case_id)
            .subquery()
        )
        listed = (
            select(CaseStaff.case_id, func.max(CaseStaff.since).label("since"))
            .group_by(CaseStaff.case_id)
            .subquery()
        )
        linked = select(Separation.id).where(
            or_(Separation.first_id == Case.id, Separation.second_id == Case.id)
        )
        not_to_use = select(CaseVenue.id).where(CaseVenue.case_id == Case.id)
        columns = (last.c.ends, listed.c.since, Case.confirmed_on, Case.ends_on)
        rows = self.session.execute(
            select(Case.id, Case.reference, *columns)
            .outerjoin(last, last.c.case_id == Case.id)
            .outerjoin(listed, listed.c.case_id == Case.id)
            .where(
                Case.reference.is_not(None),
                Case.id.not_in(self.held.cases),
                not_(linked.exists()),
                not_(not_to_use.exists()),
            )
        ).all()
        added = self._added() if any(row.ends is None for row in rows) else {}
        return [
            (row.id, row.reference)
            for row in rows
            if is_over(_last_day(row, added), self.limits.references, self.today)
        ]

    def _added(self) -> dict[int, date]:
        """Case → the day it was entered, as far as history still knows."""
        rows = self.session.execute(
            select(History.row_id, History.at).where(
                History.table == "case", History.action == "added"
            )
        )
        return {id_: at.date() for id_, at in rows if id_ is not None}

    def _remove(self, model: type[Base], ids: Collection[int]) -> None:
        key = model.__table__.c.id
        for some in batches(ids):
            self.session.execute(
                delete(model)
                .where(key.in_(some))
                .execution_options(synchronize_session=False)
            )


def _last_day(row: Any, added: dict[int, date]) -> date | None:
    """The last day on which a case was of use to somebody."""
    if row.ends is not None:
        last: date = row.ends.date()
        return last
    known = (row.since, row.confirmed_on, row.ends_on, added.get(row.id))
    return max((day for day in known if day is not None), default=None)
