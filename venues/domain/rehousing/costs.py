"""One whole number for how good an option is, so that numbers can be compared.

What is weighed is added up digit by digit: a digit is large enough for all bookings
together, so that no number of a lesser thing ever outweighs one of a greater.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from venues.domain.rehousing.values import Displaced, Option


@dataclass(frozen=True, slots=True)
class Costs:
    """What each option of each booking costs, and what the split of a series does.

    ``options`` has a number for each booking's options in their order, ``stay`` one for
    each booking that stays.
    """

    options: tuple[tuple[int, ...], ...]
    stay: tuple[int, ...]
    split: int


def weigh(bookings: Sequence[Displaced]) -> Costs:
    """The costs of those bookings, which come in the order of their ids."""
    ranks = [_ranks(each.options) for each in bookings]
    base = max((len(each.options) for each in bookings), default=0) + 1
    worth = [1]
    for _ in bookings:
        worth.insert(0, worth[0] * base)
    pence = worth.pop(0)
    metres = pence * _most(bookings, lambda option: option.pence)
    split = metres * _most(bookings, lambda option: option.metres)
    minutes = split * (len(bookings) + 1)
    other_time = minutes * _most(bookings, lambda option: option.later)
    unplaced = other_time * (len(bookings) + 1)

    def cost(option: Option) -> int:
        return (
            (other_time if option.later else 0)
            + option.later * minutes
            + option.metres * metres
            + option.pence * pence
        )

    return Costs(
        options=tuple(
            tuple(
                cost(option) + rank * worth[n]
                for option, rank in zip(each.options, ranks[n], strict=True)
            )
            for n, each in enumerate(bookings)
        ),
        stay=tuple(
            unplaced + len(each.options) * worth[n] for n, each in enumerate(bookings)
        ),
        split=split,
    )


def _ranks(options: Sequence[Option]) -> list[int]:
    order = {
        ids: rank for rank, ids in enumerate(sorted({each.ids for each in options}))
    }
    return [order[each.ids] for each in options]


def _most(bookings: Sequence[Displaced], what: Callable[[Option], int]) -> int:
    """One more than all bookings together can come to."""
    return 1 + sum(max(map(what, each.options), default=0) for each in bookings)
