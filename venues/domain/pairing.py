"""Which old date of a series becomes which new one when its rule changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

_Pair = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Paired:
    """Old date → new one; new dates without an old one, and old without a new one."""

    to: dict[date, date]
    more: tuple[date, ...]
    gone: tuple[date, ...]


def paired(old: Iterable[date], new: Iterable[date]) -> Paired:
    """Each old date with the new one that is closest to what it was.

    A date that is in both stays. Of the others those of one week go together, in order,
    and what is left goes to the nearest. So no appointment goes to a day
    that another one of the series has yet to leave.
    """
    before, after = sorted(set(old)), sorted(set(new))
    to: dict[date, date] = {}
    for find in (_same_day, _same_week, _nearest):
        for one, other in find(before, after):
            to[one] = other
            before.remove(one)
            after.remove(other)
    return Paired(to, tuple(after), tuple(before))


def _same_day(before: Sequence[date], after: Sequence[date]) -> list[_Pair]:
    return [(day, day) for day in before if day in after]


def _same_week(before: Sequence[date], after: Sequence[date]) -> list[_Pair]:
    found: list[_Pair] = []
    for week in dict.fromkeys(_week(day) for day in before):
        here, there = (
            [day for day in days if _week(day) == week] for days in (before, after)
        )
        found += zip(here, there, strict=False)
    return found


def _nearest(before: Sequence[date], after: Sequence[date]) -> list[_Pair]:
    """The closest two together, then the closest two of the others."""
    near = sorted(
        ((one, other) for one in before for other in after),
        key=lambda pair: (abs((pair[1] - pair[0]).days), pair),
    )
    found: dict[date, date] = {}
    for one, other in near:
        if one not in found and other not in found.values():
            found[one] = other
    return list(found.items())


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]
