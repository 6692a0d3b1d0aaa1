"""What I typed beside what they saved."""

from __future__ import annotations

from dataclasses import dataclass

from ui.models.versions import Difference, differences, merged


@dataclass(frozen=True)
class Place:
    """A record with three fields."""

    name: str
    floor: int
    notes: str = ""


LABELS = {"floor": "Floor", "name": "Name"}
OPENED = Place("Willow", 1, "by the door")


def words(name: str, value: object) -> str:
    return f"{value}" if name != "floor" else f"floor {value}"


def test_only_what_differs_is_told_in_the_order_of_the_labels() -> None:
    mine, theirs = Place("Willow 2", 1, "mine"), Place("Willow", 2, "theirs")

    found = differences(LABELS, OPENED, mine, theirs, words)

    assert found == (
        Difference("floor", "Floor", "floor 1", "floor 2", changed=False),
        Difference("name", "Name", "Willow 2", "Willow", changed=True),
    )


def test_what_both_changed_alike_is_no_difference() -> None:
    same = Place("Birch", 1)

    assert differences(LABELS, OPENED, same, same, words) == ()


def test_theirs_is_taken_with_what_is_kept_of_mine() -> None:
    mine, theirs = Place("Mine", 1, "mine"), Place("Theirs", 2, "theirs")

    assert merged(mine, theirs, {"notes"}) == Place("Theirs", 2, "mine")
    assert merged(mine, theirs, ()) == theirs
