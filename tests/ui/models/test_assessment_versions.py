"""Two versions of one assessment, question by question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from ui.models import assessment_versions
from venues.services.assessment_drafts import AnswerDraft, AssessmentDraft

YES = AnswerDraft(code="S1", value="yes", evidence="The caretaker")
LOOP = AnswerDraft(code="A6", value="fixed", found_on=date(2026, 6, 4))
OPENED = AssessmentDraft(
    venue_id=1,
    made_on=date(2026, 6, 4),
    review_by=date(2027, 6, 4),
    answers=(YES, LOOP),
    id=1,
)
WORDS = {"S1": "Someone is there", "A6": "Hearing loop", "C2": "Cannot be seen into"}


def test_answers_that_differ_are_told_with_all_that_belongs_to_them() -> None:
    mine = replace(
        OPENED, answers=(replace(YES, closes=time(18), control="Two workers"), LOOP)
    )
    theirs = replace(OPENED, answers=(YES,), review_by=date(2027, 5, 4))

    found = assessment_versions.differences(OPENED, mine, theirs, WORDS)

    assert [(each.name, each.mine, each.theirs, each.changed) for each in found] == [
        ("review_by", "4 June 2027", "4 May 2027", False),
        (
            "S1",
            "Until 6pm. yes. The caretaker. Two workers",
            "yes. The caretaker",
            True,
        ),
        ("A6", "fixed. Found 4 June 2026", "", False),
    ]


def test_a_first_assessment_was_changed_everywhere() -> None:
    theirs = replace(OPENED, answers=())

    found = assessment_versions.differences(None, OPENED, theirs, WORDS)

    assert all(each.changed for each in found)


def test_what_is_kept_goes_into_theirs() -> None:
    mine = replace(
        OPENED, made_on=date(2026, 6, 1), answers=(replace(YES, value="no"),)
    )
    theirs = replace(OPENED, answers=(YES, LOOP), version=2)

    both = assessment_versions.merged(mine, theirs, {"S1", "made_on"})

    assert both.version == 2
    assert both.made_on == date(2026, 6, 1)
    assert {each.code: each.value for each in both.answers} == {
        "S1": "no",
        "A6": "fixed",
    }
    assert assessment_versions.merged(mine, theirs, ()) == theirs
