"""The base map: outlines, water and towns, made once and kept in the cache.

The file: a header, then JSON. Both are covered by the checksum.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from venues import cached, postcode_list
from venues.atlas import borders, grid, water
from venues.atlas.borders import Line
from venues.atlas.towns import Town, towns
from venues.domain.places import Point
from venues.gazetteer import COUNCILS, Gazetteer, cache_folder

FILE = "map.bin"
FORMAT = 2
MAGIC = b"VENUESMP"
HEADER = struct.Struct("=8sHIII")
"""Magic, format, the list's mark, length of what follows, checksum."""

STEPS = 3
"""What is left to do once the postcodes are there."""

NAMES = dict(
    zip(
        COUNCILS,
        ("Halton", "Warrington", "Cheshire East", "Cheshire West and Chester"),
        strict=True,
    )
)
"""Authority → its name, by GSS code."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Area:
    """An authority: its GSS code, and the closed lines round it (odd-even rule)."""

    code: str
    rings: tuple[Line, ...]

    @property
    def name(self) -> str:
        """The authority's own name."""
        return NAMES[self.code]

    def holds(self, point: Point) -> bool:
        """Whether a place lies inside."""
        x, y = point.easting, point.northing
        inside = False
        for ring in self.rings:
            ax, ay = ring[-1]
            for bx, by in ring:
                if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                    inside = not inside
                ax, ay = bx, by
        return inside


@dataclass(frozen=True, slots=True)
class Atlas:
    """What lies under every layer of the map, in metres of the national grid.

    ``borders`` are the lines between authorities and to what lies outside; shores are
    not among them.
    """

    areas: tuple[Area, ...] = ()
    waters: tuple[Line, ...] = ()
    rivers: tuple[Line, ...] = ()
    borders: tuple[Line, ...] = ()
    towns: tuple[Town, ...] = ()

    @classmethod
    def open(
        cls,
        cache: Path | None = None,
        progress: Progress | None = None,
        source: Path | None = None,
    ) -> Atlas:
        """The map from the cache folder, made first when it is not there.

        Opening takes some milliseconds, making about half a second after the list of
        postcodes is there: do that off the interface thread. A damaged or older file
        is made anew; where none can be written, it is made again next time.
        ``progress`` is told (done, total), and stops the making by raising.

        Raises:
            ListMissing: there is neither a file in the cache nor the published list.
        """
        file = (cache or cache_folder()) / FILE
        source = source or postcode_list.folder()
        mark = postcode_list.fingerprint(source)
        kept = _read(file, mark)
        if kept is not None:
            return kept
        tell = progress or _silent
        before = 0

        def reading(done: int, total: int) -> None:
            nonlocal before
            before = total
            tell(done, total + STEPS)

        def making(done: int, total: int) -> None:
            tell(before + done, before + total)

        atlas = make(Gazetteer.open(cache, reading, source), making)
        if mark is not None:
            cached.keep(file, _packed(atlas, mark))
        return atlas


def make(gazetteer: Gazetteer, progress: Progress) -> Atlas:
    """The map of all postcodes."""
    progress(0, STEPS)
    squares = grid.made(gazetteer.scattered())
    progress(1, STEPS)
    traced = borders.trace(squares)
    progress(2, STEPS)
    whose = range(1, len(COUNCILS) + 1)
    atlas = Atlas(
        areas=tuple(
            Area(code, tuple(borders.rings(traced, number)))
            for number, code in zip(whose, COUNCILS, strict=True)
        ),
        waters=tuple(borders.rings(traced, grid.WATER)),
        rivers=tuple(
            tuple((point.easting, point.northing) for point in river)
            for river in water.RIVERS
        ),
        borders=tuple(
            each.line
            for each in traced
            if grid.WATER not in {each.left, each.right}
            and (each.left in whose or each.right in whose)
        ),
        towns=towns(gazetteer),
    )
    progress(STEPS, STEPS)
    return atlas


def _packed(atlas: Atlas, mark: int) -> bytes:
    """The file's content."""
    content = {
        "areas": {area.code: area.rings for area in atlas.areas},
        "waters": atlas.waters,
        "rivers": atlas.rivers,
        "borders": atlas.borders,
        "towns": [
            (town.name, town.point.easting, town.point.northing) for town in atlas.towns
        ],
    }
    body = json.dumps(content, separators=(",", ":")).encode()
    return _header(mark, body) + body


def _header(mark: int, body: bytes) -> bytes:
    said = (MAGIC, FORMAT, mark, len(body))
    checksum = zlib.crc32(body, zlib.crc32(HEADER.pack(*said, 0)))
    return HEADER.pack(*said, checksum)


def _read(file: Path, mark: int | None) -> Atlas | None:
    """The map in a file when it is whole, ours, and of the list now installed."""
    try:
        content = file.read_bytes()
        magic, version, made_from, length, _ = HEADER.unpack_from(content)
    except (OSError, struct.error):
        return None
    body = content[HEADER.size :]
    if (magic, version, length) != (MAGIC, FORMAT, len(body)):
        return None
    if mark not in {None, made_from} or not content.startswith(
        _header(made_from, body)
    ):
        return None
    said = json.loads(body)

    def lines(found: list[list[list[int]]]) -> tuple[Line, ...]:
        return tuple(tuple((x, y) for x, y in line) for line in found)

    return Atlas(
        areas=tuple(Area(code, lines(rings)) for code, rings in said["areas"].items()),
        waters=lines(said["waters"]),
        rivers=lines(said["rivers"]),
        borders=lines(said["borders"]),
        towns=tuple(Town(name, Point(x, y)) for name, x, y in said["towns"]),
    )


def _silent(_done: int, _total: int) -> None:
    """For whoever does not want to know how far it is."""
