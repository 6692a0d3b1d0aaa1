"""Who is out alone, where and until when, as far as somebody may know it."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from venues.database import catalogue as catalogues
from venues.database.keys import on_a_server
from venues.database.models import Booking, Outing, Staff
from venues.database.no_go import LIVE
from venues.domain import privacy
from venues.domain.outings import LOOKED_BACK, Out
from venues.domain.people import Role, Viewer
from venues.errors import NotFound

ONE_DAY = timedelta(days=1)
NOT_THERE = "There is no such outing any more. It was cancelled, or its appointment."

_Buddy = aliased(Staff)
_Rung = aliased(Staff)


def of_today(session: Session, viewer: Viewer, now: datetime) -> tuple[Out, ...]:
    """Today's outings, and those of the last days that nobody has checked out.

    As far as the viewer may know of them, by when they check out.
    """
    midnight = datetime.combine(now.date(), time())
    return _read(
        session,
        viewer,
        (Outing.starts >= now - LOOKED_BACK)
        & (Outing.starts < midnight + ONE_DAY)
        & or_(Outing.starts >= midnight, Outing.checked_out.is_(None)),
    )


def overdue(session: Session, viewer: Viewer, now: datetime) -> tuple[Out, ...]:
    """Whose missing check-out is to be shown to the viewer now, the longest first."""
    numbers = catalogues.read(session).numbers
    rows = _read(
        session,
        viewer,
        (Outing.check_out <= now)
        & (Outing.starts >= now - LOOKED_BACK)
        & Outing.checked_out.is_(None),
    )
    return tuple(row for row in rows if row.overdue(viewer.staff_id, now, numbers))


def one(session: Session, viewer: Viewer, outing_id: int) -> Out:
    """That outing.

    Raises:
        NotFound: there is none, or it is not for the viewer to know; both answer alike.
    """
    for row in _read(session, viewer, Outing.id == outing_id):
        return row
    raise NotFound(NOT_THERE)


def _read(
    session: Session, viewer: Viewer, where: ColumnElement[bool]
) -> tuple[Out, ...]:
    """One statement; whoever may not know of an outing does not even read its row."""
    if not viewer.watches_outings:
        owns = sorted(viewer.owns)
        where &= or_(Outing.staff_id.in_(owns), Outing.buddy_id.in_(owns))
    rows = session.execute(
        _rows(shared=on_a_server(session))
        .where(where)
        .order_by(Outing.check_out, Staff.name, Outing.id)
    )
    return tuple(
        _seen(viewer, row)
        for row in rows
        if privacy.sees_outing(viewer, row.staff_id, row.buddy_id)
    )


def _seen(viewer: Viewer, row: Any) -> Out:
    mine = row.staff_id in viewer.owns
    return Out(
        id=row.id,
        staff_id=row.staff_id,
        name=row.name,
        phone=row.work_phone,
        authority_id=row.authority_id,
        place=row.place,
        starts=row.starts,
        ends=row.ends,
        check_out=row.check_out,
        buddy_id=row.buddy_id,
        buddy=row.buddy or "",
        mine=mine,
        buddy_of=row.buddy_id in viewer.owns,
        watched=viewer.watches_outings,
        booking_id=row.booking_id if mine else None,
        checked_in=row.checked_in,
        checked_out=row.checked_out,
        rung_at=row.rung_at,
        rung_by=row.rung_by,
        rung=row.rung or "",
        heard=bool(row.duty_manager) or row.role == Role.MANAGER.value,
    )


@cache
def _rows(*, shared: bool) -> Select[*tuple[Any, ...]]:
    """An outing with its people; one whose booking is cancelled is none.

    On a server a buddy does not see the booking.
    """
    live = (
        func.venues_is_live(Outing.booking_id) if shared else Booking.status.in_(LIVE)
    )
    return (
        select(
            Outing.id,
            Outing.staff_id,
            Staff.name,
            Staff.work_phone,
            Staff.authority_id,
            Outing.place,
            Outing.starts,
            Outing.ends,
            Outing.check_out,
            Outing.buddy_id,
            _Buddy.name.label("buddy"),
            Outing.booking_id,
            Outing.checked_in,
            Outing.checked_out,
            Outing.rung_at,
            Outing.rung_by,
            _Rung.name.label("rung"),
            _Rung.role,
            _Rung.duty_manager,
        )
        .join(Staff, Staff.id == Outing.staff_id)
        .outerjoin(_Buddy, _Buddy.id == Outing.buddy_id)
        .outerjoin(_Rung, _Rung.id == Outing.rung_by)
        .outerjoin(Booking, Booking.id == Outing.booking_id)
        .where(or_(Outing.booking_id.is_(None), live))
    )
