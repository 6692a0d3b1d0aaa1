"""Figures: how parts add up, and how they are said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from venues.domain.figures import Part, Said, Tally, Tallying, Unit, say, together


@pytest.mark.parametrize(
    ("part", "unit", "words", "detail"),
    [
        (Part(1842), Unit.COUNT, "1,842", ""),
        (Part(1842, 1981), Unit.SHARE, "93%", "1,842 of 1,981 rooms"),
        (Part(0, 0), Unit.SHARE, "\N{EN DASH}", "No rooms"),
        (Part(60, 120), Unit.HOURS, "50%", "1 of 2 hours"),
        (Part(60, 6000), Unit.HOURS, "1.0%", "1 of 100 hours"),
        (Part(3600, 120), Unit.RATE, "£18.00", "£36 for 2 hours"),
    ],
)
def test_a_figure_is_said_with_what_it_is_of(
    part: Part, unit: Unit, words: str, detail: str
) -> None:
    said = say(part, unit, "rooms")

    assert (said.words, said.detail) == (words, detail)


@pytest.mark.parametrize(("number", "words"), [(1, "1%"), (999, "99%"), (1000, "100%")])
def test_only_all_of_it_is_all_of_it(number: int, words: str) -> None:
    assert say(Part(number, 1000), Unit.SHARE).words == words


def test_a_share_of_nothing_has_no_value_to_draw() -> None:
    assert say(Part(), Unit.RATE) == Said("\N{EN DASH}")


@given(some.lists(some.tuples(some.integers(0, 4), some.sampled_from("ab"))))
def test_authorities_added_up_make_the_whole(things: list[tuple[int, str]]) -> None:
    made = Tallying()
    for authority, kind in things:
        made.add(authority or None, Part(1, 2, 1), kind=kind)

    whole = together(made.made().values())

    assert whole.all == Part(len(things), 2 * len(things), len(things))
    for kind in "ab":
        assert whole.part("kind", kind).number == [k for _, k in things].count(kind)


def test_a_part_that_nobody_counted_is_nothing() -> None:
    assert Tally().part("kind", "a") == Part()
