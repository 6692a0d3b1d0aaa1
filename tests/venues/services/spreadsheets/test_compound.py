"""Old spreadsheets are looked into before they are read."""

from __future__ import annotations

import struct

import pytest

from tests import spreadsheets
from venues.errors import WrongInput
from venues.services.spreadsheets import compound


def test_an_ordinary_old_workbook_is_let_through() -> None:
    content = spreadsheets.xls([(0, 0, "Name"), (1, 0, "Mill")])

    compound.look_into(content, "a.xls")

    assert content.startswith(compound.MAGIC)


@pytest.mark.parametrize(
    "content",
    [
        spreadsheets.compound({"EncryptedPackage": b"x" * 5_000}),
        spreadsheets.xls([(0, 0, "x")], first=spreadsheets.record(0x2F, b"\0" * 6)),
    ],
    ids=["new", "old"],
)
def test_a_password_is_named(content: bytes) -> None:
    with pytest.raises(WrongInput, match="is protected with a password"):
        compound.look_into(content, "a.xls")


@pytest.mark.parametrize("cell", [(60_000, 0, "x"), (0, 299, "x"), (40_000, 99, "x")])
def test_cells_that_lie_far_out_are_refused(cell: tuple[int, int, str]) -> None:
    content = spreadsheets.xls([(0, 0, "x"), cell])

    with pytest.raises(WrongInput, match="more than 50,000 rows"):
        compound.look_into(content, "a.xls")


def test_something_else_in_the_same_wrapping_is_refused() -> None:
    content = spreadsheets.compound({"WordDocument": b"x" * 5_000})

    with pytest.raises(WrongInput, match="is damaged or not a spreadsheet"):
        compound.look_into(content, "a.xls")


def test_a_workbook_of_a_few_bytes_is_left_to_the_reader() -> None:
    content = spreadsheets.compound({"Book": b"x" * 100})

    compound.look_into(content, "a.xls")

    assert len(content) < 4096


def circle() -> bytes:
    content = bytearray(spreadsheets.xls([(0, 0, "x")]))
    struct.pack_into("<I", content, 512 + 4, 1)  # the directory follows itself
    return bytes(content)


def odd_sectors() -> bytes:
    content = bytearray(spreadsheets.xls([(0, 0, "x")]))
    struct.pack_into("<H", content, 30, 5)
    return bytes(content)


@pytest.mark.parametrize(
    "content",
    [
        circle(),
        odd_sectors(),
        compound.MAGIC,
        spreadsheets.xls([(0, 0, "x")])[:1_200],
    ],
    ids=["circle", "sectors", "head", "half"],
)
def test_what_makes_no_sense_is_refused(content: bytes) -> None:
    with pytest.raises(WrongInput, match="is damaged"):
        compound.look_into(content, "a.xls")


def test_a_table_of_sectors_that_goes_on_elsewhere_is_followed() -> None:
    content = bytearray(spreadsheets.xls([(0, 0, "x")], stream="Book"))
    struct.pack_into("<I", content, 68, len(content) // 512 - 1)
    content += b"\xff" * 512

    compound.look_into(bytes(content), "a.xls")

    assert content.endswith(b"\xff" * 512)
