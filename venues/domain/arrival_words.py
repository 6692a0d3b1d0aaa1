"""Words to copy for a family or a victim: the same shape for whomever they are.

Nothing is sent by the program. Whatever would say what we meet for is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from venues.domain import neutral
from venues.domain.words import DAYS, clock, day_month

_ASKED_FOR = re.compile(r"\bask(?:s|ing)? for\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving:
    """When and where somebody comes, by which door, and whom they ask for.

    ``place`` is what the venue may be called; ``ask_for`` is empty when no name is on
    record that may be told.
    """

    starts: datetime
    place: str
    ask_for: str = ""
    arrival: str = ""


def invitation(arriving: Arriving, *, twenty_four: bool = False) -> str:
    """The words for one appointment, to be pasted into a text or a letter."""
    name = arriving.ask_for
    starts = arriving.starts
    day = f"{DAYS[starts.weekday()]} {day_month(starts.date())}"
    at = clock(starts, twenty_four=twenty_four)
    known = f" with {name}" if name else ""
    where = f" at {arriving.place}" if arriving.place else ""
    said = [f"Your appointment{known} is on {day} at {at}{where}."]
    if how := how_to_arrive(arriving.arrival, name):
        said.append(how)
    said.append(
        f"If you can't make it or want somewhere else, ring or text {name or 'us'}."
    )
    return " ".join(said)


def how_to_arrive(arrival: str, ask_for: str = "") -> str:
    """The venue's words for arriving, and whom to ask for if they do not say."""
    tidy = neutral.without_telling(arrival)
    if tidy and not tidy.endswith((".", "!", "?")):
        tidy += "."
    if not ask_for or _ASKED_FOR.search(tidy):
        return tidy
    if not tidy:
        return f"Ask for {ask_for}."
    if tidy.count(".") == 1 and tidy.endswith("."):
        return f"{tidy[:-1]} and ask for {ask_for}."
    return f"{tidy} Ask for {ask_for}."


def left_out(*texts: str) -> bool:
    """Whether anything in those texts would tell, and so is left out."""
    return any(neutral.telling(text) for text in texts)
