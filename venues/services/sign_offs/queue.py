"""What waits for a manager's decision, with the facts that it takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Booking, Case, Condition, SignOff, Staff, Worker
from venues.database.no_go import LIVE
from venues.domain.findings import Finding
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.domain.proposal import Room
from venues.domain.rules import no_go
from venues.errors import NotAllowed, NotFound
from venues.services import booking_changes, bookings
from venues.services.apart import access
from venues.services.asking import Request
from venues.services.reviews import kept_apart, reasons
from venues.services.sign_offs import asking
from venues.services.sign_offs.asking import PERSON
from venues.services.signed import CONDITION

NEEDS_SIGN_OFF = "This kind of appointment needs a manager's sign-off."
FREE = "Nothing stands in the way any more."
GONE = "Reference removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to decide. ``id`` is 0 for a booking that waits without being asked.

    ``words`` say what stands in the way; of a person, what everybody is told.
    ``hindered`` says that something stands in the way that nobody may pass.
    """

    id: int
    booking_id: int | None
    asked_by: str
    cases: tuple[str, ...]
    kind: str
    people: int
    rooms: tuple[Room, ...]
    period: Period
    why: str
    words: tuple[str, ...]
    workers: tuple[str, ...] = ()
    for_a_person: bool = False
    hindered: bool = False

    @property
    def key(self) -> tuple[int, int | None]:
        """What it is known by."""
        return self.id, self.booking_id


@dataclass(frozen=True, slots=True)
class Matter:
    """A thing to decide as it is stored: its row, what is asked, and for whom."""

    row: SignOff | None
    booking: Booking | None
    request: Request
    case_ids: tuple[int, ...]


def read(session: Session, viewer: Viewer, now: datetime) -> tuple[Item, ...]:
    """What waits, the soonest appointment first; empty for all but managers."""
    if not viewer.overrides:
        return ()
    found = [_item(session, matter, viewer, now) for matter in _matters(session, now)]
    return tuple(sorted(found, key=lambda item: (item.period.starts, item.key)))


def count(session: Session, viewer: Viewer, now: datetime) -> int:
    """How many wait for the viewer's decision."""
    if not viewer.overrides:
        return 0
    asked = session.scalars(_asked(now)).all()
    waiting = session.scalars(_waiting(now)).all()
    return len(asked) + len(waiting)


def matter(
    session: Session, key: tuple[int, int | None], viewer: Viewer, now: datetime
) -> Matter:
    """The thing to decide, read again.

    Raises:
        NotAllowed: the viewer is no manager.
        NotFound: it has been decided, or its time has passed.
    """
    if not viewer.overrides:
        raise NotAllowed("Only a manager signs off. Ask one of them.")
    for each in _matters(session, now):
        if _key(each) == key:
            return each
    raise NotFound("That has been decided already, or its time has passed.")


def open_reason(
    session: Session, key: tuple[int, int | None], viewer: Viewer, now: datetime
) -> tuple[str, ...]:
    """What lies behind a refusal for a person, and a row that says who looked.

    Raises:
        NotAllowed: the viewer is no manager.
        NotFound: it has been decided, or its time has passed.
    """
    found = matter(session, key, viewer, now)
    access.record(session, viewer, CONDITION, key[0])
    return reasons.sentences(session, grounds(session, found, now))


def grounds(
    session: Session, found: Matter, now: datetime
) -> tuple[kept_apart.Ground, ...]:
    """What keeps people apart there and then."""
    catalogue = catalogues.read(session)
    venue_ids = {catalogue.rooms[id_].venue.id for id_ in found.request.room_ids}
    without = found.booking.id if found.booking else None
    return tuple(
        ground
        for venue_id in sorted(venue_ids)
        for ground in kept_apart.against(
            session,
            catalogue,
            now,
            found.case_ids,
            (venue_id, found.request.period),
            without=without,
        )
    )


def judge(
    session: Session, found: Matter, viewer: Viewer, now: datetime
) -> bookings.Judged:
    """What the rules make of it now."""
    return bookings.judge(
        session,
        found.request,
        viewer,
        found.case_ids,
        now=now,
        without=found.booking.id if found.booking else None,
    )


