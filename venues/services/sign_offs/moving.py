"""Asking a manager for a move that the rules do not let one make."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from venues.domain import privacy
from venues.domain.people import Viewer
from venues.domain.privacy import Sight
from venues.domain.rules import no_go
from venues.errors import NotAllowed, WrongInput
from venues.services import booking_changes, bookings, codes, moves
from venues.services.moves import Move
from venues.services.sign_offs import asking

NOT_THEIRS = "A manager cannot pass what stands in the way. Choose another."


def ask(
    session: Session,
    move: Move,
    viewer: Viewer,
    *,
    now: datetime,
    why: str = "",
    code: str | None = None,
) -> int:
    """Put the move into the managers' queue; returns its id.

    Asking is a deliberate attempt: where a person is behind it, it leaves a code,
    unless there is one from trying to move it.

    Raises:
        NotAllowed: the viewer is not told what the booking is about.
        NotFound: the booking is not the viewer's.
        WrongInput: a manager could not pass it, or what is typed cannot be used.
    """
    booking = booking_changes.by_id(session, move.booking_id, viewer)
    request, case_ids = booking_changes.stored(session, booking)
    if privacy.sight(viewer, frozenset(request.worker_ids)) is not Sight.FULL:
        raise NotAllowed("Only its own worker asks a manager about that booking.")
    request = replace(
        request,
        room_ids=moves.rooms(request.room_ids, move),
        period=move.period,
        accepted=request.accepted | dict(move.accepted),
    )
    judged = bookings.judge(
        session, request, viewer, case_ids, now=now, without=booking.id
    )
    standing = no_go.tellable(judged.outstanding(viewer))
    if not asking.may_ask(standing):
        raise WrongInput(NOT_THEIRS, "room")
    if code is None and any(each.rule == asking.PERSON for each in standing):
        attempt = (move.to_room_id, case_ids, move.period)
        code = codes.make(session, viewer.staff_id, *attempt)
    return asking.ask(
        session,
        request,
        viewer,
        now=now,
        code=code,
        why=why,
        booking_id=booking.id,
        case_ids=case_ids,
    )
