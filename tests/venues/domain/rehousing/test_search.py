"""The search finds the best of all placements, whatever stands in whose way."""

from __future__ import annotations

from hypothesis import given, settings

from tests.venues.domain.rehousing.moved import (
    HOUR,
    NINE,
    best_of_all,
    booking,
    closures,
    option,
)
from venues.domain.rehousing.search import place
from venues.domain.rehousing.values import Claim, Displaced


@given(closures())
@settings(max_examples=300)
def test_nothing_is_better_than_what_is_found(bookings: tuple[Displaced, ...]) -> None:
    found = place(bookings)

    assert found.proven
    assert found.score == best_of_all(bookings)


@given(closures())
def test_the_order_in_which_bookings_come_changes_nothing(
    bookings: tuple[Displaced, ...],
) -> None:
    assert place(bookings[::-1]) == place(bookings)


def test_most_are_placed_first_of_all() -> None:
    found = place([booking(1, option(1), option(2, 60)), booking(2, option(1))])

    assert found.score.unplaced == 0
    assert found.places[1] == option(2, 60)


def test_bookings_that_are_kept_apart_go_to_different_places() -> None:
    def apart(room: int, cluster: int) -> tuple[Claim, ...]:
        reach = (NINE - HOUR, NINE + 2 * HOUR)
        return (Claim(("apart", 1, cluster), NINE, NINE + HOUR, *reach),)

    near, next_door = option(1, more=apart(1, 1)), option(2, more=apart(2, 1))
    far = option(3, metres=5_000, more=apart(3, 2))

    found = place([booking(1, near, next_door, far), booking(2, near, next_door, far)])

    assert sorted(each.ids for each in found.places.values() if each) == [
        (1, 0),
        (3, 0),
    ]


def test_what_is_fixed_by_hand_stands_and_the_rest_is_planned_around_it() -> None:
    first = booking(1, option(2, metres=900), fixed=True)
    second = booking(2, option(1), option(2), option(3))

    found = place([first, second, booking(3, option(1), option(2))])

    assert [found.places[id_].ids[0] for id_ in (1, 2, 3)] == [2, 3, 1]  # type: ignore[union-attr]


def test_one_that_is_left_out_stays_and_goes_on_claiming() -> None:
    worker = (Claim.plain(("worker", 1, 0), NINE, NINE + HOUR),)
    left_out = booking(1, stay=worker, fixed=True)

    found = place([left_out, booking(2, option(1, more=worker), option(2))])

    assert found.places == {1: None, 2: option(2)}


def test_two_fixed_that_do_not_go_together_are_named() -> None:
    first, second = (booking(n, option(1), fixed=True) for n in (1, 2))

    found = place([first, second, booking(3, option(1))])

    assert found.impossible == (1, 2)
    assert found.places == {1: option(1), 2: option(1), 3: None}


def test_a_search_that_ran_out_of_steps_says_so() -> None:
    crowd = [
        booking(
            n,
            *(option(room, metres=room * n * 37 % 91) for room in range(9)),
            series=n // 2,
            stay=(),
        )
        for n in range(12)
    ]

    found = place(crowd, steps=1)

    assert not found.proven
    assert found.score.unplaced == 3
    assert place(crowd, steps=1) == found


def test_a_search_that_ran_out_of_time_says_so_and_gives_what_it_has() -> None:
    crowd = [
        booking(n, *(option(room, metres=room * n % 7) for room in range(6)))
        for n in range(8)
    ]

    found = place(crowd, late=lambda: True)

    assert not found.proven
    assert found.score.unplaced == 2


def test_groups_say_who_was_looked_at_together() -> None:
    found = place([booking(1, option(1)), booking(2, option(2)), booking(3, option(1))])

    assert found.groups == ((1, 3), (2,))


def test_nothing_to_move_is_a_plan_too() -> None:
    assert place([]).places == {}
