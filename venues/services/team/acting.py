"""Who may act for whom, from a day to a day; managers say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from venues.database.models import Acting
from venues.domain.people import Viewer
from venues.errors import NotFound, WrongInput
from venues.services.team import members, permissions

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stand:
    """``staff_id`` may act for ``for_id`` from the first day to the last."""

    staff_id: int
    for_id: int
    since: date
    until: date | None = None


def standing(session: Session, staff_id: int, today: date) -> tuple[Stand, ...]:
    """What is in force or to come of one person, in either direction."""
    rows = session.execute(
        select(Acting.staff_id, Acting.for_id, Acting.since, Acting.until)
        .where(
            or_(Acting.staff_id == staff_id, Acting.for_id == staff_id),
            or_(Acting.until.is_(None), Acting.until >= today),
        )
        .order_by(Acting.since, Acting.staff_id, Acting.for_id)
    )
    return tuple(Stand(*row) for row in rows)


def allow(session: Session, viewer: Viewer, stand: Stand, *, today: date) -> Stand:
    """Let one act for the other, who then sees and changes all of theirs.

    Raises:
        NotAllowed: the viewer is not a manager.
        WrongInput: these two, or these days, do not go together; names the field.
    """
    permissions.check_manager(viewer)
    if stand.staff_id == stand.for_id:
        raise WrongInput("Choose two different people.", "who")
    taker = members.member(session, stand.staff_id)
    giver = members.member(session, stand.for_id)
    if not permissions.may_take_from(giver.draft.role, taker.draft.role):
        raise WrongInput(
            f"A {taker.draft.role.words.lower()} may not act for a "
            f"{giver.draft.role.words.lower()}. Choose somebody else.",
            "who",
        )
    if not taker.works_on(stand.since):
        raise WrongInput(f"{taker.draft.name} has left by then.", "who")
    if stand.until is not None and stand.until < max(stand.since, today):
        raise WrongInput("Choose a last day that is not over.", "until")
    for other in standing(session, stand.staff_id, today):
        same = (other.staff_id, other.for_id) == (stand.staff_id, stand.for_id)
        apart = (stand.until is not None and stand.until < other.since) or (
            other.until is not None and other.until < stand.since
        )
        if same and not apart:
            raise WrongInput("They may already on some of these days.", "since")
    session.add(
        Acting(
            staff_id=stand.staff_id,
            for_id=stand.for_id,
            since=stand.since,
            until=stand.until,
        )
    )
    session.flush()
    return stand


def end(session: Session, viewer: Viewer, stand: Stand, *, today: date) -> Stand | None:
    """Let it end yesterday, or never have been if it only begins; returns what stays.

    Raises:
        NotAllowed: the viewer is not a manager.
        NotFound: it is not there.
    """
    permissions.check_manager(viewer)
    row = _row(session, stand)
    if stand.since >= today:
        session.delete(row)
        session.flush()
        return None
    row.until = today - ONE_DAY
    session.flush()
    return Stand(stand.staff_id, stand.for_id, stand.since, row.until)


def put_back(session: Session, viewer: Viewer, was: Stand, left: Stand | None) -> None:
    """Take an end back: ``left`` is what had stayed of it.

    Raises:
        NotAllowed: the viewer is not a manager.
        NotFound: it is not there.
    """
    permissions.check_manager(viewer)
    if left is None:
        session.add(
            Acting(
                staff_id=was.staff_id,
                for_id=was.for_id,
                since=was.since,
                until=was.until,
            )
        )
    else:
        _row(session, left).until = was.until
    session.flush()


def _row(session: Session, stand: Stand) -> Acting:
    row = session.get(Acting, (stand.staff_id, stand.for_id, stand.since))
    if row is None:
        raise NotFound("That is not recorded any more.")
    return row
