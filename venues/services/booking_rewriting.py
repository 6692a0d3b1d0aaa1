"""Writes a booking that was changed: its row, and all that hangs on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from venues.database.audit import stamp
from venues.database.models import (
    Booking,
    BookingRoom,
    Condition,
    Hold,
    Outing,
    Override,
)
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.domain.rules.charge import Charge
from venues.errors import Refused
from venues.services import booking_rows, venue_answers
from venues.services.bookings import Booked, Judged
from venues.services.venue_answers import Answer


def rewrite(
    session: Session,
    booking: Booking,
    judged: Judged,
    viewer: Viewer,
    now: datetime,
    back: Answer | None = None,
) -> Booked:
    """Bring the booking's row, rooms, holds and conditions to what was judged.

    ``back`` is the venue's answer that holds again when a change is taken back.

    Raises:
        Refused: something still stands in the way.
    """
    if outstanding := judged.outstanding(viewer):
        raise Refused(outstanding)
    request, asked = judged.request, judged.asked
    _answer(session, booking, judged, now, back)
    session.execute(delete(Hold).where(Hold.booking_id == booking.id))
    session.execute(delete(BookingRoom).where(BookingRoom.booking_id == booking.id))
    booking.starts, booking.ends = asked.period.starts, asked.period.ends
    booking.people, booking.needs = asked.people, list(asked.needs)
    booking.note, booking.arrival = request.note.strip(), request.arrival.strip()
    booking.authority_id = judged.rooms[0].venue.authority_id
    booking.status = "provisional" if judged.conditions else "confirmed"
    booking.sequence += 1
    _meet_conditions(session, booking, judged, viewer)
    _move_outing(session, booking, judged.rooms[0].venue.name)
    known = set(
        session.scalars(select(Override.rule).where(Override.booking_id == booking.id))
    )
    session.add_all(
        row
        for row in booking_rows.reasons(booking.id, judged.findings, request, viewer)
        if row.rule not in known or row.rule == Charge.name
    )
    session.flush()
    session.add_all(booking_rows.place(booking.id, asked, judged.rooms))
    session.flush()
    return done(booking, judged.conditions)


def _answer(
    session: Session,
    booking: Booking,
    judged: Judged,
    now: datetime,
    back: Answer | None,
) -> None:
    """What the venue has said, for the booking as it will be; before it is moved."""
    asked, rooms = judged.asked, judged.rooms
    answer = back
    if answer is None:
        answer = venue_answers.first(asked, rooms, now.date())
        if venue_answers.still_stands(session, booking, asked, rooms, now):
            known = venue_answers.of(booking)
            same = Period(booking.starts, booking.ends).minutes == asked.period.minutes
            agreed = same and known.said == venue_answers.YES
            answer = known if agreed else replace(known, cost=answer.cost)
    venue_answers.put(booking, answer)


def _meet_conditions(
    session: Session, booking: Booking, judged: Judged, viewer: Viewer
) -> None:
    open_ = set(judged.conditions)
    rows = session.scalars(select(Condition).where(Condition.booking_id == booking.id))
    for row in rows:
        if row.kind not in open_ and row.met_at is None:
            row.met_by, row.met_at = viewer.staff_id, stamp()
        elif row.kind in open_:
            row.met_by = row.met_at = None
            open_.discard(row.kind)
    session.add_all(Condition(booking_id=booking.id, kind=kind) for kind in open_)


def _move_outing(session: Session, booking: Booking, place: str) -> None:
    outing = session.scalar(select(Outing).where(Outing.booking_id == booking.id))
    if outing is not None:
        after = outing.check_out - outing.ends
        outing.place = place
        outing.starts, outing.ends = booking.starts, booking.ends
        outing.check_out = booking.ends + after


def done(booking: Booking, conditions: tuple[str, ...]) -> Booked:
    """What came of a change."""
    return Booked(
        booking.id, booking.reference, booking.status, conditions, booking.version
    )
