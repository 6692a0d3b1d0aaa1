"""Packed spreadsheets are looked into before they are unpacked."""

from __future__ import annotations

import struct

import pytest

from tests import spreadsheets
from venues.errors import WrongInput
from venues.services.spreadsheets import archives

SHEET = "xl/worksheets/sheet1.xml"


def sheet(cells: str, head: str = "") -> bytes:
    return spreadsheets.packed(
        {SHEET: f"{head}<worksheet><sheetData>{cells}</sheetData></worksheet>"}
    )


def test_an_ordinary_workbook_is_let_through() -> None:
    parts = archives.look_into(spreadsheets.xlsx({"A": [["Name"], ["Mill"]]}), "a.xlsx")

    assert "xl/workbook.xml" in parts


@pytest.mark.parametrize(
    "content",
    [
        spreadsheets.xlsx({"A": [["Name"]]})[:-40],
        spreadsheets.xlsx({"A": [["Name"]]}).replace(b"PK\x01\x02", b"PK\x09\x09"),
        b"PK\x03\x04 and nothing more",
    ],
)
def test_a_damaged_archive_is_refused(content: bytes) -> None:
    with pytest.raises(WrongInput, match="is damaged"):
        archives.look_into(content, "a.xlsx")


def test_a_part_that_is_not_as_it_was_packed_is_refused() -> None:
    content = bytearray(spreadsheets.packed({"a": b"words " * 50}))
    content[35] ^= 0xFF

    with pytest.raises(WrongInput, match="is damaged"):
        archives.look_into(bytes(content), "a.xlsx")


def test_a_bomb_that_says_how_large_it_is_is_refused() -> None:
    content = spreadsheets.packed({SHEET: b"\0" * 140_000_000})

    with pytest.raises(WrongInput, match="Far more is packed into bomb"):
        archives.look_into(content, "bomb.xlsx")


def test_a_bomb_that_hides_how_large_it_is_is_refused() -> None:
    size = 140_000_000
    honest = spreadsheets.packed({SHEET: b"\0" * size})
    content = honest.replace(struct.pack("<I", size), struct.pack("<I", 10))

    with pytest.raises(WrongInput, match="Far more is packed into bomb"):
        archives.look_into(content, "bomb.xlsx")


def test_an_archive_of_thousands_of_parts_is_refused() -> None:
    content = spreadsheets.packed({f"part{number}": b"" for number in range(2_001)})

    with pytest.raises(WrongInput, match="Far more is packed"):
        archives.look_into(content, "a.xlsx")


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
        '<row r="1"><c r="XFD1"><v>1</v></c></row>',
        '<row r="40000"><c r="CV40000"><is><t>far</t></is></c></row>',
        "<row><c><v>1</v></c></row>" * 50_001,
    ],
    ids=["row", "column", "corner", "many"],
)
def test_cells_that_lie_far_out_are_refused(cells: str) -> None:
    with pytest.raises(WrongInput, match="more than 50,000 rows"):
        archives.look_into(sheet(cells), "a.xlsx")


def test_a_cell_that_has_only_a_colour_may_lie_anywhere() -> None:
    cells = '<row r="1048576"><c r="A1048576" s="1"/></row>'

    assert archives.look_into(sheet(cells), "a.xlsx") == {SHEET}


def test_a_place_that_makes_no_sense_counts_as_the_next() -> None:
    cells = '<row r="x"><c r="1A"><v>1</v></c></row>'

    assert archives.look_into(sheet(cells), "a.xlsx") == {SHEET}


@pytest.mark.parametrize(
    "table",
    [
        (
            '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/>'
            "</table:table-row><table:table-row><table:table-cell><text:p>x</text:p>"
            "</table:table-cell></table:table-row>"
        ),
        (
            '<table:table-row><table:table-cell table:number-columns-repeated="16000" '
            'office:value-type="float"/></table:table-row>'
        ),
    ],
    ids=["rows", "columns"],
)
def test_repeats_are_counted(table: str) -> None:
    content = spreadsheets.ods_of(f"<table:table>{table}</table:table>")

    with pytest.raises(WrongInput, match="more than 50,000 rows"):
        archives.look_into(content, "a.ods")


def test_declarations_that_could_swell_are_refused() -> None:
    content = sheet("", '<!DOCTYPE a [<!ENTITY b "c">]>')

    with pytest.raises(WrongInput, match="is damaged"):
        archives.look_into(content, "a.xlsx")


def test_xml_that_breaks_off_is_left_to_the_reader() -> None:
    content = spreadsheets.packed({SHEET: "<worksheet><sheetData>" + "<" * 9})

    assert archives.look_into(content, "a.xlsx") == {SHEET}


def test_a_part_that_asks_for_a_password_is_named() -> None:
    content = bytearray(spreadsheets.packed({"a": b"words"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(WrongInput, match="protected with a password"):
        archives.look_into(bytes(content), "a.xlsx")
