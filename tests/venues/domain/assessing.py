"""Small checklists and records to judge by, made in a line."""

from __future__ import annotations

from datetime import date
from typing import Any

from venues.domain import checklist
from venues.domain.checklist import SETS, Checklist, Demands, Question
from venues.domain.record import Part, Record, Reply, Visit
from venues.resources import table

TODAY = date(2026, 11, 26)
SEEN = Visit(date(2026, 6, 4), date(2027, 6, 4))


def question(code: str = "X1", **columns: str) -> Question:
    """A criterion: a room's, answered yes or no, with any column changed."""
    usual = {
        "code": code,
        "group": "Safe",
        "badge": "Safe",
        "level": "room",
        "words": "Is it so?",
        "answers": "yes|no",
        "passes": "yes",
        "satisfies_need": "",
    }
    return checklist.question(usual | columns)


def full() -> Checklist:
    """The checklist that every database starts with."""
    used = table("criteria")
    return Checklist(
        {row["code"]: checklist.question(row) for row in used},
        {
            code: {
                row["code"]: checklist.read_demand(row[code.lower()]) for row in used
            }
            for code in SETS
        },
    )


def demands(*asked: tuple[Question, str], of_set: str = "CH") -> Demands:
    """What a set asks, each criterion with what stands in the set's column."""
    return Checklist(
        {question.code: question for question, _ in asked},
        {
            of_set: {
                question.code: checklist.read_demand(column)
                for question, column in asked
            }
        },
    ).demands(of_set)


def record(
    visit: Visit | None = SEEN, *, happenings: Any = (), **answers: Any
) -> Record:
    """What is on record of a room: criterion → an answer, a reply, or several."""
    replies = {
        code: (
            tuple(said)
            if isinstance(said, list)
            else (said if isinstance(said, Reply) else Reply(said),)
        )
        for code, said in answers.items()
    }
    return Record(Part(visit, replies), Part(visit, replies), happenings)
