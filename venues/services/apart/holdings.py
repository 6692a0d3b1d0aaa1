"""Everything held on one reference, for a subject access request."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import (
    Attendance,
    Booking,
    Case,
    History,
    Look,
    RefusalCode,
    Review,
    SignOff,
    Staff,
)
from venues.domain.apart import KINDS, confirmed
from venues.domain.clocks import to_local
from venues.domain.people import Viewer
from venues.services import stays
from venues.services.apart import access, links, not_to_use, records, references

OF_CASE = ("attendance", "case_hours", "case_staff", "case_venue")
"""Tables of history whose rows name the case they belong to."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """All that is held, group by group, each row name by name.

    Other people's references and staff are in it: they are taken out before it is
    passed on.
    """

    reference: str
    groups: dict[str, tuple[dict[str, Any], ...]]


def everything(session: Session, text: str, viewer: Viewer) -> Holdings:
    """All that is held on the case of that reference; the look is written down.

    Raises:
        NotAllowed: the viewer is not a manager.
        WrongInput: there is no such case.
    """
    access.check_manager(viewer)
    case = references.find(session, text)
    access.record(session, viewer, "everything", case.id)
    kept = links.of_cases(session, {case.id})
    barred = not_to_use.of_case(session, case.id)
    merged = _merged(session, case.id)
    ids = [case.id, *(each["id"] for each in merged)]
    groups = {
        "case": (asdict(records.stored(session, case)),),
        "references merged into it": merged,
        "links": tuple(asdict(links.stored(session, each)) for each in kept),
        "venues not to use": tuple(
            asdict(not_to_use.stored(session, each)) for each in barred
        ),
        "bookings": _bookings(session, case.id, viewer),
        "refusals": _codes(session, case.id),
        "looks": _looks(session, ids, [each.id for each in kept]),
        "history": _history(session, ids, [e.id for e in kept], [e.id for e in barred]),
    }
    return Holdings(case.reference or "", groups)


def lines(held: Holdings) -> list[str]:
    """The same for somebody to read."""
    (case,) = held.groups["case"]
    said = [
        f"Everything held on {held.reference}",
        confirmed(case["confirmed_on"], case["confirmed_by_role"]) + ".",
    ]
    for title, rows in held.groups.items():
        said.append(f"{title.capitalize()}: {len(rows)}")
        said += [f"  {_line(row)}" for row in rows]
    return said


def _line(row: dict[str, Any]) -> str:
    told = {name: _plain(value) for name, value in row.items()}
    return "; ".join(
        f"{name.replace('_', ' ')}: {words}" for name, words in told.items() if words
    )


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(_plain(each) for each in value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {_plain(each)}" for name, each in value.items())
    return KINDS.get(str(value), str(value)) if value is not None else ""


def _merged(session: Session, case_id: int) -> tuple[dict[str, Any], ...]:
    rows = session.execute(
        select(Case.id, Case.reference).where(Case.merged_into == case_id)
    )
    return tuple({"id": id_, "reference": reference} for id_, reference in rows)


def _bookings(
    session: Session, case_id: int, viewer: Viewer
) -> tuple[dict[str, Any], ...]:
    catalogue = catalogues.read(session)
    of_it = select(Attendance.booking_id, Attendance.outcome).where(
        Attendance.case_id == case_id
    )
    outcomes = {id_: outcome for id_, outcome in session.execute(of_it)}  # noqa: C416 - typed rows, not tuples
    where = Booking.id.in_(sorted(outcomes))
    seen = stays.of_bookings(session, catalogue, viewer, where)
    return tuple(
        {
            "booking": each.reference,
            "starts": each.starts,
            "ends": each.ends,
            "venue": catalogue.rooms[each.room_id].venue.name,
            "room": catalogue.rooms[each.room_id].name,
            "kind": each.kind,
            "status": each.status,
            "workers": each.workers,
            "needs": each.needs,
            "note": each.note,
            "arrival": each.arrival,
            "outcome": outcomes[each.booking_id or 0],
        }
        for each in seen
    )


def _codes(session: Session, case_id: int) -> tuple[dict[str, Any], ...]:
    venues = catalogues.read(session).venues
    rows = session.scalars(
        select(RefusalCode)
        .where(RefusalCode.case_id == case_id)
        .order_by(RefusalCode.id)
    )
    return tuple(
        {
            "code": row.code,
            "at": to_local(row.at),
            "venue": venues[row.venue_id].name,
            "day": row.day,
        }
        for row in rows
    )


def _looks(
    session: Session, case_ids: list[int], link_ids: list[int]
) -> tuple[dict[str, Any], ...]:
    codes = select(RefusalCode.id).where(RefusalCode.case_id.in_(case_ids))
    reviews, sign_offs = (
        select(kept.id)
        .join(Attendance, Attendance.booking_id == kept.booking_id)
        .where(Attendance.case_id.in_(case_ids))
        for kept in (Review, SignOff)
    )
    rows = session.execute(
        select(Look.at, Staff.login, Look.what)
        .outerjoin(Staff, Staff.id == Look.staff_id)
        .where(
            or_(
                and_(Look.what.in_(access.OF_CASES), Look.row_id.in_(case_ids)),
                and_(Look.what == "review", Look.row_id.in_(reviews)),
                and_(Look.what == "sign-off", Look.row_id.in_(sign_offs)),
                and_(Look.what == "link", Look.row_id.in_(link_ids)),
                and_(Look.what == "code", Look.row_id.in_(codes)),
            )
        )
        .order_by(Look.id)
    )
    return tuple(
        {"at": to_local(at), "who": login or "", "what": access.LOOKS[what]}
        for at, login, what in rows
    )


def _history(
    session: Session, case_ids: list[int], link_ids: list[int], venue_ids: list[int]
) -> tuple[dict[str, Any], ...]:
    names_it = or_(
        *(
            History.changes["case_id", which].as_integer().in_(case_ids)
            for which in (0, 1)
        )
    )
    rows = session.execute(
        select(History.at, Staff.login, History.table, History.action, History.changes)
        .outerjoin(Staff, Staff.id == History.staff_id)
        .where(
            or_(
                and_(History.table == "case", History.row_id.in_(case_ids)),
                and_(History.table == "separation", History.row_id.in_(link_ids)),
                and_(History.table == "case_venue", History.row_id.in_(venue_ids)),
                and_(History.table.in_(OF_CASE), names_it),
            )
        )
        .order_by(History.id)
    )
    return tuple(
        {
            "at": to_local(at),
            "who": login or "",
            "table": table,
            "action": action,
            "changes": changes,
        }
        for at, login, table, action, changes in rows
    )
