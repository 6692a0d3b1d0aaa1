"""How the catalogue is called on screen."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from venues.database.models import Base
from venues.services.venue_words import FIELDS, between, value_words


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("town", "", "\N{EN DASH}"),
        ("seats_circle", None, "\N{EN DASH}"),
        ("seats_circle", 8, "8"),
        ("step_free", True, "yes"),
        ("step_free", False, "no"),
        ("status", "suspended", "Suspended"),
        ("booked_by", "request", "Ask the venue"),
        ("rate", 1450, "£14.50"),
        ("turnaround", 15, "15 minutes"),
        ("min_hire", 180, "3 hours"),
        ("notice_days", 1, "1 day"),
        ("charge_days", 28, "28 days"),
        ("area", 20, "20 m²"),
        ("town", "Widnes", "“Widnes”"),
    ],
)
def test_a_value_is_said_in_words(name: str, value: Any, words: str) -> None:
    assert value_words(name, value) == words


def test_every_column_that_is_told_is_there_to_be_told() -> None:
    tables = Base.metadata.tables
    parts = {"cluster", "contacts", "entrances", "waiting_spaces", "features"}

    unknown = [
        f"{table}.{column}"
        for table, columns in FIELDS.items()
        for column in columns
        if column not in tables[table].columns and column not in parts | {"space_ids"}
    ]

    assert unknown == []


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        ((3, 0), (4, 0), "Thursday 3 December 2026"),
        ((3, 0), (6, 0), "Thursday 3 December 2026 to Saturday 5 December 2026"),
        ((3, 9), (3, 12), "Thursday 3 December 2026, 9am to 12pm"),
        (
            (3, 9),
            (4, 12),
            "Thursday 3 December 2026, 9am to Friday 4 December 2026, 12pm",
        ),
        ((3, 0), (3, 12), "Thursday 3 December 2026, 12am to 12pm"),
    ],
)
def test_whole_days_are_said_without_their_midnights(
    starts: tuple[int, int], ends: tuple[int, int], words: str
) -> None:
    assert between(datetime(2026, 12, *starts), datetime(2026, 12, *ends)) == words
