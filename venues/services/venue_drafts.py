"""What can be typed about a venue, its rooms and its closures, as plain values.

A draft of a stored record equals another when nothing that can be typed differs: ids
and versions stay out of the comparison, so that a change can be taken back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time
from typing import NamedTuple

from venues.domain.words import listing


class ContactDraft(NamedTuple):
    """Whom to ring, by role, never by name."""

    role: str = ""
    phone: str = ""
    email: str = ""
    when: str = ""


class EntranceDraft(NamedTuple):
    """A way in."""

    name: str = ""
    step_free: bool = False


class WaitingDraft(NamedTuple):
    """Somewhere to wait; ``entrance`` is the name of the door it belongs to."""

    name: str = ""
    seats: int = 4
    entrance: str = ""


class FeatureDraft(NamedTuple):
    """Whether a need is met here, and a word about it."""

    need: str
    present: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueDraft:
    """A venue as it is typed: money in pence, ``min_hire`` in minutes, place in metres.

    Without ``authority_id`` the authority is that of the postcode. ``placed_by_hand``
    says that the position is not the postcode's, or that the postcode lies outside.
    """

    id: int | None = field(default=None, compare=False)
    version: int = field(default=0, compare=False)
    name: str = ""
    authority_id: int | None = None
    cluster: str = ""
    status: str = "active"
    kind: str = ""
    owner: str = ""
    street: str = ""
    town: str = ""
    postcode: str = ""
    easting: int | None = None
    northing: int | None = None
    placed_by_hand: bool = False
    neutral_name: str = ""
    booked_by: str = "instant"
    notice_days: int = 0
    rate: int = 0
    min_hire: int = 0
    charge_days: int = 0
    terms: str = ""
    arrival: str = ""
    bus: str = ""
    last_bus: time | None = None
    last_bus_saturday: time | None = None
    last_bus_sunday: time | None = None
    rail: str = ""
    parking: str = ""
    photos: str = ""
    notes: str = ""
    contacts: tuple[ContactDraft, ...] = ()
    entrances: tuple[EntranceDraft, ...] = ()
    waiting_spaces: tuple[WaitingDraft, ...] = ()
    features: tuple[FeatureDraft, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomDraft:
    """A room as it is typed: seats by layout, turnaround in minutes, rate in pence.

    ``space_ids`` are the parts of the building it is made of; a room that names none
    gets a part of its own. Rooms that share a part exclude each other.
    """

    id: int | None = field(default=None, compare=False)
    version: int = field(default=0, compare=False)
    venue_id: int
    name: str = ""
    status: str = "active"
    seats_circle: int | None = None
    seats_table: int | None = None
    seats_rows: int | None = None
    fire_capacity: int | None = None
    floor: str = "ground floor"
    reached_by: str = "ground"
    area: int | None = None
    turnaround: int = 0
    rate: int | None = None
    notes: str = ""
    space_ids: tuple[int, ...] = ()
    features: tuple[FeatureDraft, ...] = ()

    @property
    def seats(self) -> int:
        """The most people it seats, in whichever layout."""
        return max(self.seats_circle or 0, self.seats_table or 0, self.seats_rows or 0)

    @property
    def seats_words(self) -> str:
        """The seats by layout: "8 in a circle, 10 round a table"."""
        layouts = (
            (self.seats_circle, "in a circle"),
            (self.seats_table, "round a table"),
            (self.seats_rows, "in rows"),
        )
        return listing([f"{number} {words}" for number, words in layouts if number])

    def shares(self, other: RoomDraft) -> bool:
        """Whether booking one of the two takes the other as well."""
        return self.id != other.id and bool(set(self.space_ids) & set(other.space_ids))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureDraft:
    """A venue, or one of its rooms, that cannot be used from a moment to another."""

    id: int | None = field(default=None, compare=False)
    version: int = field(default=0, compare=False)
    venue_id: int
    room_id: int | None = None
    starts: datetime
    ends: datetime
    reason: str = ""
