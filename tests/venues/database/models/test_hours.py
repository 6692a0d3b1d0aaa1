"""What opening hours and closures cannot be, whoever writes them."""

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
    ("ck_hours_weekday", "hours", {"weekday": 7}, CHOICE),
    ("ck_hours_use", "hours", {"use": "lent"}, CHOICE),
    ("ck_hours_season", "hours", {"season": "summer"}, CHOICE),
    (
        "ck_hours_closes_after_it_opens",
        "hours",
        {"closes": time(9)},
        "Opening hours must end after they start, on the same day.",
    ),
    ("ck_hours_valid_forwards", "hours", {"valid_until": date(2026, 11, 25)}, LAST_DAY),
    (
        "ck_closure_ends_after_it_starts",
        "closure",
        {"ends": rows.THREE},
        "A closure must end after it starts.",
    ),
    ("ck_block_hire_weekday", "block_hire", {"weekday": -1}, CHOICE),
    ("ck_block_hire_closes_after_it_opens", "block_hire", {"closes": time(8)}, ENDS),
    (
        "ck_block_hire_ends_after_it_starts",
        "block_hire",
        {"until": date(2026, 11, 25)},
        LAST_DAY,
    ),
]


@pytest.mark.parametrize(("name", "table", "change", "sentence"), TRIED)
def test_what_cannot_be_true_of_hours_is_refused_in_words(
    full: Database, name: str, table: str, change: dict[str, Any], sentence: str
) -> None:
    assert rows.complaint(full, table, change) == f"{name}: {sentence}"


def test_every_check_of_hours_is_tried() -> None:
    named = rows.checks(models.Hours, models.Closure, models.BlockHire)

    assert {name for name, *_ in TRIED} == named
