"""What a member of staff cannot be, whoever writes it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.venues.database import rows
from venues.database import models
from venues.database.session import Database

CHOICE = "That is not one of the choices."
LAST_DAY = "The last day must not come before the first."


TRIED: list[tuple[str, str, dict[str, Any], str]] = [
    ("ck_staff_role", "staff", {"role": "visitor"}, CHOICE),
    (
        "ck_acting_two_different_people",
        "acting",
        {"for_id": 1},
        "Nobody needs leave to act for themselves.",
    ),
    (
        "ck_acting_ends_after_it_starts",
        "acting",
        {"until": date(2026, 11, 25)},
        LAST_DAY,
    ),
]


@pytest.mark.parametrize(("name", "table", "change", "sentence"), TRIED)
def test_what_cannot_be_true_of_staff_is_refused_in_words(
    full: Database, name: str, table: str, change: dict[str, Any], sentence: str
) -> None:
    assert rows.complaint(full, table, change) == f"{name}: {sentence}"


def test_every_check_of_staff_is_tried() -> None:
    named = rows.checks(models.Staff, models.Acting)

    assert {name for name, *_ in TRIED} == named
