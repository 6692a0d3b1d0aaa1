"""What managers watch over: who looked, and who tried the same door again and again."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from venues.database.models import (
    Booking,
    Case,
    Look,
    RefusalCode,
    Review,
    Separation,
    SignOff,
    Staff,
    Venue,
)
from venues.domain.clocks import to_local, to_utc
from venues.domain.people import Viewer
from venues.services.apart import access
from venues.services.apart.references import GONE

DAYS = 90
"""How far back looks and probes are read."""

MOST = 500
NOBODY = "Somebody who is no longer on record"


@dataclass(frozen=True, slots=True)
class LookRow:
    """Somebody looked: when in local time, who, at what, and whose it was."""

    at: datetime
    who: str
    what: str
    about: str


@dataclass(frozen=True, slots=True)
class Probe:
    """Deliberate attempts of one person for one case that were refused.

    ``tries`` counts distinct venues and half-days, ``venues`` distinct venues.
    """

    who: str
    case: str
    tries: int
    venues: int
    last: datetime


def looks(session: Session, viewer: Viewer, *, now: datetime) -> tuple[LookRow, ...]:
    """The looks of the last months, the newest first.

    Raises:
        NotAllowed: the viewer is not a manager.
    """
    access.check_manager(viewer)
    rows = session.execute(
        select(Look.at, Staff.name, Look.what, Look.row_id)
        .outerjoin(Staff, Staff.id == Look.staff_id)
        .where(Look.at >= _since(now))
        .order_by(Look.at.desc(), Look.id.desc())
        .limit(MOST)
    ).all()
    return tuple(
        LookRow(
            to_local(at),
            who or NOBODY,
            access.LOOKS.get(what, what),
            _about(session, what, row_id),
        )
        for at, who, what, row_id in rows
    )


def probes(session: Session, viewer: Viewer, *, now: datetime) -> tuple[Probe, ...]:
    """Who was refused for whom, the most tries first: each half-day counts once.

    Raises:
        NotAllowed: the viewer is not a manager.
    """
    access.check_manager(viewer)
    distinct = (
        select(
            RefusalCode.staff_id,
            RefusalCode.case_id,
            RefusalCode.venue_id,
            RefusalCode.day,
            RefusalCode.half,
            func.max(RefusalCode.at),
        )
        .where(RefusalCode.at >= _since(now))
        .group_by(
            RefusalCode.staff_id,
            RefusalCode.case_id,
            RefusalCode.venue_id,
            RefusalCode.day,
            RefusalCode.half,
        )
    )
    tried: dict[tuple[int, int], list[tuple[int, datetime]]] = defaultdict(list)
    for staff_id, case_id, venue_id, _day, _half, at in session.execute(distinct):
        tried[staff_id or 0, case_id or 0].append((venue_id, at))
    staff = _named(session, Staff.id, Staff.name)
    cases = _named(session, Case.id, Case.reference)
    found = [
        Probe(
            staff.get(staff_id) or NOBODY,
            cases.get(case_id) or GONE,
            len(each),
            len({venue_id for venue_id, _ in each}),
            to_local(max(at for _, at in each)),
        )
        for (staff_id, case_id), each in tried.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.tries, one.who, one.case)))


def _named(session: Session, *columns: Any) -> dict[int, str | None]:
    return {id_: name for id_, name in session.execute(select(*columns))}  # noqa: C416 - typed rows, not tuples


def _since(now: datetime) -> datetime:
    return to_utc(now).replace(tzinfo=None) - timedelta(days=DAYS)


def _about(session: Session, what: str, row_id: int) -> str:
    """Whose it was, by one reference, or the code itself."""
    if what == "code":
        code = select(RefusalCode.code).where(RefusalCode.id == row_id)
        return session.scalar(code) or ""
    if what in {"review", "sign-off"}:
        model = Review if what == "review" else SignOff
        booking = (
            select(Booking.reference)
            .join(model, model.booking_id == Booking.id)
            .where(model.id == row_id)
        )
        return session.scalar(booking) or "Not booked"
    if what in {"plan", "away"}:
        named = Venue.name if what == "plan" else Staff.name
        return session.scalar(select(named).where(named.class_.id == row_id)) or ""
    case_id = row_id
    if what == "link":
        first = select(Separation.first_id).where(Separation.id == row_id)
        case_id = session.scalar(first) or 0
    return session.scalar(select(Case.reference).where(Case.id == case_id)) or GONE
