"""Lists in plain text, in the encodings and with the marks that programs use."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venues.errors import WrongInput
from venues.services.spreadsheets import separated

LIST = "Name,Town\nCafé Mill,Chester\n"
ROWS = [["Name", "Town"], ["Café Mill", "Chester"]]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    assert separated.read(LIST.encode(encoding), "list.csv") == ROWS


def test_what_is_no_unicode_is_read_as_windows_writes_it() -> None:
    assert separated.read(LIST.encode("cp1252"), "list.csv") == ROWS


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_mark_between_cells_is_found(mark: str) -> None:
    words = LIST.replace(",", mark)

    assert separated.read(words.encode(), "list.csv") == ROWS


def test_commas_in_the_cells_of_a_list_with_semicolons_stay() -> None:
    words = "Name;Street\nMill;1, The Lane\nHall;2, The Lane\n"

    rows = separated.read(words.encode(), "list.csv")

    assert rows[1] == ["Mill", "1, The Lane"]


def test_a_cell_in_quotes_may_have_breaks() -> None:
    rows = separated.read(b'Name,Notes\n"Mill","one\ntwo"\n', "list.csv")

    assert rows[1] == ["Mill", "one\ntwo"]


@pytest.mark.parametrize(
    "content",
    [
        "Name,Town\n".encode("utf-16") + b"\x00",
        b"\xff\xfe\x00\x00\x01",
        b"Name\x00Town, and more and more and more\n",
    ],
)
def test_what_breaks_off_or_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(WrongInput, match=r"list\.csv is damaged"):
        separated.read(content, "list.csv")


@pytest.mark.parametrize(
    "content", [b"a\n" * 50_001, b"," * 300 + b"\n", (b"," * 200 + b"\n") * 5_100]
)
def test_far_too_much_is_refused(content: bytes) -> None:
    with pytest.raises(WrongInput, match="more than 50,000 rows"):
        separated.read(content, "list.csv")


def test_a_long_cell_is_read_and_others_may_read_long_ones_afterwards() -> None:
    long = "x" * 200_000

    assert separated.read(f"Name,Notes\nMill,{long}\n".encode(), "a.csv")[1][1] == long
    separated.read(b"Name\nMill\n", "a.csv")

    assert csv.field_size_limit() >= 200_000


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=20))
def test_a_shielded_cell_is_no_formula_and_comes_back_as_it_was(cell: str) -> None:
    shielded = separated.shielded(cell)

    assert not shielded.startswith(separated.DANGER)
    assert separated.bare(shielded) == cell
