"""What a term cannot be, whoever writes it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.venues.database import rows
from venues.database import models
from venues.database.session import Database
from venues.errors import Clash

LAST_DAY = "The last day must not come before the first."


TRIED: list[tuple[str, str, dict[str, Any], str]] = [
    ("ck_term_ends_after_it_starts", "term", {"until": date(2026, 11, 25)}, LAST_DAY),
]


@pytest.mark.parametrize(("name", "table", "change", "sentence"), TRIED)
def test_what_cannot_be_true_of_an_authority_is_refused_in_words(
    full: Database, name: str, table: str, change: dict[str, Any], sentence: str
) -> None:
    assert rows.complaint(full, table, change) == f"{name}: {sentence}"


def test_every_check_of_an_authority_is_tried() -> None:
    named = rows.checks(models.Authority, models.Term, models.ClosedDay)

    assert {name for name, *_ in TRIED} == named


def test_a_day_closes_every_venue_once(full: Database) -> None:
    day = models.ClosedDay(day=date(2026, 12, 25), name="Christmas Day")
    again = models.ClosedDay(day=date(2026, 12, 25), name="Christmas")
    with full.write() as session:
        session.add(day)

    with pytest.raises(Clash) as clash, full.write() as session:
        session.add(again)

    assert str(clash.value) == "That day is closed already."
