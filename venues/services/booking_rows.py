"""The rows that belong to a booking: its rooms and holds, its reasons, its outing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from venues.database.audit import stamp
from venues.database.models import Booking, BookingRoom, Hold, Outing, Override
from venues.domain.findings import Finding
from venues.domain.people import Viewer
from venues.domain.proposal import Appointment, Room
from venues.errors import WrongInput
from venues.services.asking import Request


def place(
    booking_id: int, asked: Appointment, rooms: tuple[Room, ...]
) -> list[BookingRoom | Hold]:
    """The rooms of a booking, and the holds that follow from them."""
    rows: list[BookingRoom | Hold] = []
    for n, room in enumerate(rooms):
        rows.append(
            BookingRoom(
                booking_id=booking_id,
                room_id=room.id,
                role="break-out" if n else "main",
                layout=None if n else asked.layout,
            )
        )
        held = asked.hold(room)
        rows += [
            Hold(
                booking_id=booking_id, space_id=id_, starts=held.starts, ends=held.ends
            )
            for id_ in room.space_ids
        ]
    return rows


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


def outing(booking: Booking, request: Request, venue: str) -> Outing:
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
    return Outing(
        staff_id=request.worker_ids[0],
        booking_id=booking.id,
        place=venue,
        starts=booking.starts,
        ends=ends,
        check_out=due,
        buddy_id=request.buddy_id,
    )
