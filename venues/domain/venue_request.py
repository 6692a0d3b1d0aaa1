"""The words with which a venue is asked for its rooms: times, numbers and chairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from venues.domain import neutral
from venues.domain.words import count, day, span


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One hire that is asked for: the whole time that the rooms are held.

    No service, kind, person or reference of ours is in it.
    """

    starts: datetime
    ends: datetime
    rooms: str
    people: int | None = None
    set_up: tuple[str, ...] = ()


def text(hirer: str, venue: str, wanted: Sequence[Wanted]) -> str:
    """The request, to be copied into a letter or read out on the telephone.

    ``hirer`` is what the venue's own diary calls us; one that would tell is left out.
    """
    if not wanted:
        return ""
    us = neutral.first_neutral([hirer.strip()])
    each = " for each" if len(wanted) > 1 else ""
    ask = f"Could {us or 'we'} hire this at {venue}?"
    reply = f"yes or no{each}, with your booking reference and the cost."
    lines = [_line(each) for each in sorted(wanted, key=_when)]
    return "\n".join(["Hello", "", ask, "", *lines, "", f"Let us know {reply}"])


def _when(wanted: Wanted) -> tuple[datetime, datetime, str]:
    return wanted.starts, wanted.ends, wanted.rooms


def _line(each: Wanted) -> str:
    facts = [
        f"{day(each.starts.date())}, {span(each.starts, each.ends)}: {each.rooms}",
        count(each.people, "person", "people") if each.people else "",
        *each.set_up,
    ]
    return "- " + ", ".join(fact for fact in facts if fact)
