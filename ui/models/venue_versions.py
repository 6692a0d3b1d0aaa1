"""Two versions of a venue or of a room in words, field by field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import time
from typing import Any

from ui.models.versions import Difference, differences
from venues.domain import needs
from venues.domain.words import clock, count, listing
from venues.services.venue_drafts import (
    ContactDraft,
    EntranceDraft,
    FeatureDraft,
    RoomDraft,
    VenueDraft,
    WaitingDraft,
)
from venues.services.venue_words import FIELDS, NOTHING, value_words

VENUE = {
    name: words
    for name, words in FIELDS["venue"].items()
    if name in VenueDraft.__dataclass_fields__
}
ROOM = {
    name: words
    for name, words in FIELDS["room"].items()
    if name in RoomDraft.__dataclass_fields__
}


def of_venue(
    opened: VenueDraft,
    mine: VenueDraft,
    theirs: VenueDraft,
    authorities: Mapping[int, str],
) -> tuple[Difference, ...]:
    """What differs between two versions of a venue."""

    def words(name: str, value: Any) -> str:
        if name == "authority_id":
            return authorities.get(value or 0, "")
        return said(name, value)

    return differences(VENUE, opened, mine, theirs, words)


def of_room(
    opened: RoomDraft, mine: RoomDraft, theirs: RoomDraft, together: Sequence[RoomDraft]
) -> tuple[Difference, ...]:
    """What differs between two versions of a room of those that are ``together``."""

    def words(name: str, value: Any) -> str:
        if name == "space_ids":
            shared = (room for room in together if room.id != opened.id)
            parts = [r.name for r in shared if set(r.space_ids) & set(value)]
            return f"Shares with {listing(parts)}" if parts else "By itself"
        return said(name, value)

    return differences(ROOM, opened, mine, theirs, words)


def said(name: str, value: Any) -> str:
    """A value as it is read; nothing is an empty text."""
    if isinstance(value, tuple):
        return "\n".join(PARTS[type(each)](each) for each in value)
    if isinstance(value, time):
        return clock(value)
    words = value if isinstance(value, str) else value_words(name, value)
    if name in {"status", "booked_by", "reached_by"}:
        words = value_words(name, value)
    return "" if words == NOTHING else words


def _feature(each: FeatureDraft) -> str:
    note = f" ({each.note})" if each.note else ""
    return f"{needs.words(each.need)}: {'yes' if each.present else 'no'}{note}"


def _waiting(each: WaitingDraft) -> str:
    return ", ".join(
        filter(None, (each.name, count(each.seats, "seat"), each.entrance))
    )


PARTS: dict[type, Callable[[Any], str]] = {
    ContactDraft: lambda each: ", ".join(filter(None, each)),
    EntranceDraft: lambda each: (
        f"{each.name}, {'step-free' if each.step_free else 'not step-free'}"
    ),
    FeatureDraft: _feature,
    WaitingDraft: _waiting,
}
