"""Which old date becomes which new one."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from venues.domain.pairing import paired

THURSDAY = date(2026, 11, 26)
WEEK = timedelta(weeks=1)
days = st.integers(min_value=0, max_value=60).map(lambda n: THURSDAY + timedelta(n))
some = st.sets(days, max_size=12)


def test_each_week_keeps_its_appointment() -> None:
    thursdays = [THURSDAY, THURSDAY + WEEK]
    tuesdays = [day - timedelta(2) for day in thursdays]

    found = paired(thursdays, tuesdays)

    assert found.to == dict(zip(thursdays, tuesdays, strict=True))
    assert (found.more, found.gone) == ((), ())


def test_half_as_many_dates_keep_those_that_are_in_both() -> None:
    weekly = [THURSDAY + n * WEEK for n in range(4)]

    found = paired(weekly, weekly[::2])

    assert found.to == {day: day for day in weekly[::2]}
    assert found.gone == tuple(weekly[1::2])


def test_what_no_week_joins_goes_to_the_nearest() -> None:
    found = paired([THURSDAY], [THURSDAY + 3 * WEEK, THURSDAY + 5 * WEEK])

    assert found.to == {THURSDAY: THURSDAY + 3 * WEEK}
    assert found.more == (THURSDAY + 5 * WEEK,)


@given(some, some)
def test_each_date_is_used_once_and_none_is_lost(
    old: set[date], new: set[date]
) -> None:
    found = paired(old, new)

    assert {*found.to, *found.gone} == old
    assert {*found.to.values(), *found.more} == new
    assert len(set(found.to.values())) == len(found.to)
    assert not (found.more and found.gone)


@given(some, some)
def test_nothing_goes_where_another_one_has_yet_to_leave(
    old: set[date], new: set[date]
) -> None:
    found = paired(old, new)

    moved = {one: other for one, other in found.to.items() if one != other}
    assert not set(moved.values()) & old
