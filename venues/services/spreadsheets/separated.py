"""Reads lists in plain text: .csv and .tsv in the encodings that programs write."""

from __future__ import annotations

import csv
import io

from venues.services.spreadsheets.book import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    damaged,
    text,
    too_many_rows,
)

MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""What a file begins with when it says its encoding."""

DELIMITERS = ",;\t"
DANGER = ("=", "+", "-", "@", "\t")
"""What makes a spreadsheet program take text for a formula."""

LOOKED_AT = 20
"""Lines from which the delimiter is guessed."""


def read(content: bytes, name: str) -> list[list[str]]:
    """The rows of a list in plain text.

    Raises:
        WrongInput: it is no text, or far too long.
    """
    words = decoded(content, name)
    if "\x00" in words:
        raise damaged(name)
    rows: list[list[str]] = []
    cells = 0
    # it holds for the whole program, so it is never made less
    csv.field_size_limit(max(csv.field_size_limit(), len(words) + 1))
    reader = csv.reader(io.StringIO(words, newline=""), delimiter=_delimiter(words))
    for row in reader:
        cells += len(row)
        if len(rows) >= MOST_ROWS or len(row) > MOST_COLUMNS or cells > MOST_CELLS:
            raise too_many_rows(name)
        rows.append([bare(text(cell)) for cell in row])
    return rows


def decoded(content: bytes, name: str) -> str:
    """The text in whichever encoding it is: what it says, UTF-8, or Windows' own.

    Raises:
        WrongInput: it says one and is another.
    """
    encoding = next((code for mark, code in MARKS if content.startswith(mark)), "")
    if not encoding and _looks_wide(content):
        encoding = "utf-16-le" if content[1:2] == b"\x00" else "utf-16-be"
    try:
        return content.decode(encoding or "utf-8")
    except UnicodeDecodeError as trouble:
        if encoding:
            raise damaged(name) from trouble
    return content.decode("cp1252", "replace")


def shielded(cell: str) -> str:
    """The text so that no spreadsheet program takes it for a formula.

    An apostrophe goes in front, as people type it; ``bare`` takes it away again.
    """
    return f"'{cell}" if cell.lstrip("'").startswith(DANGER) else cell


def bare(cell: str) -> str:
    """The text without the apostrophe that shielded it."""
    if cell.startswith("'") and cell.lstrip("'").startswith(DANGER):
        return cell[1:]
    return cell


def _looks_wide(content: bytes) -> bool:
    """Whether every other byte is nothing, as in plain letters of two bytes."""
    head = content[:200]
    empty = max(head[0::2].count(0), head[1::2].count(0))
    return len(head) > len("ab") and empty > len(head) * 0.4


def _delimiter(words: str) -> str:
    """What stands between the cells: the one that cuts the first lines most alike."""
    lines = [line for line in words.splitlines()[: LOOKED_AT * 2] if line.strip()]
    best, most = ",", 0.0
    for mark in DELIMITERS:
        found = list(csv.reader(lines[:LOOKED_AT], delimiter=mark))
        widths = [len(row) for row in found]
        if not widths or widths[0] < 2:  # noqa: PLR2004 - it cuts nothing
            continue
        alike = sum(width == widths[0] for width in widths) / len(widths)
        best, most = max(
            (best, most), (mark, alike * 10 + min(widths[0], 9)), key=_last
        )
    return best


def _last(pair: tuple[str, float]) -> float:
    return pair[1]
