"""What was done with a plan, taken back as one, and done again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from venues.domain.people import Viewer
from venues.errors import NotFound, Stale
from venues.services import closures
from venues.services.rehousing import telling
from venues.services.rehousing.steps import CHANGED_SINCE, Step, put
from venues.services.rehousing.values import Cause, Closing
from venues.services.team import handing_over
from venues.services.venue_drafts import ClosureDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What was done, so that it can be taken back as one.

    ``tell`` are sentences about venues that still hold what is not needed now, and
    ``staying`` the bookings that went nowhere, which need review.
    """

    name: str
    cause: Cause
    closure: ClosureDraft | None = None
    steps: tuple[Step, ...] = ()
    handed: tuple[handing_over.Move, ...] = ()
    notices: tuple[int, ...] = ()
    tell: tuple[str, ...] = ()
    staying: tuple[int, ...] = ()


def take_back(
    session: Session, applied: Applied, viewer: Viewer, *, now: datetime
) -> Applied:
    """Open the place again and put every booking back, if nothing changed since.

    Returns what can be done again with ``again``.

    Raises:
        Stale: a booking or the closure changed since, or something is in the way.
        NotAllowed, NotFound: as when it was done.
    """
    if applied.closure is not None:
        _open_again(session, applied.closure, viewer)
    if applied.handed:
        handing_over.put(session, viewer, applied.handed, back=True)
    steps = put(session, applied.steps, viewer, now, back=True)
    notices = telling.take_back(session, applied.notices, viewer)
    return replace(applied, closure=None, steps=steps, notices=notices)


def again(
    session: Session, applied: Applied, viewer: Viewer, *, now: datetime
) -> Applied:
    """Do once more what was taken back.

    Raises:
        Stale: a booking changed since, or something is in the way.
        NotAllowed, NotFound: as when it was done.
    """
    closure = None
    if isinstance(applied.cause, Closing):
        closure = closures.save(
            session, draft(applied.cause), viewer, now=now, around=True
        )
    if applied.handed:
        handing_over.put(session, viewer, applied.handed, back=False)
    steps = put(session, applied.steps, viewer, now, back=False)
    return replace(
        applied, closure=closure, steps=steps, notices=tell(session, steps, viewer)
    )


def _open_again(session: Session, closure: ClosureDraft, viewer: Viewer) -> None:
    try:
        closures.remove(session, closure, viewer)
    except NotFound as trouble:
        raise Stale(CHANGED_SINCE) from trouble


def tell(session: Session, steps: tuple[Step, ...], viewer: Viewer) -> tuple[int, ...]:
    """Tell the workers of all of them; returns the ids of what they are told."""
    return tuple(
        id_
        for step in steps
        for id_ in telling.tell(
            session,
            step.booking_id,
            viewer,
            (step.before.room_ids[0], step.before.period),
            (step.after.room_ids[0], step.after.period),
        )
    )


def draft(cause: Closing) -> ClosureDraft:
    """The closure that goes with it."""
    return ClosureDraft(
        venue_id=cause.venue_id,
        room_id=cause.room_id,
        starts=cause.starts,
        ends=cause.ends,
        reason=cause.reason,
    )
