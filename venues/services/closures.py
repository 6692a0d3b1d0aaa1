"""Closing a venue or a room for a while, for a reason."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Closure, Room
from venues.domain import far_off
from venues.domain.clocks import check
from venues.domain.free_text import private_words
from venues.domain.people import Viewer
from venues.errors import NotFound, Stale, WrongInput
from venues.services import in_the_way, venue_details
from venues.services.venue_checks import LONGEST_NAME
from venues.services.venue_drafts import ClosureDraft
from venues.services.venue_editing import may_edit

PERSONAL = frozenset({"a name", "a phone number", "an e-mail address"})
LONGEST = timedelta(days=3660)


def save(
    session: Session,
    draft: ClosureDraft,
    viewer: Viewer,
    *,
    now: datetime,
    opened: ClosureDraft | None = None,
    around: bool = False,
) -> ClosureDraft:
    """Close the place, or change the closure that was ``opened``; returns it as stored.

    With ``around`` bookings are in the way no more: somebody sees to where they go, and
    those that go nowhere are put on the list of what needs review.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: no reason, or times that cannot be; names the field.
        Clash: live bookings stand in the way; lists them as far as the viewer sees.
        Stale: somebody else changed the closure since it was opened.
        NotFound: the venue, room or closure is not there.
    """
    may_edit(viewer)
    reason = " ".join(draft.reason.split())
    _check(draft, reason, now)
    rooms = _rooms(session, draft)
    if not around:
        in_the_way.refuse(
            session,
            viewer,
            room_ids=rooms,
            first=max(draft.starts, now),
            until=max(draft.ends, now),
        )
    closure = Closure() if opened is None else _same(session, opened)
    closure.venue_id, closure.room_id = draft.venue_id, draft.room_id
    closure.starts, closure.ends, closure.reason = draft.starts, draft.ends, reason
    session.add(closure)
    session.flush()
    return _stored(session, closure)


def remove(session: Session, closure: ClosureDraft, viewer: Viewer) -> None:
    """Open the place again: the closure goes, the history keeps it.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        Stale: somebody else changed it since it was read.
        NotFound: it is not there any more.
    """
    may_edit(viewer)
    session.delete(_same(session, closure))
    session.flush()


def _check(draft: ClosureDraft, reason: str, now: datetime) -> None:
    if not reason:
        raise WrongInput("Say why it is closed, such as heating repairs.", "reason")
    if len(reason) > LONGEST_NAME:
        raise WrongInput(f"Shorten the reason to {LONGEST_NAME} characters.", "reason")
    if (kind := private_words(reason)) in PERSONAL:
        raise WrongInput(
            f"Everybody reads the reason, and this looks like {kind}. Leave it out.",
            "reason",
        )
    for name, moment in (("starts", draft.starts), ("ends", draft.ends)):
        if sentence := far_off.check(moment, now.date()) or check(moment):
            raise WrongInput(sentence, name)
    if draft.ends <= draft.starts:
        raise WrongInput("A closure must end after it starts.", "ends")
    if draft.ends - draft.starts > LONGEST:
        raise WrongInput(
            "That is longer than 10 years. Check the date, or retire the place.", "ends"
        )


def _rooms(session: Session, draft: ClosureDraft) -> list[int]:
    rooms = select(Room.id).where(Room.venue_id == draft.venue_id)
    if draft.room_id is not None:
        rooms = rooms.where(Room.id == draft.room_id)
    found = list(session.scalars(rooms))
    if draft.room_id is not None and not found:
        raise NotFound("That room is no longer in the list.")
    return found


def _same(session: Session, opened: ClosureDraft) -> Closure:
    closure = session.get(Closure, opened.id)
    if closure is None:
        raise NotFound("That closure is no longer there.")
    if _stored(session, closure) != opened:
        raise Stale(
            "Somebody else changed this closure since you opened it. "
            "Look at it again before you save."
        )
    return closure


def _stored(session: Session, closure: Closure) -> ClosureDraft:
    return {
        each.id: each for each in venue_details.closures(session, closure.venue_id)
    }[closure.id]
