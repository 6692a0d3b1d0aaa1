"""Controls: what makes a failed answer acceptable, until a manager's date."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Answer, Assessment
from venues.domain.people import Role, Viewer
from venues.domain.record import months_after
from venues.domain.words import count
from venues.errors import NotAllowed, NotFound, WrongInput
from venues.services.assessment_drafts import AssessmentDraft, stored


def accept(
    session: Session, answer_id: int, viewer: Viewer, *, until: date, now: datetime
) -> AssessmentDraft:
    """Accept the control written for a failed answer, until a date.

    Raises:
        NotAllowed: the viewer is not a manager.
        WrongInput: no control is written, or the date is past or too far off.
        NotFound: the answer is not there.
    """
    if viewer.role is not Role.MANAGER:
        raise NotAllowed("Controls are accepted by managers. Ask one of them.")
    row = _answer(session, answer_id)
    if not row.control.strip():
        raise WrongInput("Write down what makes it acceptable first.", "control")
    today = now.date()
    months = catalogues.read(session).numbers.control_months
    if until <= today:
        raise WrongInput("Choose a day to come.", "until")
    if until > months_after(today, months):
        raise WrongInput(
            f"A control is accepted for {count(months, 'month')} at most. "
            "Choose an earlier day.",
            "until",
        )
    row.control_until, row.accepted_by, row.accepted_on = until, viewer.staff_id, today
    session.flush()
    return _of_answer(session, row)


def decline(session: Session, answer_id: int, viewer: Viewer) -> AssessmentDraft:
    """Decline a control: it is taken away, and another one can be written.

    Raises:
        NotAllowed: the viewer is not a manager.
        NotFound: the answer is not there.
    """
    if viewer.role is not Role.MANAGER:
        raise NotAllowed("Controls are declined by managers. Ask one of them.")
    row = _answer(session, answer_id)
    row.control, row.control_until = "", None
    row.accepted_by = row.accepted_on = None
    session.flush()
    return _of_answer(session, row)


def of_answer(session: Session, answer_id: int) -> AssessmentDraft:
    """The assessment that an answer is in.

    Raises:
        NotFound: the answer is not there.
    """
    return _of_answer(session, _answer(session, answer_id))


def take_back(session: Session, answer_id: int, viewer: Viewer) -> AssessmentDraft:
    """Accept a control no longer: the answer fails again.

    Raises:
        NotAllowed: the viewer is not a manager.
        NotFound: the answer is not there.
    """
    if viewer.role is not Role.MANAGER:
        raise NotAllowed("Controls are accepted by managers. Ask one of them.")
    row = _answer(session, answer_id)
    row.accepted_by = row.accepted_on = None
    session.flush()
    return _of_answer(session, row)


def _answer(session: Session, answer_id: int) -> Answer:
    row = session.get(Answer, answer_id)
    if row is None:
        raise NotFound("That answer is no longer there.")
    return row


def _of_answer(session: Session, row: Answer) -> AssessmentDraft:
    return stored(session, session.get_one(Assessment, row.assessment_id))
