"""What goes on paper: words and times only, nothing to look anything up by.

Whatever draws or writes a sheet takes these values, so it cannot show more than the
privacy filter let through.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from venues.domain.places import Point
from venues.domain.words import DAYS


class Sheet(StrEnum):
    """The sheets, and for whom each is."""

    DOOR = "door"
    RECEPTION = "reception"
    TEAM = "team"
    OWN = "own"
    DIRECTIONS = "directions"
    OUT = "out"

    @property
    def words(self) -> str:
        """The sheet as it is written on screen."""
        return {
            "team": "Team week",
            "own": "My own week",
            "directions": "Directions",
            "out": "Who is out",
        }.get(self.value, f"{self.value.capitalize()} sheet")

    @property
    def purpose(self) -> str:
        """What is on it, in a sentence."""
        return {
            "door": "For the public: when each room is in use, nothing else.",
            "reception": "For the front desk: times, whom to ask for, how many, "
            "and how to set the room up.",
            "team": "For the office: every booking as “In use”, your own with "
            "kind and reference.",
            "own": "Your own appointments in full.",
            "directions": "For somebody who comes: where it is and how to get in.",
            "out": "For whoever answers for all: who is out, where and until when.",
        }[self.value]

    @property
    def marked(self) -> bool:
        """Whether it carries the marking; on a public sheet a marking would tell."""
        return self in {Sheet.TEAM, Sheet.OWN, Sheet.OUT}

    @property
    def footless(self) -> bool:
        """Whether nothing of ours stands at its foot."""
        return self in {Sheet.DOOR, Sheet.DIRECTIONS}


WEEKLY = (Sheet.DOOR, Sheet.RECEPTION, Sheet.TEAM, Sheet.OWN)
"""The sheets that are of a week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands at the top and foot of every page of a sheet.

    ``place`` is the part of the venue's name that a file may carry; ``printed``,
    ``destroy`` and ``note`` are sentences for the foot, empty where it has none.
    """

    sheet: Sheet
    monday: date
    title: str
    subtitle: str = ""
    place: str = ""
    marking: str = ""
    sample: bool = False
    printed: str = ""
    destroy: str = ""
    note: str = ""

    def foot(self, copy: int = 1) -> tuple[str, ...]:
        """The lines at the foot of that copy."""
        if not self.sheet.marked:
            return (self.note,) if self.note else ()
        second = f"Copy {copy}. {self.destroy} {self.note}".strip()
        return (self.printed, second)


@dataclass(frozen=True, slots=True)
class Heading:
    """A day and its hours in words: "8am to 8pm" or "closed"."""

    day: date
    hours: str

    @property
    def name(self) -> str:
        """The day as it heads a column: "Monday 23"."""
        return f"{DAYS[self.day.weekday()]} {self.day.day}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A stretch of time in a room: its time in words, and the lines below that.

    ``own`` marks a booking of whoever prints; ``closed`` is time that is not ours,
    which has one line and no time above it.
    """

    starts: datetime
    ends: datetime
    time: str
    lines: tuple[str, ...]
    own: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One room on one day; ``closed`` says why, when it is closed all day."""

    entries: tuple[Entry, ...] = ()
    closed: str = ""


@dataclass(frozen=True, slots=True)
class RoomWeek:
    """One room, with a cell for each day."""

    name: str
    note: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class WeekSheet:
    """A venue's week: rooms down, days across."""

    head: Head
    days: tuple[Heading, ...]
    rooms: tuple[RoomWeek, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One of the printer's own bookings in full; each field is lines of a column."""

    starts: datetime
    time: tuple[str, ...]
    where: tuple[str, ...]
    what: tuple[str, ...]
    people: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnSheet:
    """Somebody's own week: a day after another, each with its appointments."""

    head: Head
    days: tuple[tuple[date, tuple[Appointment, ...]], ...]


@dataclass(frozen=True, slots=True)
class DirectionsSheet:
    """A page that takes somebody to a venue: headings, and the lines beside them.

    ``point`` is where it lies, None where nobody knows; ``called`` its name there.
    """

    head: Head
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    point: Point | None = None
    called: str = ""


@dataclass(frozen=True, slots=True)
class OutSheet:
    """Who is out today: the titles of the columns, and a row for each of them."""

    head: Head
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


SheetData = WeekSheet | OwnSheet | DirectionsSheet | OutSheet


KINDS_OF_PLACE = frozenset(
    {
        "annexe",
        "centre",
        "church",
        "civic",
        "college",
        "community",
        "council",
        "court",
        "family",
        "hall",
        "health",
        "high",
        "house",
        "hub",
        "justice",
        "library",
        "office",
        "offices",
        "police",
        "primary",
        "room",
        "rooms",
        "school",
        "station",
        "youth",
    }
)
"""Words at the end of a venue's name that say what sort of place it is."""

NEVER_IN_A_NAME = ("court", "justice", "offend", "police", "victim", "youth")


def place_name(venue: str, town: str) -> str:
    """What a file may be called after: "Millbrook" for "Millbrook Family Hub".

    A file's name and a printer's queue are read by anybody, so what sort of place it
    is stays out; if nothing else is left, the town stands for it.
    """
    left = venue.split()
    while left and left[-1].lower() in KINDS_OF_PLACE:
        left.pop()
    kept = [
        word
        for word in left
        if not any(part in word.lower() for part in NEVER_IN_A_NAME)
    ]
    return " ".join(kept) or town


def public_name(venue: str, town: str) -> str:
    """The venue's whole name where a file may carry it, or what is left of it."""
    tells = any(part in venue.lower() for part in NEVER_IN_A_NAME)
    return place_name(venue, town) if tells else venue


def document_name(sheets: Sequence[SheetData]) -> str:
    """A neutral name for a file or a print job: "Room schedule 2026-W48 Millbrook".

    Directions are called after their venue: "Directions Weaver Hall"; the list of who
    is out after its day alone.

    Raises:
        ValueError: there is no sheet.
    """
    if not sheets:
        msg = "a document has at least one sheet"
        raise ValueError(msg)
    head = sheets[0].head
    if head.sheet is Sheet.DIRECTIONS:
        return f"Directions {head.place}".strip()
    if head.sheet is Sheet.OUT:
        return f"Sign-out sheet {head.monday.isoformat()}"
    year, week, _ = head.monday.isocalendar()
    venues = {each.head.title for each in sheets if each.head.place}
    where = f"{len(venues)} venues" if len(venues) > 1 else ""
    if len(venues) == 1:
        where = next(each.head.place for each in sheets if each.head.place)
    return f"Room schedule {year}-W{week:02} {where}".strip()
