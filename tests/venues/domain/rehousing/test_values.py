"""What is claimed, what clashes, and how good a placement is."""

from __future__ import annotations

from tests.venues.domain.rehousing.moved import HALF, HOUR, NINE, booking, option
from venues.domain.places import Point
from venues.domain.rehousing.values import Claim, score

HERE, NEXT_DOOR, FAR = Point(0, 0), Point(30, 0), Point(20_000, 0)


def worker(starts: int, point: Point | None = None) -> Claim:
    begins = NINE + starts * HALF
    return Claim.plain(("worker", 1, 0), begins, begins + HOUR, point)


def test_two_claims_of_one_key_clash_while_they_overlap() -> None:
    assert worker(0).clashes(worker(1))
    assert not worker(0).clashes(worker(2))


def test_a_reach_counts_from_either_side() -> None:
    wide = Claim(("apart", 1, 1), NINE, NINE + HOUR, NINE - HOUR, NINE + 3 * HOUR)
    later = NINE + 2 * HOUR
    narrow = Claim.plain(("apart", 1, 1), later, later + HOUR)

    assert wide.clashes(narrow)
    assert narrow.clashes(wide)


def test_somebody_needs_time_to_get_from_one_place_to_another() -> None:
    assert worker(0, HERE).clashes(worker(2, FAR))
    assert worker(2, FAR).clashes(worker(0, HERE))
    assert not worker(0, HERE).clashes(worker(6, FAR))


def test_next_door_is_no_journey() -> None:
    assert not worker(0, HERE).clashes(worker(2, NEXT_DOOR))
    assert not worker(0, HERE).clashes(worker(2))


def test_a_placement_is_weighed_in_the_order_that_was_agreed() -> None:
    near, late = option(1, metres=100, pence=5), option(2, 30, metres=50)
    bookings = (
        booking(1, near, series=7),
        booking(2, late, series=7),
        booking(3, option(3)),
    )

    found = score(bookings, {1: near, 2: late, 3: None})

    assert found == (1, 1, 30, 1, 150, 5, ((0, (1, 0)), (0, (2, 30)), (1, ())))


def test_bookings_of_a_series_that_stay_do_not_split_it() -> None:
    here = option(1)
    bookings = (booking(1, here, series=7), booking(2, here, series=7))

    assert score(bookings, {1: here, 2: None}).split == 0
