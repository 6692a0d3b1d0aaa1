"""The borders between the squares of a grid, as few straight lines as will do.

Each border is walked once and shared by those on both of its sides, so that no gap
opens between neighbours when it is made simpler.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from venues.atlas.grid import EDGE, ELSEWHERE, WIDE, Grid, place

TOLERANCE = 130
"""Metres by which a border may leave the squares when it is made simpler."""

ROUNDING = 220
"""Metres on either side of a corner within which it is made round."""

Spot = tuple[int, int]
"""Easting and northing, in metres."""

Line = tuple[Spot, ...]


class Border(NamedTuple):
    """A line from one meeting of borders to the next, or all round.

    ``left`` and ``right`` are what lies to either side on the way; the corners are
    those of the grid, where it begins and ends.
    """

    left: int
    right: int
    first: int
    last: int
    line: Line


def trace(grid: Grid) -> list[Border]:
    """All borders of a grid, made simple."""
    flat = grid.replace(bytes([EDGE]), bytes([ELSEWHERE]))
    steps = _steps(flat)
    return [_border(flat, walk) for walk in _walks(steps)]


def rings(borders: Iterable[Border], whose: int) -> list[Line]:
    """The closed lines round all that belongs to one; those in holes as well.

    To be filled by the odd-even rule.
    """
    ways: dict[int, list[tuple[int, Line]]] = {}
    for border in borders:
        if border.left == whose:
            ways.setdefault(border.first, []).append((border.last, border.line))
        elif border.right == whose:
            back = border.line[::-1]
            ways.setdefault(border.last, []).append((border.first, back))
    found = []
    for start in list(ways):
        while ways[start]:
            ring: list[Spot] = []
            at = start
            while not ring or at != start:
                at, line = ways[at].pop()
                ring += line[:-1]
            found.append(tuple(ring))
    return found


def simple(line: Sequence[Spot], tolerance: float = TOLERANCE) -> list[Spot]:
    """The line with as few of its points as stay within so many metres of it.

    By the rule of Ramer, Douglas and Peucker: the farthest point stays if it is too
    far from the straight way.
    """
    kept = {0, len(line) - 1}
    parts = [(0, len(line) - 1)]
    while parts:
        first, last = parts.pop()
        far, at = tolerance, 0
        for each in range(first + 1, last):
            off = distance(line[each], line[first], line[last])
            if off > far:
                far, at = off, each
        if at:
            kept.add(at)
            parts += [(first, at), (at, last)]
    return [line[each] for each in sorted(kept)]


def rounded(line: Sequence[Spot], most: float = ROUNDING) -> list[Spot]:
    """The line with each of its corners cut; its ends stay."""
    found = [line[0]]
    for before, corner, after in zip(line, line[1:], line[2:], strict=False):
        (ax, ay), (bx, by) = (_towards(corner, end, most) for end in (before, after))
        x, y = corner
        found += [(ax, ay), ((ax + 2 * x + bx) // 4, (ay + 2 * y + by) // 4), (bx, by)]
    return [*found, line[-1]]


def _towards(start: Spot, end: Spot, most: float) -> Spot:
    """So many metres on the way, but less than half of it."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    share = min(0.4, most / (hypot(dx, dy) or 1))
    return round(start[0] + share * dx), round(start[1] + share * dy)


def distance(point: Spot, start: Spot, end: Spot) -> float:
    """Metres from a point to the straight way between two others."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    x, y = point[0] - start[0], point[1] - start[1]
    long = dx * dx + dy * dy
    along = min(1.0, max(0.0, (x * dx + y * dy) / long)) if long else 0.0
    return hypot(x - along * dx, y - along * dy)


def _steps(grid: Grid) -> dict[int, list[int]]:
    """From each corner on a border, the corners next to it on one."""
    steps: dict[int, list[int]] = {}
    for at in range(WIDE, len(grid)):
        own = grid[at]
        if own != grid[at - 1]:
            steps.setdefault(at, []).append(at + WIDE)
            steps.setdefault(at + WIDE, []).append(at)
        if own != grid[at - WIDE]:
            steps.setdefault(at, []).append(at + 1)
            steps.setdefault(at + 1, []).append(at)
    return steps


def _walks(steps: dict[int, list[int]]) -> Iterator[list[int]]:
    """The ways along the corners, first between meetings, then all round."""
    meetings = [at for at, ends in steps.items() if len(ends) != 2]  # noqa: PLR2004 - one way in, one out
    stops = set(meetings)
    for start in (*meetings, *steps):
        while steps[start]:
            walk = [start, steps[start].pop()]
            steps[walk[1]].remove(start)
            while walk[-1] not in stops and walk[-1] != start:
                onward = steps[walk[-1]].pop()
                steps[onward].remove(walk[-1])
                walk.append(onward)
            yield walk


def _border(grid: Grid, walk: list[int]) -> Border:
    """The border along a walk: through the middles of its steps, and then simple."""
    first, second = walk[:2]
    left, right = {
        1: (grid[first], grid[first - WIDE]),
        -1: (grid[second - WIDE], grid[second]),
        WIDE: (grid[first - 1], grid[first]),
        -WIDE: (grid[second], grid[second - 1]),
    }[second - first]
    corners = [place(at) for at in walk]
    middles = [((a + c) // 2, (b + d) // 2) for (a, b), (c, d) in pairwise(corners)]
    line = [corners[0], *middles, corners[-1]]
    if walk[0] == walk[-1]:
        half = len(line) // 2
        line = simple(line[: half + 1])[:-1] + simple(line[half:])
    else:
        line = simple(line)
    return Border(left, right, walk[0], walk[-1], tuple(rounded(line)))
