"""Where a postcode is, and in whose area: offline, from a list made ready once.

The part of the published list that lies around Cheshire is written into one small
file in the user's cache, which opens at once. Nothing that is looked up is kept.

The file, in the PC's own byte order: a header; the outcodes, 4 characters each; where
the rows of each outcode begin and, last, where all end; then for all rows the
eastings, the northings, the incodes as numbers and the councils.
"""

from __future__ import annotations

import os
import struct
import sys
import zlib
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from venues import cached, postcode_list
from venues.domain.places import Point
from venues.domain.postcode import Postcode, read
from venues.domain.typed import NotUnderstood

ATTRIBUTION = (
    "Contains OS data © Crown copyright and database right. "
    "Contains Royal Mail data © Royal Mail copyright and database right. "
    "Source: Office for National Statistics licensed under the "
    "Open Government Licence v.3.0."
)
"""To be shown in About and under every map."""

COUNCILS = ("E06000006", "E06000007", "E06000049", "E06000050")
"""Halton, Warrington, Cheshire East, Cheshire West and Chester, by GSS code."""

FILE = "postcodes.bin"
FORMAT = 2
MAGIC = b"VENUESPC"
HEADER = struct.Struct("=8sHHIII")
"""Magic, format, number of outcodes, number of rows, the list's mark, checksum."""

DIGIT = 26 * 26
"""Incodes that begin with the same figure: a sector has so many at most."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a postcode is; ``council`` is None outside the four authorities."""

    postcode: Postcode
    point: Point
    council: str | None


