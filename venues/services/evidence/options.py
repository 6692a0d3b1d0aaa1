"""Existing options explored: which place was asked for which gap, and what came of it.

A gap is a town and an appointment set. No case and no person is named; whoever asked is
kept by their role.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import OptionExplored
from venues.domain import ladder
from venues.domain.checklist import SETS
from venues.domain.ladder import Answer, Step
from venues.domain.people import Role, Viewer, may_use
from venues.errors import NotAllowed, NotFound, Stale, WrongInput

MOST = {"town": 120, "building": 120, "owner": 120, "why_not": 300}
"""Characters of what is typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A place that was asked about, as typed or stored; ``cost`` is pence.

    ``role`` is that of whoever asked. ``criterion`` is the code of the one that
    adapting the room would meet.
    """

    id: int | None = field(default=None, compare=False)
    version: int = field(default=1, compare=False)
    authority_id: int | None
    town: str
    set: str
    step: Step | None = None
    criterion: str = ""
    building: str = ""
    owner: str = ""
    asked_on: date
    role: str = ""
    answer: Answer = Answer.WAITING
    why_not: str = ""
    cost: int | None = None
    ask_again_on: date | None = None


def keeps(viewer: Viewer) -> bool:
    """Whether they write options down; a board reader only reads them."""
    return viewer.role in {Role.COORDINATOR, Role.MANAGER}


def read(
    session: Session, viewer: Viewer, authority_id: int | None = None
) -> tuple[Option, ...]:
    """All that were explored, by town and set and then the latest first.

    Raises:
        NotAllowed: their role has no evidence.
    """
    if not may_use(viewer.role, "evidence"):
        raise NotAllowed("Evidence is for coordinators, managers and board readers.")
    return explored(session, authority_id)


def explored(session: Session, authority_id: int | None = None) -> tuple[Option, ...]:
    """The same for whoever may hand it on, such as the board's report."""
    wanted = select(OptionExplored).where(
        OptionExplored.answer != Answer.WITHDRAWN.value
    )
    if authority_id is not None:
        wanted = wanted.where(OptionExplored.authority_id == authority_id)
    rows = session.scalars(
        wanted.order_by(
            OptionExplored.town,
            OptionExplored.set,
            OptionExplored.asked_on.desc(),
            OptionExplored.id.desc(),
        )
    )
    return tuple(_option(row) for row in rows)


def to_ask_again(session: Session, viewer: Viewer, today: date) -> int:
    """How many places are to be asked again by today; none for those who do not."""
    if not keeps(viewer):
        return 0
    due = select(func.count(OptionExplored.id)).where(
        OptionExplored.ask_again_on <= today,
        OptionExplored.answer.not_in([Answer.YES.value, Answer.WITHDRAWN.value]),
    )
    return session.scalar(due) or 0


def due(option: Option, today: date) -> bool:
    """Whether a place is to be asked again."""
    return (
        option.ask_again_on is not None
        and option.ask_again_on <= today
        and option.answer is not Answer.YES
    )


def save(
    session: Session, option: Option, viewer: Viewer, *, opened: Option | None = None
) -> Option:
    """Write an option down, or change the one that was ``opened``.

    Raises:
        NotAllowed: the viewer is neither coordinator nor manager.
        WrongInput: something is missing or cannot be; names the field.
        Stale: it was changed since it was opened.
        NotFound: it is not there.
    """
    _check(session, option, viewer)
    if opened is None:
        row = OptionExplored(asked_by_role=viewer.role.value)
    else:
        row = _row(session, opened)
    row.authority_id, row.town, row.set = option.authority_id, option.town, option.set
    row.step = ladder.stored(option.step or Step.RETIME, option.criterion)
    row.building, row.owner = option.building, option.owner
    row.asked_on, row.answer = option.asked_on, option.answer.value
    row.why_not, row.cost = option.why_not, option.cost
    row.ask_again_on = option.ask_again_on
    session.add(row)
    session.flush()
    return _option(row)


def withdraw(session: Session, option: Option, viewer: Viewer) -> Option:
    """Take one back that was written down by mistake: it is listed no more.

    Raises:
        NotAllowed: the viewer is neither coordinator nor manager.
        Stale: it was changed meanwhile.
        NotFound: it is not there.
    """
    _allow(viewer)
    row = _row(session, option)
    row.answer = Answer.WITHDRAWN.value
    session.flush()
    return _option(row)


def _allow(viewer: Viewer) -> None:
    if not keeps(viewer):
        raise NotAllowed("Coordinators and managers write down what was explored.")


def _row(session: Session, opened: Option) -> OptionExplored:
    row = session.get(OptionExplored, opened.id)
    if row is None:
        raise NotFound("That is no longer there.")
    if row.version != opened.version:
        raise Stale(
            "This was changed since you opened it. Look at it again before you save."
        )
    return row


def _check(session: Session, option: Option, viewer: Viewer) -> None:
    _allow(viewer)
    _check_words(option)
    catalogue = catalogues.read(session)
    questions = catalogue.assessed.checklist.questions
    if option.authority_id not in catalogue.authorities:
        raise WrongInput("Choose the authority.", "authority_id")
    if option.set not in SETS:
        raise WrongInput("Choose what a room is missing for.", "set")
    if option.step is None:
        raise WrongInput("Choose what was tried.", "step")
    if option.criterion and option.criterion not in questions:
        raise WrongInput("There is no such criterion.", "criterion")
    again = option.ask_again_on
    if again is not None and again <= option.asked_on:
        raise WrongInput("Ask again on a later day.", "ask_again_on")


def _check_words(option: Option) -> None:
    if not option.town.strip():
        raise WrongInput("Type the town where a room is missing.", "town")
    if not option.building.strip():
        raise WrongInput("Type which building it is.", "building")
    if option.answer in {Answer.NO, Answer.LATER} and not option.why_not.strip():
        raise WrongInput("Say why not; the business case will.", "why_not")
    for name, most in MOST.items():
        if len(getattr(option, name)) > most:
            raise WrongInput(f"At most {most} characters.", name)


def _option(row: OptionExplored) -> Option:
    return Option(
        id=row.id,
        version=row.version,
        authority_id=row.authority_id,
        town=row.town,
        set=row.set,
        step=ladder.step_of(row.step),
        criterion=ladder.criterion_of(row.step),
        building=row.building,
        owner=row.owner,
        asked_on=row.asked_on,
        role=row.asked_by_role,
        answer=ladder.answer_of(row.answer),
        why_not=row.why_not,
        cost=row.cost,
        ask_again_on=row.ask_again_on,
    )
