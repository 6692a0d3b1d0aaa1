"""The checks of a series: what holds for all of its dates, and what for some."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from ui.kinds import Kind
from ui.pages import series_words
from ui.widgets.checks import Check

GRAVITY = {Kind.BAD: 3, Kind.WARN: 2, Kind.QUIET: 1, Kind.GOOD: 0}
BEGINNINGS = frozenset(
    "Assessed It In No Nobody None Not Nothing Ours Seen The This You".split()  # noqa: SIM905 - short
)
"""First words that are no name, so that they go on in small letters."""

OTHERS = 3
"""Kinds of answer that are told apart; the rest are the same at another hour."""


def together(
    found: Sequence[tuple[date, Sequence[Check]]], fitting: Collection[date]
) -> list[Check]:
    """One check for each heading, the gravest of its dates first, in words.

    ``found`` are the checks of each date that is not left out. Of a date that is not
    ``fitting``, only what stands against it is said.
    """
    by_heading: dict[str, list[tuple[date, Check]]] = defaultdict(list)
    order: list[str] = []
    for day, checks in found:
        before = ""
        for check in checks:
            if day not in fitting and GRAVITY[check.kind] <= GRAVITY[Kind.QUIET]:
                continue
            if check.heading not in by_heading:
                place = order.index(before) + 1 if before else len(order)
                order.insert(place, check.heading)
            by_heading[check.heading].append((day, check))
            before = check.heading
    return [_one(by_heading[heading], set(fitting)) for heading in order]


def _one(found: Sequence[tuple[date, Check]], fitting: set[date]) -> Check:
    groups: dict[tuple[Kind, str], list[date]] = defaultdict(list)
    for day, check in found:
        groups[check.kind, check.words].append(day)
    first = max(found, key=lambda each: GRAVITY[each[1].kind])[1]
    everywhere = fitting <= {day for day, _ in found}
    most = max(groups, key=lambda key: len(groups[key]))
    grave = [key for key in groups if GRAVITY[key[0]] > GRAVITY[Kind.QUIET]]
    if everywhere and (len(groups) == 1 or not grave):
        # What is merely said differently (hours, say) is said as for most of them.
        return replace(first, words=most[1])
    said = sorted(grave or [most], key=lambda key: -GRAVITY[key[0]])
    parts = [_of_some(groups[key], key[1]) for key in said[:OTHERS]]
    if more := len(said[OTHERS:]):
        parts.append(f"And {more} more: see each date.")
    others = [key for key in groups if key not in grave]
    if grave and others and everywhere:
        usual = max(others, key=lambda key: len(groups[key]))
        parts.append(f"The others: {_small(usual[1])}")
    return replace(first, words=" ".join(parts))


def _of_some(days: Sequence[date], words: str) -> str:
    return f"{series_words.dates(days)}: {_small(words)}"


def _small(words: str) -> str:
    """The words as they go on after a colon, unless they begin with a name."""
    plain = words.partition(" ")[0] in BEGINNINGS
    return f"{words[0].lower()}{words[1:]}" if plain else words
