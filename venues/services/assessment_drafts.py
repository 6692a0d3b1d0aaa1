"""An assessment as it is typed: the visit, and an answer to each question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Answer, Assessment, Criterion
from venues.domain.record import EVERY_DAY, LAST

Place = tuple[str, int, time, int | None, int | None]
"""What makes an answer one of its own: question, days, from when, which door."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDraft:
    """One answer; it may hold for some hours of some days, or for one door only.

    ``code`` is the question's. ``found_on`` is the day of the test or check, None for
    the day of the visit. Who accepted a control is read only.
    """

    code: str
    value: str
    evidence: str = ""
    found_on: date | None = None
    weekdays: int = EVERY_DAY
    opens: time = time()
    closes: time = LAST
    entrance_id: int | None = None
    waiting_space_id: int | None = None
    control: str = ""
    control_until: date | None = None
    accepted_by: int | None = None
    accepted_on: date | None = None
    id: int | None = None

    @property
    def place(self) -> Place:
        """What tells it from the other answers of the assessment."""
        return (
            self.code,
            self.weekdays,
            self.opens,
            self.entrance_id,
            self.waiting_space_id,
        )

    @property
    def said(self) -> tuple[object, ...]:
        """What a manager who accepts the control has read."""
        return (*self.place, self.closes, self.value, self.control, self.control_until)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentDraft:
    """One visit to a venue, or to one of its rooms."""

    venue_id: int
    room_id: int | None = None
    made_on: date
    review_by: date
    trigger: str = ""
    carried_from: int | None = None
    answers: tuple[AnswerDraft, ...] = ()
    id: int | None = None
    version: int | None = None


def stored(session: Session, visit: Assessment) -> AssessmentDraft:
    """The assessment as it is stored, with its answers in the order of the list."""
    rows = session.execute(
        select(Answer, Criterion.code)
        .join(Criterion, Criterion.id == Answer.criterion_id)
        .where(Answer.assessment_id == visit.id)
        .order_by(Criterion.id, Answer.id)
    )
    return AssessmentDraft(
        id=visit.id,
        version=visit.version,
        venue_id=visit.venue_id,
        room_id=visit.room_id,
        made_on=visit.made_on,
        review_by=visit.review_by,
        trigger=visit.trigger,
        carried_from=visit.carried_from,
        answers=tuple(_answer(row, code) for row, code in rows),
    )


def _answer(row: Answer, code: str) -> AnswerDraft:
    return AnswerDraft(
        id=row.id,
        code=code,
        value=row.value,
        evidence=row.evidence,
        found_on=row.found_on,
        weekdays=row.weekdays,
        opens=row.opens,
        closes=row.closes,
        entrance_id=row.entrance_id,
        waiting_space_id=row.waiting_space_id,
        control=row.control,
        control_until=row.control_until,
        accepted_by=row.accepted_by,
        accepted_on=row.accepted_on,
    )
