"""The whole catalogue as drafts, read in a fixed number of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import (
    Authority,
    Base,
    Cluster,
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
from venues.domain.typed import NotUnderstood
from venues.domain.words import listing
from venues.services.venue_details import NEED_ORDER
from venues.services.venue_drafts import (
    ContactDraft,
    EntranceDraft,
    FeatureDraft,
    RoomDraft,
    VenueDraft,
    WaitingDraft,
)

Owner = tuple[int, int | None]
"""A venue's id, and a room's or None for the whole venue."""

VENUE_COLUMNS = tuple(
    each.name for each in fields(VenueDraft) if hasattr(Venue, each.name)
)
ROOM_COLUMNS = tuple(
    each.name for each in fields(RoomDraft) if hasattr(Room, each.name)
)
_LEFT_OUT = frozenset({"council", "borough", "unitary", "authority", "the", "of"})


@dataclass(frozen=True, slots=True)
class Stored:
    """Every venue and room by id, their hours, and their IDs for exchange.

    ``spaces`` has the parts of each venue's building: id → name.
    """

    venues: dict[int, VenueDraft]
    rooms: dict[int, RoomDraft]
    hours: dict[Owner, tuple[Stretch, ...]]
    spaces: dict[int, dict[int, str]]
    venue_uuids: dict[UUID, int]
    room_uuids: dict[UUID, int]
    authorities: dict[int, Any]
    room_ids: dict[int, list[int]]

    def authority(self, text: str) -> int:
        """The id of the authority meant by name, short name, code or GSS code.

        Raises:
            NotUnderstood: there is no such authority.
        """
        wanted = _bare(text)
        for each in self.authorities.values():
            if wanted in {
                _bare(each.name),
                _bare(each.short),
                _bare(each.code),
                _bare(each.gss),
            }:
                return int(each.id)
        known = listing([each.name for each in self.authorities.values()], "or")
        raise NotUnderstood(
            f"“{text[:30]}” is not one of our authorities. Type {known}, or leave the "
            "cell empty to go by the postcode."
        )

    def shared(self, room: RoomDraft) -> list[str]:
        """The names of a room's parts, unless it has one that is its alone."""
        alone = len(room.space_ids) == 1 and not any(
            room.shares(other) for other in self.of_venue(room.venue_id)
        )
        names = self.spaces.get(room.venue_id, {})
        return [] if alone else [names[id_] for id_ in room.space_ids]

    def of_venue(self, venue_id: int) -> Iterable[RoomDraft]:
        """The rooms of a venue."""
        return (self.rooms[id_] for id_ in self.room_ids.get(venue_id, ()))


def _bare(text: str) -> str:
    """A name without what people leave out or add."""
    words = text.casefold().replace("&", " and ").replace(".", " ").split()
    return " ".join(word for word in words if word not in _LEFT_OUT)


def read(session: Session) -> Stored:
    """Everything that a spreadsheet of the catalogue holds, in eleven statements."""
    features = _features(session)
    clusters = {row.id: row.name for row in _rows(session, Cluster)}
    contacts, doors, waiting = _parts(session)
    venues: dict[int, VenueDraft] = {}
    venue_uuids: dict[UUID, int] = {}
    for row in _rows(session, Venue):
        venue_uuids[row.uuid] = row.id
        venues[row.id] = VenueDraft(
            **{name: getattr(row, name) for name in VENUE_COLUMNS},
            cluster=clusters.get(row.cluster_id, ""),
            contacts=tuple(contacts[row.id]),
            entrances=tuple(doors[row.id]),
            waiting_spaces=tuple(waiting[row.id]),
            features=features[row.id, None],
        )
    spaces: dict[int, dict[int, str]] = defaultdict(dict)
    for row in _rows(session, Space):
        spaces[row.venue_id][row.id] = row.name
    made_of: dict[int, list[int]] = defaultdict(list)
    for pair in session.execute(
        select(RoomSpace.room_id, RoomSpace.space_id).order_by(RoomSpace.space_id)
    ):
        made_of[pair.room_id].append(pair.space_id)
    rooms: dict[int, RoomDraft] = {}
    room_uuids: dict[UUID, int] = {}
    room_ids: dict[int, list[int]] = defaultdict(list)
    for row in _rows(session, Room):
        room_uuids[row.uuid] = row.id
        room_ids[row.venue_id].append(row.id)
        rooms[row.id] = RoomDraft(
            **{name: getattr(row, name) for name in ROOM_COLUMNS},
            space_ids=tuple(made_of[row.id]),
            features=features[row.venue_id, row.id],
        )
    return Stored(
        venues,
        rooms,
        _hours(session),
        dict(spaces),
        venue_uuids,
        room_uuids,
        {row.id: row for row in _rows(session, Authority)},
        dict(room_ids),
    )


def _parts(
    session: Session,
) -> tuple[
    dict[int, list[ContactDraft]],
    dict[int, list[EntranceDraft]],
    dict[int, list[WaitingDraft]],
]:
    contacts: dict[int, list[ContactDraft]] = defaultdict(list)
    for row in _rows(session, Contact):
        contacts[row.venue_id].append(
            ContactDraft(row.role, row.phone, row.email, row.when)
        )
    doors: dict[int, list[EntranceDraft]] = defaultdict(list)
    names: dict[int | None, str] = {}
    for row in _rows(session, Entrance):
        names[row.id] = row.name
        doors[row.venue_id].append(EntranceDraft(row.name, row.step_free))
    waiting: dict[int, list[WaitingDraft]] = defaultdict(list)
    for row in _rows(session, WaitingSpace):
        waiting[row.venue_id].append(
            WaitingDraft(row.name, row.seats, names.get(row.entrance_id, ""))
        )
    return contacts, doors, waiting


def _features(session: Session) -> dict[Owner, tuple[FeatureDraft, ...]]:
    found: dict[Owner, list[FeatureDraft]] = defaultdict(list)
    for row in _rows(session, Feature):
        found[row.venue_id, row.room_id].append(
            FeatureDraft(row.need, row.present, row.note)
        )
    return defaultdict(tuple, {key: in_order(each) for key, each in found.items()})


def in_order(features: Iterable[FeatureDraft]) -> tuple[FeatureDraft, ...]:
    """What is recorded, the commonest first, as it is stored."""
    last = len(NEED_ORDER)
    return tuple(
        sorted(features, key=lambda each: (NEED_ORDER.get(each.need, last), each.need))
    )


def _hours(session: Session) -> dict[Owner, tuple[Stretch, ...]]:
    found: dict[Owner, list[Stretch]] = defaultdict(list)
    for row in _rows(session, Hours):
        found[row.venue_id, row.room_id].append(
            Stretch(
                row.weekday,
                row.use,
                row.opens,
                row.closes,
                row.season,
                row.valid_from,
                row.valid_until,
            )
        )
    return {
        owner: tuple(sorted(each, key=attrgetter("order")))
        for owner, each in found.items()
    }


def _rows(session: Session, model: type[Base]) -> list[Any]:
    table = model.__table__
    return list(session.execute(select(table).order_by(table.c.id)))
