"""One venue with everything that belongs to it, to be read and to be changed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import (
    Base,
    Closure,
    Cluster,
    Contact,
    Entrance,
    Feature,
    Hours,
    Room,
    RoomSpace,
    Venue,
    WaitingSpace,
)
from venues.domain.needs import NEEDS
from venues.domain.opening import Stretch
from venues.errors import NotFound
from venues.services.venue_drafts import (
    ClosureDraft,
    ContactDraft,
    EntranceDraft,
    FeatureDraft,
    RoomDraft,
    VenueDraft,
    WaitingDraft,
)

NEED_ORDER = {need: place for place, need in enumerate(NEEDS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueDetails:
    """A venue as the page shows it.

    ``rooms`` are in the order of their names, retired ones last; ``hours`` are keyed
    by room id, None being the whole venue's; ``closures`` are in order of time.
    """

    venue: VenueDraft
    authority: str
    rooms: tuple[RoomDraft, ...]
    hours: dict[int | None, tuple[Stretch, ...]]
    closures: tuple[ClosureDraft, ...]

    @property
    def id(self) -> int:
        """The venue's key."""
        return self.venue.id or 0

    def room(self, room_id: int) -> RoomDraft:
        """The room with that id.

        Raises:
            KeyError: it is not one of this venue's.
        """
        return {room.id: room for room in self.rooms}[room_id]

    def whose(self, room_id: int | None) -> str:
        """The name of a room, or of the venue itself.

        Raises:
            KeyError: it is not one of this venue's.
        """
        return self.venue.name if room_id is None else self.room(room_id).name


def details(session: Session, venue_id: int) -> VenueDetails:
    """Everything about one venue, in ten statements.

    Raises:
        NotFound: there is no such venue.
    """
    venue = draft(session, venue_id)
    authorities = catalogues.read(session).authorities
    return VenueDetails(
        venue=venue,
        authority=authorities[venue.authority_id or 0].name,
        rooms=rooms(session, venue_id),
        hours=hours(session, venue_id),
        closures=closures(session, venue_id),
    )


def draft(session: Session, venue_id: int) -> VenueDraft:
    """The venue as the editor takes it, contacts, doors and features included.

    Raises:
        NotFound: there is no such venue.
    """
    table = Venue.__table__
    row = session.execute(
        select(table, Cluster.name.label("cluster"))
        .outerjoin(Cluster, Cluster.id == table.c.cluster_id)
        .where(table.c.id == venue_id)
    ).one_or_none()
    if row is None:
        raise NotFound("That venue is no longer in the list.")
    doors = _rows(session, Entrance, venue_id)
    names = {door.id: door.name for door in doors}
    return VenueDraft(
        **_columns(VenueDraft, row),
        cluster=row.cluster or "",
        contacts=tuple(
            ContactDraft(each.role, each.phone, each.email, each.when)
            for each in _rows(session, Contact, venue_id)
        ),
        entrances=tuple(EntranceDraft(each.name, each.step_free) for each in doors),
        waiting_spaces=tuple(
            WaitingDraft(each.name, each.seats, names.get(each.entrance_id, ""))
            for each in _rows(session, WaitingSpace, venue_id)
        ),
        features=_features(session, venue_id)[None],
    )


def rooms(session: Session, venue_id: int) -> tuple[RoomDraft, ...]:
    """The rooms of a venue by name, retired ones last."""
    features = _features(session, venue_id)
    spaces: dict[int, list[int]] = defaultdict(list)
    pairs = session.execute(
        select(RoomSpace.room_id, RoomSpace.space_id)
        .join(Room, Room.id == RoomSpace.room_id)
        .where(Room.venue_id == venue_id)
        .order_by(RoomSpace.space_id)
    )
    for room_id, space_id in pairs:
        spaces[room_id].append(space_id)
    found = [
        RoomDraft(
            **_columns(RoomDraft, row),
            space_ids=tuple(spaces[row.id]),
            features=features[row.id],
        )
        for row in _rows(session, Room, venue_id)
    ]
    found.sort(key=lambda room: (room.status == "retired", room.name.casefold()))
    return tuple(found)


def hours(session: Session, venue_id: int) -> dict[int | None, tuple[Stretch, ...]]:
    """Room id (None for the whole venue) → its hours by weekday, use and time."""
    found: dict[int | None, list[Stretch]] = defaultdict(list)
    for row in _rows(session, Hours, venue_id):
        found[row.room_id].append(
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
        room_id: tuple(sorted(stretches, key=attrgetter("order")))
        for room_id, stretches in found.items()
    }


def closures(session: Session, venue_id: int) -> tuple[ClosureDraft, ...]:
    """The closures of a venue and of its rooms, in order of time."""
    found = [
        ClosureDraft(**_columns(ClosureDraft, row))
        for row in _rows(session, Closure, venue_id)
    ]
    return tuple(sorted(found, key=lambda closure: (closure.starts, closure.ends)))


def clusters(session: Session) -> list[str]:
    """The names of all groups of neighbouring venues."""
    return list(session.scalars(select(Cluster.name).order_by(Cluster.name)))


def _rows(session: Session, model: type[Base], venue_id: int) -> list[Any]:
    table = model.__table__
    rows = session.execute(
        select(table).where(table.c.venue_id == venue_id).order_by(table.c.id)
    )
    return list(rows)


def _columns(kind: type[Any], row: Any) -> dict[str, Any]:
    """The fields of a draft that are columns of the row as they stand."""
    return {
        each.name: getattr(row, each.name)
        for each in fields(kind)
        if each.name != "cluster" and hasattr(row, each.name)
    }


def _features(
    session: Session, venue_id: int
) -> defaultdict[int | None, tuple[FeatureDraft, ...]]:
    """Room id (None for the venue itself) → what is recorded, the commonest first."""
    found: defaultdict[int | None, tuple[FeatureDraft, ...]] = defaultdict(tuple)
    rows = _rows(session, Feature, venue_id)
    rows.sort(key=lambda row: (NEED_ORDER.get(row.need, len(NEED_ORDER)), row.need))
    for row in rows:
        found[row.room_id] += (FeatureDraft(row.need, row.present, row.note),)
    return found
