"""Where every booking goes, best of all: the search, group by group.

A group is the bookings of which one may stand in another's way. For each of them:
prices say how much every space is fought over; a first placement is made with them;
with that the prices are made better, and all is left out that cannot lead to anything
better; what remains is searched whole.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from venues.domain.rehousing import costs, polish, prices
from venues.domain.rehousing.clashes import Clashes, groups
from venues.domain.rehousing.tree import Ground, Tree
from venues.domain.rehousing.units import units
from venues.domain.rehousing.values import Displaced, Option, Placement, score

STEPS = 12_000
"""Choices tried for one group at most, the same each time."""

FIRST = 400
"""Choices tried for the first placements."""

NEAR, AGAIN = 8, 150
"""How many are tried again together, and how many choices for that."""

ROUND = 1_500
"""Choices tried before prices are made better with what was found."""


def place(
    bookings: Sequence[Displaced],
    *,
    steps: int = STEPS,
    late: Callable[[], bool] = lambda: False,
) -> Placement:
    """The best places for all of them together.

    ``late`` is asked now and then, and says that time is up; the best found so far
    stands then, and is not called proven. Nothing else depends on the clock.
    """
    ordered = sorted(bookings, key=lambda each: each.id)
    found: dict[int, Option | None] = {}
    proven, impossible = True, list[int]()
    together = groups(ordered, Clashes(ordered))
    for group in together:
        some = [ordered[n] for n in group]
        chosen, sure = _search(some, steps, late)
        proven = proven and sure
        if not chosen:
            impossible += [each.id for each in some if each.fixed]
        found |= {
            each.id: each.options[m] if m < len(each.options) else None
            for each, m in zip(some, chosen or _as_fixed(some), strict=True)
        }
    return Placement(
        places=found,
        score=score(ordered, found),
        proven=proven,
        impossible=tuple(impossible),
        groups=tuple(tuple(ordered[n].id for n in group) for group in together),
    )


def _search(
    bookings: Sequence[Displaced], steps: int, late: Callable[[], bool]
) -> tuple[tuple[int, ...], bool]:
    """The option of each booking, and whether nothing better exists.

    There is none where what is fixed does not go together.
    """
    weighed = costs.weigh(bookings)
    real = [
        (*row, stay) for row, stay in zip(weighed.options, weighed.stay, strict=True)
    ]
    clashes = Clashes(bookings)
    paid, total = prices.prices(clashes.claims, real, late)
    ground = Ground(clashes, real, paid, total, weighed.split)
    kept = [_open(each) for each in bookings]
    tree = Tree(ground, units(bookings, kept), kept)
    if tree.go(FIRST, late) or tree.best is None:
        return tree.chosen, True
    while steps > 0:
        tree = _improved(tree, ground, bookings, late)
        kept = tree.worth_trying()
        if not all(kept):
            return tree.chosen, True
        better = polish.polish(
            ground, units(bookings, kept), kept, tree.best or 0, late
        )
        tree = Tree(better, units(bookings, kept), kept, tree.best, tree.chosen)
        kept = tree.worth_trying()
        if not all(kept):
            return tree.chosen, True
        tree = Tree(better, units(bookings, kept), kept, tree.best, tree.chosen)
        if tree.go(ROUND, late):
            return tree.chosen, True
        steps -= ROUND
        if late():
            break
    return tree.chosen, False


def _improved(
    tree: Tree, ground: Ground, bookings: Sequence[Displaced], late: Callable[[], bool]
) -> Tree:
    """The same, having tried each booking again with those in its way."""
    whole = [_open(each) for each in bookings]
    best, chosen = tree.best, tree.chosen
    for n, each in enumerate(bookings):
        row = ground.real[n]
        if row[chosen[n]] == min(row[m] for m in whole[n]):
            continue  # it could not be better off
        if late():
            break
        near = [
            m
            for m, other in enumerate(bookings)
            if n in ground.clashes.ruled_out(m, chosen[m])
            or (each.series is not None and each.series == other.series)
        ]
        some = {n, *near[:NEAR]}
        kept = [row if m in some else [chosen[m]] for m, row in enumerate(whole)]
        again = Tree(ground, units(bookings, kept), kept, best, chosen)
        again.go(AGAIN, late)
        best, chosen = again.best, again.chosen
    tree.best, tree.chosen = best, chosen
    return tree


def _open(booking: Displaced) -> list[int]:
    """What a booking has to choose from; its last option is to stay."""
    if booking.fixed:
        return [0]  # its only option, or to stay where it has none
    return list(range(len(booking.options) + 1))


def _as_fixed(bookings: Sequence[Displaced]) -> list[int]:
    """What is fixed as it is, and the others where they are."""
    return [0 if each.fixed else len(each.options) for each in bookings]
