"""Checklists and assessments for the small world."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlalchemy import delete, insert, select

from venues.database.models import Answer, Assessment, Criterion
from venues.domain.checklist import Question, Style
from venues.domain.checklist import question as read
from venues.resources import table

YEAR = timedelta(days=365)

GOOD = {
    "S12": "Nobody else then",
    "C1": "3",
    "A7": "light 3, echo 3, noise 3, smell 3, warmth 3",
}
"""Answers that are more than a choice."""


def checklist(session: Any) -> None:
    """The whole checklist, as a new database has it; nothing may be answered yet."""
    session.execute(delete(Criterion))
    session.execute(insert(Criterion), [dict(row) for row in table("criteria")])


def good(question: Question) -> str:
    """An answer with which nobody finds fault."""
    if question.code in GOOD:
        return GOOD[question.code]
    if question.style is Style.FREE:
        return "Known"
    return max(each for each in question.options if each in question.passing)


def assess(
    session: Any, venue_id: int, room_id: int | None, made_on: date, **answers: str
) -> int:
    """An assessment with those answers; its id."""
    visit = Assessment(
        venue_id=venue_id, room_id=room_id, made_on=made_on, review_by=made_on + YEAR
    )
    session.add(visit)
    session.flush()
    ids = dict(session.execute(select(Criterion.code, Criterion.id)).all())
    session.add_all(
        Answer(assessment_id=visit.id, criterion_id=ids[code], value=value)
        for code, value in answers.items()
    )
    session.flush()
    return int(visit.id)


def assess_all(
    session: Any, rooms: dict[int, int], made_on: date, **changed: str
) -> None:
    """Good answers to everything at those rooms (room → venue), with some changed."""
    questions = [read(row) for row in table("criteria")]
    told = [each for each in questions if each.style is not Style.AUTOMATIC]
    for room_id in (*dict.fromkeys([-id_ for id_ in rooms.values()]), *rooms):
        of_room = room_id > 0
        answers = {
            each.code: changed.get(each.code, good(each))
            for each in told
            if (each.level == "room") is of_room
        }
        venue_id = rooms[room_id] if of_room else -room_id
        assess(session, venue_id, room_id if of_room else None, made_on, **answers)
