"""What is looked at before a room is saved."""

from __future__ import annotations

import pytest

from venues.errors import WrongInput
from venues.services import room_checks
from venues.services.venue_drafts import RoomDraft


def test_a_room_is_trimmed() -> None:
    draft = RoomDraft(venue_id=1, name="  Oak   Room ", floor=" first ", seats_table=4)

    checked = room_checks.checked_alone(draft)

    assert (checked.name, checked.floor) == ("Oak Room", "first")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"seats_table": 0}, "seats_table"),
        ({"seats_table": None}, "seats_circle"),
        ({"fire_capacity": 0}, "fire_capacity"),
        ({"fire_capacity": 3}, "fire_capacity"),
        ({"turnaround": 241}, "turnaround"),
        ({"rate": -1}, "rate"),
        ({"area": 0}, "area"),
        ({"reached_by": "rope"}, "reached_by"),
    ],
)
def test_what_cannot_be_stored_names_its_field(
    changed: dict[str, object], field: str
) -> None:
    values = {"venue_id": 1, "name": "Oak", "seats_table": 4} | changed

    with pytest.raises(WrongInput) as refused:
        room_checks.checked_alone(RoomDraft(**values))  # type: ignore[arg-type]

    assert refused.value.field == field


def test_a_name_in_use_says_whether_that_room_is_retired() -> None:
    assert "already a retired room" in str(room_checks.same_name("retired"))
    assert "already a room" in str(room_checks.same_name("active"))
