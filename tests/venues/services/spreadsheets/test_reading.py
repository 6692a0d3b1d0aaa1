"""Spreadsheets of every kind, told by what is in them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import python_calamine

from tests import spreadsheets
from venues.errors import WrongInput
from venues.services.spreadsheets import reading
from venues.services.spreadsheets.book import MOST_BYTES

ROWS = [["Name", "Seats"], ["Old Mill", "12"]]
CELLS = [
    (row, place, cell)
    for row, line in enumerate(ROWS)
    for place, cell in enumerate(line)
]
KINDS = {
    "xlsx": spreadsheets.xlsx({"List": ROWS}),
    "ods": spreadsheets.ods({"List": ROWS}),
    "xls": spreadsheets.xls(CELLS),
    "csv": b"Name,Seats\r\nOld Mill,12\r\n",
}


def put(folder: Path, content: bytes, name: str = "list.xlsx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ending", ["xlsx", "xls", "csv", "txt"])
def test_every_kind_is_read_whatever_it_is_called(
    tmp_path: Path, kind: str, ending: str
) -> None:
    path = put(tmp_path, KINDS[kind], f"List.{ending}")

    read = reading.read(path)

    assert [sheet.rows for sheet in read.sheets] == [ROWS]
    assert read.sheets[0].name == "List"


def test_numbers_times_and_merged_cells_are_read_as_text(tmp_path: Path) -> None:
    content = spreadsheets.xlsx({"List": [["Mill", 12, 9.5, True], [], ["=1+1"]]})

    read = reading.read(put(tmp_path, content))

    assert read.sheets[0].rows[0] == ["Mill", "12", "9.5", "yes"]
    assert read.sheets[0].rows[2][0] == "=1+1"


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    reading.read(
        put(tmp_path, KINDS["xlsx"]), lambda done, total: told.append((done, total))
    )

    assert told == [(0, 2), (1, 2), (2, 2)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "There is nothing in list.xlsx"),
        (b"\x00\x00 \n", "There is nothing in list.xlsx"),
        (spreadsheets.xlsx({"A": []}), "There is nothing in list.xlsx"),
        (b"%PDF-1.7 and so on", "is a PDF, not a spreadsheet"),
        (b"SQLite format 3\x00", "is a database, not a spreadsheet"),
        (b" <html><table>", "is a web page or XML"),
        (spreadsheets.packed({"letter.txt": "Hello"}), "is an archive"),
        (
            spreadsheets.packed(
                {"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"}
            ),
            "is not a spreadsheet",
        ),
        (
            spreadsheets.packed({"xl/workbook.bin": b"1", "[Content_Types].xml": "a"}),
            "Save it as .xlsx",
        ),
        (
            spreadsheets.ods({"A": ROWS}, manifest="<a><encryption-data/></a>"),
            "is protected with a password",
        ),
        (
            spreadsheets.packed(
                {"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<workbook"}
            ),
            "is damaged",
        ),
        (b"x" * (MOST_BYTES + 1), "is larger than 32 MB"),
    ],
    ids=[
        "empty",
        "blank",
        "no cells",
        "pdf",
        "database",
        "html",
        "zip",
        "letter",
        "binary",
        "password",
        "broken",
        "huge",
    ],
)
def test_what_is_no_list_is_refused_with_a_sentence(
    tmp_path: Path, content: bytes, words: str
) -> None:
    with pytest.raises(WrongInput, match=words) as refused:
        reading.read(put(tmp_path, content))

    assert refused.value.field == "file"


def test_a_file_that_is_gone_or_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(WrongInput, match=r"There is no file gone\.xlsx"):
        reading.read(tmp_path / "gone.xlsx")
    with pytest.raises(WrongInput, match="is a folder"):
        reading.read(tmp_path)


def test_a_name_that_cannot_be_a_file_is_refused() -> None:
    with pytest.raises(WrongInput, match="cannot be read"):
        reading.read(Path("/dev/null/list.xlsx" if os.name != "nt" else "con:/x"))


class PanicException(BaseException):
    """Stands in for what the reader raises when it did not expect something."""


@pytest.mark.parametrize("kind", [PanicException, KeyboardInterrupt])
def test_only_the_readers_own_panic_is_a_damaged_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: type[BaseException]
) -> None:
    def panic(_content: object) -> None:
        raise kind

    monkeypatch.setattr(python_calamine, "load_workbook", panic)
    path = put(tmp_path, KINDS["xlsx"])

    with pytest.raises(WrongInput if kind is PanicException else kind):
        reading.read(path)


def test_a_password_that_the_reader_finds_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(_content: object) -> None:
        raise python_calamine.PasswordError

    monkeypatch.setattr(python_calamine, "load_workbook", ask)

    with pytest.raises(WrongInput, match="password"):
        reading.read(put(tmp_path, KINDS["xlsx"]))
