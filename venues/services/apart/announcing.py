"""The one place that hears when something changes about who is kept from whom."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy.orm import Session

from venues.database.session import TOUCHED


def announce(session: Session, case_ids: Collection[int]) -> None:
    """Say that the windows of these cases may be others from now on.

    Called in the unit of work that makes the change, after it has been flushed, by
    everything that writes a link, a venue not to use, or what a case needs. Other
    windows hear of it as a change of bookings, so that nobody can tell from what is
    announced that it was about a link.
    """
    if case_ids:
        session.info.setdefault(TOUCHED, set()).add("booking")


def ask_again(session: Session) -> None:
    """Let all bookings to come be asked about again, as after a new link.

    For what puts other cases into bookings without asking the rules.
    """
    session.info.setdefault(TOUCHED, set()).add("separation")
