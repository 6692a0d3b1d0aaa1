"""Assessing a venue or a room: visits with their answers, and what triggers one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Answer, Assessment
from venues.domain.checklist import Style
from venues.domain.people import Viewer
from venues.domain.record import months_after
from venues.errors import NotFound, Stale, WrongInput
from venues.services import assessment_checks
from venues.services.assessment_drafts import AnswerDraft, AssessmentDraft, stored
from venues.services.venue_editing import may_edit

TRIGGERS = ("building work", "new users", "staffing or hours", "incident")
"""What asks for a review before it is due."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A question whose answer is another than the time before; empty is none."""

    code: str
    words: str
    before: str
    after: str


def current(
    session: Session, venue_id: int, room_id: int | None = None
) -> AssessmentDraft | None:
    """The last assessment of a venue, or of one of its rooms; None before the first."""
    visit = _last(session, venue_id, room_id)
    return None if visit is None else stored(session, visit)


def start(
    session: Session,
    venue_id: int,
    room_id: int | None,
    viewer: Viewer,
    *,
    now: datetime,
) -> AssessmentDraft:
    """A new assessment to fill in, with the answers of the last one carried over.

    Nothing is written. Each answer keeps the day it was found on; controls that have
    run out are left behind, and so are questions no longer asked.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
    """
    may_edit(viewer)
    today = now.date()
    catalogue = catalogues.read(session)
    last = current(session, venue_id, room_id)
    fresh = AssessmentDraft(
        venue_id=venue_id,
        room_id=room_id,
        made_on=today,
        review_by=months_after(today, catalogue.numbers.review_months),
    )
    if last is None:
        return fresh
    questions = catalogue.assessed.checklist.questions
    return replace(
        fresh,
        carried_from=last.id,
        answers=tuple(
            _carried(each, last.made_on, today)
            for each in last.answers
            if each.code in questions
            and questions[each.code].style is not Style.AUTOMATIC
        ),
    )


def save(
    session: Session,
    draft: AssessmentDraft,
    viewer: Viewer,
    *,
    now: datetime,
    opened: AssessmentDraft | None = None,
) -> AssessmentDraft:
    """Write a new assessment, or change the one that was ``opened``; as stored.

    A control stays accepted only while nothing of what the manager read has changed.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: something typed cannot be used; the field is the question's code.
        Stale: somebody else saved it since it was opened.
        NotFound: the venue, room or assessment is not there.
    """
    may_edit(viewer)
    catalogue = catalogues.read(session)
    assessment_checks.check(session, catalogue, draft, now.date())
    if opened is None:
        visit = Assessment(venue_id=draft.venue_id, room_id=draft.room_id)
        visit.carried_from, visit.made_by = draft.carried_from, viewer.staff_id
        known = _by_id(session, draft.carried_from)
    else:
        visit = _same(session, opened)
        known = opened
    visit.made_on, visit.review_by = draft.made_on, draft.review_by
    visit.trigger = draft.trigger
    session.add(visit)
    session.flush()
    accepted = {
        each.said: each for each in (known.answers if known else ()) if each.accepted_by
    }
    ids = {
        code: each.id for code, each in catalogue.assessed.checklist.questions.items()
    }
    _write(session, visit.id, draft.answers, accepted, ids)
    session.refresh(visit)
    return stored(session, visit)


def withdraw(session: Session, saved: AssessmentDraft, viewer: Viewer) -> None:
    """Take back an assessment that was added a moment ago, answers and all.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        Stale: somebody changed it since, or carried it over into another.
        NotFound: it is not there any more.
    """
    may_edit(viewer)
    visit = _same(session, saved)
    later = select(Assessment.id).where(Assessment.carried_from == visit.id)
    if session.scalar(later.limit(1)) is not None:
        raise Stale("A later assessment was carried over from this one. It stays.")
    for row in session.scalars(select(Answer).where(Answer.assessment_id == visit.id)):
        session.delete(row)
    session.flush()
    session.delete(visit)
    session.flush()


