"""Private words that nobody can mistake, and who may come to see each.

``WORKS_IN`` is what the product's table says of bookings: whoever works in one and a
manager see all of it; a coordinator sees references where cases are kept, and of
bookings none; nobody else sees anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

OWN, COLLEAGUE, VICTIM_WORKER, COORDINATOR, MANAGER, BOARD = range(1, 7)
OTHER_VICTIM_WORKER = 7

KEEPING = ("page keep apart", "command apart", "command case", "command reason")
"""Ways on which a coordinator works with references: each begins with one of these."""

OWN_CASE, OWN_LINKED, OWN_BARRED = "WA-71101", "WA-71102", "WA-71103"
COLLEAGUES_CASE, PANEL_CASE, PANEL_OTHER = "WA-71202", "WA-71404", "WA-71405"
VICTIMS_CASE, SECOND_VICTIM = "WA-71303", "WA-71304"
LINKED, PARTNER = "WA-71501", "WA-71502"
KIN, OTHER_KIN = "WA-71601", "WA-71602"
PAIRS = (
    (OWN_LINKED, VICTIMS_CASE),
    (LINKED, PARTNER),
    (KIN, OTHER_KIN),
    (PANEL_CASE, PANEL_OTHER),
)
"""References that no line may show side by side."""

ON_REQUEST = (
    "command apart list --partners",
    "command case everything",
    "command reason",
    "page keep apart, asked for",
)
"""Where a keeper asks for the partner of a link, and the look is written down."""


LOOKED = "closing, looked"
PLANNED = (LOOKED, "command close --look")
"""Where a coordinator asked to see where bookings fit, and the look is written down."""


@dataclass(frozen=True, slots=True)
class Canary:
    """A private word: who may see it anywhere, and who on ways that begin so."""

    text: str
    who: frozenset[int]
    on: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def _case(reference: str, *who: int) -> Canary:
    return Canary(reference, frozenset({*who, MANAGER}), {COORDINATOR: KEEPING})


def _words(text: str, *who: int) -> Canary:
    return Canary(text, frozenset({*who, MANAGER}))


ALL: tuple[Canary, ...] = (
    *(_case(each, OWN) for each in (OWN_CASE, OWN_LINKED, OWN_BARRED)),
    _case(COLLEAGUES_CASE, COLLEAGUE),
    *(_case(each, COLLEAGUE) for each in (PANEL_CASE, PANEL_OTHER)),
    *(_case(each, VICTIM_WORKER) for each in (VICTIMS_CASE, SECOND_VICTIM)),
    *(_case(each) for each in (LINKED, PARTNER, KIN, OTHER_KIN)),
    _words("Mirabelle note", OWN),
    _words("Mirabelle arrival", OWN),
    _words("Quince note", COLLEAGUE),
    _words("Quince arrival", COLLEAGUE),
    _words("Quince reason", COLLEAGUE),
    _words("Damson note", VICTIM_WORKER),
    _words("Damson arrival", VICTIM_WORKER),
    _words("Damson reason", VICTIM_WORKER),
    _words("Medlar override", COLLEAGUE),
    _words("Sorrel Lane", VICTIM_WORKER),
    _words("Plum words", COORDINATOR),
    _words("Medlar police", COLLEAGUE),
)


def leaks(who: int, way: str, said: Iterable[str]) -> list[str]:
    """What that person should not have been told there."""
    found = []
    for line in said:
        found += [
            f"{way} tells {each.text}: {_around(line, each.text)}"
            for each in ALL
            if each.text in line
            if who not in each.who and not way.startswith(each.on.get(who, ("\0",)))
        ]
        if way.startswith(ON_REQUEST) and who in {COORDINATOR, MANAGER}:
            continue
        found += [
            f"{way} has {one} and {other} side by side: {line[:120]!r}"
            for row in line.splitlines()
            for one, other in PAIRS
            if one in row and other in row
        ]
    return found


def _around(line: str, text: str) -> str:
    match = re.search(f".{{0,60}}{re.escape(text)}.{{0,30}}", line)
    return repr(match.group() if match else line[:90])
