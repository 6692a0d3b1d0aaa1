"""Case references: whose list they are on, and which may be used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import Date, Select, bindparam, exists, or_, select
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.catalogue import Catalogue
from venues.database.keys import on_a_server, take
from venues.database.models import Case, CaseStaff
from venues.domain import reference
from venues.domain.people import Audience, Viewer
from venues.domain.typed import NotUnderstood
from venues.errors import WrongInput

NOT_YOURS = "Not on your list. Ask the coordinator."
FIELD = "case"


class Standing(StrEnum):
    """What may be said of a reference to whoever typed it."""

    MINE = "On your list"
    NEW = "New, not confirmed"
    NOT_MINE = NOT_YOURS


@dataclass(frozen=True, slots=True)
class Answer:
    """A reference as its asker may know it; the rest is empty unless it is theirs."""

    reference: str
    standing: Standing
    id: int | None = None
    kind: str = ""
    sector: str = ""
    needs: tuple[str, ...] = ()


def look_up(session: Session, text: str, viewer: Viewer, today: date) -> Answer:
    """What the asker may know of the reference they typed.

    One that exists on another list answers the same as one that may not be used for
    any other reason.

    Raises:
        WrongInput: it does not look like a case reference.
    """
    numbers = catalogues.read(session).numbers
    try:
        tidy = reference.read(text, numbers.case_pattern, numbers.case_example)
    except NotUnderstood as trouble:
        raise WrongInput(str(trouble), FIELD) from trouble
    given = {"reference": tidy, "staff": sorted(viewer.owns), "today": today}
    statement = _ON_A_SERVER if on_a_server(session) else _looked_up()
    case = session.execute(statement, given).one_or_none()
    if case is None:
        return Answer(tidy, Standing.NEW)
    over = case.ends_on is not None and case.ends_on < today
    if over or not (case.listed or viewer.uses_any_case):
        return Answer(tidy, Standing.NOT_MINE)
    return Answer(
        tidy,
        Standing.MINE if case.confirmed else Standing.NEW,
        case.id,
        case.kind,
        case.sector,
        tuple(case.needs),
    )


_ON_A_SERVER = sql(
    "SELECT * FROM venues_case(:reference, CAST(:staff AS int[]), :today)"
)


@cache
def _looked_up() -> Select[*tuple[Any, ...]]:
    """A case by its reference, and whether it is on one of the lists; made once."""
    today = bindparam("today", type_=Date)
    listed = exists().where(
        CaseStaff.case_id == Case.id,
        CaseStaff.staff_id.in_(bindparam("staff", expanding=True)),
        CaseStaff.since <= today,
        or_(CaseStaff.until.is_(None), CaseStaff.until >= today),
    )
    return select(
        Case.id,
        Case.kind,
        Case.sector,
        Case.needs,
        Case.confirmed,
        Case.ends_on,
        listed.label("listed"),
    ).where(Case.reference == bindparam("reference"))


def mine(session: Session, viewer: Viewer, today: date) -> tuple[str, ...]:
    """The references on the viewer's list, to choose from while typing."""
    case, listed = Case.__table__, CaseStaff.__table__
    rows = session.scalars(
        select(case.c.reference)
        .join(listed, listed.c.case_id == case.c.id)
        .where(
            listed.c.staff_id.in_(sorted(viewer.owns)),
            listed.c.since <= today,
            or_(listed.c.until.is_(None), listed.c.until >= today),
            case.c.reference.is_not(None),
        )
        .distinct()
        .order_by(case.c.reference)
    )
    return tuple(row for row in rows if row)


def victim_comes(
    session: Session, catalogue: Catalogue, kind: str, case_ids: tuple[int, ...]
) -> bool:
    """Whether a victim is among the cases of a panel, which then asks for more."""
    known = catalogue.kinds.get(kind)
    if known is None or known.set != "PA" or not case_ids:
        return False
    wanted = select(Case.id).where(Case.id.in_(case_ids), Case.kind == "victim")
    return session.scalar(wanted.limit(1)) is not None


def use(
    session: Session,
    references: Iterable[str],
    viewer: Viewer,
    audience: Audience,
    today: date,
) -> tuple[int, ...]:
    """The ids of the references, made where they are new.

    A new reference of valid pattern is placed on the booker's list, its kind from who
    the appointment is for, and stays unconfirmed until a coordinator says otherwise.

    Raises:
        WrongInput: one is malformed, may not be used, or is of the other kind.
    """
    ids = []
    for text in references:
        answer = look_up(session, text, viewer, today)
        if answer.standing is Standing.NOT_MINE:
            raise WrongInput(NOT_YOURS, FIELD)
        if answer.id is None:
            ids.append(_make(session, answer.reference, viewer, audience, today))
            continue
        _check_kind(answer, audience)
        ids.append(answer.id)
    return tuple(dict.fromkeys(ids))


def known(
    session: Session, references: Iterable[str], viewer: Viewer, today: date
) -> tuple[int, ...]:
    """The ids of those references that exist and may be used; nothing is written.

    Raises:
        WrongInput: one is malformed or may not be used.
    """
    ids = []
    for text in references:
        answer = look_up(session, text, viewer, today)
        if answer.standing is Standing.NOT_MINE:
            raise WrongInput(NOT_YOURS, FIELD)
        if answer.id is not None:
            ids.append(answer.id)
    return tuple(dict.fromkeys(ids))


def _check_kind(answer: Answer, audience: Audience) -> None:
    if audience is Audience.VICTIM and answer.kind == "child":
        raise WrongInput(
            f"{answer.reference} is a child's reference. Choose “Child”, or another.",
            FIELD,
        )
    if audience is Audience.CHILD and answer.kind == "victim":
        raise WrongInput(
            f"{answer.reference} is a victim's reference. Choose “Victim”, or another.",
            FIELD,
        )


def _make(
    session: Session, tidy: str, viewer: Viewer, audience: Audience, today: date
) -> int:
    case = Case(
        id=take(session, Case)[0],  # on a server it is theirs once it is on their list
        reference=tidy,
        kind="victim" if audience is Audience.VICTIM else "child",
        authority_id=viewer.authority_id,
    )
    session.add(case)
    session.flush()
    session.add(CaseStaff(case_id=case.id, staff_id=viewer.staff_id, since=today))
    return case.id
