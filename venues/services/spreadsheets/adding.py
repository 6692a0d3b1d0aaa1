"""Adds many venues and rooms at once, a table at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import uuid4

from sqlalchemy.orm import Session

from venues.database import many
from venues.database.models import (
    Contact,
    Entrance,
    Feature,
    Hours,
    Room,
    RoomSpace,
    Space,
    Venue,
    WaitingSpace,
)
from venues.domain.opening import Stretch
from venues.services.spreadsheets.plan import RoomStep, VenueStep
from venues.services.spreadsheets.stored import (
    ROOM_COLUMNS,
    VENUE_COLUMNS,
    Owner,
    Stored,
)
from venues.services.venue_drafts import FeatureDraft

Rows = list[dict[str, Any]]


def venues(
    session: Session, steps: Sequence[VenueStep], clusters: Mapping[str, int | None]
) -> dict[int, int]:
    """Add the venues with what belongs to them; the plan's ids → the real ones."""
    ids = many.add(
        session,
        Venue,
        [
            _new(step.after, VENUE_COLUMNS)
            | {"cluster_id": clusters[step.after.cluster]}
            for step in steps
        ],
    )
    pairs = list(zip(ids, steps, strict=True))
    contacts, doors, waiting, features = Rows(), Rows(), Rows(), Rows()
    for id_, step in pairs:
        for name, rows in (("contacts", contacts), ("entrances", doors)):
            rows += [
                {"venue_id": id_, **each._asdict()}
                for each in getattr(step.after, name)
            ]
        features += _features(id_, None, step.after.features)
    many.add(session, Contact, contacts)
    many.add(session, Feature, features)
    door_ids = many.add(session, Entrance, doors)
    named = {
        (row["venue_id"], row["name"]): id_
        for id_, row in zip(door_ids, doors, strict=True)
    }
    for id_, step in pairs:
        waiting += [
            {
                "venue_id": id_,
                "name": each.name,
                "seats": each.seats,
                "entrance_id": named.get((id_, each.entrance)),
            }
            for each in step.after.waiting_spaces
        ]
    many.add(session, WaitingSpace, waiting)
    return {step.id: id_ for id_, step in pairs}


def rooms(
    session: Session, steps: Sequence[RoomStep], known: Stored
) -> tuple[dict[int, int], dict[int, tuple[int, ...]]]:
    """Add the rooms with the parts of the building they are made of.

    Returns the plan's ids → the real ones, and which parts each room got.
    """
    ids = many.add(
        session,
        Room,
        [
            _new(step.after, ROOM_COLUMNS) | {"venue_id": step.after.venue_id}
            for step in steps
        ],
    )
    parts = Parts(session, known)
    for step in steps:
        parts.want(step.after.venue_id, step.parts or ())
    own = [
        () if step.parts else (parts.own(step.after.venue_id, step.after.name),)
        for step in steps
    ]
    parts.make()
    features, pairs = Rows(), Rows()
    made: dict[int, tuple[int, ...]] = {}
    for id_, step, alone in zip(ids, steps, own, strict=True):
        venue_id = step.after.venue_id
        made[id_] = parts.ids(venue_id, step.parts or alone)
        pairs += [{"room_id": id_, "space_id": space} for space in made[id_]]
        features += _features(venue_id, id_, step.after.features)
    many.add(session, RoomSpace, pairs)
    many.add(session, Feature, features)
    return {step.id: id_ for id_, step in zip(ids, steps, strict=True)}, made


def hours(session: Session, wanted: Iterable[tuple[Owner, Iterable[Stretch]]]) -> None:
    """Add the hours of venues and rooms that had none."""
    many.add(
        session,
        Hours,
        [
            {"venue_id": owner[0], "room_id": owner[1], **each._asdict()}
            for owner, stretches in wanted
            for each in stretches
        ],
    )


class Parts:
    """The parts of buildings by name: those that are there, and those to be made."""

    def __init__(self, session: Session, known: Stored) -> None:
        self._session, self._known = session, known
        self._found: dict[int, dict[str, int | None]] = defaultdict(dict)
        self._missing: list[tuple[int, str]] = []
        self._taken = {
            space for room in known.rooms.values() for space in room.space_ids
        }

    def want(self, venue_id: int, names: Iterable[str]) -> None:
        """Let there be parts of those names."""
        there = self._there(venue_id)
        for name in names:
            if name.casefold() not in self._found[venue_id]:
                self._found[venue_id][name.casefold()] = there.get(name.casefold())
                if name.casefold() not in there:
                    self._missing.append((venue_id, name))

    def own(self, venue_id: int, name: str) -> str:
        """The name of the part of a room that names none.

        Its own, or the one that other rooms of the file are made of by that name.
        """
        there, found = self._there(venue_id), self._found[venue_id]
        if name.casefold() in found:
            return name
        if there.get(name.casefold(), -1) in self._taken:
            first, number = name, 2
            while name.casefold() in there or name.casefold() in found:
                name, number = f"{first} {number}", number + 1
        self.want(venue_id, [name])
        return name

    def make(self) -> None:
        """Add those that are not there."""
        ids = many.add(
            self._session,
            Space,
            [{"venue_id": venue_id, "name": name} for venue_id, name in self._missing],
        )
        for (venue_id, name), id_ in zip(self._missing, ids, strict=True):
            self._found[venue_id][name.casefold()] = id_
        self._missing.clear()

    def ids(self, venue_id: int, names: Iterable[str]) -> tuple[int, ...]:
        """The keys of those parts, in order."""
        found = {self._found[venue_id][name.casefold()] for name in names}
        return tuple(sorted(id_ for id_ in found if id_ is not None))

    def _there(self, venue_id: int) -> dict[str, int]:
        spaces = self._known.spaces.get(venue_id, {})
        return {name.casefold(): id_ for id_, name in spaces.items()}


def _new(draft: Any, names: Iterable[str]) -> dict[str, Any]:
    """The columns of a new record."""
    values = {name: getattr(draft, name) for name in names if name != "id"}
    return values | {"uuid": uuid4(), "version": 1}


def _features(
    venue_id: int, room_id: int | None, features: Iterable[FeatureDraft]
) -> Rows:
    return [
        {"venue_id": venue_id, "room_id": room_id, **each._asdict()}
        for each in features
    ]
