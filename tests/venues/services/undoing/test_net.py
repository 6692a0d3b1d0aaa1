"""An action comes to how each row was before it, and how it was left."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from venues.database.models import Booking, History, Setting, UnmetNeed
from venues.services.undoing import net


def row(table: str, row_id: int | None, action: str, **changes: Any) -> History:
    """A row of history with those changes."""
    return History(table=table, row_id=row_id, action=action, changes=changes)


def test_several_changes_of_one_row_are_one() -> None:
    found = net.fold(
        [
            row("booking", 1, "changed", people=[3, 4], note=["", "Bell"]),
            row("booking", 1, "changed", people=[4, 5]),
        ]
    )

    (one,) = found.values()
    assert (one.model, one.key) == (Booking, (1,))
    assert one.was == {"people": 3, "note": ""}
    assert one.now == {"people": 5, "note": "Bell"}


def test_what_was_changed_back_is_nothing() -> None:
    there = row("booking", 1, "changed", starts=["2026-11-26 15:00", None])
    back = row("booking", 1, "changed", starts=[None, "2026-11-26 15:00"])

    assert net.fold([there, back]) == {}


def test_what_came_and_went_is_nothing() -> None:
    came = row("booking", 1, "added", people=[None, 3])

    assert net.fold([came, row("booking", 1, "removed", people=[3, None])]) == {}


def test_words_of_history_are_values_again_and_what_is_empty_is_filled_in() -> None:
    (one,) = net.fold(
        [row("unmet_need", 2, "removed", week=["2026-11-23", None], people=[3, None])]
    ).values()

    assert one.model is UnmetNeed
    assert one.went
    assert one.was is not None
    assert one.was["week"] == datetime(2026, 11, 23).date()
    assert (one.was["district"], one.was["needs"]) == ("", [])
    assert one.was["withdrawn_on"] is None


def test_a_row_that_is_changed_and_then_goes_was_as_it_was_before_both() -> None:
    (one,) = net.fold(
        [
            row("booking", 1, "changed", people=[3, 4]),
            row("booking", 1, "removed", people=[4, None], note=["Bell", None]),
        ]
    ).values()

    assert one.was is not None
    assert (one.was["people"], one.was["note"]) == (3, "Bell")
    assert one.now is None


def test_a_row_without_a_number_is_known_by_its_key() -> None:
    found = net.fold(
        [
            row("setting", None, "changed", name=["late", "late"], value=["1", "2"]),
            row("setting", None, "removed", name=["late", None], value=["2", None]),
        ]
    )

    (one,) = found.values()
    assert (one.model, one.key) == (Setting, ("late",))
    assert one.was == {"name": "late", "value": "1"}
