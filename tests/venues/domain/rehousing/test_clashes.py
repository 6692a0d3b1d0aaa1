"""What does not go together, and who has to be looked at together."""

from __future__ import annotations

from tests.venues.domain.rehousing.moved import HOUR, NINE, booking, option
from venues.domain.rehousing.clashes import Clashes, groups
from venues.domain.rehousing.values import Claim

WORKER = Claim.plain(("worker", 1, 0), NINE, NINE + HOUR)


def test_one_room_is_ruled_out_for_the_others_while_it_is_taken() -> None:
    clashes = Clashes([booking(1, option(1)), booking(2, option(1), option(2))])

    assert clashes.ruled_out(0, 0) == {1: 0b001}


def test_a_later_time_is_free_again() -> None:
    clashes = Clashes([booking(1, option(1)), booking(2, option(1), option(1, 60))])

    assert clashes.ruled_out(0, 0) == {1: 0b001}


def test_two_that_stay_are_as_they_are_now() -> None:
    first = booking(1, option(1), stay=(WORKER,))
    second = booking(2, option(2, more=(WORKER,)), stay=(WORKER,))

    assert Clashes([first, second]).ruled_out(0, 1) == {1: 0b01}


def test_groups_are_those_who_may_be_in_each_others_way() -> None:
    bookings = [
        booking(1, option(1)),
        booking(2, option(2)),
        booking(3, option(1), option(3)),
        booking(4, option(4)),
    ]

    assert groups(bookings, Clashes(bookings)) == [[0, 2], [1], [3]]


def test_a_series_is_looked_at_as_a_whole() -> None:
    bookings = [
        booking(n, option(n), series=series) for n, series in enumerate([5, None, 5])
    ]

    assert groups(bookings, Clashes(bookings)) == [[0, 2], [1]]