def changes(session: Session, draft: AssessmentDraft) -> tuple[Changed, ...]:
    """What is answered differently from the assessment it was carried over from."""
    before = _by_id(session, draft.carried_from)
    if before is None:
        return ()
    questions = catalogues.read(session).assessed.checklist.questions
    was = {each.place: each.value for each in before.answers}
    is_now = {each.place: each.value for each in draft.answers}
    return tuple(
        Changed(
            place[0],
            questions[place[0]].words if place[0] in questions else place[0],
            was.get(place, ""),
            is_now.get(place, ""),
        )
        for place in {**was, **is_now}
        if was.get(place, "") != is_now.get(place, "")
    )


def trigger(
    session: Session,
    venue_id: int,
    room_id: int | None,
    what: str,
    viewer: Viewer,
    *,
    now: datetime,
) -> AssessmentDraft:
    """Something changed there: the review is due from today.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: it is none of ``TRIGGERS``.
        NotFound: it has not been assessed yet, so there is nothing to review.
    """
    may_edit(viewer)
    if what not in TRIGGERS:
        raise WrongInput(f"Choose one of: {', '.join(TRIGGERS)}.", "trigger")
    visit = _last(session, venue_id, room_id)
    if visit is None:
        raise NotFound("It has not been assessed yet. Start an assessment.")
    visit.trigger = what
    visit.review_by = max(now.date(), visit.made_on + timedelta(days=1))
    session.flush()
    return stored(session, visit)


def _carried(answer: AnswerDraft, made_on: date, today: date) -> AnswerDraft:
    """The answer as it goes into the next assessment."""
    kept = replace(answer, id=None, found_on=answer.found_on or made_on)
    if answer.control_until is not None and answer.control_until < today:
        return replace(
            kept, control="", control_until=None, accepted_by=None, accepted_on=None
        )
    return kept


def _write(
    session: Session,
    visit_id: int,
    answers: tuple[AnswerDraft, ...],
    accepted: dict[tuple[object, ...], AnswerDraft],
    ids: dict[str, int],
) -> None:
    """Bring the rows to the answers, changing no more of them than it takes."""
    codes = {id_: code for code, id_ in ids.items()}
    rows = {
        (
            codes.get(row.criterion_id, ""),
            row.weekdays,
            row.opens,
            row.entrance_id,
            row.waiting_space_id,
        ): row
        for row in session.scalars(
            select(Answer).where(Answer.assessment_id == visit_id)
        )
    }
    for answer in answers:
        row = rows.pop(answer.place, None)
        if row is None:
            row = Answer(assessment_id=visit_id, criterion_id=ids[answer.code])
            row.weekdays, row.opens = answer.weekdays, answer.opens
            row.entrance_id = answer.entrance_id
            row.waiting_space_id = answer.waiting_space_id
            session.add(row)
        row.value, row.evidence = answer.value.strip(), answer.evidence.strip()
        row.closes, row.found_on = answer.closes, answer.found_on
        row.control, row.control_until = answer.control.strip(), answer.control_until
        known = accepted.get(answer.said)
        row.accepted_by = known.accepted_by if known else None
        row.accepted_on = known.accepted_on if known else None
    for left in rows.values():
        session.delete(left)
    session.flush()


def _last(session: Session, venue_id: int, room_id: int | None) -> Assessment | None:
    return session.scalar(
        select(Assessment)
        .where(
            Assessment.venue_id == venue_id,
            Assessment.room_id.is_(None)
            if room_id is None
            else Assessment.room_id == room_id,
        )
        .order_by(Assessment.made_on.desc(), Assessment.id.desc())
        .limit(1)
    )


def _by_id(session: Session, id_: int | None) -> AssessmentDraft | None:
    visit = None if id_ is None else session.get(Assessment, id_)
    return None if visit is None else stored(session, visit)


def _same(session: Session, opened: AssessmentDraft) -> Assessment:
    visit = session.get(Assessment, opened.id)
    if visit is None:
        raise NotFound("That assessment is no longer there.")
    if stored(session, visit) != opened:
        raise Stale(
            "Somebody else changed this assessment since you opened it. "
            "Look at it again before you save."
        )
    return visit
