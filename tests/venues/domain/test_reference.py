"""Case references, tidied."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venues.domain import reference
from venues.domain.typed import NotUnderstood


@pytest.mark.parametrize(
    "text",
    ["WA-20417", "wa-20417", " WA 20417 ", "WA20417", "WA–20417", "wa - 20417"],  # noqa: RUF001 - as a word processor types it
)
def test_however_it_is_typed_it_comes_out_the_same(text: str) -> None:
    assert reference.read(text) == "WA-20417"


@pytest.mark.parametrize(
    "text",
    ["", "WA-2041", "WA-204170", "W-20417", "20417", "the usual one", "x" * 5000],
)
def test_what_does_not_fit_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        reference.read(text)

    assert str(refused.value) == (
        "That is not a case reference. A case reference looks like WA-20417. "
        "Type one like that."
    )


def test_another_pattern_brings_its_own_example() -> None:
    assert reference.read("yjs 2026 0417", r"YJS-\d{4}-\d{4}") == "YJS-2026-0417"
    assert reference.read("20-417", r"\d{5}") == "20417"
    with pytest.raises(NotUnderstood, match="looks like 20417"):
        reference.read("WA-20417", r"\d{5}", "20417")


def test_a_hyphen_is_not_guessed_where_two_would_fit() -> None:
    with pytest.raises(NotUnderstood):
        reference.read("12345", r"\d+-\d+")


def test_figures_of_other_scripts_do_not_count() -> None:
    with pytest.raises(NotUnderstood):
        reference.read("WA-٢٠٤١٧")


@given(st.from_regex(re.compile(reference.DEFAULT, re.ASCII), fullmatch=True))
def test_a_missing_hyphen_is_put_back(text: str) -> None:
    assert reference.read(text.lower().replace("-", "")) == reference.read(text)
