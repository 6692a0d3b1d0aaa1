"""Numbers and money as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venues.domain.amounts import read_money, read_number, say_money
from venues.domain.typed import NotUnderstood


@pytest.mark.parametrize(
    ("typed", "number"), [("12", 12), (" 1,200 ", 1200), ("0", 0), ("-3", -3)]
)
def test_a_number_is_read(typed: str, number: int) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize("typed", ["", "a dozen", "1.5", "12 people", "9" * 40])
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    with pytest.raises(NotUnderstood, match="is not a whole number"):
        read_number(typed)


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("14", 1400),
        ("£14", 1400),
        ("£ 14.50", 1450),
        ("14.5", 1450),
        ("£1,400", 140_000),
        ("£14 an hour", 1400),
        ("12/hr", 1200),
        ("free", 0),
        ("Free of charge", 0),
        ("0", 0),
        ("-£5", -500),
        ("£-5", -500),
    ],
)
def test_an_amount_is_read_in_pence(typed: str, pence: int) -> None:
    assert read_money(typed) == pence


@pytest.mark.parametrize("typed", ["", "fourteen", "14.505", "£", "9" * 12])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(NotUnderstood, match="is not an amount of money"):
        read_money(typed)


@given(st.integers(0, 1_000_000))
def test_an_amount_that_is_said_can_be_read_again(pence: int) -> None:
    assert read_money(say_money(pence)) == pence
