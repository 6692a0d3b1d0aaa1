"""Where something goes when it is drawn, moved or stretched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.models.grid import Cell, What
from ui.widgets.carry import DAY, FINE, STEP, Carry, Grip, Place, Target
from venues.domain.privacy import Seen

THURSDAY = date(2026, 11, 26)
SEEN = Seen(
    room_id=1,
    starts=datetime(2026, 11, 26, 15),
    ends=datetime(2026, 11, 26, 16),
    held_from=datetime(2026, 11, 26, 14, 45),
    held_until=datetime(2026, 11, 26, 16, 15),
)
THREE = Target(1, THURSDAY, 15 * 60, 16 * 60, SEEN)


def held(grip: Grip, minute: int = 15 * 60 + 20) -> Carry:
    """Something taken hold of at 3:20pm."""
    origin = THREE if grip is not Grip.NEW else replace(THREE, seen=None)
    return Carry(grip, origin, Place(1, THURSDAY, minute), origin)


def test_a_booking_is_moved_by_its_appointment_not_by_its_hold() -> None:
    cell = Cell(What.BOOKED, 0, 0, 1, 1, 1, THURSDAY, 885, 975, SEEN)

    assert Target.of(cell) == THREE


def test_it_moves_by_quarters_to_another_room_and_day() -> None:
    friday = date(2026, 11, 27)

    moved = held(Grip.WHOLE).drag(Place(7, friday, 16 * 60 + 10))

    assert moved == Target(7, friday, 15 * 60 + 45, 16 * 60 + 45, SEEN)


def test_with_control_it_moves_by_five_minutes() -> None:
    moved = held(Grip.WHOLE).drag(Place(1, THURSDAY, 15 * 60 + 31), FINE)

    assert (moved.start, moved.end) == (15 * 60 + 10, 16 * 60 + 10)


def test_where_columns_are_days_its_time_stays() -> None:
    carry = replace(held(Grip.WHOLE), anchor=Place(1, THURSDAY))

    moved = carry.drag(Place(2, date(2026, 11, 28)))

    assert (moved.start, moved.end) == (THREE.start, THREE.end)


@pytest.mark.parametrize(
    ("grip", "minute", "start", "end"),
    [
        (Grip.END, 15 * 60 + 50, 900, 990),
        (Grip.END, 12 * 60, 900, 915),
        (Grip.START, 15 * 60 - 10, 870, 960),
        (Grip.START, 20 * 60, 945, 960),
    ],
)
def test_an_edge_stretches_but_a_step_is_left(
    grip: Grip, minute: int, start: int, end: int
) -> None:
    stretched = held(grip).drag(Place(9, THURSDAY, minute))

    assert stretched == Target(1, THURSDAY, start, end, SEEN)


@pytest.mark.parametrize(
    ("begun", "come", "start", "end"),
    [(784, 850, 780, 855), (850, 784, 780, 855), (784, 785, 780, 795)],
)
def test_drawing_takes_whole_quarters_in_either_direction(
    begun: int, come: int, start: int, end: int
) -> None:
    drawn = held(Grip.NEW, begun).drag(Place(1, THURSDAY, come))

    assert (drawn.start, drawn.end) == (start, end)


@given(
    st.sampled_from(Grip),
    st.integers(0, DAY),
    st.integers(0, DAY),
    st.sampled_from((STEP, FINE)),
)
def test_whatever_is_dragged_stays_inside_its_day(
    grip: Grip, begun: int, come: int, step: int
) -> None:
    target = held(grip, min(begun, DAY - STEP)).drag(Place(1, THURSDAY, come), step)

    assert 0 <= target.start < target.end <= DAY
    if grip is Grip.WHOLE:
        assert target.end - target.start == 60


def test_what_has_come_back_to_its_place_has_not_moved() -> None:
    carry = held(Grip.WHOLE)

    carry.target = carry.drag(Place(1, THURSDAY, 15 * 60 + 22))

    assert not carry.moved
    assert held(Grip.NEW).moved
