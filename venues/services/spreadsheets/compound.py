"""Looks into an old spreadsheet (.xls) before it is read: a file of files of records.

Only what tells whether it may be read is looked at: a password, and how far out its
cells lie.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from venues.services.spreadsheets.book import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    damaged,
    locked,
    too_many_rows,
)

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER = 512
ENTRY = 128
END = 0xFFFF_FFFA
"""Sector numbers from here on mean something else than a sector."""

SMALL = 4096
"""Bytes; shorter streams lie in pieces, and no workbook is so short."""

PASSWORD, BEGIN, LAST = 0x002F, 0x0809, 0x000A
CELLS = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
"""Records that put something into a cell: they begin with its row and column."""


def look_into(content: bytes, name: str) -> None:
    """Make sure that an old spreadsheet may be read.

    Raises:
        WrongInput: it is damaged, has a password, is of another kind, or its cells
            lie too far out.
    """
    try:
        streams = dict(_directory(content))
        if "EncryptedPackage" in streams:
            raise locked(name)
        start, size = streams.get("Workbook") or streams.get("Book") or (END, 0)
        if not size:
            raise damaged(name)
        if size >= SMALL:
            _follow(_stream(content, start)[:size], name)
    except (struct.error, IndexError, OverflowError) as trouble:
        raise damaged(name) from trouble


def _directory(content: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """The name of each stream, where it starts and how long it is."""
    (start,) = struct.unpack_from("<I", content, 48)
    entries = _stream(content, start)
    for at in range(0, len(entries) - ENTRY + 1, ENTRY):
        long, kind = struct.unpack_from("<HB", entries, at + 64)
        if kind == 2 and 2 <= long <= 64:  # noqa: PLR2004 - a stream; a name's room
            name = entries[at : at + long - 2].decode("utf-16-le", "replace")
            first, size = struct.unpack_from("<II", entries, at + 116)
            yield name, (first, size)


def _stream(content: bytes, start: int) -> bytes:
    """The sectors of a stream, one after another."""
    (shift,) = struct.unpack_from("<H", content, 30)
    if shift not in {9, 12}:
        raise IndexError
    long = 1 << shift
    table = _table(content, long)
    found: list[bytes] = []
    at, most = start, len(content) // long + 1
    while at < END:
        if len(found) > most:
            raise IndexError  # it goes round in a circle
        place = (at + 1) * long
        found.append(content[place : place + long])
        at = table[at]
    return b"".join(found)


def _table(content: bytes, long: int) -> list[int]:
    """Which sector follows each."""
    found: list[int] = []
    for sector in _table_sectors(content, long):
        place = (sector + 1) * long
        piece = content[place : place + long]
        found += struct.unpack(f"<{len(piece) // 4}I", piece[: len(piece) // 4 * 4])
    return found


def _table_sectors(content: bytes, long: int) -> list[int]:
    """The sectors that the table of sectors lies in, also those listed elsewhere."""
    found = list(struct.unpack_from("<109I", content, 76))
    (at,) = struct.unpack_from("<I", content, 68)
    most = len(content) // long + 1
    while at < END and len(found) <= most + 109:
        numbers = struct.unpack_from(f"<{long // 4}I", content, (at + 1) * long)
        found += numbers[:-1]
        at = numbers[-1]
    return [sector for sector in found if sector < END]


def _follow(book: bytes, name: str) -> None:
    """Go through the records of a workbook."""
    at = furthest = lowest = 0
    while at + 4 <= len(book):
        kind, long = struct.unpack_from("<HH", book, at)
        if kind == PASSWORD:
            raise locked(name)
        if kind == BEGIN:
            furthest = lowest = 0
        elif kind in CELLS and long >= 4:  # noqa: PLR2004 - row and column
            row, column = struct.unpack_from("<HH", book, at + 4)
            lowest, furthest = max(lowest, row + 1), max(furthest, column + 1)
            if (
                lowest > MOST_ROWS
                or furthest > MOST_COLUMNS
                or lowest * furthest > MOST_CELLS
            ):
                raise too_many_rows(name)
        at += 4 + long
