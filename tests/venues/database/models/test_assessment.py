"""What an assessment cannot be, whoever writes it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.venues.database import rows
from venues.database import models
from venues.database.session import Database

CHOICE = "That is not one of the choices."


TRIED: list[tuple[str, str, dict[str, Any], str]] = [
    ("ck_criterion_level", "criterion", {"level": "street"}, CHOICE),
    (
        "ck_assessment_review_after_it_was_made",
        "assessment",
        {"review_by": rows.DAY},
        "The review must come after the assessment.",
    ),
    ("ck_answer_weekdays", "answer", {"weekdays": 0}, "Choose at least one weekday."),
    ("ck_answer_weekdays", "answer", {"weekdays": 128}, "Choose at least one weekday."),
]


@pytest.mark.parametrize(("name", "table", "change", "sentence"), TRIED)
def test_what_cannot_be_true_of_an_assessment_is_refused_in_words(
    full: Database, name: str, table: str, change: dict[str, Any], sentence: str
) -> None:
    assert rows.complaint(full, table, change) == f"{name}: {sentence}"


def test_every_check_of_an_assessment_is_tried() -> None:
    named = rows.checks(
        models.Criterion, models.Assessment, models.Answer, models.Incident
    )

    assert {name for name, *_ in TRIED} == named
