"""Case references, the only name a child or a victim has here."""

from __future__ import annotations

import re

from venues.domain.typed import NotUnderstood

DEFAULT = r"[A-Z]{2}-\d{5}"
"""Two letters and five figures: the pattern until somebody sets another."""

EXAMPLE = "WA-20417"

LONGEST = 40
"""Characters; what is longer is no reference, and not worth guessing at."""

_HYPHENS = re.compile(r"[\s_/.\u2010-\u2015\u2212-]+")


def read(text: str, pattern: str = DEFAULT, example: str = EXAMPLE) -> str:
    """The reference in capitals, with a space or a missing hyphen put right.

    A hyphen is only put in where there is one place for it: with the pattern as it
    comes, "wa 20417" and "WA20417" are WA-20417.

    Raises:
        NotUnderstood: it does not fit the pattern. The sentence does not repeat what
            was typed, for it may have been a name.
    """
    fits = re.compile(pattern, re.ASCII).fullmatch
    typed = text.strip().upper()
    joined = _HYPHENS.sub("-", typed)
    bare = joined.replace("-", "")
    places = range(1, len(bare)) if len(bare) <= LONGEST else ()
    hyphened = {f"{bare[:cut]}-{bare[cut:]}" for cut in places}
    for guesses in ({typed}, {joined}, {bare, *hyphened}):
        fitting = [guess for guess in guesses if fits(guess)]
        if len(fitting) == 1:
            return fitting[0]
    raise NotUnderstood(
        "That is not a case reference. "
        f"A case reference looks like {example}. Type one like that."
    )
