"""Branch and bound: the best of what is left, and what is not worth trying."""

from __future__ import annotations

from tests.venues.domain.rehousing.moved import HOUR, NINE, booking, option
from venues.domain.rehousing.clashes import Clashes
from venues.domain.rehousing.tree import Ground, Tree
from venues.domain.rehousing.units import units
from venues.domain.rehousing.values import Claim, Displaced


def never() -> bool:
    return False


def tree(bookings: list[Displaced], costs: list[list[int]], split: int = 0) -> Tree:
    kept = [list(range(len(row))) for row in costs]
    ground = Ground(Clashes(bookings), costs, costs, 0, split)
    return Tree(ground, units(bookings, kept), kept)


def test_the_best_is_found_and_nothing_left_untried() -> None:
    found = tree([booking(n, option(1), option(2)) for n in (1, 2)], [[1, 5, 90]] * 2)

    assert found.go(1_000, never)
    assert (found.best, sorted(found.chosen)) == (6, [0, 1])


def crowd() -> Tree:
    """Four who are in each other's way; the first placement is not the best."""
    options = [option(room) for room in range(4)]
    costs = [[1, 2, 30, 40], [1, 9, 10, 50], [1, 20, 21, 29], [2, 1, 4, 40]]
    bookings = [booking(n, *options) for n in range(4)]
    return tree(bookings, [[*row, 900] for row in costs])


def test_with_no_steps_left_something_is_found_all_the_same() -> None:
    found, best = crowd(), crowd()

    assert not found.go(0, never)
    assert best.go(1_000, never)
    assert found.best is not None
    assert best.best is not None
    assert found.best >= best.best


def test_once_time_is_up_the_best_so_far_stands() -> None:
    found = crowd()

    assert not found.go(1_000, lambda: True)
    assert found.best is not None


def test_nobody_is_left_with_nothing() -> None:
    worker = Claim.plain(("worker", 1, 0), NINE, NINE + HOUR)
    staying = booking(1, stay=(worker,))
    going = booking(2, option(1, more=(worker,)), option(2))

    found = tree([staying, going], [[50], [1, 5, 90]])

    assert found.go(1_000, never)
    assert found.chosen == (0, 1)


def test_what_cannot_be_better_is_not_worth_trying() -> None:
    bookings = [booking(1, option(1), option(2), option(3))]
    found = tree(bookings, [[1, 5, 7, 90]])
    found.best = 6

    assert found.bound == 1
    assert found.worth_trying() == [[0, 1]]


def test_a_series_is_split_only_where_that_is_better() -> None:
    bookings = [
        booking(1, option(1), option(2), series=4),
        booking(2, option(2), option(3), series=4, stay=()),
    ]
    later = booking(3, option(4), option(2, 120), series=4)

    whole = tree([*bookings, later], [[0, 9, 99], [0, 9, 99], [0, 9, 99]], 50)
    split = tree([*bookings, later], [[0, 9, 99], [0, 9, 99], [0, 9, 99]], 5)

    assert whole.go(1_000, never)
    assert split.go(1_000, never)
    assert (whole.best, split.best) == (50, 5)
