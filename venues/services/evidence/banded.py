"""Measures with small counts banded, so that none of them can be worked out.

Whole quarters are taken apart, months are not: a month is one of the three parts of
its quarter, and told as such. Only quarters that are over are told at all, since
looking every day at one that grows would tell when it passes each step. Whatever is
said of several authorities is added up from what is told of each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from venues.domain.banding import FEW, SMALL, WITHHELD, Told, add_up, tell, tell_parts
from venues.domain.figures import (
    NOT_KNOWN,
    NOTHING,
    Definition,
    Part,
    Said,
    Split,
    Tally,
    Unit,
    together,
)
from venues.services.evidence.exact import against, below, ordered
from venues.services.evidence.shown import BY_AUTHORITY, Line, Shown, Table

FIVE_PER_CENT = 0.05
FIFTY_PENCE = 50

PARTS_OF_QUARTERS = "A month is not taken apart. Choose a whole quarter to see parts."
BANDED = (
    f"Counts below {SMALL} are not told, others to the nearest {SMALL}. Totals are "
    "added up from those."
)

Key = TypeVar("Key", int, str)

Months = Sequence[Mapping[int, Tally]]
"""A measure in the three months of a quarter, each by authority."""


class Count(NamedTuple):
    """What is told of a part: of its number, of what it is a share of, of its size.

    ``part`` is kept for shares of time and for money, which are said coarsely.
    """

    number: Told
    of: Told
    size: Told
    part: Part = NOTHING

    @property
    def open(self) -> bool:
        """Whether enough is behind it for a coarse figure."""
        return not (self.size.withheld or self.size.small)


NONE_TOLD = Count(WITHHELD, WITHHELD, WITHHELD)


def show(
    definition: Definition,
    tallies: Mapping[int, Tally],
    before: Mapping[int, Tally],
    names: Mapping[int, str],
) -> Shown:
    """A quarter's measure of those authorities, with its parts."""
    told = {id_: _whole(tallies.get(id_, Tally()).all) for id_ in names}
    was = [_whole(before.get(id_, Tally()).all) for id_ in names]
    tables = [
        _split(definition, each, tallies, names)
        for each in definition.splits
        if each.banded
    ]
    return _shown(definition, told, was, names, tables)


def show_month(
    definition: Definition,
    months: Months,
    before: Months,
    which: tuple[int, int],
    names: Mapping[int, str],
) -> Shown:
    """A month's measure, as one of the three of its quarter, without its parts.

    ``which`` are its place and that of the month before, each in its own quarter.
    """
    told = {id_: _month(months, which[0], id_) for id_ in names}
    was = [_month(before, which[1], id_) for id_ in names]
    return _shown(definition, told, was, names, [], PARTS_OF_QUARTERS)


def _shown(
    definition: Definition,
    told: Mapping[int, Count],
    was: Sequence[Count],
    names: Mapping[int, str],
    tables: list[Table],
    more: str = "",
) -> Shown:
    unit, things = definition.unit, definition.things
    if len(names) > 1:
        lines = (
            Line(name, (_say(told[id_], unit, things),), authority_id=id_)
            for id_, name in names.items()
        )
        by_authority = Table(
            key=BY_AUTHORITY,
            title="By authority",
            heads=(definition.title,),
            keys=("",),
            lines=tuple(lines),
        )
        tables = [by_authority, *tables]
    return Shown(
        definition=definition,
        headline=_say(_sum(list(told.values())), unit, things),
        before=_say(_sum(was), unit, things),
        tables=tuple(each for each in tables if each.lines),
        notice=f"{BANDED} {more}".strip(),
        banded=True,
    )


def _whole(part: Part) -> Count:
    number = tell(part.number)
    return Count(number, tell(part.of), tell(part.size), part)


def _month(months: Months, which: int, authority_id: int) -> Count:
    parts = [each.get(authority_id, Tally()).all for each in months]
    return tell_all(
        together(Tally(each) for each in parts).all, dict(enumerate(parts))
    )[which]


def tell_all(
    total: Part, parts: Mapping[Key, Part], *, whole: bool = True
) -> dict[Key, Count]:
    """What is told of all the parts of a total."""
    number, of, size = (
        tell_parts(
            whole_of, {key: part[at] for key, part in parts.items()}, whole=whole
        )
        for at, whole_of in enumerate(total)
    )
    return {
        key: Count(number[key], of[key], size[key], part) for key, part in parts.items()
    }


def _sum(counts: Sequence[Count]) -> Count:
    """Of several: from what is told of each, and from nothing else."""
    if len(counts) == 1:
        return counts[0]
    known = [each for each in counts if each.open]
    part = NOTHING
    for each in known:
        part = part.plus(each.part)
    size = tell(part.size) if known else add_up(each.size for each in counts)
    return Count(
        add_up(each.number for each in counts),
        add_up(each.of for each in counts),
        size,
        part,
    )


def _split(
    definition: Definition,
    split: Split,
    tallies: Mapping[int, Tally],
    names: Mapping[int, str],
) -> Table:
    unit = split.unit or definition.unit
    everything = together(tallies.get(id_, Tally()) for id_ in names)
    order = ordered(split, everything.parts.get(split.key, {}), unit)
    told = {}
    for id_ in names:
        tally = tallies.get(id_, Tally())
        parts = {key: tally.part(split.key, key) for key, _ in order}
        total = tally.all
        if split.whole:  # what is counted differently has a total of its own
            total = together(Tally(each) for each in parts.values()).all
        told[id_] = tell_all(total, parts, whole=split.whole)

    def cell(id_: int, key: str) -> Said:
        return _say(told[id_][key], unit)

    if split.heat:
        return against(split, names, cell)
    return below(
        split,
        order,
        names,
        lambda key: _say(_sum([told[id_][key] for id_ in names]), unit),
        cell,
        next(iter(names.values())) if len(names) == 1 else "All",
    )


def _say(told: Count, unit: Unit, things: str = "") -> Said:
    if unit is Unit.COUNT:
        return _count(told.number)
    if unit is Unit.SHARE:
        return _share(told, things)
    if not told.open:
        return Said(told.size.words, things)
    if not told.part.of:
        return Said(NOT_KNOWN)
    if unit is Unit.HOURS:
        share = told.part.number / told.part.of
        share = round(share / FIVE_PER_CENT) * FIVE_PER_CENT
        return Said(f"about {share:.0%}" if share else "under 5%", "", share)
    pence = told.part.number * 60 / told.part.of
    pence = round(pence / FIFTY_PENCE) * FIFTY_PENCE
    return Said(f"about £{pence / 100:,.2f}", "for an hour", pence)


def _count(told: Told) -> Said:
    if told.most is None or told.small:
        return Said(told.words)
    return Said(told.words, "", (told.least + told.most) / 2)


def _share(told: Count, things: str) -> Said:
    number, of = told.number, told.of
    if of.most is None or of == FEW:
        return Said(of.words, things)
    detail = f"of about {of.words} {things}".rstrip()
    if number.most is None or number.small:
        return Said(number.words, detail)
    share = min((number.least + number.most) / (of.least + of.most), 1.0)
    return Said(f"about {share:.0%}", f"about {number.words} {detail}", share)
