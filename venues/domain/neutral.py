"""Words for people outside: nothing in them says what we meet for.

What a family, a victim or a venue is given to read may lie on a kitchen table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_TELLING = re.compile(
    r"\b(?:youth\s+justice|yjs|yots?|justice|offen[cds]\w*|crim(?:e|in)\w*|police\w*"
    r"|courts?|courthouse|courtroom|magistrates?|probation|custody|prison"
    r"|panels?|victims?|restorative|reparations?|orders?)\b",
    re.IGNORECASE,
)
"""Whole words, so that a courtyard and a border may be named."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def telling(text: str) -> str:
    """The first word of the text that would say what we meet for, or nothing."""
    found = _TELLING.search(text)
    return found[0] if found else ""


def first_neutral(texts: Iterable[str]) -> str:
    """The first of the texts that is there and says nothing; empty without one."""
    return next((text for text in texts if text.strip() and not telling(text)), "")


def without_telling(text: str) -> str:
    """The sentences of the text that say nothing of what we meet for."""
    sentences = _SENTENCE.split(" ".join(text.split()))
    return " ".join(each for each in sentences if not telling(each))


def street(text: str) -> str:
    """The street of an address, which may be called Almond Court; else nothing."""
    told = {found.lower() for found in _TELLING.findall(text)}
    return "" if told - {"court", "courts"} else text.strip()


def public_place(name: str, street: str, town: str, postcode: str = "") -> str:
    """How a venue is called in words that others may read: "Weaver Hall, Northwich".

    One whose own name tells, such as a police station, goes by its street, or else by
    its postcode.
    """
    called = first_neutral((name, street, postcode))
    where = "" if telling(town) else town.strip()
    return ", ".join(part for part in (called, where) if part)
