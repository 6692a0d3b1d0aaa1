"""Numbers and amounts of money, as people type them."""

from __future__ import annotations

import re

from venues.domain.typed import NotUnderstood

MOST = 1_000_000
"""Above this a number is a slip of the finger."""

_WHOLE = re.compile(r"-?[0-9]+")
_MONEY = re.compile(r"(-?)(?:£\s?)?(-?)([0-9]+)(?:\.([0-9]{1,2}))?")
_HOURLY = re.compile(r"\s*(?:/|an?|per)\s*(?:hour|hr|h)$")
_FREE = frozenset({"free", "free of charge", "none", "nothing", "nil", "no charge"})


def read_number(text: str) -> int:
    """The whole number that was typed: 12, 1,200.

    Raises:
        NotUnderstood: it is not a whole number.
    """
    tidy = text.replace(",", "").strip()
    if _WHOLE.fullmatch(tidy) is None or abs(int(tidy)) > MOST:
        raise NotUnderstood(f"“{_short(text)}” is not a whole number. Type it like 12.")
    return int(tidy)


def read_money(text: str) -> int:
    """The amount that was typed, in pence: £14, 14.50, £14 an hour, free.

    Raises:
        NotUnderstood: it is not an amount of money.
    """
    tidy = _HOURLY.sub("", " ".join(text.lower().replace(",", "").split()))
    if tidy in _FREE:
        return 0
    found = _MONEY.fullmatch(tidy)
    if found is None or int(found[3]) > MOST:
        raise NotUnderstood(
            f"“{_short(text)}” is not an amount of money. Type it like £14.50 or free."
        )
    pence = int(found[3]) * 100 + int((found[4] or "0").ljust(2, "0"))
    return -pence if found[1] or found[2] else pence


def say_money(pence: int) -> str:
    """An amount as it stands in a field to be changed: "£14", "£14.50", "free"."""
    if not pence:
        return "free"
    pounds, rest = divmod(pence, 100)
    return f"£{pounds}.{rest:02}" if rest else f"£{pounds}"


def _short(text: str) -> str:
    typed = " ".join(text.split())
    return typed if len(typed) <= 30 else typed[:29] + "…"  # noqa: PLR2004 - enough to know it by
