"""What a venue has said to a booking: from the first day on, and after each change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from venues.database.catalogue import Catalogue
from venues.database.models import Booking, BookingRoom, Hold
from venues.domain import hire
from venues.domain.hire import GivenUp
from venues.domain.proposal import Appointment, Room
from venues.domain.words import DAYS, day_month, listing, span

NOT_NEEDED, TO_ASK, ASKED, YES, NO = "not needed", "to ask", "asked", "yes", "no"
OPEN = (TO_ASK, ASKED)
"""What is neither yes nor no."""

STANDING = "Standing agreement"
"""Who has said yes where a stretch of each week is hired."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A venue's answer; ``by`` is a role, never a name, and ``cost`` is in pence."""

    said: str
    asked_on: date | None = None
    answered_on: date | None = None
    by: str = ""
    reference: str = ""
    cost: int | None = None


def first(asked: Appointment, rooms: Sequence[Room], today: date) -> Answer:
    """The answer a new booking of those rooms begins with."""
    cost = rooms[0].cost(asked.period.minutes)
    to_ask = [room for room in rooms if room.venue.by_request]
    if not to_ask:
        return Answer(said=NOT_NEEDED, cost=cost)
    if all(_covered(asked, room) for room in to_ask):
        return Answer(said=YES, answered_on=today, by=STANDING, cost=cost)
    return Answer(said=TO_ASK, cost=cost)


def of(booking: Booking) -> Answer:
    """The answer as it is stored."""
    return Answer(
        said=booking.venue_answer,
        asked_on=booking.asked_on,
        answered_on=booking.answered_on,
        by=booking.answered_by,
        reference=booking.venue_reference,
        cost=booking.cost,
    )


def put(booking: Booking, answer: Answer) -> None:
    """Store it."""
    booking.venue_answer = answer.said
    booking.asked_on, booking.answered_on = answer.asked_on, answer.answered_on
    booking.answered_by, booking.venue_reference = answer.by, answer.reference
    booking.cost = answer.cost


def still_stands(
    session: Session,
    booking: Booking,
    asked: Appointment,
    rooms: Sequence[Room],
    now: datetime,
) -> bool:
    """Whether what the venue has said holds for the booking as it is to be.

    It does in the same rooms within the time they are held now, and for whatever has
    begun: nobody is asked again about the quarter of an hour that it runs on.
    """
    if not any(room.venue.by_request for room in rooms):
        return booking.venue_answer == NOT_NEEDED
    if booking.venue_answer == NOT_NEEDED:
        return False
    booked = set(
        session.scalars(
            select(BookingRoom.room_id).where(BookingRoom.booking_id == booking.id)
        )
    )
    if booked != {room.id for room in rooms}:
        return False
    if booking.starts <= now:
        return True
    held = session.execute(
        select(Hold.starts, Hold.ends).where(Hold.booking_id == booking.id)
    ).all()
    wanted = [asked.hold(room) for room in rooms]
    return bool(held) and all(
        min(starts for starts, _ in held) <= span.starts
        and span.ends <= max(ends for _, ends in held)
        for span in wanted
    )


def given_up(
    session: Session, catalogue: Catalogue, booking: Booking
) -> GivenUp | None:
    """The hire that would be given back; None where nothing is hired for it yet.

    Time on a standing agreement is paid for with the agreement, whoever uses it.
    """
    if booking.venue_answer not in {NOT_NEEDED, YES} or booking.answered_by == STANDING:
        return None
    room_id = session.scalar(
        select(BookingRoom.room_id)
        .where(BookingRoom.booking_id == booking.id)
        .order_by(BookingRoom.id)
        .limit(1)
    )
    if room_id is None:
        return None
    room = catalogue.rooms[room_id]
    minutes = int((booking.ends - booking.starts).total_seconds()) // 60
    cost = room.cost(minutes) if booking.cost is None else booking.cost
    return GivenUp(
        room.venue.id,
        room.venue.name,
        booking.starts.date(),
        cost,
        room.venue.charge_days,
    )


def to_tell(session: Session, catalogue: Catalogue, booking: Booking) -> str:
    """Which venue has to hear that the booking's time is not needed, as a sentence.

    A venue that was asked or has said yes keeps the time for us until it is told;
    hired time of a standing agreement is ours in any case.
    """
    if booking.venue_answer not in {ASKED, YES} or booking.answered_by == STANDING:
        return ""
    ids = session.scalars(
        select(BookingRoom.room_id)
        .where(BookingRoom.booking_id == booking.id)
        .order_by(BookingRoom.id)
    )
    venues = [catalogue.rooms[id_].venue for id_ in ids]
    names = dict.fromkeys(each.name for each in venues if each.by_request)
    if not names:
        return ""
    day = f"{DAYS[booking.starts.weekday()]} {day_month(booking.starts)}"
    hours = span(booking.starts, booking.ends)
    return f"Tell {listing(list(names))} that {day}, {hours} is not needed."


def due(
    session: Session, catalogue: Catalogue, where: ColumnElement[bool], now: datetime
) -> Iterator[tuple[int, str, date | None]]:
    """Bookings refused by their venue, and those for whose yes it is time.

    It is time so many days before as is set, or earlier where the venue wants longer
    notice. Gives the booking's id, what was said, and when it was asked.
    """
    soon = catalogue.numbers.confirm_within_days
    for booking_id, said, asked_on, starts, room_id in session.execute(
        select(
            Booking.id,
            Booking.venue_answer,
            Booking.asked_on,
            Booking.starts,
            BookingRoom.room_id,
        )
        .join(BookingRoom, BookingRoom.booking_id == Booking.id)
        .where(where, BookingRoom.role == "main", Booking.venue_answer.in_((NO, *OPEN)))
    ):
        notice = max(soon, catalogue.rooms[room_id].venue.notice_days)
        if said == NO or starts < now + timedelta(days=notice):
            yield booking_id, said, asked_on


def is_urgent(catalogue: Catalogue, day: date, today: date) -> bool:
    """Whether no more than two working days are left before that day."""

    def closed(each: date) -> bool:
        return any(
            name.startswith("bank holiday")
            for name, _ in catalogue.closed_days.get(each, ())
        )

    return hire.urgent(day, today, closed)


def _covered(asked: Appointment, room: Room) -> bool:
    held = asked.hold(room)
    found = hire.covering(room.venue.blocks, room.space_ids, held.starts, held.ends)
    return found is not None
