"""What is bounded together, and the least that it costs."""

from __future__ import annotations

from tests.venues.domain.rehousing.moved import booking, option
from venues.domain.rehousing.units import Unit, least, units

TWO = [
    booking(1, option(1), option(2), series=9),
    booking(2, option(2), option(3), series=9),
]
WHOLE = [[0, 1, 2], [0, 1, 2]]


def test_a_booking_alone_takes_what_is_cheapest() -> None:
    (unit,) = units([booking(1, option(1), option(2))], [[0, 1, 2]])

    assert unit == Unit((0,))
    assert least(unit, [[7, 3, 99]], [[0, 1, 2]], 1_000) == (3, [1])


def test_rooms_of_a_series_are_those_that_all_may_share() -> None:
    (unit,) = units(TWO, WHOLE)

    assert unit.members == (0, 1)
    assert unit.rooms == (
        ((2,), (2,)),  # both stay
        ((0, 2), (2,)),
        ((1, 2), (0, 2)),
        ((2,), (1, 2)),
    )


def test_a_series_shares_a_room_unless_that_costs_more_than_to_split_it() -> None:
    (unit,) = units(TWO, WHOLE)
    costs = [[0, 40, 9_999], [40, 0, 9_999]]

    assert least(unit, costs, WHOLE, 1_000) == (80, [1, 0])
    assert least(unit, costs, WHOLE, 10) == (10, [0, 1])


def test_no_room_is_shared_where_one_of_them_cannot_be_there() -> None:
    (unit,) = units(TWO, [[0], [1]])

    assert unit.rooms == ()
