"""Postcodes, tidied."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venues.domain import postcode
from venues.domain.postcode import Postcode
from venues.domain.typed import NotUnderstood


@pytest.mark.parametrize("text", ["WA2 9AA", "wa29aa", " Wa2  9aA ", "WA2\t9AA"])
def test_however_it_is_typed_it_comes_out_the_same(text: str) -> None:
    assert str(postcode.read(text)) == "WA2 9AA"


@pytest.mark.parametrize(
    ("text", "outcode", "sector", "area"),
    [
        ("WA2 9AA", "WA2", "WA2 9", "WA"),
        ("WA12 9AA", "WA12", "WA12 9", "WA"),
        ("M1 1AE", "M1", "M1 1", "M"),
        ("SW1A 1AA", "SW1A", "SW1A 1", "SW"),
        ("W1A 0AX", "W1A", "W1A 0", "W"),
    ],
)
def test_it_knows_its_parts(text: str, outcode: str, sector: str, area: str) -> None:
    code = postcode.read(text)

    assert (code.outcode, code.sector, code.area) == (outcode, sector, area)


@pytest.mark.parametrize(
    "text", ["", "WA2", "WA2 9", "WA2 9A", "WA2 9AC", "2WA 9AA", "WA2 9AAA", "Lymm"]
)
def test_what_is_no_whole_postcode_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        postcode.read(text)

    assert str(refused.value) == ("That is not a whole postcode. Type it like WA2 9AA.")


def test_a_log_sees_no_more_than_the_first_half() -> None:
    assert repr(Postcode("WA2", "9AA")) == "Postcode(WA2)"


@given(st.from_regex(f"{postcode.SHAPE[0]} {postcode.SHAPE[1]}", fullmatch=True))
def test_reading_what_it_says_gives_it_back(text: str) -> None:
    code = postcode.read(text)

    assert postcode.read(str(code)) == code
    assert str(code).startswith(code.sector)
