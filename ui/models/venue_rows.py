"""The list of venues, described by its columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from ui.kinds import Kind
from ui.models.table import Column, Weight
from ui.models.venues import kind_words
from ui.preferences import Setting
from venues.domain.checklist import COUNTED, SETS
from venues.domain.hours_words import Between, say_hours
from venues.domain.words import MONTHS
from venues.services.catalogue_list import VenueRow
from venues.services.suitability import VenueStanding
from venues.services.venue_attention import Matter
from venues.services.venue_words import NOTHING, STATUS

SORT = Setting("venues_order", "Venue up")
"""The title of the column that the list is sorted by, and which way."""

NOT_RECORDED = "Not recorded"
NOT_ASSESSED = "Not assessed"
STAR = "\N{BLACK STAR}"
NEEDS = "What it needs"

EXPENDABLE = ("Open today", "Kind", "Next review", "Authority", "Rooms")
"""Columns that a narrow list does without, the first of them first."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the list shows beside a venue that is not in its row.

    ``starred`` are ids for exchange; the others go by venue id.
    """

    starred: frozenset[str] = frozenset()
    attention: Mapping[int, tuple[Matter, ...]] = field(default_factory=dict)
    standing: Mapping[int, VenueStanding] = field(default_factory=dict)

    def suited(self) -> dict[str, frozenset[int]]:
        """Appointment set → the venues that have a suitable room for it."""
        return {
            code: frozenset(
                id_ for id_, each in self.standing.items() if each.best[code].fits
            )
            for code in COUNTED
        }


OF_THE_PLACE: tuple[Column[VenueRow], ...] = (
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
)


def venue_columns(
    twenty_four: Callable[[], bool], marks: Callable[[], Marks]
) -> tuple[Column[VenueRow], ...]:
    """The list of venues; ``twenty_four`` says whether times are written as 15:30."""

    def matters(row: VenueRow) -> tuple[Matter, ...]:
        return marks().attention.get(row.id, ())

    def standing(row: VenueRow) -> VenueStanding | None:
        return marks().standing.get(row.id)

    def name(row: VenueRow) -> str:
        return name_words(row, starred=str(row.uuid) in marks().starred)

    return (
        Column("Venue", name, attrgetter("order"), weight=Weight.STRONG, tip=_address),
        *OF_THE_PLACE,
        *_judged(standing),
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


def _judged(
    standing: Callable[[VenueRow], VenueStanding | None],
) -> tuple[Column[VenueRow], ...]:
    """What a venue suits, and when that is looked at again."""
    return (
        Column(
            "Suitable for",
            lambda row: suits_words(standing(row)),
            lambda row: (*_by_standing(standing(row)), row.order),
            kind=lambda row: suits_kind(standing(row)),
            tip=lambda row: "\n".join(suits_facts(standing(row))) or None,
        ),
        Column(
            "Next review",
            lambda row: review_words(standing(row)),
            lambda row: (*_by_review(standing(row)), row.order),
        ),
    )


def name_words(row: VenueRow, *, starred: bool) -> str:
    """The name, whether it is a favourite, and its status if it is not in use."""
    star = f" {STAR}" if starred else ""
    status = "" if row.status == "active" else f" ({STATUS[row.status].lower()})"
    return f"{row.name}{star}{status}"


def suits_words(standing: VenueStanding | None) -> str:
    """For how many kinds of appointment it has a suitable room: "5 of 7"."""
    return standing.words if standing else NOT_ASSESSED


def suits_kind(standing: VenueStanding | None) -> Kind:
    """How that stands, as a badge; a condition is something to take note of."""
    if standing is None or not standing.assessed:
        return Kind.QUIET
    if not standing.fits:
        return Kind.BAD
    whole = len(standing.fits) == standing.of and not standing.conditional
    return Kind.GOOD if whole else Kind.WARN


def suits_facts(standing: VenueStanding | None) -> list[str]:
    """How its best room stands for each kind of appointment."""
    if standing is None:
        return []
    return [f"{_capital(SETS[code])}: {standing.best[code].value}" for code in COUNTED]


def review_words(standing: VenueStanding | None) -> str:
    """When it is to be looked at again: "4 Jun 2027", "Overdue"."""
    if standing is None or not standing.assessed:
        return NOTHING
    if standing.overdue_since is not None:
        return "Overdue"
    due = standing.due
    return f"{due.day} {MONTHS[due.month - 1][:3]} {due.year}" if due else NOTHING


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _by_standing(standing: VenueStanding | None) -> tuple[int, bool]:
    """The most first; with conditions after without, and not assessed last."""
    if standing is None or not standing.assessed:
        return 1, False
    return -len(standing.fits), standing.conditional


def _by_review(standing: VenueStanding | None) -> tuple[int, date]:
    """The longest overdue first, then the soonest, then what has no date."""
    if standing is None or not standing.assessed:
        return 2, date.max
    if standing.overdue_since is not None:
        return 0, standing.overdue_since
    return 1, standing.due or date.max


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
