"""Every number of the rules is shown, once, with a title."""

from __future__ import annotations

from dataclasses import fields

from venues.domain.numbers import Numbers
from venues.domain.numbers_shown import EXAMPLE, GROUPS, NUMBERS, PATTERN


def test_every_number_is_shown_once() -> None:
    shown = [number.name for group in GROUPS for number in group.numbers]

    assert sorted(shown) == sorted(field.name for field in fields(Numbers))
    assert {PATTERN, EXAMPLE} < set(NUMBERS)


def test_every_number_has_a_title_and_every_group_one_too() -> None:
    assert all(number.title for number in NUMBERS.values())
    assert all(group.title for group in GROUPS)
