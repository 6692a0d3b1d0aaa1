"""What somebody has in hand from a day on, to be handed over when they leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Booking, CaseStaff, Outing, Worker
from venues.domain.people import Viewer
from venues.services import stays
from venues.services.booking_changes import LIVE
from venues.services.team import permissions

BOOKING, OUTING, BUDDY, CASES = "booking", "outing", "buddy", "cases"
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to hand over.

    It says when and where, and never what it is about: everybody who keeps staff reads
    the same. ``many`` is the number of cases on the list.
    """

    key: Key
    starts: datetime | None = None
    ends: datetime | None = None
    place: str = ""
    reference: str = ""
    many: int = 0


def items(
    session: Session, viewer: Viewer, staff_id: int, *, since: date, now: datetime
) -> tuple[Item, ...]:
    """Bookings, outings and the case list, as far as they reach past that day.

    Raises:
        NotAllowed: the viewer does not keep staff.
    """
    permissions.check_keeper(viewer)
    start = max(datetime.combine(since, time()), now)
    listed = _cases(session, staff_id, now.date())
    return (
        *_bookings(session, viewer, staff_id, start),
        *_outings(session, staff_id, start),
        *([Item((CASES, staff_id), many=listed)] if listed else []),
    )


def _bookings(
    session: Session, viewer: Viewer, staff_id: int, start: datetime
) -> list[Item]:
    catalogue = catalogues.read(session)
    works = exists().where(Worker.booking_id == Booking.id, Worker.staff_id == staff_id)
    where = and_(Booking.ends > start, Booking.status.in_(LIVE), works)
    found: dict[int, Item] = {}
    for seen in stays.of_bookings(session, catalogue, viewer, where):
        number = seen.booking_id or 0  # those who keep staff see them all
        if number in found:
            continue
        room = catalogue.rooms[seen.room_id]
        found[number] = Item(
            (BOOKING, number),
            seen.starts,
            seen.ends,
            f"{room.name}, {room.venue.name}",
            seen.reference,
        )
    return sorted(found.values(), key=lambda item: (item.starts, item.key))


def _outings(session: Session, staff_id: int, start: datetime) -> list[Item]:
    """Outings without a booking, and those whose worker they wait to hear from."""
    rows = session.execute(
        select(Outing.id, Outing.staff_id, Outing.starts, Outing.ends)
        .where(
            Outing.ends > start,
            or_(
                and_(Outing.staff_id == staff_id, Outing.booking_id.is_(None)),
                Outing.buddy_id == staff_id,
            ),
        )
        .order_by(Outing.starts, Outing.id)
    )
    return [
        Item((OUTING if whose == staff_id else BUDDY, id_), starts, ends)
        for id_, whose, starts, ends in rows
    ]


def _cases(session: Session, staff_id: int, today: date) -> int:
    listed = (
        select(func.count())
        .select_from(CaseStaff)
        .where(
            CaseStaff.staff_id == staff_id,
            or_(CaseStaff.until.is_(None), CaseStaff.until > today),
        )
    )
    return session.scalar(listed) or 0
