"""Lets go of history, looks and codes that are old enough."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, func, not_, or_, select
from sqlalchemy.orm import Session

from venues.database import journal, struck
from venues.database.held import Held
from venues.database.many import batches
from venues.database.models import Done, History, Look, RefusalCode, Review, SignOff

OF_CASES = ("case", "everything", "rename", "merge")
"""Looks whose row is a case."""


def let_go(session: Session, before: datetime, held: Held) -> int:
    """Remove what is from before that moment (UTC); returns how many rows.

    What is about a case on hold stays.
    """
    held_codes = select(RefusalCode.id).where(RefusalCode.case_id.in_(held.cases))
    held_reviews = select(Review.id).where(Review.booking_id.in_(held.bookings))
    kept = or_(
        and_(Look.what == "link", Look.row_id.in_(held.links)),
        and_(Look.what == "code", Look.row_id.in_(held_codes)),
        and_(Look.what == "review", Look.row_id.in_(held_reviews)),
        and_(Look.what.in_(OF_CASES), Look.row_id.in_(held.cases)),
    )
    if struck.has(session, SignOff):
        asked = select(SignOff.id).where(SignOff.booking_id.in_(held.bookings))
        kept = or_(kept, and_(Look.what == "sign-off", Look.row_id.in_(asked)))
    looks = delete(Look).where(Look.at < before, not_(kept))
    codes = delete(RefusalCode).where(
        RefusalCode.at < before,
        or_(RefusalCode.case_id.is_(None), RefusalCode.case_id.not_in(held.cases)),
    )
    return _history(session, before, held) + _do(session, looks) + _do(session, codes)


def let_go_of_done(session: Session, now: datetime) -> None:
    """Forget what can be undone no longer; ``now`` is UTC."""
    if struck.has(session, Done):
        _do(session, delete(Done).where(Done.at < now - journal.KEPT))


def newest_stamp(session: Session) -> datetime | None:
    """When something was last written down, in UTC."""
    return session.scalar(select(func.max(History.at)))


def _history(session: Session, before: datetime, held: Held) -> int:
    if not held.cases:
        return _do(session, delete(History).where(History.at < before))
    rows = session.execute(
        select(History.id, History.table, History.row_id, History.changes).where(
            History.at < before
        )
    )
    gone = [id_ for id_, *about in rows if not held.owns(*about)]
    return sum(
        _do(session, delete(History).where(History.id.in_(some)))
        for some in batches(gone)
    )


def _do(session: Session, statement: Any) -> int:
    options = {"synchronize_session": False}
    done: Any = session.execute(statement, execution_options=options)
    return int(done.rowcount)
