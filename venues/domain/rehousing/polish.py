"""Makes prices better, so that they see what a series would like as well.

The prices of single moments do not know that the bookings of a series should share a
room. So each unit chooses what is best for it at the present prices; what more than
one of them chose becomes dearer, what nobody did cheaper, by a step that closes the gap
to the best placement known (Held, Wolfe and Crowder 1974, with Polyak's step). The
prices with the best bound are kept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from venues.domain.rehousing.prices import SPACE
from venues.domain.rehousing.tree import Ground
from venues.domain.rehousing.units import Kept, Unit, least
from venues.domain.rehousing.values import Claim, Key

ROUNDS = 60
PATIENCE = 6
"""Rounds without a better bound after which smaller steps are taken."""


def polish(
    ground: Ground,
    units: Sequence[Unit],
    kept: Kept,
    known: int,
    late: Callable[[], bool],
) -> Ground:
    """The same with better prices in it.

    ``known`` is what the best placement found so far costs.
    """
    points = _points(ground.clashes.claims, kept)
    more: Counter[int] = Counter()
    best, highest = ground, None
    idle, shrink = 0, 1
    for _ in range(ROUNDS):
        paid = _with(ground.paid, points, more)
        worth = ground.total + sum(more.values())
        bound, used = -worth, Counter[int]()
        for unit in units:
            cost, taken = least(unit, paid, kept, ground.split)
            bound += cost
            for n, m in zip(unit.members, taken, strict=True):
                used.update(points[n].get(m, ()))
        if highest is None or bound > highest:
            highest, idle = bound, 0
            best = replace(ground, paid=paid, total=worth)
        elif (idle := idle + 1) >= PATIENCE:
            idle, shrink = 0, shrink * 2
        crowd = {point: number - 1 for point, number in used.items() if number > 1}
        crowd |= {point: -1 for point in more if point not in used}
        over = sum(each * each for each in crowd.values())
        step = (known - bound) // (over * shrink) if over else 0
        if step <= 0 or late():
            break
        for point, number in crowd.items():
            more[point] = max(more[point] + step * number, 0)
        more = +more
    return best


def _with(
    paid: Sequence[Sequence[int]],
    points: Sequence[dict[int, tuple[int, ...]]],
    more: Counter[int],
) -> list[list[int]]:
    """The costs with more paid for those points."""
    now = [list(row) for row in paid]
    if more:
        for row, there in zip(now, points, strict=True):
            for m, some in there.items():
                row[m] += sum(more[point] for point in some)
    return now


def _points(
    claims: Sequence[Sequence[tuple[Claim, ...]]], kept: Kept
) -> list[dict[int, tuple[int, ...]]]:
    """For each option of each booking, the moments of spaces it takes, by number."""
    begins: dict[Key, set[datetime]] = defaultdict(set)
    for claim in _spaces(claims, kept):
        begins[claim.key].add(claim.starts)
    moments = {key: sorted(each) for key, each in begins.items()}
    first: dict[Key, int] = {}
    number = 0
    for key, each in moments.items():
        first[key], number = number, number + len(each)

    def taken(claim: Claim) -> range:
        marks, start = moments[claim.key], first[claim.key]
        return range(
            start + bisect_left(marks, claim.starts),
            start + bisect_left(marks, claim.ends),
        )

    return [
        {
            m: tuple(
                point
                for claim in options[m]
                if claim.key[0] == SPACE
                for point in taken(claim)
            )
            for m in some
            if m < len(options) - 1
        }
        for options, some in zip(claims, kept, strict=True)
    ]


def _spaces(
    claims: Sequence[Sequence[tuple[Claim, ...]]], kept: Kept
) -> Iterator[Claim]:
    for options, some in zip(claims, kept, strict=True):
        for m in some:
            if m < len(options) - 1:
                yield from (each for each in options[m] if each.key[0] == SPACE)
