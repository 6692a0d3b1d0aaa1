"""The venues that somebody has starred, kept with their other preferences."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from ui.preferences import Preferences, Setting

STARRED = Setting("favourite_venues", ())
"""The venues' ids for exchange: those of another database are never mixed up."""


def starred(preferences: Preferences) -> frozenset[str]:
    """The ids for exchange of all favourites."""
    return frozenset(preferences[STARRED])


def star(preferences: Preferences, venue: UUID, *, on: bool) -> None:
    """Make a venue a favourite, or let it be one no longer."""
    kept = [each for each in preferences[STARRED] if each != str(venue)]
    preferences[STARRED] = (*kept, *_one(venue, on=on))


def _one(venue: UUID, *, on: bool) -> Iterable[str]:
    return (str(venue),) if on else ()
