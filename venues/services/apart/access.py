"""Who may see and change what keeps people apart; each look is written down."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.orm import Session

from venues.database.audit import stamp
from venues.database.keys import on_a_server
from venues.database.models import Look
from venues.domain.people import Role, Viewer, may_use
from venues.errors import NotAllowed

KEEPERS = "Only a coordinator or a manager sees and changes what keeps people apart."
MANAGERS = "Only a manager may do that. Ask one of them."

LOOKS: dict[str, str] = {
    "code": "Opened a reason by its code",
    "link": "Showed whom a case is kept from",
    "case": "Opened a case's record",
    "review": "Opened why a booking needs review",
    "sign-off": "Opened why a booking waits for a sign-off",
    "everything": "Read all that is held on a case",
    "rename": "Put a reference right",
    "merge": "Merged a case into another",
    "plan": "Planned where the bookings of a place go",
    "away": "Planned who takes over a colleague's bookings",
}
"""What is written down as a look → as the list of looks says it."""

OF_CASES = ("case", "everything", "rename", "merge")
"""Looks at a case itself: the number that is kept with them is the case's."""


def check(viewer: Viewer) -> None:
    """Let coordinators and managers through.

    Raises:
        NotAllowed: everybody else.
    """
    if not may_use(viewer.role, "keep_apart"):
        raise NotAllowed(KEEPERS)


def check_manager(viewer: Viewer) -> None:
    """Let managers through.

    Raises:
        NotAllowed: everybody else.
    """
    if viewer.role is not Role.MANAGER:
        raise NotAllowed(MANAGERS)


_ON_A_SERVER = text("SELECT venues_look(:what, :row, :staff)")


def record(session: Session, viewer: Viewer, what: str, row_id: int) -> None:
    """Write down that the viewer looked; ``what`` is one of ``LOOKS``."""
    if on_a_server(session):  # which says itself who looks, and when
        seen = {"what": what, "row": row_id, "staff": viewer.staff_id}
        session.execute(_ON_A_SERVER, seen)
        return
    session.add(Look(at=stamp(), staff_id=viewer.staff_id, what=what, row_id=row_id))
    session.flush()
