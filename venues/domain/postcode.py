"""A postcode, tidied from however it was typed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from venues.domain.typed import NotUnderstood

SHAPE = r"[A-Z]{1,2}[0-9][0-9A-Z]?", r"[0-9][ABD-HJLNP-UW-Z]{2}"
"""The two halves of a British postcode; C I K M O V never stand in the second."""

_WHOLE = re.compile(f"({SHAPE[0]})({SHAPE[1]})")


@dataclass(frozen=True, slots=True, order=True, repr=False)
class Postcode:
    """A whole postcode of the right shape, whether or not it exists."""

    outcode: str
    incode: str

    @property
    def area(self) -> str:
        """The letters it begins with: "WA"."""
        return area(self.outcode)

    @property
    def sector(self) -> str:
        """The part that may be kept of a family's postcode: "WA2 9"."""
        return f"{self.outcode} {self.incode[0]}"

    def __str__(self) -> str:
        return f"{self.outcode} {self.incode}"

    def __repr__(self) -> str:
        # a log or a traceback must not tell where somebody lives
        return f"Postcode({self.outcode})"


def area(code: str) -> str:
    """The one or two letters that a postcode or its first half begins with."""
    return code[:2] if code[1].isalpha() else code[0]


def read(text: str) -> Postcode:
    """The postcode that was typed, spaces and case put right: "wa29aa" is WA2 9AA.

    Raises:
        NotUnderstood: it does not have the shape of a whole postcode. The sentence
            does not repeat what was typed.
    """
    found = _WHOLE.fullmatch("".join(text.split()).upper())
    if found is None:
        raise NotUnderstood("That is not a whole postcode. Type it like WA2 9AA.")
    return Postcode(found[1], found[2])
