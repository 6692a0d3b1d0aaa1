"""Records what had nowhere to go as unmet need: evidence without a case or a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import UnmetNeed
from venues.domain import unmet
from venues.domain.people import Viewer
from venues.domain.unmet import Missing
from venues.services import alternatives
from venues.services.evidence import needs
from venues.services.rehousing.planning import Basis
from venues.services.rehousing.values import Away, Outcome, Plan


def offered(plan: Plan) -> tuple[int, ...]:
    """The bookings whose need may be recorded: no room suits them.

    Where a worker is away no room is missing.
    """
    if isinstance(plan.cause, Away):
        return ()
    return tuple(
        line.booking_id
        for line in plan.lines
        if line.outcome is Outcome.NOWHERE and line.obstacles
    )


def record(
    session: Session, plan: Plan, booking_ids: Iterable[int], viewer: Viewer
) -> tuple[int, ...]:
    """Write a need down for each of those bookings; returns the needs' ids.

    It is kept in nobody's name: whoever moves bookings without knowing their kind would
    read it among their own needs.

    Raises:
        NotAllowed: the viewer books nothing.
    """
    basis: Basis = plan.ground
    wanted = set(booking_ids) & set(offered(plan))
    found = []
    for leaving in basis.ground.leaving:
        if leaving.id not in wanted:
            continue
        need = needs.of_wish(session, alternatives.wish_of(leaving.request), viewer)
        reasons = (
            each.reason
            for each in plan.line(leaving.id).obstacles
            for _ in range(each.rooms)
        )
        need = replace(
            need,
            authority_id=leaving.rooms[0].venue.authority_id,
            missing=unmet.proposed(reasons) or (Missing.FULL,),
        )
        row = session.get_one(UnmetNeed, needs.save(session, need, viewer).id)
        row.made_by = None
        found.append(row.id)
    session.flush()
    return tuple(found)


def withdraw(session: Session, need_ids: Iterable[int], today: date) -> None:
    """Count them no more, as what they came from was taken back."""
    for row in _rows(session, need_ids):
        row.withdrawn_on = row.withdrawn_on or today
    session.flush()


def bring_back(session: Session, need_ids: Iterable[int]) -> None:
    """Count them again, as what they came from was done again."""
    for row in _rows(session, need_ids):
        row.withdrawn_on = None
    session.flush()


def _rows(session: Session, need_ids: Iterable[int]) -> Iterable[UnmetNeed]:
    return session.scalars(select(UnmetNeed).where(UnmetNeed.id.in_(list(need_ids))))
