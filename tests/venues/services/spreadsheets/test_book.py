"""Cells as text, whatever the spreadsheet program made of them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from tests import spreadsheets
from venues.services.spreadsheets import book


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  two\r\nlines ", "two\nlines"),
        (12.0, "12"),
        (12.5, "12.5"),
        (7, "7"),
        (True, "yes"),
        (False, "no"),
        (time(9, 30), "09:30"),
        (datetime(1899, 12, 31, 9), "09:00"),
        (datetime(2026, 11, 26), "2026-11-26"),
        (datetime(2026, 11, 26, 9), "2026-11-26 09:00:00"),
        (date(2026, 11, 26), "2026-11-26"),
        (timedelta(hours=25, minutes=5), "25:05"),
    ],
)
def test_a_value_becomes_what_somebody_would_type(value: Any, text: str) -> None:
    assert book.text(value) == text


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("x" * 40_000, "more than 32,767 characters"),
        ("#REF!", "could not work out its formula"),
        ("Old\x07Mill", "cannot be shown"),
    ],
)
def test_a_cell_that_holds_nothing_of_use_says_why(cell: str, words: str) -> None:
    assert words in (book.unusable(cell) or "")


@pytest.mark.parametrize("cell", ["Old Mill", "two\nlines", "tab\there", "#1 Hall"])
def test_ordinary_text_is_of_use(cell: str) -> None:
    assert book.unusable(cell) is None


def test_a_book_counts_its_rows() -> None:
    made = spreadsheets.books({"One": [["a"], ["b"]], "Two": [["c"]]})

    assert made.rows == 3
