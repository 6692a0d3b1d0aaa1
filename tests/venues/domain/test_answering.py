"""How a question of the checklist is answered, and how an answer is said."""

from __future__ import annotations

from datetime import time

import pytest

from venues.domain import answering
from venues.domain.checklist import Question, question
from venues.domain.record import LAST
from venues.resources import table


def of(code: str) -> Question:
    return question(next(row for row in table("criteria") if row["code"] == code))


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("A7", ("light", "echo", "noise", "smell", "warmth")),
        ("S11", ("by day", "after dark")),
        ("C1", ()),
        ("S1", ()),
    ],
)
def test_some_scores_are_given_part_by_part(code: str, parts: tuple[str, ...]) -> None:
    assert answering.parts(of(code)) == parts


def test_scores_of_parts_are_read_and_written() -> None:
    scores = answering.read_parts(of("A7"), "light 3, echo 2")

    assert scores == {"light": "3", "echo": "2"}
    assert answering.write_parts(scores | {"noise": ""}) == "light 3, echo 2"


def test_one_score_is_that_of_every_part() -> None:
    assert answering.read_parts(of("S11"), " 2 ") == {"by day": "2", "after dark": "2"}


@pytest.mark.parametrize(
    ("code", "value", "words"),
    [
        ("S1", "yes", ""),
        ("C1", "2", "2 of 3"),
        ("A7", "light 3, echo 2", "light 3, echo 2"),
        ("S9", "neutral", "neutral"),
    ],
)
def test_an_answer_says_what_its_mark_does_not(
    code: str, value: str, words: str
) -> None:
    assert answering.value_words(of(code), value) == words


@pytest.mark.parametrize(
    ("weekdays", "opens", "closes", "words"),
    [
        (127, time(), LAST, ""),
        (127, time(), time(18), "Until 6pm"),
        (127, time(18), LAST, "From 6pm"),
        (4, time(9), time(12), "Wed 9am to 12pm"),
        (31, time(), LAST, "Mon to Fri"),
        (1 + 4 + 8, time(), time(18), "Mon, Wed and Thu until 6pm"),
    ],
)
def test_the_hours_of_an_answer_are_said(
    weekdays: int, opens: time, closes: time, words: str
) -> None:
    assert answering.hours_words(weekdays, opens, closes) == words
