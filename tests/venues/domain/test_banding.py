"""Small counts: whoever subtracts one number from another learns none of them."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import assume, example, given
from hypothesis import strategies as some

from venues.domain.banding import (
    FEW,
    SMALL,
    WITHHELD,
    add_up,
    reach,
    tell,
    tell_parts,
)

COUNTS = some.integers(0, 30) | some.integers(0, 8)
Box = list[tuple[int, int]]


def narrowed(box: Box, sums: Iterable[tuple[list[int], int]]) -> Box:
    """What is left of each count's span when everything is taken from everything.

    ``sums`` are places whose counts add up to a known total. Repeated until nothing
    more can be concluded.
    """
    while True:
        before = list(box)
        for places, total in sums:
            for place in places:
                others = [box[each] for each in places if each != place]
                low = total - sum(high for _, high in others)
                high = total - sum(low for low, _ in others)
                box[place] = (max(box[place][0], low), min(box[place][1], high))
        if box == before:
            return box


def hidden(span: tuple[int, int]) -> bool:
    """Whether a small count may still be anything that is small."""
    return span[0] == 0 and span[1] >= SMALL - 1


@given(some.lists(COUNTS, min_size=2, max_size=8))
@example([4, 4])  # both are at the top of what is not told
@example([1, 98])  # what is told of the other leaves less than 5
@example([0, 0, 7])
@example([4, 22, 22, 22])
def test_no_small_part_can_be_worked_out_from_the_total_and_the_others(
    counts: list[int],
) -> None:
    total = sum(counts)
    assume(total >= SMALL)  # a small total is not told itself
    told = tell_parts(total, dict(enumerate(counts)))

    places = [*told]
    box = narrowed([reach(told[each], total) for each in places], [(places, total)])

    for place, count in enumerate(counts):
        if count < SMALL:
            assert hidden(box[place])


@given(
    some.lists(
        some.lists(COUNTS, min_size=5, max_size=5),  # parts of the day
        min_size=3,
        max_size=3,  # months
    )
)
def test_nor_by_setting_months_and_parts_of_the_day_against_each_other(
    cells: list[list[int]],
) -> None:
    months = [sum(row) for row in cells]
    bands = [sum(column) for column in zip(*cells, strict=True)]
    total = sum(months)
    assume(total >= SMALL)
    told = [
        *tell_parts(total, dict(enumerate(months))).values(),
        *tell_parts(total, dict(enumerate(bands))).values(),
    ]

    known = [reach(each, total) for each in told]
    sums = [([0, 1, 2], total), ([3, 4, 5, 6, 7], total)]
    box = narrowed(known, sums)

    for place, count in enumerate([*months, *bands]):
        if count < SMALL:
            assert hidden(box[place])


@given(some.lists(COUNTS, min_size=2, max_size=6))
def test_a_total_of_authorities_says_nothing_beyond_its_parts(
    counts: list[int],
) -> None:
    others = [tell(each) for each in counts]

    totals = {add_up([tell(few), *others]) for few in range(SMALL)}

    assert len(totals) == 1  # the same whatever the small one is


@given(some.lists(some.integers(1, 40), min_size=2, max_size=6), some.data())
def test_reasons_that_overlap_leave_a_small_one_open(
    counts: list[int], data: some.DataObject
) -> None:
    total = data.draw(some.integers(max(counts), sum(counts)))
    assume(total >= SMALL)
    told = tell_parts(total, dict(enumerate(counts)), whole=False)

    for place, count in enumerate(counts):
        others = sum(
            reach(told[each], total)[1] for each in range(len(counts)) if each != place
        )
        if count < SMALL:
            assert total - others <= 0  # there may be none of it at all


@given(some.integers(0, 10_000))
def test_a_count_is_never_told_more_exactly_than_to_the_nearest_five(
    number: int,
) -> None:
    told = tell(number)

    assert told == FEW if number < SMALL else told.least % 5 == 0
    low, high = reach(told, 10_000)
    assert low <= number <= high
    assert sum(tell(each) == told for each in range(low, high + 1)) >= 3


def test_what_is_told_is_said_in_words() -> None:
    said = [FEW.words, WITHHELD.words, tell(1234).words, add_up([FEW, tell(10)]).words]

    assert said == ["fewer than 5", "withheld", "1,235", "10 to 14"]


def test_a_withheld_part_leaves_the_total_open() -> None:
    assert add_up([tell(50), WITHHELD]).withheld


def test_parts_of_a_small_total_are_not_told() -> None:
    assert tell_parts(4, {"a": 4, "b": 0}) == {"a": WITHHELD, "b": WITHHELD}
