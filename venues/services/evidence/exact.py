"""Measures with their numbers as they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from venues.domain.figures import (
    Definition,
    Part,
    Said,
    Split,
    Tally,
    Unit,
    say,
    together,
)
from venues.services.evidence.shown import BY_AUTHORITY, Line, Shown, Table

MOST = 60
"""Lines of a table whose parts are put in order of size."""


def show(
    definition: Definition,
    tallies: Mapping[int, Tally],
    before: Mapping[int, Tally] | None,
    names: Mapping[int, str],
) -> Shown:
    """The measure of those authorities; ``names`` are theirs, in their order."""
    everything = together(tallies.values())

    was = None
    if before is not None:
        was = say(together(before.values()).all, definition.unit, definition.things)
    tables = [_split(definition, each, tallies, names) for each in definition.splits]
    if len(names) > 1:
        tables.insert(0, _by_authority(definition, tallies, names))
    return Shown(
        definition=definition,
        headline=say(everything.all, definition.unit, definition.things),
        before=was,
        tables=tuple(each for each in tables if each.lines),
    )


def _by_authority(
    definition: Definition, tallies: Mapping[int, Tally], names: Mapping[int, str]
) -> Table:
    return Table(
        key=BY_AUTHORITY,
        title="By authority",
        heads=(definition.title,),
        keys=("",),
        lines=tuple(
            Line(
                name,
                (
                    say(
                        tallies.get(id_, Tally()).all,
                        definition.unit,
                        definition.things,
                    ),
                ),
                authority_id=id_,
            )
            for id_, name in names.items()
        ),
    )


def _split(
    definition: Definition,
    split: Split,
    tallies: Mapping[int, Tally],
    names: Mapping[int, str],
) -> Table:
    unit = split.unit or definition.unit

    def cell(id_: int, key: str) -> Said:
        return say(tallies.get(id_, Tally()).part(split.key, key), unit)

    if split.heat:
        return against(split, names, cell)
    parts = together(tallies.values()).parts.get(split.key, {})
    return below(
        split,
        ordered(split, parts, unit),
        {} if split.flat else names,
        lambda key: say(parts.get(key, Part()), unit),
        cell,
        next(iter(names.values())) if len(names) == 1 else "All",
    )


def against(
    split: Split, names: Mapping[int, str], cell: Callable[[int, str], Said]
) -> Table:
    """Authorities set against the parts of a split."""
    keys, heads = zip(*split.heads, strict=True)
    return Table(
        key=split.key,
        title=split.title,
        heads=heads,
        keys=keys,
        lines=tuple(
            Line(name, tuple(cell(id_, key) for key in keys), authority_id=id_)
            for id_, name in names.items()
        ),
        heat=True,
    )


def below(
    split: Split,
    order: Sequence[tuple[str, str]],
    names: Mapping[int, str],
    whole: Callable[[str], Said],
    cell: Callable[[int, str], Said],
    first: str,
) -> Table:
    """Parts one below the other: all of each, and where there are several, of each."""
    columns = [*names] if len(names) > 1 else []
    return Table(
        key=split.key,
        title=split.title,
        heads=(first, *(names[id_] for id_ in columns)),
        keys=("", *map(str, columns)),
        lines=tuple(
            Line(words, (whole(key), *(cell(id_, key) for id_ in columns)), key)
            for key, words in order
        ),
    )


def ordered(
    split: Split, parts: Mapping[str, Part], unit: Unit
) -> list[tuple[str, str]]:
    """The parts of a split as they stand below one another: key and words."""
    if split.heads:
        return list(split.heads)

    def size(key: str) -> tuple[float, str]:
        part = parts[key]
        return -(part.number if unit is Unit.COUNT else _ratio(part)), key

    known = [key for key in parts if unit is Unit.COUNT or parts[key].of]
    return [(key, key[:1].upper() + key[1:]) for key in sorted(known, key=size)[:MOST]]


def _ratio(part: Part) -> float:
    return part.number / part.of if part.of else 0.0
