"""The copies of a database that can be put back, as a table."""

from __future__ import annotations

from operator import attrgetter

from ui.models.table import Column, Weight
from venues.domain.words import clock, short_day
from venues.services.daily_backups import Copy

MEGABYTE = 1_000_000


def columns(*, twenty_four: bool) -> tuple[Column[Copy], ...]:
    """When each was made, why, and how large it is."""
    made = attrgetter("made")

    def when(copy: Copy) -> str:
        at = clock(copy.made, twenty_four=twenty_four, column=True)
        return f"{short_day(copy.made)}, {at}"

    return (
        Column("Made", when, made, weight=Weight.STRONG),
        Column("What it is", attrgetter("what"), attrgetter("what")),
        Column("Size", lambda copy: megabytes(copy.size), attrgetter("size")),
    )


def megabytes(size: int) -> str:
    """A size in bytes, said: "2.1 MB"."""
    return f"{max(size / MEGABYTE, 0.1):.1f} MB"
