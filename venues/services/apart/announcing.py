"""The one place that hears when something changes about who is kept from whom."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Attendance
from venues.database.session import CASES, TOUCHED


def announce(session: Session, case_ids: Collection[int]) -> None:
    """Say that the windows of these cases may be others from now on.

    Called in the unit of work that makes the change, after it has been flushed, by
    everything that writes a link, a venue not to use, or what a case needs. Other
    windows hear of it as a change of bookings, so that nobody can tell from what is
    announced that it was about a link.
    """
    if case_ids:
        session.info.setdefault(TOUCHED, set()).add("booking")


def ask_again_of(session: Session, booking_id: int | None) -> None:
    """The same for the cases of a booking for which what was passed is no longer."""
    of_it = select(Attendance.case_id).where(Attendance.booking_id == booking_id)
    ask_again(session, session.scalars(of_it).all())


def ask_again(session: Session, case_ids: Collection[int]) -> None:
    """Let the bookings of these cases be asked about again, as after a new link.

    For what puts other cases into bookings without asking the rules.
    """
    session.info.setdefault(CASES, set()).update(case_ids)
