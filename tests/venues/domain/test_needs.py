"""What an appointment may need of a place."""

from __future__ import annotations

from venues.domain.needs import NEEDS, OF_THE_ROOM, STAFFED, words


def test_each_need_has_its_words_and_an_unknown_one_stands_as_it_is() -> None:
    assert words("hearing-loop") == "Hearing loop"
    assert words("trampoline") == "trampoline"


def test_the_special_ones_are_on_the_list() -> None:
    assert {STAFFED, *OF_THE_ROOM} <= NEEDS.keys()
