"""What the rules ask of bookings that are looked at again, read for many together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from venues.database import case_facts
from venues.database.catalogue import Catalogue
from venues.database.models import (
    Attendance,
    Booking,
    BookingRoom,
    Case,
    CaseHours,
    Override,
    SignOff,
    Worker,
)
from venues.domain.circumstances import CaseFacts
from venues.domain.meeting import Meeting
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.proposal import Appointment


@dataclass(frozen=True, slots=True)
class Known:
    """Bookings in order of time, and what belongs to each, by booking id."""

    bookings: Sequence[Any]
    rooms: dict[int, list[tuple[int, str | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    cases: dict[int, list[tuple[int, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    hours: dict[int, list[Any]] = field(default_factory=lambda: defaultdict(list))
    workers: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    given: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))

    def appointment(self, catalogue: Catalogue, row: Any) -> Appointment:
        """One of the bookings as the rules see it."""
        kind = catalogue.kind_by_id(row.type_id)
        cases = self.cases.get(row.id, [])
        panel = kind.set == "PA" and any(of == "victim" for _, of in cases)
        return Appointment(
            kind=kind,
            audience=Audience(row.audience),
            period=Period(row.starts, row.ends),
            people=row.people,
            layout=self.rooms[row.id][0][1] or kind.layout,
            needs=tuple(row.needs),
            case_ids=tuple(id_ for id_, _ in cases),
            worker_ids=tuple(self.workers.get(row.id, ())),
            named=bool(cases),
            victim=panel or row.audience == Audience.VICTIM.value,
            chosen=row.person_chose,
            meeting=Meeting(lone_plan=row.lone_plan),
        )

    def of_cases(self, row: Any) -> CaseFacts:
        """The hours in which the cases of a booking can attend that day."""
        day: date = row.starts.date()
        said = [
            each
            for case_id, _ in self.cases.get(row.id, ())
            for each in self.hours.get(case_id, ())
            if each.until is None or each.until >= day
        ]
        return CaseFacts(hours=case_facts.hours_on(said, day))


def read(session: Session, ids: Collection[int]) -> Known:
    """Read it for those bookings in six statements."""
    known = Known(
        session.execute(
            select(
                Booking.id,
                Booking.type_id,
                Booking.audience,
                Booking.starts,
                Booking.ends,
                Booking.people,
                Booking.needs,
                Booking.person_chose,
                Booking.lone_plan,
            )
            .where(Booking.id.in_(ids))
            .order_by(Booking.starts, Booking.id)
        ).all()
    )
    for booking_id, room_id, layout in session.execute(
        select(BookingRoom.booking_id, BookingRoom.room_id, BookingRoom.layout)
        .where(BookingRoom.booking_id.in_(ids))
        .order_by(BookingRoom.id)
    ):
        known.rooms[booking_id].append((room_id, layout))
    for booking_id, case_id, kind in session.execute(
        select(Attendance.booking_id, Attendance.case_id, Case.kind)
        .join(Case, Case.id == Attendance.case_id)
        .where(Attendance.booking_id.in_(ids))
        .order_by(Attendance.case_id)
    ):
        known.cases[booking_id].append((case_id, kind))
    for booking_id, staff_id in session.execute(
        select(Worker.booking_id, Worker.staff_id)
        .where(Worker.booking_id.in_(ids), Worker.staff_id.is_not(None))
        .order_by(Worker.id)
    ):
        known.workers[booking_id].append(staff_id or 0)
    for booking_id, rule in session.execute(
        select(Override.booking_id, Override.rule).where(
            Override.booking_id.in_(ids), Override.kind != "override"
        )
    ):
        known.given[booking_id].add(rule)
    _read_hours(session, known)
    return known


def _read_hours(session: Session, known: Known) -> None:
    case_ids = {id_ for each in known.cases.values() for id_, _ in each}
    for row in session.execute(
        select(
            CaseHours.case_id,
            CaseHours.weekday.label("number"),
            CaseHours.court_condition.label("flag"),
            CaseHours.opens,
            CaseHours.closes,
            CaseHours.until,
        ).where(CaseHours.case_id.in_(sorted(case_ids)))
    ):
        known.hours[row.case_id].append(row)


def signed(session: Session, ids: Collection[int]) -> dict[int, set[str]]:
    """Booking id → what a manager passed for it where and when it is now."""
    found: dict[int, set[str]] = defaultdict(set)
    for booking_id, passed in session.execute(
        select(SignOff.booking_id, SignOff.passed)
        .join(Booking, Booking.id == SignOff.booking_id)
        .join(
            BookingRoom,
            and_(BookingRoom.booking_id == Booking.id, BookingRoom.role == "main"),
        )
        .where(
            SignOff.booking_id.in_(ids),
            SignOff.state == "yes",
            SignOff.starts == Booking.starts,
            SignOff.ends == Booking.ends,
            SignOff.room_id == BookingRoom.room_id,
        )
    ):
        found[booking_id or 0].update(passed)
    return found
