"""What a remembered search cannot be, whoever writes it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.venues.database import rows
from venues.database import models
from venues.database.session import Database

CHOICE = "That is not one of the choices."


TRIED: list[tuple[str, str, dict[str, Any], str]] = [
    ("ck_search_ended", "search", {"ended": "lost"}, CHOICE),
]


@pytest.mark.parametrize(("name", "table", "change", "sentence"), TRIED)
def test_what_cannot_be_true_of_a_search_is_refused_in_words(
    full: Database, name: str, table: str, change: dict[str, Any], sentence: str
) -> None:
    assert rows.complaint(full, table, change) == f"{name}: {sentence}"


def test_every_check_of_a_search_is_tried() -> None:
    named = rows.checks(models.Search, models.UnmetNeed, models.OptionExplored)

    assert {name for name, *_ in TRIED} == named
