"""Counts as a board reader is told them, so that no small one can be worked out.

A count below 5 is said as "fewer than 5", nought as well; any other to the nearest 5.
That alone would not do: with the total known, what is left between the rounded counts
may be too narrow for a small one. So the parts of a total are looked at together, and
where somebody who knew the total exactly could narrow a small count down, it and as
many others as it takes are withheld, all alike. Totals of several authorities are
added up from what is told of each, and so tell nothing new
(``docs/decisions/0017-small-counts.md``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

SMALL = 5
"""Counts below this are not told (the usual practice of official statistics)."""

BASE = 5
"""All others are told to the nearest so many."""

SLACK = BASE // 2
"""How far a count may be from what is told."""


class Told(NamedTuple):
    """What is told of a count: that it lies between two numbers.

    ``least == most`` is a rounded count, which may be off by ``SLACK``.
    """

    least: int
    most: int | None
    """None where the count is withheld."""

    @property
    def withheld(self) -> bool:
        """Whether nothing at all is told."""
        return self.most is None

    @property
    def small(self) -> bool:
        """Whether it is told as fewer than 5."""
        return self == FEW

    @property
    def words(self) -> str:
        """As it is shown."""
        if self.most is None:
            return "withheld"
        if self.small:
            return f"fewer than {SMALL}"
        if self.least == self.most:
            return f"{self.least:,}"
        return f"{self.least:,} to {self.most:,}"


FEW_AT_MOST = SMALL - 1
FEW = Told(0, FEW_AT_MOST)
WITHHELD = Told(0, None)

Label = TypeVar("Label")


def tell(number: int) -> Told:
    """A count by itself."""
    if number < SMALL:
        return FEW
    rounded = (number + SLACK) // BASE * BASE
    return Told(rounded, rounded)


def tell_parts(
    total: int, parts: Mapping[Label, int], *, whole: bool = True
) -> dict[Label, Told]:
    """The parts of a total. ``whole`` says that they add up to it.

    Parts that do not (one thing may have several reasons) are at most the total each,
    and together at least that.
    """
    if total < SMALL:
        return dict.fromkeys(parts, WITHHELD)
    told = {label: tell(number) for label, number in parts.items()}
    few = [label for label, each in told.items() if each.small]
    if not few or _wide(total, told.values(), whole=whole):
        return told
    for label in few:
        told[label] = WITHHELD
    rest = {label: parts[label] for label, each in told.items() if not each.withheld}
    if rest:  # hidden among the small ones, it makes room for all they might be
        told[min(rest, key=rest.__getitem__)] = WITHHELD
    return told


def add_up(told: Iterable[Told]) -> Told:
    """A total made of nothing but what is told; withheld parts leave it open."""
    least = most = 0
    for each in told:
        if each.most is None:
            return WITHHELD
        least, most = least + each.least, most + each.most
    return Told(least, most)


def reach(told: Told, total: int) -> tuple[int, int]:
    """The counts between which somebody who knows the total has to look."""
    if told.most is None:
        return 0, total
    if told.small:
        return told.least, told.most
    return max(told.least - SLACK, SMALL), told.most + SLACK


def _wide(total: int, told: Iterable[Told], *, whole: bool) -> bool:
    """Whether each small part may still be anything from none to 4."""
    spans = [reach(each, total) for each in told]
    least, most = (sum(ends) for ends in zip(*spans, strict=True))
    may_be_none = total <= most - FEW_AT_MOST
    may_be_most = not whole or total >= least + FEW_AT_MOST
    return may_be_none and may_be_most
