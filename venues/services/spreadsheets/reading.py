"""Reads a spreadsheet of any of the usual kinds, by what is in it, not by its name."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from venues.errors import WrongInput
from venues.services.progress import Progress, quiet
from venues.services.spreadsheets import archives, compound, separated
from venues.services.spreadsheets.book import (
    FIELD,
    MOST_BYTES,
    MOST_SHEETS,
    Book,
    Sheet,
    damaged,
    locked,
    text,
)

PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OTHERS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a letter"),
    (b"SQLite format 3", "a database"),
    (b"\x1f\x8b", "an archive"),
    (b"Rar!", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
)
KINDS = "Choose an .xlsx, .xls, .ods or .csv file."


def read(path: Path, progress: Progress = quiet) -> Book:
    """All sheets of the file, as text.

    Raises:
        WrongInput: it cannot be read; says why, and what to do.
    """
    content = _content(path)
    name = path.name
    progress(0, 2)
    if content.startswith(PACKED):
        _packed(content, name)
        sheets = _sheets(content, name, progress)
    elif content.startswith(compound.MAGIC):
        compound.look_into(content, name)
        sheets = _sheets(content, name, progress)
    else:
        _not_another(content, name)
        sheets = (Sheet(path.stem, separated.read(content, name)),)
    progress(2, 2)
    if not any(any(any(row) for row in sheet.rows) for sheet in sheets):
        raise WrongInput(f"There is nothing in {name}. {KINDS}", FIELD)
    return Book(name, sheets)


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise WrongInput(f"{path.name} is a folder. {KINDS}", FIELD)
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise WrongInput(
            f"There is no file {path.name} there any more. Choose another.", FIELD
        ) from None
    except (OSError, ValueError) as trouble:
        raise WrongInput(
            f"{path.name} cannot be read. Close it in other programs, see that you "
            "may read it, and try again.",
            FIELD,
        ) from trouble
    if len(content) > MOST_BYTES:
        raise WrongInput(
            f"{path.name} is larger than {MOST_BYTES // 1024 // 1024} MB, far more "
            "than a list of venues. Copy the list into a new spreadsheet.",
            FIELD,
        )
    if not content.strip(b"\x00 \t\r\n"):
        raise WrongInput(f"There is nothing in {path.name}. {KINDS}", FIELD)
    return content


def _packed(content: bytes, name: str) -> None:
    """Make sure that it is a spreadsheet, and no more than that.

    Raises:
        WrongInput: it is something else, or would burst.
    """
    parts = archives.look_into(content, name)
    if "xl/workbook.bin" in parts:
        raise WrongInput(
            f"{name} is of a kind that cannot be read here. Save it as .xlsx.", FIELD
        )
    if "content.xml" in parts and "META-INF/manifest.xml" in parts:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise locked(name)
    elif "xl/workbook.xml" not in parts and "[Content_Types].xml" not in parts:
        raise WrongInput(f"{name} is an archive, not a spreadsheet. {KINDS}", FIELD)
    elif "word/document.xml" in parts or "ppt/presentation.xml" in parts:
        raise WrongInput(f"{name} is not a spreadsheet. {KINDS}", FIELD)


def _not_another(content: bytes, name: str) -> None:
    for mark, kind in OTHERS:
        if content.startswith(mark):
            raise WrongInput(f"{name} is {kind}, not a spreadsheet. {KINDS}", FIELD)
    if content.lstrip()[:1] == b"<":
        raise WrongInput(
            f"{name} is a web page or XML, whatever it is called. Open it in the "
            "spreadsheet program and save it as .xlsx.",
            FIELD,
        )


def _sheets(content: bytes, name: str, progress: Progress) -> tuple[Sheet, ...]:
    """The sheets of a workbook, each from its first row."""
    # Loaded only when something is imported.
    import python_calamine  # noqa: PLC0415

    found = []
    try:
        book = python_calamine.load_workbook(BytesIO(content))
        progress(1, 2)
        for sheet_name in book.sheet_names[:MOST_SHEETS]:
            rows = book.get_sheet_by_name(sheet_name).to_python(skip_empty_area=False)
            found.append(Sheet(sheet_name, _texts(rows)))
    except python_calamine.PasswordError as trouble:
        raise locked(name) from trouble
    except (python_calamine.CalamineError, OSError, ValueError) as trouble:
        raise damaged(name) from trouble
    except BaseException as trouble:
        # What the reader did not expect comes as an exception of its own kind.
        if type(trouble).__name__ != "PanicException":
            raise
        raise damaged(name) from trouble
    return tuple(found)


def _texts(rows: list[list[Any]]) -> list[list[str]]:
    return [["" if cell == "" else text(cell) for cell in row] for row in rows]
