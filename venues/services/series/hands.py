"""Handing a series over: who may take it, and what goes along with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Outing
from venues.errors import WrongInput
from venues.services.series.change import Change, Fate, Step
from venues.services.series.opened import Date
from venues.services.team import members, on_list, permissions

TAKER, SECOND = "workers", "second"


@dataclass(frozen=True, slots=True)
class Listed:
    """A case that was put on a colleague's list, and how it was there before."""

    key: on_list.Key
    before: object


def check(session: Session, dates: Iterable[Date], change: Change) -> None:
    """See that whoever is to work in them may, and will be here.

    Whether they are free then, and can get there, the rules say date by date.

    Raises:
        WrongInput: they may not take it, or have left by then.
        NotFound: there is nobody like that.
    """
    for field, id_ in ((TAKER, change.lead), (SECOND, change.second)):
        if not id_:
            continue
        taker = members.member(session, id_)
        for each in dates:
            workers = each.request.worker_ids
            giver = members.member(session, workers[0])
            if id_ in workers:
                continue
            if not permissions.may_take_from(giver.draft.role, taker.draft.role):
                raise WrongInput(
                    f"Not to a {taker.draft.role.words.lower()}. Choose somebody else.",
                    field,
                )
            if not taker.works_on(each.request.period.day):
                raise WrongInput(
                    f"{taker.draft.name} has left by then. Choose somebody else.", field
                )


def give(
    session: Session, steps: Iterable[Step], change: Change, today: date
) -> tuple[Listed, ...]:
    """Put the cases on the new lead's list, and let outings be theirs.

    A case goes along where it was on the list of whoever led before.
    """
    found = []
    taker = change.lead
    if taker is None:
        return ()
    for step in steps:
        if step.date is None or step.fate is not Fate.CHANGED:
            continue
        giver = step.date.request.worker_ids[0]
        if giver == taker:
            continue
        for case_id in step.date.case_ids:
            if on_list.listed(session, case_id, giver, today) and not on_list.listed(
                session, case_id, taker, today
            ):
                key = (case_id, taker, today)
                found.append(Listed(key, on_list.read(session, key)))
                on_list.write(session, key, None)
                session.flush()
        send(session, step.date.booking_id, taker)
    return tuple(found)


def send(session: Session, booking_id: int, staff_id: int) -> None:
    """Let the outing of a booking be that worker's, who has yet to go."""
    outing = session.scalar(select(Outing).where(Outing.booking_id == booking_id))
    if outing is not None and outing.staff_id != staff_id:
        outing.staff_id = staff_id
        outing.checked_in = outing.checked_out = None
        outing.rung_at = outing.rung_by = None


def take_back(session: Session, listed: Iterable[Listed]) -> None:
    """Take the cases off the list again, as far as nobody changed that since."""
    for each in listed:
        if on_list.read(session, each.key) is None:
            on_list.write(session, each.key, each.before)
    session.flush()
