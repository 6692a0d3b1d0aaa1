"""A plan may tell what bookings are about, so a coordinator asks for it, on the record.

A room that suits a child's appointment and not a victim meeting is offered for the one
and not for the other, and a colleague may take this one and not that. Whoever is not
told what bookings are about therefore makes a plan only after a look was written down;
managers see it. It is asked of every plan, whatever bookings it has, so that being
asked tells nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.domain import privacy
from venues.domain.people import Viewer
from venues.domain.privacy import Sight
from venues.errors import NotAllowed
from venues.services.apart import access
from venues.services.rehousing import affected
from venues.services.rehousing.values import Away, Cause, Closing, Failing, One

WORDS = (
    "Where a booking fits, and where it does not, may tell what it is about. "
    "So it is written down that you made this plan, and managers see it."
)
"""What is said before the plan is made."""


@dataclass(frozen=True, slots=True)
class Looked:
    """That a look was written down: for one cause and one person."""

    cause: Cause
    staff_id: int


def asks(cause: Cause, viewer: Viewer) -> bool:
    """Whether the viewer has to agree first that it is written down.

    One booking is planned by those who see all of it.
    """
    others = privacy.sight(viewer, frozenset())
    return others is not Sight.FULL and not isinstance(cause, One)


def record(session: Session, cause: Cause, viewer: Viewer, *, now: datetime) -> Looked:
    """Write down that the viewer looks.

    Raises:
        NotAllowed: the viewer keeps neither that place nor that colleague.
        NotFound: there is no such place or colleague.
    """
    affected.check(session, cause, viewer, now=now)
    if isinstance(cause, Away):
        access.record(session, viewer, "away", cause.staff_id)
    else:
        access.record(session, viewer, "plan", _venue(session, cause))
    return Looked(cause, viewer.staff_id)


def check(cause: Cause, viewer: Viewer, looked: Looked | None) -> None:
    """Let through whoever need not be asked, and whoever agreed.

    Raises:
        NotAllowed: a look has to be written down first.
    """
    if asks(cause, viewer) and looked != Looked(cause, viewer.staff_id):
        raise NotAllowed(WORDS)


def _venue(session: Session, cause: Cause) -> int:
    if isinstance(cause, Closing):
        return cause.venue_id
    assert isinstance(cause, Failing)  # noqa: S101 - one booking is not looked at
    return catalogues.read(session).rooms[cause.room_id].venue.id
