"""Writes a booking that was changed: its row, and all that hangs on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import takewhile

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.audit import stamp
from venues.database.models import (
    Attendance,
    Base,
    Booking,
    BookingRoom,
    Condition,
    Hold,
    Outing,
    Override,
    Worker,
)
from venues.database.no_go import LIVE
from venues.domain.meeting import Meeting
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.domain.rules import no_go
from venues.domain.rules.charge import Charge
from venues.errors import Refused
from venues.services import booking_rows, signing, venue_answers
from venues.services.bookings import Booked, Judged
from venues.services.reviews import watching
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
        raise Refused(no_go.tellable(outstanding))
    request, asked = judged.request, judged.asked
    tell = _answer(session, booking, judged, now, back)
    session.execute(delete(Hold).where(Hold.booking_id == booking.id))
    if _put_rooms(session, booking, judged) or judged.travel is not None:
        booking.travel = judged.travel
    booking.starts, booking.ends = asked.period.starts, asked.period.ends
    booking.people, booking.needs = asked.people, list(asked.needs)
    booking.note, booking.arrival = request.note.strip(), request.arrival.strip()
    booking.person_chose = judged.person_chose
    booking.authority_id = judged.rooms[0].venue.authority_id
    booking.status = "provisional" if judged.conditions else "confirmed"
    booking.sequence += 1
    booking_rows.put_meeting(booking, asked)
    _put_outsiders(session, booking.id, asked.meeting)
    _meet_conditions(session, booking, judged, viewer, now.date())
    _move_outing(session, booking, judged.rooms[0].venue.name)
    known = set(
        session.scalars(select(Override.rule).where(Override.booking_id == booking.id))
    )
    session.add_all(
        row
        for row in booking_rows.reasons(booking.id, judged.findings, request, viewer)
        if row.rule not in known or row.rule == Charge.name
    )
    session.add_all(booking_rows.holds(booking.id, asked, judged.rooms))
    session.flush()
    watching.settle(session, booking.id, "Changed", now)
    return done(booking, judged.conditions, tell)


def put_people(
    session: Session,
    booking_id: int,
    case_ids: Sequence[int],
    worker_ids: Sequence[int],
) -> None:
    """The cases in it and who works in it; what is known of those who stay is kept.

    So are those who come from an agency, who are not asked about.
    """
    attending = session.scalars(
        select(Attendance).where(Attendance.booking_id == booking_id)
    ).all()
    _remove(session, [row for row in attending if row.case_id not in case_ids])
    here = {row.case_id for row in attending}
    session.add_all(
        Attendance(booking_id=booking_id, case_id=id_)
        for id_ in case_ids
        if id_ not in here
    )
    working = session.scalars(
        select(Worker)
        .where(Worker.booking_id == booking_id, Worker.staff_id.is_not(None))
        .order_by(Worker.id)
    ).all()
    pairs = zip(working, worker_ids, strict=False)
    stay = len([*takewhile(lambda pair: pair[0].staff_id == pair[1], pairs)])
    _remove(session, working[stay:])
    session.add_all(booking_rows.workers(booking_id, worker_ids)[stay:])


def _put_outsiders(session: Session, booking_id: int, said: Meeting) -> None:
    """Who comes from elsewhere; those who stay keep what is known of them.

    Others that an agency sends are not asked about, and stay.
    """
    here = session.scalars(
        select(Worker)
        .where(
            Worker.booking_id == booking_id,
            Worker.part.in_((booking_rows.POLICE, booking_rows.PANEL)),
        )
        .order_by(Worker.id)
    ).all()
    wanted = booking_rows.outsiders(booking_id, said)
    for row in here:
        same = (each for each in wanted if _who(each) == _who(row))
        if (kept := next(same, None)) is None:
            session.delete(row)
        else:
            wanted.remove(kept)
    session.add_all(wanted)


def _who(row: Worker) -> tuple[str | None, str]:
    return row.agency, row.part


def _put_rooms(session: Session, booking: Booking, judged: Judged) -> bool:
    """The rooms in their order, written anew only if one is another.

    Returns whether they come to another venue.
    """
    kept = session.scalars(
        select(BookingRoom)
        .where(BookingRoom.booking_id == booking.id)
        .order_by(BookingRoom.id)
    ).all()
    wanted = booking_rows.places(booking.id, judged.asked, judged.rooms)
    if [_place(row) for row in kept] != [_place(row) for row in wanted]:
        _remove(session, kept)
        session.add_all(wanted)
    rooms = catalogues.read(session).rooms
    return not kept or rooms[kept[0].room_id].venue.id != judged.rooms[0].venue.id


def _place(row: BookingRoom) -> tuple[int, str, str | None]:
    return row.room_id, row.role, row.layout


def _remove(session: Session, rows: Sequence[Base]) -> None:
    """Row by row, so that history hears of each, and before others take their place."""
    for row in rows:
        session.delete(row)
    if rows:
        session.flush()


def _answer(
    session: Session,
    booking: Booking,
    judged: Judged,
    now: datetime,
    back: Answer | None,
) -> str:
    """What the venue has said, for the booking as it will be; before it is moved.

    Returns which venue has to be told of the time it was to be.
    """
    asked, rooms = judged.asked, judged.rooms
    answer, tell = back, ""
    if booking.status in LIVE:
        tell = venue_answers.to_tell(session, catalogues.read(session), booking)
    if answer is None:
        answer = venue_answers.first(asked, rooms, now.date())
        if venue_answers.still_stands(session, booking, asked, rooms, now):
            known = venue_answers.of(booking)
            same = Period(booking.starts, booking.ends).minutes == asked.period.minutes
            agreed = same and known.said == venue_answers.YES
            answer = known if agreed else replace(known, cost=answer.cost)
            tell = ""
    venue_answers.put(booking, answer)
    return tell


def _meet_conditions(
    session: Session, booking: Booking, judged: Judged, viewer: Viewer, today: date
) -> None:
    open_ = set(judged.conditions)
    due = signing.due(judged.asked, catalogues.read(session), today)
    rows = session.scalars(select(Condition).where(Condition.booking_id == booking.id))
    for row in rows:
        if row.kind in open_:
            row.met_by = row.met_at = None
            row.due = due
            open_.discard(row.kind)
        elif row.met_at is None and row.kind == signing.SIGN_OFF:
            session.delete(row)  # nobody signed: it is not needed any more
        elif row.met_at is None:
            row.met_by, row.met_at = viewer.staff_id, stamp()
    session.add_all(
        Condition(booking_id=booking.id, kind=kind, due=due) for kind in sorted(open_)
    )


def _move_outing(session: Session, booking: Booking, place: str) -> None:
    outing = session.scalar(select(Outing).where(Outing.booking_id == booking.id))
    if outing is not None:
        after = outing.check_out - outing.ends
        if outing.starts.date() != booking.starts.date():
            outing.checked_in = outing.checked_out = None  # they have yet to go
        outing.rung_at = outing.rung_by = None
        outing.place = place
        outing.starts, outing.ends = booking.starts, booking.ends
        outing.check_out = booking.ends + after


def done(booking: Booking, conditions: tuple[str, ...], tell: str = "") -> Booked:
    """What came of a change."""
    return Booked(
        booking.id, booking.reference, booking.status, conditions, booking.version, tell
    )
