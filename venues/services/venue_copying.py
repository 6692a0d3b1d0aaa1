"""A venue made from another one: rooms, hours and features, nothing that happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import BookingRoom, Closure, Room, Space
from venues.domain.opening import Stretch
from venues.domain.people import Viewer
from venues.errors import Stale
from venues.gazetteer import Gazetteer
from venues.services import (
    hours_editing,
    room_editing,
    venue_details,
    venue_editing,
)
from venues.services.venue_details import VenueDetails
from venues.services.venue_drafts import RoomDraft, VenueDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A venue that was made from another, as it was stored."""

    source_id: int
    venue: VenueDraft
    rooms: tuple[RoomDraft, ...]
    hours: Mapping[int | None, tuple[Stretch, ...]]


def make(
    session: Session,
    source_id: int,
    name: str,
    viewer: Viewer,
    *,
    now: datetime,
    gazetteer: Gazetteer | None = None,
) -> Copy:
    """Add a venue of that name with all that the other one has on record.

    It is a candidate until somebody has looked it through, so that nothing is booked
    there by mistake. Assessments, incidents, closures, photos, retired rooms and
    bookings are not copied.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: the name cannot be used; the field is "name".
        NotFound: the venue to be copied is not there any more.
    """
    venue_editing.may_edit(viewer)
    source = venue_details.details(session, source_id)
    wanted = replace(source.venue, name=name, status="candidate", photos="")
    venue = venue_editing.add_like(
        session, wanted, source.venue, viewer, gazetteer=gazetteer
    )
    ids = _rooms(session, source, venue.id or 0, viewer, now)
    for room_id, stretches in source.hours.items():
        if room_id is None or room_id in ids:
            hours_editing.save(
                session,
                venue.id or 0,
                stretches,
                viewer,
                opened=(),
                room_id=None if room_id is None else ids[room_id],
                dated_too=True,
            )
    stored = venue_details.details(session, venue.id or 0)
    return Copy(
        source_id=source_id,
        venue=stored.venue,
        rooms=stored.rooms,
        hours=stored.hours,
    )


def withdraw(session: Session, copy: Copy, viewer: Viewer) -> None:
    """Take back a copy that was made a moment ago and is still as it was made.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        Stale: somebody changed it since, booked a room or closed it.
        NotFound: it is not there any more.
    """
    venue_editing.may_edit(viewer)
    venue_id = copy.venue.id or 0
    now = venue_details.details(session, venue_id)
    if (now.venue, now.rooms, now.hours) != (copy.venue, copy.rooms, copy.hours):
        raise Stale("That venue was changed by now. Retire it instead.")
    rooms = select(Room.id).where(Room.venue_id == venue_id)
    for rows in (
        select(BookingRoom.id).where(BookingRoom.room_id.in_(rooms)),
        select(Closure.id).where(Closure.venue_id == venue_id),
    ):
        if session.scalar(rows.limit(1)) is not None:
            raise Stale("That venue is in use by now. Retire it instead.")
    for room_id, stretches in now.hours.items():
        hours_editing.save(
            session,
            venue_id,
            (),
            viewer,
            opened=stretches,
            room_id=room_id,
            dated_too=True,
        )
    for room in now.rooms:
        room_editing.withdraw(session, room, viewer)
    venue_editing.withdraw(session, now.venue, viewer)


def _rooms(
    session: Session,
    source: VenueDetails,
    venue_id: int,
    viewer: Viewer,
    now: datetime,
) -> dict[int, int]:
    """Copy the rooms in use with the parts they share; old id → new id."""
    used = [room for room in source.rooms if room.status == "active"]
    spaces = _spaces(session, used, venue_id)
    ids = {}
    for room in used:
        draft = replace(
            room,
            venue_id=venue_id,
            space_ids=tuple(sorted(spaces[each] for each in room.space_ids)),
        )
        added = room_editing.save(session, draft, viewer, now=now)
        ids[room.id or 0] = added.id or 0
    return ids


def _spaces(session: Session, rooms: list[RoomDraft], venue_id: int) -> dict[int, int]:
    """Make the parts of the building that the rooms are made of; old id → new id."""
    wanted = {space_id for room in rooms for space_id in room.space_ids}
    found = {}
    for space in session.scalars(
        select(Space).where(Space.id.in_(sorted(wanted))).order_by(Space.id)
    ).all():
        made = Space(venue_id=venue_id, name=space.name)
        session.add(made)
        session.flush()
        found[space.id] = made.id
    return found