def passable(finding: Finding) -> bool:
    """Whether a manager may pass it."""
    return finding.rule == PERSON or finding.overridable


def _asked(now: datetime):  # type: ignore[no-untyped-def]  # noqa: ANN202
    return (
        select(SignOff)
        .where(SignOff.state == "open", SignOff.ends > now)
        .order_by(SignOff.starts, SignOff.id)
    )


def _waiting(now: datetime):  # type: ignore[no-untyped-def]  # noqa: ANN202
    """Bookings with an open sign-off that nobody has decided or asked about."""
    decided = exists().where(
        SignOff.booking_id == Booking.id,
        SignOff.state.in_(("open", "no")),
        SignOff.starts == Booking.starts,
    )
    return (
        select(Booking)
        .join(Condition, Condition.booking_id == Booking.id)
        .where(
            Condition.kind == CONDITION,
            Condition.met_at.is_(None),
            Booking.status.in_(LIVE),
            Booking.ends > now,
            ~decided,
        )
        .order_by(Booking.starts, Booking.id)
    )


def _matters(session: Session, now: datetime) -> Iterable[Matter]:
    for row in session.scalars(_asked(now)).all():
        booking = session.get(Booking, row.booking_id) if row.booking_id else None
        if row.asked:
            yield Matter(row, booking, *asking.from_data(row))
        elif booking is not None:
            yield Matter(row, booking, *booking_changes.stored(session, booking))
    for booking in session.scalars(_waiting(now)).all():
        yield Matter(None, booking, *booking_changes.stored(session, booking))


def _key(found: Matter) -> tuple[int, int | None]:
    booking_id = found.booking.id if found.booking else None
    return (found.row.id if found.row else 0), booking_id


def _item(session: Session, found: Matter, viewer: Viewer, now: datetime) -> Item:
    request = found.request
    catalogue = catalogues.read(session)
    id_, booking_id = _key(found)
    judged = judge(session, found, viewer, now)
    standing = [each for each in judged.outstanding(viewer) if each.refuses]
    personal = any(each.rule == PERSON for each in standing)
    words = [
        no_go.NOT_AVAILABLE if each.rule == PERSON else each.message
        for each in standing
    ]
    if CONDITION in judged.conditions:
        words.append(NEEDS_SIGN_OFF)
    names = _names(session, request.worker_ids)
    return Item(
        id=id_,
        booking_id=booking_id,
        asked_by=_asker(session, found) or next(iter(names), ""),
        cases=_references(session, found.case_ids),
        kind=judged.asked.kind.label,
        people=request.people,
        rooms=tuple(catalogue.rooms[each] for each in request.room_ids),
        period=request.period,
        why=found.row.why if found.row else "",
        words=tuple(words) or (FREE,),
        workers=names,
        for_a_person=personal,
        hindered=any(not passable(each) for each in standing),
    )


def _asker(session: Session, found: Matter) -> str:
    if found.row is None:
        return ""
    wanted = select(Staff.name).where(Staff.id == found.row.asked_by)
    return session.scalar(wanted) or ""


def _names(session: Session, staff_ids: tuple[int, ...]) -> tuple[str, ...]:
    rows = dict(
        session.execute(
            select(Staff.id, Staff.name).where(Staff.id.in_(staff_ids))
        ).all()
    )
    return tuple(rows[id_] for id_ in staff_ids if id_ in rows)


def _references(session: Session, case_ids: tuple[int, ...]) -> tuple[str, ...]:
    rows = session.scalars(
        select(Case.reference).where(Case.id.in_(case_ids)).order_by(Case.id)
    )
    return tuple(row or GONE for row in rows)


def lead(session: Session, booking_id: int) -> int | None:
    """Who leads a booking."""
    return session.scalars(
        select(Worker.staff_id)
        .where(Worker.booking_id == booking_id, Worker.staff_id.is_not(None))
        .order_by(Worker.id)
    ).first()
