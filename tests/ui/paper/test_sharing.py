"""Rows are shared out over as few pages as will do, and evenly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.paper.sharing import evenly

SPACE = 100.0
needs = st.lists(st.floats(min_value=1, max_value=SPACE), max_size=30)


def fewest(rows: list[float]) -> int:
    """How many pages there are when each is filled as far as it goes."""
    pages, left = 0, 0.0
    for need in rows:
        if need > left or not pages:
            pages, left = pages + 1, SPACE
        left -= need
    return pages


@given(needs)
def test_every_row_has_its_place_and_no_page_is_too_full(rows: list[float]) -> None:
    shares = evenly(rows, SPACE)

    assert sum(shares) == len(rows)
    first = 0
    for many in shares:
        assert sum(rows[first : first + many]) <= SPACE * 1.000001
        first += many


@given(needs)
def test_no_more_pages_than_needed(rows: list[float]) -> None:
    assert len(evenly(rows, SPACE)) == fewest(rows)


def test_the_last_page_is_not_left_nearly_empty() -> None:
    assert evenly([9.0] * 12, SPACE) == [6, 6]


def test_a_row_taller_than_a_page_has_one_to_itself() -> None:
    assert evenly([10.0, 150.0, 10.0], SPACE) == [1, 1, 1]


def test_nothing_needs_no_page() -> None:
    assert evenly([], SPACE) == []
