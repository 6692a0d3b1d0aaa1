"""Which authority each square of land belongs to: that of the nearest postcode.

A postcode has a place but no bounds. On squares of 200 m, filled outwards from those
that hold postcodes, fields and woods go to whoever has the nearest houses, and so no
hole is left where nobody lives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from venues.atlas import water

CELL = 200
"""Metres along a side of a square."""

WEST, SOUTH, EAST, NORTH = 313_000, 330_000, 412_000, 408_000
"""What the map shows, in metres of the national grid: Cheshire and round it."""

WIDE = (EAST - WEST) // CELL + 2
TALL = (NORTH - SOUTH) // CELL + 2
"""In squares, with an edge all round so that every square has neighbours."""

ELSEWHERE, WATER, EDGE, UNKNOWN = 0, 5, 254, 255
"""What a square may be besides one of the four authorities, 1 to 4."""

SMALL = 12
"""Squares; a patch of fewer, cut off from its authority, goes to those round it."""

SHORE = 2
"""Squares from the last postcode to the water."""

_CROSS = (1, -1, WIDE, -WIDE)
_ROUND = (*_CROSS, WIDE + 1, WIDE - 1, -WIDE + 1, -WIDE - 1)

Progress = Callable[[int, int], None]
Grid = bytearray


def square(easting: float, northing: float) -> int:
    """The number of the square in which a place on the map lies."""
    column, row = int(easting - WEST) // CELL + 1, int(northing - SOUTH) // CELL + 1
    return row * WIDE + column


def place(corner: int) -> tuple[int, int]:
    """The south-west corner of a square, in metres."""
    row, column = divmod(corner, WIDE)
    return WEST + (column - 1) * CELL, SOUTH + (row - 1) * CELL


def made(postcodes: Iterable[tuple[int, int, int]]) -> Grid:
    """The grid for postcodes, each with its easting, northing and authority."""
    grid = _blank()
    sown = _sow(grid, postcodes)
    rings = _fill(grid, sown)
    _flood(grid, rings)
    for _ in range(2):
        _smooth(grid, rings)
    _join(grid)
    return grid


def _blank() -> Grid:
    grid = bytearray([UNKNOWN]) * (WIDE * TALL)
    grid[:WIDE] = grid[-WIDE:] = bytes([EDGE]) * WIDE
    for row in range(WIDE, WIDE * TALL, WIDE):
        grid[row] = grid[row + WIDE - 1] = EDGE
    return grid


def _sow(grid: Grid, postcodes: Iterable[tuple[int, int, int]]) -> list[int]:
    """Give each square with postcodes to the authority that has most of them."""
    counts: dict[int, int] = {}
    for easting, northing, whose in postcodes:
        if WEST <= easting < EAST and SOUTH <= northing < NORTH:
            key = square(easting, northing) << 3 | whose
            counts[key] = counts.get(key, 0) + 1
    most: dict[int, int] = {}
    for key, number in counts.items():
        at = key >> 3
        if number > most.get(at, 0):
            most[at] = number
            grid[at] = key & 7
    return list(most)


def _fill(grid: Grid, sown: list[int]) -> Grid:
    """Let each square grow into what is empty; gives back how far off each one was.

    By turns over sides alone and over corners too, which makes rounds of it.
    """
    rings = bytearray(len(grid))
    front, ring = sown, 0
    while front:
        ring += 1
        grown = []
        far = min(ring, 255)
        for at in front:
            whose = grid[at]
            for step in _ROUND if ring % 2 else _CROSS:
                if grid[at + step] == UNKNOWN:
                    grid[at + step] = whose
                    rings[at + step] = far
                    grown.append(at + step)
        front = grown
    return rings


def _flood(grid: Grid, rings: Grid) -> None:
    """Take the estuaries away from whoever has the nearest houses."""
    for one, other in water.reaches():
        half = max(one.half, other.half)
        ends = (one.middle, other.middle)
        columns = _span([each.easting for each in ends], half, WEST, EAST)
        for northing in _span([each.northing for each in ends], half, SOUTH, NORTH):
            for easting in columns:
                at = square(easting, northing)
                if rings[at] >= SHORE and water.wet((easting, northing), one, other):
                    grid[at] = WATER


def _span(ends: list[int], half: int, least: int, most: int) -> range:
    """The middles of the squares between two ends, and as far as the water goes."""
    first = max(min(ends) - half, least) // CELL * CELL + CELL // 2
    return range(first, min(max(ends) + half, most), CELL)


def _smooth(grid: Grid, rings: Grid) -> None:
    """Let an empty square go with most of its neighbours, so that borders run calm."""
    before = bytes(grid)
    for at in range(WIDE, len(grid) - WIDE):
        own = before[at]
        if own == EDGE or not rings[at]:
            continue
        if own == before[at + 1] == before[at - 1] == before[at + WIDE]:
            continue
        near = [before[at + step] for step in _ROUND]
        best = max(set(near), key=near.count)
        if best != EDGE and near.count(best) > 4:  # noqa: PLR2004 - more than half
            grid[at] = best


def _join(grid: Grid) -> None:
    """Give each small patch, cut off from the rest, to whoever is round it."""
    seen = bytearray(len(grid))
    for start, whose in enumerate(grid):
        if seen[start] or whose == EDGE:
            continue
        patch = _patch(grid, start, seen)
        if len(patch) < SMALL:
            round_it = [grid[at + step] for at in patch for step in _CROSS]
            others = [each for each in round_it if each not in {whose, EDGE}]
            best = max(set(others), key=others.count)
            for at in patch:
                grid[at] = best


def _patch(grid: Grid, start: int, seen: Grid) -> list[int]:
    """The squares that hang together with one, over their sides."""
    whose = grid[start]
    seen[start] = 1
    found = [start]
    for at in found:
        for step in _CROSS:
            if not seen[at + step] and grid[at + step] == whose:
                seen[at + step] = 1
                found.append(at + step)
    return found
