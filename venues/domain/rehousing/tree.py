"""Branch and bound over the options that are left to a group of bookings.

The bound is what every booking's cheapest option costs with prices in it, and for a
series what its cheapest common room does; whatever cannot be better than the best that
is known is not looked at. What is chosen takes away what does not go together with it
at once. Options are bits of whole numbers, the cheapest the lowest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from venues.domain.rehousing.clashes import Clashes
from venues.domain.rehousing.units import Kept, Unit


@dataclass(frozen=True, slots=True)
class Ground:
    """A group with what its options cost: truly, and with prices in it.

    ``total`` is the sum of the prices, ``split`` what it costs to split a series.
    """

    clashes: Clashes
    real: Sequence[Sequence[int]]
    paid: Sequence[Sequence[int]]
    total: int
    split: int


@dataclass(frozen=True, slots=True)
class _State:
    """What is left to choose from, what each unit then costs at least, what is open."""

    left: list[int]
    bounds: list[int]
    open: int


class Tree:
    """Everything that may still come of the options that are kept.

    ``best`` is what the best placement known costs, ``chosen`` its option for each
    booking. Some of it may come from before.
    """

    def __init__(
        self,
        ground: Ground,
        units: Sequence[Unit],
        kept: Kept,
        best: int | None = None,
        chosen: Sequence[int] = (),
    ) -> None:
        self.best, self.chosen = best, tuple(chosen)
        self._ground, self._units = ground, units
        self._order = [
            sorted(some, key=row.__getitem__)
            for some, row in zip(kept, ground.paid, strict=True)
        ]
        self._worth = [
            [row[m] for m in order]
            for order, row in zip(self._order, ground.paid, strict=True)
        ]
        self._place = [{m: n for n, m in enumerate(order)} for order in self._order]
        self._of = {n: u for u, unit in enumerate(units) for n in unit.members}
        self._rooms = [
            [
                [self._bits(n, m) for n, m in zip(unit.members, room, strict=True)]
                for room in unit.rooms
            ]
            for unit in units
        ]
        self._out: dict[tuple[int, int], dict[int, int]] = {}
        left = [(1 << len(order)) - 1 for order in self._order]
        bounds = [self._bound(u, left) for u in range(len(units))]
        self._root = _State(left, bounds, (1 << len(left)) - 1)

    @property
    def bound(self) -> int:
        """What no placement costs less than."""
        return sum(self._root.bounds) - self._ground.total

    def go(self, steps: int, late: Callable[[], bool]) -> bool:
        """Look for the best; returns whether nothing was left untried.

        However few the steps, something is found if there is anything.
        """
        stack = [self._branches(self._root, [0] * len(self._order))]
        while stack:
            branch = next(stack[-1], None)
            if branch is None:
                stack.pop()
                continue
            state, taken = branch
            steps -= 1
            if not state.open:
                self._note(taken)
            elif self.best is not None and (steps <= 0 or late()):
                return False
            else:
                stack.append(self._branches(state, taken))
        return True

    def worth_trying(self) -> list[list[int]]:
        """The options of each booking with which something better might come about."""
        state, found = self._root, []
        for n, order in enumerate(self._order):
            unit = self._of[n]
            rest = sum(state.bounds) - state.bounds[unit] - self._ground.total
            some = []
            for place, m in enumerate(order):
                left = state.left.copy()
                left[n] = 1 << place
                if self.best is None or rest + self._bound(unit, left) < self.best:
                    some.append(m)
            found.append(sorted(some))
        return found

    def _branches(
        self, state: _State, taken: list[int]
    ) -> Iterator[tuple[_State, list[int]]]:
        """One booking decided in each way that may lead to something better.

        The most promising comes first; others are worked out when they are asked for.
        """
        n = self._next(state)
        unit = self._of[n]
        rest = sum(state.bounds) - state.bounds[unit] - self._ground.total
        left, hopes = state.left.copy(), []
        for place in _ones(state.left[n]):
            if self.best is not None and rest + self._worth[n][place] >= self.best:
                break
            left[n] = 1 << place
            hopes.append((rest + self._bound(unit, left), place))
        for hope, place in sorted(hopes):
            if self.best is not None and hope >= self.best:
                return
            after = self._after(state, n, place)
            if after is None:
                continue
            bound = sum(after.bounds) - self._ground.total
            if self.best is None or bound < self.best:
                mine = taken.copy()
                mine[n] = self._order[n][place]
                yield after, mine

    def _next(self, state: _State) -> int:
        """The booking with the fewest options left; the first of those."""
        waiting = (n for n in range(len(state.left)) if state.open >> n & 1)
        return min(waiting, key=lambda n: state.left[n].bit_count())

    def _after(self, state: _State, n: int, place: int) -> _State | None:
        """What is left once that is chosen; None where somebody has nothing left."""
        left = state.left.copy()
        left[n] = 1 << place
        touched = {self._of[n]}
        for other, bits in self._ruled_out(n, place).items():
            if left[other] & bits:
                left[other] &= ~bits
                if not left[other]:
                    return None
                touched.add(self._of[other])
        bounds = state.bounds.copy()
        for unit in touched:
            bounds[unit] = self._bound(unit, left)
        return _State(left, bounds, state.open & ~(1 << n))

    def _ruled_out(self, n: int, place: int) -> dict[int, int]:
        """Booking → what does not go together with that, as bits."""
        known = self._out.get((n, place))
        if known is None:
            known = self._out[n, place] = {
                other: sum(
                    1 << there
                    for there, m in enumerate(self._order[other])
                    if bits >> m & 1
                )
                for other, bits in self._ground.clashes.ruled_out(
                    n, self._order[n][place]
                ).items()
            }
        return known

    def _note(self, taken: list[int]) -> None:
        """Keep it if it is the best so far; what it costs has no prices in it."""
        cost = sum(self._ground.real[n][m] for n, m in enumerate(taken))
        for unit in self._units:
            if len(unit.members) > 1 and not _shares(unit, taken):
                cost += self._ground.split
        if self.best is None or cost < self.best:
            self.best, self.chosen = cost, tuple(taken)

    def _bound(self, unit: int, left: Sequence[int]) -> int:
        """What the bookings of the unit cost at least, of what is left to them."""
        members = self._units[unit].members
        least = sum(self._least(n, left[n]) for n in members)
        if len(members) == 1:
            return least
        least += self._ground.split
        for room in self._rooms[unit]:
            cost = 0
            for n, bits in zip(members, room, strict=True):
                there = left[n] & bits
                if not there:
                    break
                cost += self._worth[n][(there & -there).bit_length() - 1]
            else:
                least = min(least, cost)
        return least

    def _least(self, n: int, bits: int) -> int:
        return self._worth[n][(bits & -bits).bit_length() - 1]

    def _bits(self, n: int, options: Sequence[int]) -> int:
        return sum(1 << self._place[n][m] for m in options)


def _ones(bits: int) -> Iterator[int]:
    """The places of the bits that are set, the lowest first."""
    while bits:
        yield (bits & -bits).bit_length() - 1
        bits &= bits - 1


def _shares(unit: Unit, taken: Sequence[int]) -> bool:
    """Whether all of them are in one room, as far as they go anywhere."""
    return any(
        all(taken[n] in some for n, some in zip(unit.members, room, strict=True))
        for room in unit.rooms
    )
