"""What a measure is made of: counts of authorities, and how each is split up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from venues.domain.words import count


class Unit(StrEnum):
    """What is counted."""

    COUNT = "count"
    SHARE = "share"
    HOURS = "hours"
    """Minutes of minutes, said as a share."""
    RATE = "rate"
    """Pence for minutes, said as pounds an hour."""

    @property
    def is_share(self) -> bool:
        """Whether it is said in per cent."""
        return self in {Unit.SHARE, Unit.HOURS}


class Part(NamedTuple):
    """A figure before it is said; parts of the same unit add up.

    ``number`` counts things, or minutes (HOURS), or pence (RATE); ``of`` what it is a
    share of: things, or minutes. ``size`` is how many bookings or needs are behind it.
    """

    number: int = 0
    of: int = 0
    size: int = 0

    def plus(self, other: Part) -> Part:
        """Both together."""
        return Part(
            self.number + other.number, self.of + other.of, self.size + other.size
        )


NOTHING = Part()


class Split(NamedTuple):
    """A way to take a measure apart.

    ``heads`` are the parts in their order, empty where they are put in order of size.
    ``heat`` sets them against the authorities. ``whole`` says that the parts add up.
    """

    key: str
    title: str
    heads: tuple[tuple[str, str], ...] = ()
    """Key of a part, and its words."""
    heat: bool = False
    whole: bool = True
    unit: Unit | None = None
    flat: bool = False
    """Whether each part is of one authority alone, such as a venue."""
    banded: bool = True
    """Whether it is told at all where small counts are banded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A measure: what it is called, what it means, and who is told it exactly.

    ``words`` are shown on hover and on F1. ``of_people`` says that it counts
    appointments or needs, so that a board reader gets it banded; ``telling`` that it
    says of bookings what a coordinator is not told, their kind or what came of them.
    ``things`` are what is counted, for a sentence.
    """

    key: str
    title: str
    words: str
    unit: Unit = Unit.COUNT
    things: str = ""
    of_people: bool = True
    telling: bool = False
    dated: bool = True
    """Whether it is of the days asked about, and not as things stand today."""
    anywhere: bool = False
    """Whether some of it may belong to no single authority."""
    splits: tuple[Split, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """A measure of one authority: all of it, and each split's parts by their keys."""

    all: Part = NOTHING
    parts: Mapping[str, Mapping[str, Part]] = field(default_factory=dict)

    def part(self, split: str, key: str) -> Part:
        """One part of a split; nothing where there is none of it."""
        return self.parts.get(split, {}).get(key, NOTHING)


def together(tallies: Iterable[Tally]) -> Tally:
    """Several authorities as one."""
    everything, splits = NOTHING, dict[str, dict[str, Part]]()
    for tally in tallies:
        everything = everything.plus(tally.all)
        for split, parts in tally.parts.items():
            known = splits.setdefault(split, {})
            for key, part in parts.items():
                known[key] = known.get(key, NOTHING).plus(part)
    return Tally(everything, splits)


class Tallying:
    """Adds a measure up, thing by thing."""

    def __init__(self) -> None:
        self._all: dict[int, Part] = {}
        self._parts: dict[int, dict[str, dict[str, Part]]] = {}

    def add(self, authority_id: int | None, part: Part, **splits: str) -> None:
        """So much more of an authority, and of those parts of its splits."""
        id_ = authority_id or 0
        self._all[id_] = self._all.get(id_, NOTHING).plus(part)
        for split, key in splits.items():
            self.split(id_, split, key, part)

    def split(self, authority_id: int | None, split: str, key: str, part: Part) -> None:
        """So much more of one part of a split alone."""
        parts = self._parts.setdefault(authority_id or 0, {}).setdefault(split, {})
        parts[key] = parts.get(key, NOTHING).plus(part)

    def made(self) -> dict[int, Tally]:
        """Authority → what was added up; 0 is what belongs to no single one."""
        ids = self._all.keys() | self._parts.keys()
        return {
            id_: Tally(self._all.get(id_, NOTHING), self._parts.get(id_, {}))
            for id_ in sorted(ids)
        }


class Said(NamedTuple):
    """A figure in words. ``value`` is for bars and heat; None where it is not told."""

    words: str
    detail: str = ""
    value: float | None = None


FINE = 0.1
"""A share of time below this is said with a decimal."""

NOT_KNOWN = "\N{EN DASH}"


def say(part: Part, unit: Unit, things: str = "") -> Said:
    """A figure as it is."""
    number, of, _ = part
    if unit is Unit.COUNT:
        return Said(f"{number:,}", "", number)
    if not of:
        return Said(NOT_KNOWN, f"No {things}" if things else "")
    if unit is Unit.SHARE:
        detail = f"{number:,} of {of:,}" + (f" {things}" if things else "")
        return Said(percent(number, of), detail, number / of)
    if unit is Unit.HOURS:
        hours = f"{hours_of(number)} of {count(round(of / 60), 'hour')}"
        share = number / of
        fine = f"{share:.1%}" if 0 < share < FINE else percent(number, of)
        return Said(fine, hours, share)
    detail = f"{pounds(number)} for {count(round(of / 60), 'hour')}"
    return Said(rate(number, of), detail, number * 60 / of)


def percent(number: float, of: float) -> str:
    """A share; one that is not all of it is never said as 100%, nor as 0%."""
    share = round(100 * number / of)
    if 0 < number < of:
        share = min(max(share, 1), 99)
    return f"{share}%"


def hours_of(minutes: int) -> str:
    """Minutes in whole hours."""
    return f"{round(minutes / 60):,}"


def pounds(pence: int) -> str:
    """A sum in whole pounds."""
    return f"£{round(pence / 100):,}"


def rate(pence: int, minutes: int) -> str:
    """Pounds and pence for an hour."""
    return f"£{pence * 60 / minutes / 100:,.2f}"
