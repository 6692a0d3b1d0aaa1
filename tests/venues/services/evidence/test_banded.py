"""What a board reader is told: everything they may ask for, set against all the rest.

The attack knows how it is made. It takes each authority's numbers for a quarter, for
its months and for its parts, and narrows every count down by all the others.
"""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as some

from tests.venues.domain.test_banding import Box, narrowed
from venues.domain.figures import Definition, Part, Said, Split, Tally, Unit, together
from venues.services.evidence import banded
from venues.services.evidence.shown import Shown

BANDS, SETS = ("am", "pm", "late"), ("CH", "VI", "RD")
COUNTED = Definition(
    key="unmet",
    title="Searches",
    words="Searches.",
    splits=(
        Split("band", "When", tuple((each, each) for each in BANDS), heat=True),
        Split("set", "For what", tuple((each, each) for each in SETS)),
        Split("venue", "Where", flat=True, banded=False),
    ),
)
NAMES = {1: "Halton", 2: "Warrington"}
CELL = some.integers(0, 9)
MOST = 10_000

searches = some.lists(
    some.tuples(
        some.sampled_from([1, 2]),
        some.integers(0, 2),
        some.sampled_from(BANDS),
        some.sampled_from(SETS),
    ),
    max_size=120,
)


def counted(found: list[tuple[int, int, str, str]]) -> dict[int, Tally]:
    tallies: dict[int, Tally] = {}
    for authority, _, band, set_ in found:
        one = Part(1, 0, 1)
        more = Tally(one, {"band": {band: one}, "set": {set_: one}})
        tallies[authority] = together([tallies.get(authority, Tally()), more])
    return tallies


def span(said: Said) -> tuple[int, int]:
    """What somebody concludes from a cell who knows how it is made."""
    if said.words == "withheld":
        return 0, MOST
    if said.words == "fewer than 5":
        return 0, 4
    numbers = [int(each.replace(",", "")) for each in re.findall(r"[\d,]+", said.words)]
    return max(min(numbers) - 2, 5), max(numbers) + 2


def cells(shown: Shown, key: str, authority: int) -> list[Said]:
    """The parts of one authority."""
    table = shown.table(key)
    assert table is not None
    if table.heat or key == "authority":
        line = next(each for each in table.lines if each.authority_id == authority)
        return list(line.cells)
    column = table.keys.index(str(authority))
    return [line.cells[column] for line in table.lines]


@given(searches)
def test_no_small_count_is_recovered_by_subtracting_what_may_be_asked_for(
    found: list[tuple[int, int, str, str]],
) -> None:
    quarter = counted(found)
    months = [counted([each for each in found if each[1] == m]) for m in range(3)]
    whole = banded.show(COUNTED, quarter, {}, NAMES)
    shown = [
        banded.show_month(COUNTED, months, months, (month, month), NAMES)
        for month in range(3)
    ]

    for authority in NAMES:
        told = [
            *cells(whole, "authority", authority),
            *(cells(each, "authority", authority)[0] for each in shown),
            *cells(whole, "band", authority),
            *cells(whole, "set", authority),
        ]
        here = [each for each in found if each[0] == authority]
        counts = [
            len(here),
            *(sum(each[1] == month for each in here) for month in range(3)),
            *(sum(each[2] == band for each in here) for band in BANDS),
            *(sum(each[3] == set_ for each in here) for set_ in SETS),
        ]
        box = _all_narrowed([span(each) for each in told])
        for count, (low, high) in zip(counts, box, strict=True):
            if count < 5:
                assert low == 0
                assert high >= 4


def _all_narrowed(box: Box) -> Box:
    """The whole is unknown but between its ends: try what would narrow most."""
    parts = ([1, 2, 3], [4, 5, 6], [7, 8, 9])
    least, most = box[0]
    found: Box = [(MOST, 0)] * len(box)
    for total in range(least, min(most, 130) + 1):
        here = narrowed(list(box), [(each, total) for each in parts])
        if all(low <= high for low, high in here):
            found = [
                (min(a, low), max(b, high))
                for (a, b), (low, high) in zip(found, here, strict=True)
            ]
    return found


@given(CELL, some.integers(5, 60))
def test_all_authorities_together_say_nothing_of_a_small_one(
    small: int, other: int
) -> None:
    def headline(number: int) -> Said:
        tallies = {1: Tally(Part(number)), 2: Tally(Part(other))}
        return banded.show(COUNTED, tallies, {}, NAMES).headline

    if small < 5:
        assert headline(small) == headline(0)


def test_sets_and_parts_of_the_day_are_told_for_whole_quarters_only() -> None:
    months = [counted([(1, 0, "am", "VI")] * 9)] * 3

    shown = banded.show_month(COUNTED, months, months, (0, 0), NAMES)

    assert [table.key for table in shown.tables] == ["authority"]
    assert "whole quarter" in shown.notice


def test_no_single_venue_is_told() -> None:
    shown = banded.show(COUNTED, {1: Tally(Part(50))}, {}, NAMES)

    assert shown.table("venue") is None


def test_a_share_is_said_of_rounded_counts_only() -> None:
    share = Definition(
        key="x", title="Came", words="Came.", unit=Unit.SHARE, things="meetings"
    )

    def said(number: int, of: int) -> tuple[str, str]:
        shown = banded.show(share, {1: Tally(Part(number, of, of))}, {}, {1: "Halton"})
        return shown.headline.words, shown.headline.detail

    assert said(48, 51) == ("about 100%", "about 50 of about 50 meetings")
    assert said(3, 51) == ("fewer than 5", "of about 50 meetings")
    assert said(3, 4) == ("fewer than 5", "meetings")


def test_money_and_time_are_said_coarsely_and_not_of_a_few() -> None:
    rate = Definition(key="x", title="Cost", words="Cost.", unit=Unit.RATE)
    hours = Definition(key="x", title="Use", words="Use.", unit=Unit.HOURS)

    def said(definition: Definition, size: int) -> str:
        tally = Tally(Part(1234, 60, size))
        return banded.show(definition, {1: tally}, {}, {1: "H"}).headline.words

    assert said(rate, 5) == "about £12.50"
    assert said(rate, 4) == "fewer than 5"
    tally = Tally(Part(37, 100, 9))
    shown = banded.show(hours, {1: tally, 2: Tally(Part(1, 2, 1))}, {}, NAMES)
    assert shown.headline.words == "about 35%"  # without the authority with one
