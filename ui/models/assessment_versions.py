"""Two versions of one assessment, question by question."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from ui.models.versions import Difference
from venues.domain.answering import hours_words
from venues.domain.verdict import full
from venues.services.assessment_drafts import AnswerDraft, AssessmentDraft

MADE_ON, REVIEW_BY = "made_on", "review_by"


def differences(
    opened: AssessmentDraft | None,
    mine: AssessmentDraft,
    theirs: AssessmentDraft,
    words: Mapping[str, str],
) -> tuple[Difference, ...]:
    """What differs; ``words`` are the questions by code, in the order of the form."""
    found = [
        Difference(
            name,
            label,
            full(getattr(mine, name)),
            full(getattr(theirs, name)),
            changed=opened is None or getattr(opened, name) != getattr(mine, name),
        )
        for name, label in ((MADE_ON, "Visited on"), (REVIEW_BY, "Next review by"))
        if getattr(mine, name) != getattr(theirs, name)
    ]
    for code, label in words.items():
        one, other = _said(mine, code), _said(theirs, code)
        if one != other:
            before = _said(opened, code) if opened else None
            found.append(
                Difference(code, f"{code} {label}", one, other, changed=before != one)
            )
    return tuple(found)


def merged(
    mine: AssessmentDraft, theirs: AssessmentDraft, kept: Collection[str]
) -> AssessmentDraft:
    """Theirs, with my answers to the questions that are to be kept."""
    answers = [each for each in theirs.answers if each.code not in kept]
    answers += [each for each in mine.answers if each.code in kept]
    changed = {
        name: getattr(mine, name) for name in (MADE_ON, REVIEW_BY) if name in kept
    }
    return replace(theirs, answers=tuple(answers), **changed)


def _said(draft: AssessmentDraft, code: str) -> str:
    return "\n".join(_answer(each) for each in draft.answers if each.code == code)


def _answer(answer: AnswerDraft) -> str:
    hours = hours_words(answer.weekdays, answer.opens, answer.closes)
    found = f"Found {full(answer.found_on)}" if answer.found_on else ""
    until = f"until {full(answer.control_until)}" if answer.control_until else ""
    control = f"{answer.control} {until}".strip() if answer.control else ""
    parts = (hours, answer.value, answer.evidence, found, control)
    return ". ".join(part for part in parts if part)
