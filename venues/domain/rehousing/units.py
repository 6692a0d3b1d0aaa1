"""What is bounded together: a booking alone, or all those of a series.

Bookings and their options go by their places; a booking's last option is to stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from venues.domain.rehousing.values import Displaced

Kept = Sequence[Sequence[int]]
"""For each booking, the options that are still of interest."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A booking, or those of a series; ``rooms`` are what they may share.

    For each room there is a row with each member's options there, to stay among them,
    since that splits nothing. Where there is no room, nothing is shared.
    """

    members: tuple[int, ...]
    rooms: tuple[tuple[tuple[int, ...], ...], ...] = ()


def units(bookings: Sequence[Displaced], kept: Kept) -> list[Unit]:
    """The series that have more than one booking, and every other booking alone."""
    members: dict[tuple[str, int], list[int]] = {}
    for n, each in enumerate(bookings):
        key = ("alone", n) if each.series is None else ("series", each.series)
        members.setdefault(key, []).append(n)
    return [
        Unit(tuple(some), _rooms(some, bookings, kept) if len(some) > 1 else ())
        for some in members.values()
    ]


def _rooms(
    members: Sequence[int], bookings: Sequence[Displaced], kept: Kept
) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """The rooms in which all of them can be, as far as they do not stay."""
    rooms: dict[int, list[list[int]]] = {}
    stays = [m == len(bookings[n].options) for n in members for m in kept[n][-1:]]
    for place, n in enumerate(members):
        for m in kept[n]:
            if m < len(bookings[n].options):
                same = bookings[n].options[m].same
                rooms.setdefault(same, [[] for _ in members])[place].append(m)
    found = [tuple((kept[n][-1],) for n in members)] if all(stays) else []
    for _, rows in sorted(rooms.items()):
        whole = [
            (*row, *([kept[n][-1]] if stay else ()))
            for row, n, stay in zip(rows, members, stays, strict=True)
        ]
        if all(whole):
            found.append(tuple(whole))
    return tuple(found)


def least(
    unit: Unit, costs: Sequence[Sequence[int]], kept: Kept, split: int
) -> tuple[int, list[int]]:
    """The least that its members cost, and which option each of them then takes."""
    taken = [min(kept[n], key=costs[n].__getitem__) for n in unit.members]
    cost = sum(costs[n][m] for n, m in zip(unit.members, taken, strict=True))
    if len(unit.members) == 1:
        return cost, taken
    cost += split
    for room in unit.rooms:
        there = [
            min(options, key=costs[n].__getitem__)
            for n, options in zip(unit.members, room, strict=True)
        ]
        shared = sum(costs[n][m] for n, m in zip(unit.members, there, strict=True))
        if shared < cost:
            cost, taken = shared, there
    return cost, taken
