"""What cannot be used in an assessment gets a sentence beside its question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from tests.venues.assessed import checklist
from tests.world import NOW, OAK, STUDY, TODAY
from venues.database.models import Entrance, WaitingSpace
from venues.errors import NotFound, WrongInput
from venues.services import assessments
from venues.services.assessment_drafts import AnswerDraft, AssessmentDraft

VISIT = AssessmentDraft(
    venue_id=1, room_id=OAK, made_on=TODAY, review_by=date(2027, 11, 23)
)


@pytest.fixture
def listed(world: Any) -> Any:
    """The small world with the whole checklist, and a door at Millbrook."""
    with world.database.write() as session:
        checklist(session)
        session.add(Entrance(id=7, venue_id=1, name="Side door"))
        session.add(WaitingSpace(id=8, venue_id=2, name="Foyer"))
    return world


def said(world: Any, draft: AssessmentDraft) -> tuple[str, str]:
    """The field and the sentence of the refusal."""
    with pytest.raises(WrongInput) as wrong, world.database.write() as session:
        assessments.save(session, draft, world.coordinator, now=NOW)
    return wrong.value.field, str(wrong.value)


@pytest.mark.parametrize(
    ("changed", "field", "begins"),
    [
        ({"made_on": date(2026, 11, 24)}, "made_on", "That day is still to come."),
        ({"made_on": date(2016, 1, 1)}, "made_on", "That is more than 10 years ago."),
        ({"review_by": TODAY}, "review_by", "The review comes after the visit."),
        (
            {"review_by": date(2027, 11, 24)},
            "review_by",
            "A review is due within 12 months.",
        ),
    ],
)
def test_the_days_of_the_visit_have_to_make_sense(
    listed: Any, changed: dict[str, Any], field: str, begins: str
) -> None:
    where, sentence = said(listed, replace(VISIT, **changed))

    assert (where, sentence.startswith(begins)) == (field, True)


@pytest.mark.parametrize(
    "place", [{"venue_id": 99}, {"room_id": 99}, {"room_id": STUDY}]
)
def test_the_place_has_to_be_there(listed: Any, place: dict[str, int]) -> None:
    with pytest.raises(NotFound), listed.database.write() as session:
        assessments.save(session, replace(VISIT, **place), listed.coordinator, now=NOW)


@pytest.mark.parametrize(
    ("code", "changed", "begins"),
    [
        ("X9", {}, "X9 is no longer on the checklist."),
        ("S9", {"value": "neutral"}, "S9 is answered for the venue."),
        ("C2", {"value": "  "}, "Say what was found"),
        ("C2", {"value": "perhaps"}, "Choose one of: yes, with blinds, no."),
        ("C1", {"value": "quiet"}, "Give a score from 0 to 3."),
        ("C1", {"value": "7"}, "Give a score from 0 to 3."),
        ("C2", {"evidence": "x" * 501}, "Shorten it to 500 characters."),
        ("C2", {"evidence": "ring 07700 900123"}, "Everybody reads this"),
        ("C2", {"found_on": date(2026, 11, 24)}, "That day is still to come."),
        ("C2", {"weekdays": 0}, "Choose at least one day"),
        ("C2", {"opens": time(9), "closes": time(9)}, "The hours end before"),
        ("C2", {"entrance_id": 99}, "That door or waiting space"),
        ("C2", {"waiting_space_id": 8}, "That door or waiting space"),
        ("C2", {"control_until": TODAY}, "Say what makes it acceptable"),
        ("C2", {"control": "Blinds"}, "Say until when"),
        (
            "C2",
            {"control": "Blinds", "control_until": date(2026, 11, 22)},
            "That day has passed.",
        ),
        (
            "C2",
            {"control": "Blinds", "control_until": date(2027, 11, 24)},
            "A control is for 12 months at most.",
        ),
    ],
)
def test_an_answer_that_cannot_be_used_is_named_by_its_question(
    listed: Any, code: str, changed: dict[str, Any], begins: str
) -> None:
    answer = replace(AnswerDraft(code=code, value="yes"), **changed)

    field, sentence = said(listed, replace(VISIT, answers=(answer,)))

    assert field == code
    assert sentence.startswith(begins)


def test_questions_of_a_room_and_of_nobody_are_not_answered_for_a_venue(
    listed: Any,
) -> None:
    venue = replace(VISIT, room_id=None)

    of_room = replace(venue, answers=(AnswerDraft(code="C2", value="yes"),))
    of_nobody = replace(venue, answers=(AnswerDraft(code="S16", value="yes"),))

    assert said(listed, of_room)[1] == "C2 is answered for each room."
    assert said(listed, of_nobody)[1].startswith("S16 follows from what is recorded.")


@pytest.mark.parametrize(
    ("other", "clashes"),
    [
        ({"opens": time(9), "closes": time(12)}, False),  # the rest of the day is left
        ({"weekdays": 4}, True),
        ({"weekdays": 4, "opens": time(9), "closes": time(12)}, True),
        ({"weekdays": 8, "opens": time(9), "closes": time(12)}, False),
        ({"weekdays": 4, "opens": time(13), "closes": time(14)}, False),
    ],
)
def test_one_question_is_not_answered_twice_for_the_same_hours(
    listed: Any, other: dict[str, Any], *, clashes: bool
) -> None:
    first = AnswerDraft(code="C2", value="yes")
    if clashes or "weekdays" in other:
        first = replace(first, weekdays=4, opens=time(8), closes=time(12))
    second = replace(AnswerDraft(code="C2", value="no"), **other)
    draft = replace(VISIT, answers=(first, second))

    if clashes:
        assert "twice for the same hours" in said(listed, draft)[1]
    else:
        with listed.database.write() as session:
            saved = assessments.save(session, draft, listed.coordinator, now=NOW)
        assert len(saved.answers) == 2


def test_each_door_has_its_own_answer(listed: Any) -> None:
    answers = (
        AnswerDraft(code="S11", value="3", entrance_id=7),
        AnswerDraft(code="S11", value="2"),
    )
    draft = replace(VISIT, room_id=None, answers=answers)

    with listed.database.write() as session:
        saved = assessments.save(session, draft, listed.coordinator, now=NOW)

    assert {each.entrance_id for each in saved.answers} == {7, None}
