"""Better prices see what a series would like, and never bound too high."""

from __future__ import annotations

from hypothesis import given

from tests.venues.domain.rehousing.moved import (
    best_of_all,
    booking,
    closures,
    option,
)
from venues.domain.rehousing.clashes import Clashes
from venues.domain.rehousing.costs import weigh
from venues.domain.rehousing.polish import polish
from venues.domain.rehousing.search import place
from venues.domain.rehousing.tree import Ground, Tree
from venues.domain.rehousing.units import units
from venues.domain.rehousing.values import Displaced


def never() -> bool:
    return False


def ground(bookings: tuple[Displaced, ...]) -> Ground:
    weighed = weigh(bookings)
    real = [(*row, weighed.stay[n]) for n, row in enumerate(weighed.options)]
    return Ground(Clashes(bookings), real, real, 0, weighed.split)


def cost(bookings: tuple[Displaced, ...]) -> int:
    """What the best placement costs, once it is known to be the best."""
    found = place(bookings)
    assert found.score == best_of_all(bookings)
    weighed = weigh(bookings)
    total = found.score.split * weighed.split
    for n, each in enumerate(bookings):
        there = found.places[each.id]
        m = None if there is None else each.options.index(there)
        total += weighed.stay[n] if m is None else weighed.options[n][m]
    return total


@given(closures(most=4))
def test_no_placement_costs_less_than_the_bound(
    bookings: tuple[Displaced, ...],
) -> None:
    kept = [list(range(len(each.options) + 1)) for each in bookings]
    known = cost(bookings)

    better = polish(ground(bookings), units(bookings, kept), kept, known, never)

    assert Tree(better, units(bookings, kept), kept).bound <= known


def scene() -> tuple[Displaced, ...]:
    """Two series that would both like the same room in both weeks."""
    return tuple(
        booking(
            id_,
            *(option(room, metres=room * 100) for room in range(3)),
            series=id_ % 2,
        )
        for id_ in range(1, 3)
    )


def test_the_gap_to_the_best_gets_smaller() -> None:
    bookings = scene()
    kept = [[0, 1, 2, 3]] * 2
    before = ground(bookings)

    after = polish(before, units(bookings, kept), kept, cost(bookings), never)

    bounds = [Tree(each, units(bookings, kept), kept).bound for each in (before, after)]
    assert bounds[0] < bounds[1] <= cost(bookings)


def test_once_time_is_up_prices_stay_as_they_are() -> None:
    bookings = scene()
    kept = [[0, 1, 2, 3]] * 2
    before = ground(bookings)

    after = polish(before, units(bookings, kept), kept, cost(bookings), lambda: True)

    assert after.total == 0