class Gazetteer:
    """The postcodes of Cheshire and round it. Any thread may ask."""

    def __init__(self, content: bytes) -> None:
        _, _, outcodes, rows, _, _ = HEADER.unpack_from(content)
        rest = memoryview(content)[HEADER.size :]

        def take(kind: str, items: int) -> memoryview:
            nonlocal rest
            size = struct.calcsize(kind) * items
            taken, rest = rest[:size], rest[size:]
            return taken.cast(kind)  # type: ignore[call-overload,no-any-return]

        names = bytes(take("B", 4 * outcodes)).decode()
        self._outcodes = [names[at : at + 4] for at in range(0, len(names), 4)]
        self._starts = take("I", outcodes + 1)
        self._eastings = take("I", rows)
        self._northings = take("I", rows)
        self._incodes = take("H", rows)
        self._councils = take("B", rows)

    @classmethod
    def open(
        cls,
        cache: Path | None = None,
        progress: Callable[[int, int], None] | None = None,
        source: Path | None = None,
    ) -> Gazetteer:
        """The gazetteer from the cache folder, made first when it is not there.

        Opening takes some milliseconds, making about a second: do that off the
        interface thread. A damaged or older file is made anew; where none can be
        written, the list is held in memory and made again next time. ``progress``
        is told (done, total) while making, and stops it by raising. ``source`` is
        the folder of the published list, by default the installed package's.

        Raises:
            ListMissing: there is neither a file in the cache nor the published list.
        """
        folder = cache or cache_folder()
        source = source or postcode_list.folder()
        mark = postcode_list.fingerprint(source)
        content = _content(folder / FILE, mark)
        if content is None:
            if source is None or mark is None:
                raise postcode_list.missing()
            content = _make(source, mark, progress or _silent)
            cached.keep(folder / FILE, content)
        return cls(content)

    @staticmethod
    def ready(cache: Path | None = None, source: Path | None = None) -> bool:
        """Whether opening would take milliseconds only."""
        mark = postcode_list.fingerprint(source or postcode_list.folder())
        return _content((cache or cache_folder()) / FILE, mark) is not None

    def __len__(self) -> int:
        return len(self._incodes)

    def find(self, postcode: Postcode) -> Place | None:
        """The postcode's place, or None when the list does not have it."""
        first, last = self._rows(postcode.outcode)
        wanted = _number(postcode.incode)
        row = bisect_left(self._incodes, wanted, first, last)
        if row == last or self._incodes[row] != wanted:
            return None
        council = self._councils[row]
        return Place(
            postcode,
            Point(self._eastings[row], self._northings[row]),
            COUNCILS[council - 1] if council else None,
        )

    def look_up(self, text: str) -> Place:
        """The place of a postcode as somebody typed it.

        Outside the four authorities it is placed all the same, without a council.

        Raises:
            NotUnderstood: it is no whole postcode, not in the list, or so far from
                Cheshire that the list does not reach there.
        """
        postcode = read(text)
        place = self.find(postcode)
        if place is not None:
            return place
        if postcode.area not in postcode_list.AREAS:
            raise NotUnderstood(
                f"{postcode} is too far from Cheshire to measure from. "
                "Check it, or leave it out."
            )
        raise NotUnderstood(
            f"There is no postcode {postcode} in the list of {postcode_list.EDITION}. "
            "Check it, or leave it out."
        )

    def outcode_centre(self, outcode: str) -> Point | None:
        """The middle of an outcode's postcodes, such as "WA2"; None when unknown."""
        return self._middle(*self._rows(outcode))

    def sector_centre(self, sector: str) -> Point | None:
        """The middle of a sector's postcodes, such as "WA2 9"; None when unknown."""
        return self._middle(*self._sector_rows(sector))

    def sector_points(self, sector: str) -> list[Point]:
        """Where the postcodes of a sector are, such as "WA2 9"; none when unknown."""
        first, last = self._sector_rows(sector)
        return [
            Point(self._eastings[row], self._northings[row])
            for row in range(first, last)
        ]

    def scattered(self) -> Iterator[tuple[int, int, int]]:
        """Every postcode's easting, northing and authority.

        The authority is its number in ``COUNCILS`` from 1 on, 0 outside them.
        """
        return zip(self._eastings, self._northings, self._councils, strict=True)

    def sectors(self) -> Iterator[tuple[str, Point, int]]:
        """Every sector, its middle, and the authority with most of its postcodes.

        The authority is a number as in ``scattered``.
        """
        for at, outcode in enumerate(self._outcodes):
            name = outcode.rstrip()
            rows = range(self._starts[at], self._starts[at + 1])
            for digit, alike in groupby(rows, lambda row: self._incodes[row] // DIGIT):
                found = list(alike)
                middle = self._middle(found[0], found[-1] + 1)
                councils = Counter(self._councils[row] for row in found)
                if middle is not None:
                    council = min(councils, key=lambda each: (-councils[each], each))
                    yield f"{name} {digit}", middle, council

    def _rows(self, outcode: str) -> tuple[int, int]:
        """From which row to which an outcode goes; nowhere when it is unknown."""
        name = f"{outcode:<4}"
        at = bisect_left(self._outcodes, name)
        if at == len(self._outcodes) or self._outcodes[at] != name:
            return 0, 0
        return self._starts[at], self._starts[at + 1]

    def _sector_rows(self, sector: str) -> tuple[int, int]:
        """From which row to which a sector goes; nowhere when it is unknown."""
        outcode, _, digit = sector.partition(" ")
        if len(digit) != 1 or not digit.isdecimal():
            return 0, 0
        first, last = self._rows(outcode)
        begin = int(digit) * DIGIT
        return (
            bisect_left(self._incodes, begin, first, last),
            bisect_left(self._incodes, begin + DIGIT, first, last),
        )

    def _middle(self, first: int, last: int) -> Point | None:
        if first == last:
            return None
        rows = last - first
        return Point(
            round(sum(self._eastings[first:last]) / rows),
            round(sum(self._northings[first:last]) / rows),
        )


def cache_folder(
    platform: str = sys.platform, environ: Mapping[str, str] = os.environ
) -> Path:
    """Where this user's programs keep what they can make again."""
    home = Path.home()
    if platform == "win32":
        local = environ.get("LOCALAPPDATA")
        return Path(local or home / "AppData" / "Local") / "Venues" / "Cache"
    if platform == "darwin":
        return home / "Library" / "Caches" / "Venues"
    named = Path(environ.get("XDG_CACHE_HOME", ""))
    return (named if named.is_absolute() else home / ".cache") / "venues"


def _content(file: Path, mark: int | None) -> bytes | None:
    """The file's content when it is whole, ours, and of the list now installed."""
    try:
        content = file.read_bytes()
        *said, checksum = HEADER.unpack_from(content)
    except (OSError, struct.error):
        return None
    magic, version, _, _, made_from = said
    if (magic, version) != (MAGIC, FORMAT) or mark not in {None, made_from}:
        return None
    whole = _checksum(said, memoryview(content)[HEADER.size :]) == checksum
    return content if whole else None


def _checksum(said: Sequence[object], body: bytes | memoryview) -> int:
    """Of the header as well, where a wrong count would lead astray."""
    return zlib.crc32(body, zlib.crc32(HEADER.pack(*said, 0)))


def _make(source: Path, mark: int, progress: Callable[[int, int], None]) -> bytes:
    """The file's content, from the published list, which is in order already."""
    outcodes: list[str] = []
    starts = array("I")
    eastings, northings = array("I"), array("I")
    incodes, councils = array("H"), array("B")
    number_of = {council: at for at, council in enumerate(COUNCILS, start=1)}
    for row in postcode_list.rows(source, progress):
        if not outcodes or outcodes[-1] != row.outcode:
            outcodes.append(row.outcode)
            starts.append(len(incodes))
        eastings.append(row.easting)
        northings.append(row.northing)
        incodes.append(_number(row.incode))
        councils.append(number_of.get(row.council, 0))
    starts.append(len(incodes))
    body = b"".join(
        ["".join(outcodes).encode()]
        + [part.tobytes() for part in (starts, eastings, northings, incodes, councils)]
    )
    said = (MAGIC, FORMAT, len(outcodes), len(incodes), mark)
    return HEADER.pack(*said, _checksum(said, body)) + body


def _number(incode: str) -> int:
    """The second half as a number, in the order of the alphabet: "9AA" is 6084."""
    first, second = ord(incode[1]) - ord("A"), ord(incode[2]) - ord("A")
    return int(incode[0]) * DIGIT + first * 26 + second


def _silent(_done: int, _total: int) -> None:
    """For whoever does not want to know how far it is."""
