"""``show``, ``move`` and ``cancel``: what is done with a booking by its reference."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from venues.commands import options, questions
from venues.commands.desk import Desk
from venues.commands.rooms import say
from venues.database import catalogue as catalogues
from venues.database.models import Booking
from venues.domain import hire, words
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.domain.privacy import Seen, Sight
from venues.errors import Refused, WrongInput
from venues.services import asking, attempts, booking_changes, hire_costs, stays
from venues.services.bookings import Booked
from venues.services.moves import Move
from venues.services.sign_offs import moving


def show(desk: Desk) -> int:
    """Say what the viewer may see of it."""
    database = desk.open()
    with database.read() as session:
        viewer = desk.viewer(session)
        booking = booking_changes.by_reference(session, desk.options.reference, viewer)
        facts, line = _described(session, viewer, booking.id)
    database.close()
    desk.answer(facts, [line])
    return 0


def cancel(desk: Desk) -> int:
    """Cancel it, with a reason."""
    database = desk.open()
    try:
        with database.read() as session:
            viewer = desk.viewer(session)
        database.actor = viewer.staff_id
        with database.write("cancelling of a booking") as session:
            booking = booking_changes.by_reference(
                session, desk.options.reference, viewer
            )
            full = _sees_all(session, viewer, booking.id)
            costs = hire_costs.cancelling(session, [booking.id], viewer, now=desk.now)
            done = booking_changes.cancel(
                session, booking.id, viewer, reason=desk.options.reason, now=desk.now
            )
    finally:
        database.close()
    lines = [f"Cancelled {done.reference}. Its room is free again."]
    if costs.pence:
        lines.append(f"The venue charges {hire.amount(costs.pence)} all the same.")
    lines += _to_tell(done)
    desk.answer({**_done(done, full=full), "charge": costs.pence}, lines)
    return 0


def move(desk: Desk) -> int:
    """Put it in another room, at another time, or both."""
    given = desk.options
    database = desk.open()
    try:
        with database.read() as session:
            viewer = desk.viewer(session)
            booking = booking_changes.by_reference(session, given.reference, viewer)
            request, case_ids = booking_changes.stored(session, booking)
            booking_id = booking.id
        period = _period(given, request.period, desk.now)
        room_ids = request.room_ids
        if given.room is not None:
            room_ids = (given.room, *room_ids[1:])
        database.actor = viewer.staff_id
        try:
            done = attempts.change(
                database,
                viewer,
                (room_ids[0], case_ids, period),
                lambda session: booking_changes.move(
                    session,
                    booking_id,
                    viewer,
                    now=desk.now,
                    room_ids=room_ids,
                    period=period,
                    accepted=options.reasons(given.accept),
                ),
                "move to {}",
            )
        except Refused as refused:
            rooms = (request.room_ids[0], room_ids[0])
            wanted = _wanted(given, booking_id, rooms, period)
            if questions.of_manager(
                desk, database, refused, partial(_ask, desk, wanted, viewer)
            ):
                return 0
            desk.answer({"refused": [say(found) for found in refused.findings]}, [])
            desk.complain(str(refused))
            return 1
        with database.read() as session:
            facts, line = _described(session, viewer, done.id)
            full = _sees_all(session, viewer, done.id)
    finally:
        database.close()
    lines = [f"Moved. {line}", *_to_tell(done)]
    desk.answer({**_done(done, full=full), **facts}, lines)
    return 0


def _wanted(
    given: Namespace, booking_id: int, rooms: tuple[int, int], period: Period
) -> Move:
    return Move(
        booking_id=booking_id,
        room_id=rooms[0],
        to_room_id=rooms[1],
        period=period,
        accepted=tuple(options.reasons(given.accept).items()),
    )


def _ask(
    desk: Desk, wanted: Move, viewer: Viewer, session: Session, code: str | None
) -> int:
    why = desk.options.ask_manager
    return moving.ask(session, wanted, viewer, now=desk.now, why=why, code=code)


def _period(given: Namespace, was: Period, now: datetime) -> Period:
    day = options.day(given.on, now.date()) if given.on else was.day
    starts = datetime.combine(day, was.starts.time())
    if given.starts:
        starts = options.moment(given.starts, day, "starts")
    ends = starts + timedelta(minutes=was.minutes)
    if given.ends:
        ends = options.moment(given.ends, day, "ends")
    if not (given.on or given.starts or given.ends or given.room is not None):
        raise WrongInput("Say where to or when: --room, --on, --from or --to.")
    return asking.period(starts, ends)


def _described(
    session: Session, viewer: Viewer, booking_id: int
) -> tuple[dict[str, Any], str]:
    catalogue = catalogues.read(session)
    seen = stays.of_bookings(session, catalogue, viewer, Booking.id == booking_id)
    request, _ = booking_changes.stored(
        session, booking_changes.by_id(session, booking_id, viewer)
    )
    return _facts(catalogue, seen[0], request.room_ids), _line(catalogue, seen[0])


def _facts(
    catalogue: catalogues.Catalogue, seen: Seen, room_ids: tuple[int, ...]
) -> dict[str, Any]:
    room = catalogue.rooms[seen.room_id]
    return {
        "booking": seen.reference,
        "status": seen.status,
        "room": room.id,
        "rooms": list(room_ids),
        "name": room.name,
        "venue": room.venue.name,
        "starts": seen.starts.isoformat(timespec="minutes"),
        "ends": seen.ends.isoformat(timespec="minutes"),
        "kind": seen.kind,
        "cases": seen.cases,
        "people": seen.people,
        "needs": list(seen.needs),
        "workers": list(seen.workers),
        "note": seen.note,
        "arrival": seen.arrival,
    }


def _line(catalogue: catalogues.Catalogue, seen: Seen) -> str:
    room = catalogue.rooms[seen.room_id]
    parts = [
        f"{seen.reference} ({seen.status})",
        f"{room.name}, {room.venue.name}",
        f"{words.day(seen.starts)}, {words.span(seen.starts, seen.ends)}",
        seen.kind,
        seen.cases,
        words.listing(seen.workers),
    ]
    return ". ".join(part for part in parts if part) + "."


def _to_tell(done: Booked) -> list[str]:
    return [done.tell] if done.tell else []


def _sees_all(session: Session, viewer: Viewer, booking_id: int) -> bool:
    """Whether the viewer may know what the booking is about."""
    where = Booking.id == booking_id
    (seen,) = stays.of_bookings(session, catalogues.read(session), viewer, where)
    return seen.sight is Sight.FULL


def _done(done: Booked, *, full: bool) -> dict[str, Any]:
    """What has come of it; what is still open about it would tell its kind."""
    return {
        "booking": done.reference,
        "status": done.status,
        "conditions": list(done.conditions) if full else [],
    }
