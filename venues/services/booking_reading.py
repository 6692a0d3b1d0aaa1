"""A booking as it is stored, for whoever may act on it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import (
    Attendance,
    Booking,
    BookingRoom,
    Outing,
    Override,
    Worker,
)
from venues.domain import privacy, telling
from venues.domain.meeting import Meeting
from venues.domain.people import Audience, Viewer
from venues.domain.period import Period
from venues.domain.privacy import Sight
from venues.domain.rules.charge import Charge
from venues.errors import NotFound
from venues.services.asking import Request
from venues.services.booking_rows import PANEL


def by_reference(session: Session, reference: str, viewer: Viewer) -> Booking:
    """The booking of that reference, if the viewer may act on it.

    Raises:
        NotFound: there is none, or it is not theirs; the two answer the same.
    """
    tidy = reference.strip().upper()
    booking = session.scalar(select(Booking).where(Booking.reference == tidy))
    return _allowed(session, booking, viewer)


def by_id(session: Session, booking_id: int, viewer: Viewer) -> Booking:
    """The booking with that id, if the viewer may act on it.

    Raises:
        NotFound: there is none, or it is not theirs; the two answer the same.
    """
    return _allowed(session, session.get(Booking, booking_id), viewer)


def stored(session: Session, booking: Booking) -> tuple[Request, tuple[int, ...]]:
    """The booking as the request that would make it again, and its case ids.

    What was agreed before stays agreed, but for a charge, and for what a coordinator
    agreed to without being told what it was: each is a new one. A manager's reasons are
    the manager's, and stay out of it.
    """
    rooms = session.scalars(
        select(BookingRoom)
        .where(BookingRoom.booking_id == booking.id)
        .order_by(BookingRoom.id)
    ).all()
    workers = session.execute(
        select(Worker.staff_id, Worker.part)
        .where(Worker.booking_id == booking.id)
        .order_by(Worker.id)
    ).all()
    case_ids = session.scalars(
        select(Attendance.case_id).where(Attendance.booking_id == booking.id)
    )
    reasons = session.execute(
        select(Override.rule, Override.reason).where(
            Override.booking_id == booking.id,
            Override.rule.not_in((Charge.name, telling.NAME)),
            Override.kind != "override",
        )
    )
    outing = session.scalar(select(Outing).where(Outing.booking_id == booking.id))
    kind = catalogues.read(session).kind_by_id(booking.type_id)
    request = Request(
        audience=Audience(booking.audience),
        kind=kind.code,
        period=Period(booking.starts, booking.ends),
        people=booking.people,
        layout=rooms[0].layout if rooms else None,
        needs=tuple(booking.needs),
        worker_ids=tuple(id_ for id_, _ in workers if id_ is not None),
        room_ids=tuple(row.room_id for row in rooms),
        buddy_id=outing.buddy_id if outing else None,
        check_out=outing.check_out.time() if outing else None,
        arrival=booking.arrival,
        note=booking.note,
        person_chose=booking.person_chose,
        meeting=_meeting(booking, rooms, [part for _, part in workers]),
        accepted=dict(reasons.all()),
        uuid=booking.uuid,
    )
    return request, tuple(case_ids)


def _meeting(
    booking: Booking, rooms: Sequence[BookingRoom], parts: Sequence[str]
) -> Meeting:
    return Meeting(
        police=booking.police_representative,
        panel_members=parts.count(PANEL),
        order_on=booking.order_on,
        both_agreed=bool(booking.both_agreed),
        lone_plan=bool(booking.lone_plan),
        venues_offered=booking.venues_offered,
        waiting_ids=tuple(row.room_id for row in rooms if row.role == "waiting"),
    )


def _allowed(session: Session, booking: Booking | None, viewer: Viewer) -> Booking:
    if booking is not None:
        workers = frozenset(
            id_
            for id_ in session.scalars(
                select(Worker.staff_id).where(Worker.booking_id == booking.id)
            )
            if id_ is not None
        )
        if privacy.sight(viewer, workers) is not Sight.MASKED:
            return booking
    raise NotFound("There is no booking of yours with that reference. Check it.")
