"""What a code or an action cannot be, whoever writes it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.venues.database import rows
from venues.database import models
from venues.database.session import Database

CHOICE = "That is not one of the choices."


TRIED: list[tuple[str, str, dict[str, Any], str]] = [
    ("ck_code_half", "code", {"half": 3}, CHOICE),
    (
        "ck_done_something_changed",
        "done",
        {"last": 0},
        "Nothing was changed, so there is nothing to undo.",
    ),
]


@pytest.mark.parametrize(("name", "table", "change", "sentence"), TRIED)
def test_what_cannot_be_true_is_refused_in_words(
    full: Database, name: str, table: str, change: dict[str, Any], sentence: str
) -> None:
    assert rows.complaint(full, table, change) == f"{name}: {sentence}"


def test_every_check_is_tried() -> None:
    named = rows.checks(
        models.Done,
        models.History,
        models.Look,
        models.RefusalCode,
        models.Setting,
        models.Revision,
    )

    assert {name for name, *_ in TRIED} == named
