"""What the Assessment tab says of a venue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.ui.assessing_scene import sheet, standing
from ui.models import assessing
from venues.domain.checklist import MUST, question
from venues.domain.judgement import Failure, Judgement, State
from venues.domain.record import Reply
from venues.resources import table
from venues.services.assessment_drafts import AssessmentDraft
from venues.services.assessment_sheet import Control, Visit
from venues.services.incidents import Recorded
from venues.services.suitability import Fix

TODAY = date(2026, 11, 23)
JUNE = AssessmentDraft(
    venue_id=1, made_on=date(2026, 6, 4), review_by=date(2027, 6, 4), id=1
)
SIGHT = question(next(row for row in table("criteria") if row["code"] == "C2"))


def test_a_visit_says_when_and_when_next() -> None:
    assert assessing.visit_words(Visit(None, "The venue", JUNE)) == (
        "Assessed 4 June 2026, next review by 4 June 2027"
    )
    assert assessing.visit_words(Visit(None, "The venue", None)) == "Not assessed yet"


def test_a_trigger_says_why_a_review_is_due() -> None:
    asked = replace(JUNE, trigger="building work", review_by=TODAY)

    assert assessing.visit_words(Visit(None, "The venue", asked)) == (
        "Assessed 4 June 2026, review due since 23 November 2026 (building work)"
    )


def test_rooms_seen_on_other_days_and_open_questions_are_told() -> None:
    later = replace(JUNE, made_on=date(2026, 9, 17))
    visits = (
        Visit(None, "The venue", JUNE, 1),
        Visit(1, "Oak", later, 2),
        Visit(2, "Elm", None, 17),
        Visit(3, "Ash", JUNE),
    )

    assert assessing.room_visits(sheet(visits=visits)) == (
        "Rooms assessed: Oak 17 September 2026.\n"
        "Not assessed yet: Elm.\n"
        "Not answered: 1 question of the venue and 2 questions of Oak."
    )


@pytest.mark.parametrize(
    ("because", "words"),
    [
        ("", "Since 4 June 2026"),
        ("incident", "Since 4 June 2026, because of an incident"),
        ("new users", "Since 4 June 2026, because of new users of the building"),
    ],
)
def test_an_overdue_review_says_since_when_and_why(because: str, words: str) -> None:
    late = Judgement(State.OVERDUE, overdue_since=date(2026, 6, 4), because=because)
    found = standing(rooms={1: {"CH": late}}, overdue_since=date(2026, 6, 4))

    assert assessing.overdue_words(sheet(standing=found)) == words
    assert assessing.overdue_words(sheet()) == ""


def test_a_fix_says_what_it_opens() -> None:
    alone = Fix(SIGHT, 3, 4, (1, 2), (1,))

    assert assessing.fix_words(alone) == "3 more kinds of appointment, in 2 rooms"
    assert assessing.fix_words(alone._replace(opens=0)) == (
        "Not enough alone: 2 rooms need something else as well"
    )


REPLY = Reply("no", control="Blinds down.", control_until=date(2027, 3, 1))
FAILURE = Failure(SIGHT, REPLY, MUST)


@pytest.mark.parametrize(
    ("judged", "words"),
    [
        (Judgement(State.SUITABLE), "Suitable."),
        (
            Judgement(State.NOT_SUITABLE, failed=(FAILURE,)),
            "Not suitable for a panel: people can see in.",
        ),
        (
            Judgement(State.CONDITIONS, conditions=(FAILURE,)),
            "Blinds down. Agreed until 1 March 2027.",
        ),
        (Judgement(State.NOT_ASSESSED, unanswered=(SIGHT,)), "Not assessed yet."),
        (
            Judgement(State.OVERDUE, overdue_since=date(2026, 6, 4)),
            "Review overdue since 4 June 2026.",
        ),
        (Judgement(State.NOT_SUITABLE, suspended=True), "The venue is suspended."),
        (
            Judgement(State.SUITABLE, due=date(2026, 12, 3)),
            "Suitable. Practical: review due in 10 days.",
        ),
    ],
)
def test_each_state_is_told_in_sentences(judged: Judgement, words: str) -> None:
    assert assessing.why(judged, "PA", TODAY) == words


def test_a_control_says_until_when_and_by_whom() -> None:
    control = Control(1, "C2", "Oak", "People can see in", "Blinds down.", None)
    until = control._replace(until=date(2027, 3, 1))

    assert assessing.control_words(control) == (
        "Blinds down. Asked for; waits for a manager."
    )
    assert assessing.control_words(until._replace(by="Manager 01")) == (
        "Blinds down. Accepted until 1 March 2027 by Manager 01."
    )


def test_an_incident_says_when_where_and_what() -> None:
    told = Recorded(
        1, 1, 2, TODAY, "A window was broken", suspends=False, closed_on=None
    )

    assert assessing.incident_words(told, {2: "Oak"}) == (
        "23 November 2026, Oak: A window was broken"
    )
    assert assessing.incident_words(replace(told, room_id=None), {}) == (
        "23 November 2026: A window was broken"
    )


def test_sets_stand_at_the_head_of_rows() -> None:
    assert [assessing.set_words(code) for code in assessing.sets()][:3] == [
        "One-to-one session",
        "Family session",
        "Group work",
    ]
