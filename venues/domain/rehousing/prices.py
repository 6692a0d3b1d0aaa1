"""How much every space is fought over at a moment, as a price.

A booking that pays the prices of what it claims never does better than it would in the
best placement of all. So what everybody's cheapest option costs, less the prices, is a
bound that no placement beats. Prices come from placing the bookings of one moment in
spaces by themselves, which is an assignment and has an exact answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from venues.domain.rehousing.values import Claim, Key

SPACE = "space"


def assign(costs: Sequence[Sequence[int]]) -> list[int]:
    """The prices of the columns, none below 0, when each row takes one for the least.

    The shortest way to take one more row, again and again (Kuhn 1955, Munkres 1957, in
    the form with potentials). There are at least as many columns as rows.
    """
    rows, columns = len(costs), len(costs[0])
    row_worth, column_worth = [0] * (rows + 1), [0] * (columns + 1)
    taken, came_from = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        taken[0], at = row, 0
        least: dict[int, int] = {}
        done = {0}
        while taken[at]:
            here = taken[at]
            for column in range(1, columns + 1):
                if column not in done:
                    worth = costs[here - 1][column - 1]
                    worth -= row_worth[here] + column_worth[column]
                    if column not in least or worth < least[column]:
                        least[column], came_from[column] = worth, at
            following = min(least, key=lambda column: (least[column], column))
            step = least.pop(following)
            for column in done:
                row_worth[taken[column]] += step
                column_worth[column] -= step
            for column in least:
                least[column] -= step
            done.add(following)
            at = following
        while at:
            taken[at] = taken[came_from[at]]
            at = came_from[at]
    return [-worth for worth in column_worth[1:]]


def prices(
    claims: Sequence[Sequence[tuple[Claim, ...]]],
    costs: Sequence[Sequence[int]],
    stop: Callable[[], bool],
) -> tuple[list[list[int]], int]:
    """The costs with the prices in them, and the sum of all prices.

    ``claims`` and ``costs`` are those of each booking's options; the last option of
    each is to stay, which is never priced.
    """
    paying = [list(each) for each in costs]
    total = 0
    held = [_held_ever(options) for options in claims]
    for moment in sorted({starts for each in held for starts, _ in each}):
        if stop():
            break
        rows = [n for n, each in enumerate(held) if _covered(each, moment)]
        if len(rows) > 1:
            total += _one(moment, rows, claims, paying)
    return paying, total


def _held_ever(options: Sequence[tuple[Claim, ...]]) -> set[tuple[datetime, datetime]]:
    """The times for which a booking may hold a space, wherever it goes."""
    return {
        (claim.starts, claim.ends)
        for option in options[:-1]
        for claim in option
        if claim.key[0] == SPACE
    }


def _covered(held: Iterable[tuple[datetime, datetime]], moment: datetime) -> bool:
    return any(starts <= moment < ends for starts, ends in held)


def _one(
    moment: datetime,
    bookings: Sequence[int],
    claims: Sequence[Sequence[tuple[Claim, ...]]],
    paying: list[list[int]],
) -> int:
    """Price the spaces of one moment; returns what all of them are worth."""
    rows: list[tuple[dict[Key, int], int]] = []
    where: dict[tuple[int, int], Key] = {}
    for n in bookings:
        here: dict[Key, int] = {}
        away = paying[n][-1]
        for m, option in enumerate(claims[n][:-1]):
            key = _held(option, moment)
            cost = paying[n][m]
            if key is None:
                away = min(away, cost)
            else:
                where[n, m] = key
                here[key] = min(here.get(key, cost), cost)
        rows.append((here, away))
    worth = _fought_over(rows)
    for (n, m), key in where.items():
        paying[n][m] += worth.get(key, 0)
    return sum(worth.values())


def _fought_over(rows: list[tuple[dict[Key, int], int]]) -> dict[Key, int]:
    """What each of the spaces is worth that more than one booking would like best."""
    few = [
        sorted(here, key=lambda key: (here[key], key))[: len(rows)] for here, _ in rows
    ]
    best = [keys[0] for keys in few]
    if len(set(best)) == len(best):
        return {}
    columns = sorted({key for keys in few for key in keys})
    never = 1 + sum(max(*here.values(), away) for here, away in rows)
    table = []
    for place, (here, away) in enumerate(rows):
        alone = [away if place == n else never for n in range(len(rows))]
        table.append([here.get(key, never) for key in columns] + alone)
    worth = assign(table)[: len(columns)]
    return {key: price for key, price in zip(columns, worth, strict=True) if price}


def _held(option: tuple[Claim, ...], moment: datetime) -> Key | None:
    """The first space that the option holds at that moment."""
    for claim in option:
        if claim.key[0] == SPACE and claim.starts <= moment < claim.ends:
            return claim.key
    return None
