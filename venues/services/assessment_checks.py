"""Whether what was typed into an assessment can be used, with a sentence where not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.catalogue import Catalogue
from venues.database.models import Entrance, WaitingSpace
from venues.domain.checklist import Question, Style
from venues.domain.free_text import private_words
from venues.domain.record import months_after
from venues.domain.words import count
from venues.errors import NotFound, WrongInput
from venues.services.assessment_drafts import AnswerDraft, AssessmentDraft

LONGEST = 500
"""Characters of evidence, of a control, or of an answer in words."""

EVERY = 127
OLDEST = 120
"""Months back that a visit may lie; a longer one is a slip."""


def check(
    session: Session, catalogue: Catalogue, draft: AssessmentDraft, today: date
) -> None:
    """Look at the visit and at each of its answers.

    Raises:
        WrongInput: something cannot be used; the field is the question's code, or
            "made_on" or "review_by".
        NotFound: the venue or room is not there.
    """
    _place(catalogue, draft)
    if draft.made_on > today:
        raise WrongInput(
            "That day is still to come. Choose today or before.", "made_on"
        )
    if months_after(draft.made_on, OLDEST) < today:
        raise WrongInput("That is more than 10 years ago. Check the year.", "made_on")
    if draft.review_by <= draft.made_on:
        raise WrongInput(
            "The review comes after the visit. Choose a later day.", "review_by"
        )
    months = catalogue.numbers.review_months
    if draft.review_by > months_after(draft.made_on, months):
        raise WrongInput(
            f"A review is due within {count(months, 'month')}. Choose an earlier day.",
            "review_by",
        )
    doors = _doors(session, draft.venue_id)
    questions = catalogue.assessed.checklist.questions
    for answer in draft.answers:
        _answer(answer, questions, draft, today, doors)
        _control(answer, today, catalogue.numbers.control_months)
    _apart(draft.answers)


def _place(catalogue: Catalogue, draft: AssessmentDraft) -> None:
    if draft.venue_id not in catalogue.venues:
        raise NotFound("That venue is no longer in the list.")
    if draft.room_id is not None:
        room = catalogue.rooms.get(draft.room_id)
        if room is None or room.venue.id != draft.venue_id:
            raise NotFound("That room is no longer in the list.")


def _doors(session: Session, venue_id: int) -> frozenset[tuple[str, int]]:
    return frozenset(
        (kind, id_)
        for kind, model in (("entrance", Entrance), ("waiting", WaitingSpace))
        for id_ in session.scalars(select(model.id).where(model.venue_id == venue_id))
    )


def _answer(
    answer: AnswerDraft,
    questions: Mapping[str, Question],
    draft: AssessmentDraft,
    today: date,
    doors: frozenset[tuple[str, int]],
) -> None:
    code = answer.code
    question = questions.get(code)
    if question is None:
        raise WrongInput(f"{code} is no longer on the checklist. Leave it out.", code)
    if question.style is Style.AUTOMATIC:
        raise WrongInput(f"{code} follows from what is recorded. Leave it out.", code)
    if (question.level == "room") is not (draft.room_id is not None):
        where = "each room" if question.level == "room" else "the venue"
        raise WrongInput(f"{code} is answered for {where}.", code)
    _value(answer, question)
    _texts(answer)
    if answer.found_on is not None and answer.found_on > today:
        raise WrongInput("That day is still to come. Choose today or before.", code)
    if not 1 <= answer.weekdays <= EVERY:
        raise WrongInput("Choose at least one day of the week.", code)
    if answer.closes <= answer.opens:
        raise WrongInput("The hours end before they start. Choose a later end.", code)
    wanted = {("entrance", answer.entrance_id), ("waiting", answer.waiting_space_id)}
    if {each for each in wanted if each[1] is not None} - doors:
        raise WrongInput("That door or waiting space is no longer there.", code)


def _texts(answer: AnswerDraft) -> None:
    code = answer.code
    for text in (answer.value, answer.evidence, answer.control):
        if len(text) > LONGEST:
            raise WrongInput(f"Shorten it to {LONGEST} characters.", code)
        if kind := private_words(text):
            raise WrongInput(
                f"Everybody reads this, and it looks like {kind}. Say the role.", code
            )


def _value(answer: AnswerDraft, question: Question) -> None:
    value = answer.value.strip()
    if not value:
        raise WrongInput("Say what was found, or leave the question out.", answer.code)
    if question.style is Style.SCORE:
        score = question.score(value)
        if score is None or str(score) not in question.options:
            last = question.options[-1]
            raise WrongInput(f"Give a score from 0 to {last}.", answer.code)
    elif question.style is Style.CHOICE and (
        question.option(value) not in question.options
    ):
        choices = ", ".join(question.options)
        raise WrongInput(f"Choose one of: {choices}.", answer.code)


def _control(answer: AnswerDraft, today: date, months: int) -> None:
    until, code = answer.control_until, answer.code
    if not answer.control.strip():
        if until is not None:
            raise WrongInput("Say what makes it acceptable until then.", code)
        return
    if until is None:
        raise WrongInput("Say until when the control is asked for.", code)
    if answer.accepted_by is None and until < today:
        raise WrongInput("That day has passed. Choose a later one.", code)
    if until > months_after(today, months):
        raise WrongInput(
            f"A control is for {count(months, 'month')} at most. "
            "Choose an earlier day.",
            code,
        )


def _apart(answers: tuple[AnswerDraft, ...]) -> None:
    """Two answers to one question do not hold for the same hours of the same door."""
    for n, one in enumerate(answers):
        for other in answers[:n]:
            same = (one.code, one.entrance_id, one.waiting_space_id) == (
                other.code,
                other.entrance_id,
                other.waiting_space_id,
            )
            always = _always(one) is not _always(other)
            if not same or always or not one.weekdays & other.weekdays:
                continue
            if one.opens < other.closes and other.opens < one.closes:
                raise WrongInput(
                    f"{one.code} is answered twice for the same hours. "
                    "Keep one of the two.",
                    one.code,
                )


def _always(answer: AnswerDraft) -> bool:
    """Whether it fills the hours that no other answer is about."""
    return (
        answer.weekdays == EVERY
        and answer.opens.hour == 0
        and (
            answer.closes.hour == 23  # noqa: PLR2004 - to the end of the day
        )
    )
