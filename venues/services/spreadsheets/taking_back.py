"""Takes an import back, in one piece, while nobody has built on it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import many
from venues.database.models import (
    Base,
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
from venues.domain.people import Viewer
from venues.errors import Stale
from venues.services import hours_editing, room_editing, venue_editing
from venues.services.spreadsheets import stored
from venues.services.spreadsheets.applying import Imported
from venues.services.spreadsheets.stored import Stored
from venues.services.venue_editing import may_edit

LEAVES: tuple[type[Base], ...] = (Hours, Feature, Contact, WaitingSpace, Entrance)
GOING: tuple[type[Base], ...] = (*LEAVES, Room, RoomSpace, Space)
"""Tables whose rows came with the import and go with it."""

USED = "What was imported is in use by now: {what}. Retire what is not wanted instead."
WHAT = {
    "booking_room": "a room is booked",
    "closure": "there is a closure",
    "assessment": "something is assessed",
    "favourite": "somebody marked it",
}


def take_back(
    session: Session, made: Imported, viewer: Viewer, *, now: datetime
) -> None:
    """Remove what was added, and give what was changed its values back.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        Stale: somebody changed or used something of it since.
        Clash: bookings stand in the way of how a room was before.
    """
    may_edit(viewer)
    known = stored.read(session)
    _as_it_was_left(known, made)
    venue_ids, room_ids = set(made.venues.values()), set(made.rooms.values())
    _nothing_more(known, made)
    _not_used(session, {"venue": venue_ids, "room": room_ids})
    for hours in made.plan.hours:
        owner = made.owner(hours.owner)
        if owner[0] not in venue_ids and owner[1] not in room_ids:
            hours_editing.save(
                session,
                owner[0],
                hours.before,
                viewer,
                opened=made.hours_now[owner],
                room_id=owner[1],
                dated_too=True,
            )
    for room in made.plan.rooms:
        if room.before is not None:
            after = made.rooms_now[room.id]
            room_editing.save(session, room.before, viewer, now=now, opened=after)
    _remove(session, known, venue_ids, room_ids)
    for venue in made.plan.venues:
        if venue.before is not None:
            stands = made.venues_now[venue.id]
            venue_editing.put_back(session, venue.before, stands, viewer, now=now)


def _as_it_was_left(known: Stored, made: Imported) -> None:
    """Make sure that nobody changed what was imported.

    Raises:
        Stale: somebody did.
    """
    if (
        any(known.venues.get(id_) != now for id_, now in made.venues_now.items())
        or any(known.rooms.get(id_) != now for id_, now in made.rooms_now.items())
        or any(known.hours.get(key, ()) != now for key, now in made.hours_now.items())
    ):
        raise Stale(
            "Somebody changed what was imported since. Change back by hand what is not "
            "wanted."
        )


def _not_used(session: Session, keys: dict[str, set[int]]) -> None:
    """Let nothing happen while another table speaks of what is to go."""
    going = {model.__tablename__ for model in GOING}
    for table in Base.metadata.sorted_tables:
        if table.name in going:
            continue
        for column in table.columns:
            for key in column.foreign_keys:
                for some in many.batches(keys.get(key.column.table.name, ())):
                    used = select(column).where(column.in_(some)).limit(1)
                    if session.execute(used).first() is not None:
                        what = WHAT.get(table.name, f"see {table.name}")
                        raise Stale(USED.format(what=what))


def _nothing_more(known: Stored, made: Imported) -> None:
    """Let nothing happen when rooms or hours were added to what is to go."""
    venue_ids, room_ids = set(made.venues.values()), set(made.rooms.values())
    more = any(
        room.venue_id in venue_ids and id_ not in room_ids
        for id_, room in known.rooms.items()
    ) or any(
        (owner[0] in venue_ids or owner[1] in room_ids) and owner not in made.hours_now
        for owner in known.hours
    )
    if more:
        raise Stale(USED.format(what="it has more rooms or hours"))


def _remove(
    session: Session, known: Stored, venue_ids: set[int], room_ids: set[int]
) -> None:
    """Take away what was added, from the leaves to the root, with its history."""
    spaces = {space for id_ in room_ids for space in known.rooms[id_].space_ids} - {
        space
        for id_, room in known.rooms.items()
        if id_ not in room_ids
        for space in room.space_ids
    }
    many.remove(session, RoomSpace, "room_id", room_ids)
    for model in LEAVES:
        if "room_id" in model.__table__.c:
            many.remove(session, model, "room_id", room_ids)
        many.remove(session, model, "venue_id", venue_ids)
    many.remove(session, Room, "id", room_ids)
    many.remove(session, Space, "id", spaces)
    many.remove(session, Venue, "id", venue_ids)
