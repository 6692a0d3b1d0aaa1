"""Carries a plan out, all of it or nothing, and takes it back the same way.

Each booking is judged by every rule where it goes, as any move is. While they are on
their way none of them stands in another's: all are lifted first, and set down one by
one beside those that are there already.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Booking
from venues.domain.people import Viewer
from venues.domain.telling import NAME as QUESTION
from venues.errors import Clash, Refused, Stale, WrongInput
from venues.services import booking_changes, closures
from venues.services.rehousing import affected, steps, taking_back, telling
from venues.services.rehousing.ground import Leaving
from venues.services.rehousing.planning import Basis
from venues.services.rehousing.steps import Step
from venues.services.rehousing.taking_back import Applied, draft
from venues.services.rehousing.values import Away, Closing, Line, Plan, Target
from venues.services.reviews import moved, watching
from venues.services.team import handing_over
from venues.services.team.in_hand import BOOKING, Key

OUTDATED = (
    "Something changed since the plan was made, so nothing was moved. "
    "Make the plan again and look at it."
)
NOT_TOGETHER = (
    "What was chosen by hand does not go together. Choose another place for one of "
    "these bookings, or leave it out."
)


def apply(
    session: Session, plan: Plan, viewer: Viewer, *, now: datetime, tell: bool = True
) -> Applied:
    """Close the place and move every booking of the plan that goes anywhere.

    With ``tell`` the workers find it on Today.

    Raises:
        Stale: something changed since the plan was made; nothing is moved.
        WrongInput: choices by hand do not go together, or a reason is missing.
        NotAllowed, NotFound: as when the plan was made.
    """
    if plan.clashing:
        raise WrongInput(NOT_TOGETHER, "plan")
    _check_fresh(session, plan, viewer, now)
    if isinstance(plan.cause, Away):
        return _hand_over(session, plan, viewer, now, tell=tell)
    closure = None
    if isinstance(plan.cause, Closing):
        closure = closures.save(
            session, draft(plan.cause), viewer, now=now, around=True
        )
    try:
        moved, sentences = _move(session, plan, viewer, now)
    except (Refused, Clash) as trouble:
        raise Stale(OUTDATED) from trouble
    staying = _staying(plan)
    if staying and isinstance(plan.cause, Closing):
        watching.put_down(session, catalogues.read(session), now, staying)
    return Applied(
        name=plan.title,
        cause=plan.cause,
        closure=closure,
        steps=moved,
        notices=taking_back.tell(session, moved, viewer) if tell else (),
        tell=sentences,
        staying=staying,
    )


def _move(
    session: Session, plan: Plan, viewer: Viewer, now: datetime
) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    """Every booking to its place; returns the ways, and which venues to tell."""
    basis: Basis = plan.ground
    targets = {line.booking_id: _target(line) for line in plan.moving}
    leaving = [each for each in basis.ground.leaving if each.id in targets]
    found: list[Step] = []
    sentences: dict[str, None] = {}
    statuses = steps.lift(session, targets)
    for each in leaving:
        steps.set_down(session, each.id, statuses[each.id])
        before = steps.place(session, each.id, viewer)
        done = booking_changes.move(
            session,
            each.id,
            viewer,
            now=now,
            room_ids=tuple(room.id for room in targets[each.id].rooms),
            period=targets[each.id].period,
            version=each.version,
            accepted=_reasons(plan, basis, each, targets[each.id]),
        )
        moved.forget(session, each.id)  # the plan looked at what suits it
        after = steps.place(session, each.id, viewer)
        found.append(Step(each.id, before, after, done.version))
        sentences |= {done.tell: None} if done.tell else {}
    steps.check_all(session, targets, viewer, now)
    return tuple(found), tuple(sentences)


def _staying(plan: Plan) -> tuple[int, ...]:
    return tuple(line.booking_id for line in plan.lines if not line.outcome.moves)


def _check_fresh(session: Session, plan: Plan, viewer: Viewer, now: datetime) -> None:
    """See that nothing the plan was made from has changed."""
    ground = plan.ground.ground
    ids = affected.find(session, plan.cause, viewer, now=now)
    versions = dict(
        session.execute(
            select(Booking.id, Booking.version).where(Booking.id.in_(ids))
        ).all()
    )
    if catalogues.read(session).revision != ground.revision or versions != {
        each.id: each.version for each in ground.leaving
    }:
        raise Stale(OUTDATED)


def _hand_over(
    session: Session, plan: Plan, viewer: Viewer, now: datetime, *, tell: bool
) -> Applied:
    cause = plan.cause
    assert isinstance(cause, Away)  # noqa: S101 - who calls it knows
    to: dict[Key, int] = {}
    for line in plan.moving:
        before = next(
            each.request.worker_ids
            for each in plan.ground.ground.leaving
            if each.id == line.booking_id
        )
        (taker,) = set(_target(line).worker_ids) - set(before)
        to[BOOKING, line.booking_id] = taker
    try:
        handed = handing_over.hand_over(session, viewer, cause.staff_id, to, now=now)
    except handing_over.CannotTake as trouble:
        raise Stale(OUTDATED) from trouble
    told: list[int] = []
    if tell:
        for line in plan.moving:
            here = (line.room.id, _target(line).period)
            told += telling.tell(
                session,
                line.booking_id,
                viewer,
                here,
                here,
                only=to[BOOKING, line.booking_id],
            )
    return Applied(
        name=plan.title,
        cause=cause,
        handed=handed,
        notices=tuple(told),
        staying=tuple(line.booking_id for line in plan.lines if not line.outcome.moves),
    )


def _reasons(
    plan: Plan, basis: Basis, leaving: Leaving, target: Target
) -> dict[str, str]:
    """Why each warning of the target is passed; that it has to go, if nobody said."""
    choice = plan.choices.get(leaving.id)
    given = choice.reason if choice else ""
    if target.rules and not given:
        raise WrongInput("Say why that place will do all the same.", "reason")
    fit = next(each for each in basis.fits[leaving.id] if each.target.key == target.key)
    warned = [found.rule for found in fit.findings if found.acceptable]
    warned += [QUESTION] if leaving.hidden else []
    why = given or "It has to leave where it was."
    return dict.fromkeys(warned, why)


def _target(line: Line) -> Target:
    assert line.target is not None  # noqa: S101 - it moves, so it has one
    return line.target
