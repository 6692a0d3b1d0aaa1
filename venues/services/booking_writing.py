"""Writes bookings that were judged, each with everything that belongs to it.

Many are written as quickly as a few: every table has its rows in one statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database import keys, many
from venues.database.audit import stamp
from venues.database.catalogue import Catalogue
from venues.database.models import Attendance, Base, Booking, Outing
from venues.domain.people import Viewer
from venues.services import booking_rows, signing, venue_answers
from venues.services.judging import Booked, Judged

FIRST_REFERENCE = 10_000


def write(session: Session, judged: Judged, viewer: Viewer, now: datetime) -> Booked:
    """Write the booking that was judged, with everything that belongs to it."""
    return write_all(session, (judged,), viewer, now)[0]


def write_all(
    session: Session,
    judged: Sequence[Judged],
    viewer: Viewer,
    now: datetime,
    series_id: int | None = None,
) -> tuple[Booked, ...]:
    """Write them all, as bookings of the series if there is one, in their order."""
    catalogue = catalogues.read(session)
    ids = keys.take(session, Booking, len(judged))
    rows = [
        _booking(each, id_, viewer, now.date())
        for each, id_ in zip(judged, ids, strict=True)
    ]
    for row in rows:
        row.series_id = series_id
    session.add_all(rows)
    session.flush()
    belonging = [
        other
        for row, each in zip(rows, judged, strict=True)
        for other in _belonging(row, each, viewer, catalogue, now.date())
    ]
    if len(rows) > 1:
        many.number(session, belonging)
    session.add_all(belonging)
    session.flush()
    return tuple(
        Booked(row.id, row.reference, row.status, each.conditions, row.version)
        for row, each in zip(rows, judged, strict=True)
    )


def _booking(judged: Judged, id_: int, viewer: Viewer, today: date) -> Booking:
    request, asked = judged.request, judged.asked
    booking = Booking(
        id=id_,
        uuid=request.uuid,
        reference=f"B-{FIRST_REFERENCE + id_}",
        type_id=asked.kind.id,
        audience=asked.audience.value,
        authority_id=judged.rooms[0].venue.authority_id,
        status="provisional" if judged.conditions else "confirmed",
        starts=asked.period.starts,
        ends=asked.period.ends,
        people=asked.people,
        needs=list(asked.needs),
        note=request.note.strip(),
        arrival=request.arrival.strip(),
        person_chose=judged.person_chose,
        travel=judged.travel,
        made_by=viewer.staff_id,
        made_at=stamp(),
    )
    booking_rows.put_meeting(booking, asked)
    venue_answers.put(booking, venue_answers.first(asked, judged.rooms, today))
    return booking


def _belonging(
    booking: Booking,
    judged: Judged,
    viewer: Viewer,
    catalogue: Catalogue,
    today: date,
) -> Iterator[Base]:
    request, asked = judged.request, judged.asked
    yield from booking_rows.places(booking.id, asked, judged.rooms)
    yield from booking_rows.holds(booking.id, asked, judged.rooms)
    for id_ in asked.case_ids:
        yield Attendance(booking_id=booking.id, case_id=id_)
    yield from booking_rows.workers(booking.id, request.worker_ids)
    yield from booking_rows.outsiders(booking.id, asked.meeting)
    yield from signing.opened(booking.id, judged.conditions, asked, catalogue, today)
    yield from booking_rows.reasons(booking.id, judged.findings, request, viewer)
    if request.buddy_id is not None or request.check_out is not None:
        outing = Outing(booking_id=booking.id)
        venue = judged.rooms[0].venue.name
        booking_rows.plan_outing(outing, booking, request, venue)
        yield outing
