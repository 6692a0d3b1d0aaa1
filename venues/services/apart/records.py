"""What is known of a case: read, added, changed, confirmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Case, CaseHours, CaseStaff, Staff
from venues.domain.people import Viewer
from venues.services.apart import access, checks, newcomers, record_checks, references
from venues.services.apart.announcing import announce
from venues.services.apart.drafts import CanAttend, OnList, Record

PLAIN = (
    "kind",
    "authority_id",
    "sector",
    "two_workers",
    "in_education",
    "confirmed",
    "confirmed_on",
    "confirmed_by_role",
    "ends_on",
    "on_hold",
    "hold_until",
)
"""Columns that are stored as they are typed."""


def read(session: Session, case_id: int, viewer: Viewer) -> Record:
    """All that is known of a case; whoever shows it writes the look down.

    Raises:
        NotAllowed: the viewer does not keep people apart.
        NotFound: there is none.
    """
    access.check(viewer)
    return stored(session, references.by_id(session, case_id))


def stored(session: Session, case: Case) -> Record:
    """A row with its hours and lists, as it is shown and compared."""
    hours = session.execute(
        select(
            CaseHours.weekday,
            CaseHours.opens,
            CaseHours.closes,
            CaseHours.court_condition,
            CaseHours.until,
        ).where(CaseHours.case_id == case.id)
    )
    lists = session.execute(
        select(CaseStaff.staff_id, CaseStaff.since, CaseStaff.until)
        .where(CaseStaff.case_id == case.id)
        .order_by(CaseStaff.since, CaseStaff.staff_id)
    )
    by = select(Staff.login).where(Staff.id == case.held_by)
    return Record(
        id=case.id,
        reference=case.reference or "",
        needs=tuple(case.needs),
        held_by=session.scalar(by) or "",
        hours=tuple(sorted((CanAttend(*row) for row in hours), key=_when)),
        lists=tuple(OnList(*row) for row in lists),
        **{name: getattr(case, name) for name in PLAIN},
    )


def save(
    session: Session,
    draft: Record,
    viewer: Viewer,
    *,
    today: date,
    opened: Record | None = None,
) -> Record:
    """Add a case, or change the one that was ``opened``; returns it as stored.

    Only a manager puts a reference right; that is written down as a look.

    Raises:
        NotAllowed: the viewer does not keep people apart, or may not rename.
        WrongInput: something typed cannot be used; names the field.
        Stale: somebody else changed it since it was opened.
        NotFound: it is not there any more.
    """
    access.check(viewer)
    if opened is None:
        case = Case()
    else:
        case = references.by_id(session, opened.id or 0)
        checks.same(stored(session, case), opened)
    draft = record_checks.checked(session, draft, case.id, today=today)
    if draft.reference != case.reference:
        if opened is not None:
            access.check_manager(viewer)
            access.record(session, viewer, "rename", case.id)
        case.reference = draft.reference
    if draft.on_hold != case.on_hold:
        case.held_by = viewer.staff_id if draft.on_hold else None
    for name in PLAIN:
        setattr(case, name, getattr(draft, name))
    case.needs = list(draft.needs)
    session.add(case)
    session.flush()
    _write_hours(session, case.id, draft)
    _write_lists(session, case.id, draft)
    session.flush()
    announce(session, (case.id,))
    newcomers.settle(session, (case.id,), viewer)
    return stored(session, case)


def withdraw(session: Session, added: Record, viewer: Viewer) -> None:
    """Take back a case that was added a moment ago and is in nothing yet.

    Raises:
        NotAllowed: the viewer does not keep people apart.
        Stale: somebody changed it since.
        Clash: it is in a booking, a link or a code by now.
    """
    access.check(viewer)
    case = references.by_id(session, added.id or 0)
    checks.same(stored(session, case), added)
    bare = replace(added, hours=(), lists=())
    _write_hours(session, case.id, bare)
    _write_lists(session, case.id, bare)
    session.flush()
    session.delete(case)
    session.flush()


def rename(
    session: Session, wrong: str, right: str, viewer: Viewer, *, today: date
) -> Record:
    """Put a mistyped reference right; everything of the case stays with it.

    Raises:
        NotAllowed: the viewer is not a manager.
        WrongInput: one cannot be used, or the right one has a case of its own.
    """
    access.check_manager(viewer)
    opened = stored(session, references.find(session, wrong))
    draft = replace(opened, reference=right)
    return save(session, draft, viewer, today=today, opened=opened)


def confirm(
    session: Session, case_id: int, viewer: Viewer, *, role: str, today: date
) -> tuple[Record, Record]:
    """Write down that all of it was confirmed today, and whose word that is.

    Raises:
        NotAllowed: the viewer does not keep people apart.
        WrongInput: there is no such role.
        NotFound: it is not there.
    """
    access.check(viewer)
    case = references.by_id(session, case_id)
    before = stored(session, case)
    case.confirmed_by_role, case.confirmed_on = checks.role(role), today
    case.confirmed = True
    session.flush()
    newcomers.settle(session, (case.id,), viewer)
    return before, stored(session, case)


def _when(hours: CanAttend) -> tuple[object, ...]:
    return hours.weekday, hours.opens, hours.closes


def _write_hours(session: Session, case_id: int, draft: Record) -> None:
    wanted = list(draft.hours)
    of_it = select(CaseHours).where(CaseHours.case_id == case_id)
    for row in session.scalars(of_it).all():
        held = CanAttend(
            row.weekday, row.opens, row.closes, row.court_condition, row.until
        )
        if held in wanted:
            wanted.remove(held)
        else:
            session.delete(row)
    for each in wanted:
        session.add(
            CaseHours(
                case_id=case_id,
                weekday=each.weekday,
                opens=each.opens,
                closes=each.closes,
                court_condition=each.court_condition,
                until=each.until,
            )
        )


def _write_lists(session: Session, case_id: int, draft: Record) -> None:
    wanted = {(each.staff_id, each.since): each for each in draft.lists}
    of_it = select(CaseStaff).where(CaseStaff.case_id == case_id)
    for row in session.scalars(of_it).all():
        each = wanted.pop((row.staff_id, row.since), None)
        if each is None:
            session.delete(row)
        else:
            row.until = each.until
    for (staff_id, since), each in wanted.items():
        session.add(
            CaseStaff(case_id=case_id, staff_id=staff_id, since=since, until=each.until)
        )
