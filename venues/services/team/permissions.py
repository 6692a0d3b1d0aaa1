"""Who may enter and change whom.

Managers keep everybody. Coordinators keep those who see no more than their own:
practitioners, victim workers and board readers. Where there is no manager yet, a
coordinator may enter one, or nobody could.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from venues.database.models import Staff
from venues.domain.people import Role, Viewer
from venues.errors import NotAllowed

SEE_LITTLE = (Role.PRACTITIONER, Role.VICTIM_WORKER, Role.BOARD)
KEEPERS = "Staff are entered by coordinators and managers. Ask one of them."
MANAGERS = (
    "Coordinators enter and change practitioners, victim workers and board readers. "
    "Ask a manager for the others."
)
ONLY_MANAGERS = "Only a manager may do that. Ask one of them."


def check_keeper(viewer: Viewer) -> None:
    """Let coordinators and managers through.

    Raises:
        NotAllowed: everybody else.
    """
    if not viewer.edits_venues:
        raise NotAllowed(KEEPERS)


def check_manager(viewer: Viewer) -> None:
    """Let managers through.

    Raises:
        NotAllowed: everybody else.
    """
    if viewer.role is not Role.MANAGER:
        raise NotAllowed(ONLY_MANAGERS)


def roles(session: Session, viewer: Viewer, today: date) -> tuple[Role, ...]:
    """The roles that the viewer may give, and whose people they may change."""
    if not viewer.edits_venues:
        return ()
    if viewer.role is Role.MANAGER or not managers(session, today):
        return tuple(Role)
    return SEE_LITTLE


def check(session: Session, viewer: Viewer, role: Role, today: date) -> None:
    """Let through whoever may keep somebody of that role.

    Raises:
        NotAllowed: everybody else.
    """
    check_keeper(viewer)
    if role not in roles(session, viewer, today):
        raise NotAllowed(MANAGERS)


def managers(session: Session, day: date) -> frozenset[int]:
    """The managers who work here on that day."""
    here = or_(Staff.left_on.is_(None), Staff.left_on > day)
    rows = session.scalars(
        select(Staff.id).where(Staff.role == Role.MANAGER.value, here)
    )
    return frozenset(rows)


def may_take_from(giver: Role, taker: Role) -> bool:
    """Whether work of one role may go to somebody of another.

    It depends on the two roles alone, so that no answer tells what a booking is about:
    what a victim worker does goes to victim workers and managers only.
    """
    if taker in (Role.MANAGER, giver):
        return taker is not Role.BOARD
    if giver is Role.PRACTITIONER:
        return taker is Role.VICTIM_WORKER
    return giver is Role.COORDINATOR and taker is not Role.BOARD
