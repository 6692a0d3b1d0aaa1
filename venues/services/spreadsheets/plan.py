"""What an import would do, row by row, before it does anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from enum import Enum
from typing import Any

from venues.domain.opening import Stretch
from venues.domain.words import listing
from venues.services.spreadsheets.lines import Trouble
from venues.services.spreadsheets.stored import Owner
from venues.services.venue_drafts import RoomDraft, VenueDraft
from venues.services.venue_words import FIELDS, NOTHING, value_words


class State(Enum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    PROBLEM = "problem"


class Leave(Enum):
    """What is done with a row in which something is wrong."""

    ROW = "row"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Change:
    """One field: what it is in the catalogue and what it would be."""

    field: str
    old: str
    new: str

    @property
    def words(self) -> str:
        """The change in a line: "Rate £14.00 → £16.00"."""
        return f"{self.field}: {self.old} → {self.new}"


@dataclass(frozen=True, slots=True)
class Item:
    """One row of the preview; ``about`` says more of something new."""

    kind: str
    name: str
    state: State
    sheet: str
    row: int
    changes: tuple[Change, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    about: str = ""

    @property
    def words(self) -> str:
        """What would happen, in a line."""
        if self.changes:
            return "; ".join(change.words for change in self.changes)
        return self.about


@dataclass(frozen=True, slots=True)
class VenueStep:
    """A venue to be added (nothing was there before) or changed.

    ``id`` is below 0 for one to be added.
    """

    id: int
    before: VenueDraft | None
    after: VenueDraft


@dataclass(frozen=True, slots=True)
class RoomStep:
    """A room to be added or changed; ids below 0 are of what is to be added.

    ``parts`` are the names of what it is made of, None to leave that alone.
    """

    id: int
    before: RoomDraft | None
    after: RoomDraft
    parts: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class HoursStep:
    """The hours of a venue or a room, as they are and as they are to be."""

    owner: Owner
    before: tuple[Stretch, ...]
    after: tuple[Stretch, ...]


@dataclass(slots=True)
class Plan:
    """Everything that an import would do, and what it says about each row."""

    items: list[Item] = field(default_factory=list)
    venues: list[VenueStep] = field(default_factory=list)
    rooms: list[RoomStep] = field(default_factory=list)
    hours: list[HoursStep] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def count(self, state: State) -> int:
        """How many rows of that state there are."""
        return sum(item.state is state for item in self.items)

    @property
    def troubles(self) -> list[Trouble]:
        """All that is wrong or worth a look, in the order of the rows."""
        return [trouble for item in self.items for trouble in item.troubles]

    @property
    def does_something(self) -> bool:
        """Whether anything would be added or changed."""
        return bool(self.venues or self.rooms or self.hours)


def changes(
    table: str, before: Any, after: Any, names: dict[str, dict[Any, str]]
) -> tuple[Change, ...]:
    """Field by field, what differs between two drafts.

    ``names`` says the values of fields that hold ids.
    """
    found = []
    for each in fields(before):
        old, new = getattr(before, each.name), getattr(after, each.name)
        if not each.compare or old == new or each.name not in FIELDS[table]:
            continue
        said = names.get(each.name, {})
        found.append(
            Change(
                FIELDS[table][each.name],
                said.get(old) or _said(each.name, old),
                said.get(new) or _said(each.name, new),
            )
        )
    return tuple(found)


def _said(name: str, value: Any) -> str:
    if isinstance(value, tuple):
        return listing([_part(each) for each in value]) or NOTHING
    if hasattr(value, "hour"):
        return f"{value:%H:%M}"
    return value_words(name, value)


def _part(part: Iterable[Any]) -> str:
    """A contact, a door or a feature in a few words."""
    words = [
        {True: "yes", False: "no"}.get(each, str(each)) if each != "" else ""
        for each in part
    ]
    return " ".join(word for word in words if word)
