"""The colleagues to whom one booking of a worker who is away could go."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from venues.database.models import CaseStaff, Staff
from venues.domain.people import Role, Viewer
from venues.services.progress import Progress
from venues.services.rehousing.ground import Ground, Leaving
from venues.services.rehousing.options import Fit
from venues.services.rehousing.values import Away, Target
from venues.services.team import handing_over, members, permissions
from venues.services.team.members import Member

KNOWS, NEAR, OTHER = 0, 1, 2
"""How well a colleague is placed: the case is on their list; the same authority."""


def find(
    session: Session, ground: Ground, cause: Away, viewer: Viewer, progress: Progress
) -> dict[int, list[Fit]]:
    """Booking → each colleague who may take it where and when it is.

    Whoever may take it is asked about with every rule, as for a handing over.
    """
    giver = members.member(session, cause.staff_id)
    takers = _takers(session, giver, ground)
    listed = _listed(session, ground)
    found: dict[int, list[Fit]] = {}
    number = len(ground.leaving)
    for n, leaving in enumerate(ground.leaving):
        progress(number + n, 2 * number)
        fits = []
        for taker in takers if not leaving.why_not else ():
            trouble = handing_over.trouble(
                session, viewer, giver, leaving.id, taker, now=ground.now
            )
            if not trouble:
                near = taker.draft.authority == _authority(ground, leaving)
                fits.append(_fit(leaving, cause, taker, listed, near=near))
        found[leaving.id] = sorted(fits, key=_rank)
    return found


def rank(fit: Fit) -> int:
    """How well the colleague is placed; stands where metres do for a room."""
    return fit.target.metres or 0


def _rank(fit: Fit) -> tuple[int, tuple[int, ...]]:
    return rank(fit), fit.target.worker_ids


def _authority(ground: Ground, leaving: Leaving) -> str:
    return ground.catalogue.authorities[leaving.rooms[0].venue.authority_id].code


def _fit(
    leaving: Leaving,
    cause: Away,
    taker: Member,
    listed: dict[int, set[int]],
    *,
    near: bool,
) -> Fit:
    ids = tuple(
        taker.id if id_ == cause.staff_id else id_ for id_ in leaving.request.worker_ids
    )
    known = any(taker.id in listed.get(case_id, ()) for case_id in leaving.case_ids)
    return Fit(
        Target(
            rooms=leaving.rooms,
            period=leaving.request.period,
            metres=KNOWS if known else NEAR if near else OTHER,
            worker=taker.draft.name,
            worker_ids=ids,
        ),
        (),
    )


def plain(target: Target) -> Target:
    """The target as it is shown: how well somebody is placed is no distance."""
    return replace(target, metres=0) if target.worker else target


def _takers(session: Session, giver: Member, ground: Ground) -> list[Member]:
    today = ground.now.date()
    rows = session.scalars(
        select(Staff.id)
        .where(
            Staff.id != giver.id,
            Staff.role != Role.BOARD.value,
            or_(Staff.left_on.is_(None), Staff.left_on > today),
        )
        .order_by(Staff.id)
    )
    found = [members.member(session, id_) for id_ in rows]
    role = giver.draft.role
    same = [each for each in found if each.draft.role is role]
    return same or [
        each for each in found if permissions.may_take_from(role, each.draft.role)
    ]


def _listed(session: Session, ground: Ground) -> dict[int, set[int]]:
    """Case → who has it on their list."""
    today = ground.now.date()
    cases = sorted({id_ for each in ground.leaving for id_ in each.case_ids})
    found: dict[int, set[int]] = {}
    for case_id, staff_id in session.execute(
        select(CaseStaff.case_id, CaseStaff.staff_id).where(
            CaseStaff.case_id.in_(cases),
            CaseStaff.since <= today,
            or_(CaseStaff.until.is_(None), CaseStaff.until > today),
        )
    ):
        found.setdefault(case_id, set()).add(staff_id)
    return found
