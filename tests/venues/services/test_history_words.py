"""Rows of history as sentences."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace
from typing import Any

from venues.services import history_words
from venues.services.history_words import Names

NAMES = Names(
    staff={},
    parts={
        ("room", 1): {"name": "Oak"},
        ("closure", 1): {"room_id": None, "reason": "painting"},
        ("space", 1): {"name": "Oak"},
    },
    keys={"authority_id": {2: "Warrington"}},
)


def row(table: str, action: str, row_id: int | None = 1, **changes: Any) -> Any:
    return SimpleNamespace(
        table=table, row_id=row_id, action=action, changes=changes, at=datetime.min
    )


def said(table: str, *rows: Any) -> list[tuple[str, str]]:
    return list(history_words.say(table, list(rows), NAMES))


def test_what_is_gone_says_what_it_was() -> None:
    gone = row("contact", "removed", role=["Desk", None], phone=[None, None])

    assert history_words.stated(gone) == {"role": "Desk", "phone": None}


def test_columns_that_nobody_types_are_not_told() -> None:
    assert said("venue", row("venue", "changed", uuid=["a", "b"])) == []


def test_a_key_that_stands_for_nothing_any_more_is_a_dash() -> None:
    changed = row("venue", "changed", authority_id=[2, 9])

    assert said("venue", changed) == [
        ("Venue", "Authority Warrington → \N{EN DASH}"),
    ]


def test_a_closure_that_was_moved_says_both_moments() -> None:
    moved = row("closure", "changed", starts=["2026-12-03 00:00", "2026-12-04 09:00"])

    assert said("closure", moved) == [
        (
            "Closure",
            "From Thursday 3 December 2026, 12am → Friday 4 December 2026, 9am",
        )
    ]


def test_a_closure_of_which_little_is_known_is_still_told() -> None:
    assert said("closure", row("closure", "removed")) == [
        ("Closure", "Closure taken away")
    ]


def test_hours_whose_weekday_is_not_known_are_left_out() -> None:
    changed = row("hours", "changed", 7, opens=["09:00:00", "08:00:00"])

    assert said("hours", changed) == []


def test_a_room_taking_up_itself_goes_without_saying() -> None:
    own = row("room_space", "added", None, room_id=[None, 1], space_id=[None, 1])
    space = row("space", "added", name=[None, "Oak"])

    assert said("room_space", own) == []
    assert said("space", space) == []


def test_a_feature_that_is_no_longer_recorded_is_told_with_its_room() -> None:
    gone = row("feature", "removed", need=["screen", None], room_id=[1, None])

    assert said("feature", gone) == [("Oak", "Screen: no longer recorded")]


def test_an_answer_whose_hours_alone_changed_is_not_told() -> None:
    assert said("answer", row("answer", "changed", weekdays=[127, 31])) == []


def test_a_standing_hire_of_which_little_is_known_is_still_told() -> None:
    ended = row("block_hire", "removed", 9)

    assert said("block_hire", ended) == [
        ("Standing agreement", "Standing agreement taken away")
    ]
