"""Looks into a packed spreadsheet before it is unpacked: how much would come out?

The sizes that the file states are not believed: everything is unpacked once, bit by
bit, and dropped. Where the cells lie is counted as well, since one cell in the last
row of an otherwise empty sheet would make a reader set room aside for all of them.
"""

from __future__ import annotations

import copy
import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.parsers import expat  # declarations of entities are refused below
from zipfile import BadZipFile, ZipFile, ZipInfo

from venues.errors import WrongInput
from venues.services.spreadsheets.book import (
    FIELD,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_UNPACKED,
    damaged,
    locked,
    too_many_rows,
)

CHUNK = 1 << 16
MOST_PARTS = 2_000
ENCRYPTED = 1
"""The bit of a part that asks for a password."""

BROKEN = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What unpacking raises when something is not as it should be."""

ROOTS = frozenset({"worksheet", "document-content"})
VALUES = frozenset({"v", "is", "f", "p"})
_PLACE = re.compile(r"([A-Za-z]{1,7})([0-9]{1,9})")


class _Enough(Exception):
    """What is looked at is no sheet, or has been seen."""


def look_into(content: bytes, name: str) -> frozenset[str]:
    """The names of the parts, once it is certain that they may be unpacked.

    Raises:
        WrongInput: it is damaged, or so much would come out of it that it is refused.
    """
    left = MOST_UNPACKED
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            if (
                len(parts) > MOST_PARTS
                or sum(part.file_size for part in parts) > MOST_UNPACKED
            ):
                raise _too_much(name)
            for part in parts:
                if part.flag_bits & ENCRYPTED:
                    raise locked(name)
                left = _measured(archive, part, left, name)
    except BROKEN as trouble:
        raise damaged(name) from trouble
    return frozenset(part.filename for part in parts)


def _measured(archive: ZipFile, part: ZipInfo, left: int, name: str) -> int:
    """How much may still come out after this part."""
    extent = Extent(name)
    for chunk in _chunks(archive, part):
        left -= len(chunk)
        if left < 0:
            raise _too_much(name)
        extent.feed(chunk)
    return left


def _chunks(archive: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    """The part unpacked to its real end, whatever size it claims to have."""
    whole = copy.copy(part)
    whole.file_size = MOST_UNPACKED * 2
    with archive.open(whole) as stream:
        while chunk := stream.read(CHUNK):
            yield chunk


def _too_much(name: str) -> WrongInput:
    return WrongInput(
        f"Far more is packed into {name} than a list of venues needs, so it was not "
        "opened. Copy the list into a new spreadsheet and choose that.",
        FIELD,
    )


class Extent:
    """Follows the XML of a sheet and refuses cells that lie too far out."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._declared
        self._deep = 0
        self._over = False
        self._row = self._column = self._repeats = self._wide = 0
        self._cells = self._furthest = 0

    def feed(self, chunk: bytes) -> None:
        """Look at the next piece; what is not a sheet is left alone."""
        if self._over:
            return
        try:
            self._parser.Parse(chunk)
        except (_Enough, expat.ExpatError):
            self._over = True

    def _declared(self, *_said: object) -> None:
        raise damaged(self._name)

    def _start(self, name: str, given: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        self._deep += 1
        if self._deep == 1 and tag not in ROOTS:
            raise _Enough
        if tag == "table":
            self._row = 0
        elif tag in {"row", "table-row"}:
            repeats = _number(given.get("table:number-rows-repeated"))
            self._row = _number(given.get("r"), self._row + 1) + repeats - 1
            self._repeats, self._column = repeats, 0
        elif tag in {"c", "table-cell", "covered-table-cell"}:
            self._wide = _number(given.get("table:number-columns-repeated"))
            self._column = _column(given.get("r"), self._column + 1) + self._wide - 1
            if "office:value-type" in given:
                self._count()
        elif tag in VALUES and self._column:
            self._count()

    def _end(self, _name: str) -> None:
        self._deep -= 1

    def _count(self) -> None:
        """There is something in this cell."""
        self._cells += 1
        self._furthest = max(self._furthest, self._column)
        if (
            self._row > MOST_ROWS
            or self._column > MOST_COLUMNS
            or self._cells > MOST_CELLS * 2
            or self._row * self._furthest > MOST_CELLS
        ):
            raise too_many_rows(self._name)


def _number(said: str | None, otherwise: int = 1) -> int:
    return int(said) if said and said.isdecimal() and len(said) < 10 else otherwise  # noqa: PLR2004 - more is no number of rows


def _column(place: str | None, otherwise: int) -> int:
    """The number of the column of a cell such as "AB12"."""
    found = _PLACE.fullmatch(place or "")
    if found is None:
        return otherwise
    number = 0
    for letter in found[1].upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
