"""Taking a whole series back, and bringing it back: all of its dates, or none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from venues.domain.people import Viewer
from venues.services import booking_changes
from venues.services.judging import Booked

UNDONE = "Booked by mistake and undone"


def cancel(
    session: Session, booked: Sequence[Booked], viewer: Viewer, *, now: datetime
) -> tuple[Booked, ...]:
    """Cancel them all, as long as nobody changed one since.

    Raises:
        Stale: somebody did.
        WrongInput: one is over, or cancelled already.
    """
    return tuple(
        booking_changes.cancel(
            session, each.id, viewer, reason=UNDONE, now=now, version=each.version
        )
        for each in booked
    )


def restore(
    session: Session, booked: Sequence[Booked], viewer: Viewer, *, now: datetime
) -> tuple[Booked, ...]:
    """Bring them all back, if each still fits.

    Raises:
        Refused: a rule forbids one of them now.
        WrongInput: one is not cancelled, or its time has passed.
    """
    return tuple(
        booking_changes.restore(session, each.id, viewer, now=now) for each in booked
    )
