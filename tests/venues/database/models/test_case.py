"""What a case and its links cannot be, whoever writes them."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from tests.venues.database import rows
from venues.database import models
from venues.database.session import Database

CHOICE = "That is not one of the choices."
LAST_DAY = "The last day must not come before the first."
ENDS = "It must end after it starts."


TRIED: list[tuple[str, str, dict[str, Any], str]] = [
    ("ck_case_kind", "case", {"kind": "adult"}, "A case is a child's or a victim's."),
    (
        "ck_case_staff_ends_after_it_starts",
        "case_staff",
        {"until": date(2026, 11, 25)},
        LAST_DAY,
    ),
    ("ck_case_hours_weekday", "case_hours", {"weekday": 7}, CHOICE),
    ("ck_case_hours_closes_after_it_opens", "case_hours", {"closes": time(9)}, ENDS),
    (
        "ck_case_venue_ends_after_it_starts",
        "case_venue",
        {"until": date(2026, 11, 25)},
        LAST_DAY,
    ),
    (
        "ck_separation_two_cases_in_order",
        "separation",
        {"first_id": 2},
        "A link joins two different cases.",
    ),
    (
        "ck_separation_two_cases_in_order",
        "separation",
        {"first_id": 2, "second_id": 1},
        "A link joins two different cases.",
    ),
    ("ck_separation_kind", "separation", {"kind": "rivals"}, CHOICE),
    (
        "ck_separation_ends_after_it_starts",
        "separation",
        {"until": date(2026, 11, 25)},
        LAST_DAY,
    ),
]


@pytest.mark.parametrize(("name", "table", "change", "sentence"), TRIED)
def test_what_cannot_be_true_of_a_case_is_refused_in_words(
    full: Database, name: str, table: str, change: dict[str, Any], sentence: str
) -> None:
    assert rows.complaint(full, table, change) == f"{name}: {sentence}"


def test_every_check_of_a_case_is_tried() -> None:
    named = rows.checks(
        models.Case,
        models.CaseStaff,
        models.CaseHours,
        models.CaseVenue,
        models.Separation,
    )

    assert {name for name, *_ in TRIED} == named
