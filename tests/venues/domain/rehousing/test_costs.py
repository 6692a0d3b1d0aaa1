"""One number says which of two placements is the better."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.venues.domain.rehousing.moved import closures
from venues.domain.rehousing.costs import weigh
from venues.domain.rehousing.values import Displaced, Option, score


@given(closures(), st.data())
def test_the_smaller_number_has_the_better_score(
    bookings: tuple[Displaced, ...], data: st.DataObject
) -> None:
    weighed = weigh(bookings)

    def drawn() -> tuple[int, object]:
        places: dict[int, Option | None] = {}
        cost = 0
        for n, each in enumerate(bookings):
            m = data.draw(st.integers(0, len(each.options)))
            places[each.id] = each.options[m] if m < len(each.options) else None
            cost += (*weighed.options[n], weighed.stay[n])[m]
        found = score(bookings, places)
        return cost + found.split * weighed.split, found

    one, other = drawn(), drawn()

    assert (one[0] < other[0]) == (one[1] < other[1])  # type: ignore[operator]
