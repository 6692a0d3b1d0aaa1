"""The list of venues, described by its columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter

from ui.models.table import Column, Weight
from ui.models.venues import kind_words
from ui.preferences import Setting
from venues.domain.hours_words import Between, say_hours
from venues.services.catalogue_list import VenueRow
from venues.services.venue_attention import Matter
from venues.services.venue_words import STATUS

SORT = Setting("venues_order", "Venue up")
"""The title of the column that the list is sorted by, and which way."""

NOT_RECORDED = "Not recorded"
STAR = "\N{BLACK STAR}"
NEEDS = "What it needs"

EXPENDABLE = ("Open today", "Kind", "Authority")
"""Columns that a narrow list does without, the first of them first."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the list shows beside a venue that is not in its row.

    ``starred`` are ids for exchange; ``attention`` goes by venue id.
    """

    starred: frozenset[str] = frozenset()
    attention: Mapping[int, tuple[Matter, ...]] = field(default_factory=dict)


def venue_columns(
    twenty_four: Callable[[], bool], marks: Callable[[], Marks]
) -> tuple[Column[VenueRow], ...]:
    """The list of venues; ``twenty_four`` says whether times are written as 15:30."""

    def matters(row: VenueRow) -> tuple[Matter, ...]:
        return marks().attention.get(row.id, ())

    def name(row: VenueRow) -> str:
        return name_words(row, starred=str(row.uuid) in marks().starred)

    return (
        Column("Venue", name, attrgetter("order"), weight=Weight.STRONG, tip=_address),
        Column(
            "Authority",
            attrgetter("authority_short"),
            lambda row: (row.authority, row.order),
            tip=attrgetter("authority"),
        ),
        Column(
            "Kind",
            lambda row: kind_words(row.kind),
            lambda row: (row.kind.casefold(), row.order),
        ),
        Column(
            "Rooms",
            lambda row: str(row.rooms),
            lambda row: (row.rooms, row.order),
            right=True,
        ),
        Column(
            "Open today",
            lambda row: open_words(row, twenty_four=twenty_four()),
            _by_hours,
            tip=lambda row: f"Closed: {row.closed}" if row.closed else None,
        ),
        Column(
            NEEDS,
            lambda row: ", ".join(dict.fromkeys(each.word for each in matters(row))),
            lambda row: (-len(matters(row)), row.order),
            tip=lambda row: "\n".join(each.sentence for each in matters(row)) or None,
        ),
    )


def name_words(row: VenueRow, *, starred: bool) -> str:
    """The name, whether it is a favourite, and its status if it is not in use."""
    star = f" {STAR}" if starred else ""
    status = "" if row.status == "active" else f" ({STATUS[row.status].lower()})"
    return f"{row.name}{star}{status}"


def open_words(row: VenueRow, *, twenty_four: bool = False) -> str:
    """Today's hours: "8am to 8pm", "Closed", "Not recorded"."""
    if not row.recorded:
        return NOT_RECORDED
    spans = (Between(span.starts.time(), span.ends.time()) for span in row.hours)
    return say_hours(spans, twenty_four=twenty_four)


def _address(row: VenueRow) -> str:
    return ", ".join(filter(None, (row.name, row.town, row.postcode)))


def _by_hours(row: VenueRow) -> tuple[bool, tuple[object, ...], str]:
    return not row.hours, tuple(row.hours), row.order
