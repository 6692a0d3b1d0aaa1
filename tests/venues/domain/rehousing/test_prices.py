"""Prices bound what any placement costs, and find what spaces are fought over."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from tests.venues.domain.rehousing.moved import booking, option
from venues.domain.rehousing.clashes import Clashes
from venues.domain.rehousing.prices import assign, prices

tables = st.integers(1, 4).flatmap(
    lambda rows: st.lists(
        st.lists(st.integers(0, 20), min_size=5, max_size=5),
        min_size=rows,
        max_size=rows,
    )
)


def never() -> bool:
    return False


@given(tables)
def test_the_cheapest_with_prices_is_what_the_best_assignment_costs(
    table: list[list[int]],
) -> None:
    worth = assign(table)

    bound = sum(min(map(sum, zip(row, worth, strict=True))) for row in table)
    best = min(
        sum(row[column] for row, column in zip(table, columns, strict=True))
        for columns in permutations(range(5), len(table))
    )
    assert min(worth) >= 0
    assert bound - sum(worth) == best


def test_three_who_want_the_nearest_room_pay_for_it() -> None:
    near, middle, far = (option(n, metres=n * 100) for n in range(3))
    claims = Clashes([booking(n, near, middle, far) for n in range(3)]).claims

    paid, total = prices(claims, [[0, 100, 200, 1_000]] * 3, never)

    assert paid == [[200, 200, 200, 1_000]] * 3
    assert 3 * 200 - total == 0 + 100 + 200


def test_nobody_pays_where_each_likes_another_room_best() -> None:
    claims = Clashes([booking(n, option(n)) for n in range(3)]).claims

    assert prices(claims, [[5, 1_000]] * 3, never) == ([[5, 1_000]] * 3, 0)


def test_another_time_is_a_way_round_the_price() -> None:
    claims = Clashes([booking(n, option(1), option(1, 90)) for n in range(2)]).claims

    paid, total = prices(claims, [[0, 30, 1_000]] * 2, never)

    assert (paid, total) == ([[30, 30, 1_000]] * 2, 30)


def test_no_more_prices_are_made_once_time_is_up() -> None:
    claims = Clashes([booking(n, option(1)) for n in range(2)]).claims

    assert prices(claims, [[0, 9]] * 2, lambda: True) == ([[0, 9]] * 2, 0)
