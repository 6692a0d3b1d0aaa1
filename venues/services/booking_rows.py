"""The rows that belong to a booking: its rooms and holds, its reasons, its outing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from venues.database.audit import stamp
from venues.database.models import (
    Booking,
    BookingRoom,
    Hold,
    Outing,
    Override,
    Worker,
)
from venues.domain.findings import Finding
from venues.domain.meeting import Meeting
from venues.domain.people import Viewer
from venues.domain.proposal import Appointment, Room
from venues.errors import WrongInput
from venues.services.asking import Request

POLICE, PANEL = "police", "panel"
"""The parts that people from elsewhere have in a booking."""

VOLUNTEER = "Panel volunteer"


def places(
    booking_id: int, asked: Appointment, rooms: Sequence[Room]
) -> list[BookingRoom]:
    """The rooms of a booking: the main one, and any to break out to or wait in."""
    waiting = asked.meeting.waiting_ids
    return [
        BookingRoom(
            booking_id=booking_id,
            room_id=room.id,
            role=("waiting" if room.id in waiting else "break-out") if n else "main",
            layout=None if n else asked.layout,
        )
        for n, room in enumerate(rooms)
    ]


def holds(booking_id: int, asked: Appointment, rooms: Sequence[Room]) -> list[Hold]:
    """What follows from the rooms: each of their spaces is held."""
    return [
        Hold(booking_id=booking_id, space_id=id_, starts=held.starts, ends=held.ends)
        for room in rooms
        for held in [asked.hold(room)]
        for id_ in room.space_ids
    ]


def workers(booking_id: int, staff_ids: Sequence[int]) -> list[Worker]:
    """Who works in it; the first of them leads."""
    return [
        Worker(booking_id=booking_id, staff_id=id_, part="second" if n else "lead")
        for n, id_ in enumerate(staff_ids)
    ]


def outsiders(booking_id: int, said: Meeting) -> list[Worker]:
    """Who comes from elsewhere, by agency alone: the police, and the panel."""
    police = [(said.police.strip(), POLICE)] if said.police.strip() else []
    panel = [(VOLUNTEER, PANEL)] * said.panel_members
    return [
        Worker(booking_id=booking_id, agency=agency, part=part)
        for agency, part in (*police, *panel)
    ]


def put_meeting(booking: Booking, asked: Appointment) -> None:
    """Store what is said of the meeting itself."""
    said = asked.meeting
    booking.police_representative = said.police.strip()
    booking.order_on, booking.due_by = said.order_on, asked.due_by
    booking.both_agreed, booking.lone_plan = said.both_agreed, said.lone_plan
    booking.venues_offered = said.venues_offered


def reasons(
    booking_id: int, findings: Iterable[Finding], request: Request, viewer: Viewer
) -> Iterable[Override]:
    """The reasons given for what the rules had to say, to be kept with the booking."""
    for found in findings:
        why = request.accepted.get(found.rule, "").strip()
        if why and (found.acceptable or found.overridable):
            yield Override(
                booking_id=booking_id,
                rule=found.rule,
                kind="accepted" if found.acceptable else "adjustment",
                reason=why,
                by=viewer.staff_id,
                at=stamp(),
            )


def plan_outing(outing: Outing, booking: Booking, request: Request, venue: str) -> None:
    """Where the lead worker is, until when, and who waits to hear from them.

    Raises:
        WrongInput: the check-out comes before the end.
    """
    ends = booking.ends
    due = ends + timedelta(minutes=15)
    if request.check_out is not None:
        due = datetime.combine(ends.date(), request.check_out)
    if due < ends:
        raise WrongInput(
            "Check-out comes after the end of the appointment.", "check_out"
        )
    if outing.staff_id != request.worker_ids[0]:  # whoever leads now has yet to come
        outing.staff_id = request.worker_ids[0]
        outing.checked_in = outing.checked_out = None
        outing.rung_at = outing.rung_by = None
    outing.place = venue
    outing.starts, outing.ends, outing.check_out = booking.starts, ends, due
    outing.buddy_id = request.buddy_id
