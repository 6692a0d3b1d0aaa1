"""Adding and changing a room, also one that is made of others, and retiring it."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from venues.database.models import BookingRoom, Hours, Room, RoomSpace, Space
from venues.domain.people import Viewer
from venues.domain.words import listing
from venues.errors import NotFound, Stale, WrongInput
from venues.services import (
    holds_again,
    in_the_way,
    room_checks,
    venue_details,
    venue_parts,
)
from venues.services.venue_drafts import RoomDraft
from venues.services.venue_editing import may_edit
from venues.services.venue_words import FIELDS, value_words

NOT_COLUMNS = frozenset({"id", "version", "space_ids", "features"})


def save(
    session: Session,
    draft: RoomDraft,
    viewer: Viewer,
    *,
    now: datetime,
    opened: RoomDraft | None = None,
) -> RoomDraft:
    """Add the room, or change the one that was ``opened``, and return it as stored.

    When its turnaround or its parts change, what holds the room for future bookings
    is worked out again.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: something typed cannot be used; names the field.
        Stale: somebody else saved it since it was opened; says what they changed.
        Clash: two future bookings would then overlap, or it is to be retired while
            bookings stand in the way; lists them.
    """
    may_edit(viewer)
    draft = replace(draft, id=None if opened is None else opened.id)
    if opened is not None:
        not_stale(session, opened)
    draft = _checked(session, draft)
    if draft.status == "retired" and opened and opened.status != "retired":
        in_the_way.refuse(session, viewer, room_ids=[opened.id or 0], first=now)
    room = _room(session, draft)
    for each in fields(draft):
        if each.name not in NOT_COLUMNS:
            setattr(room, each.name, getattr(draft, each.name))
    session.flush()
    moved = _set_spaces(session, room, draft.space_ids)
    venue_parts.features(session, room.venue_id, room.id, draft.features)
    if opened is not None and (moved or draft.turnaround != opened.turnaround):
        holds_again.derive(session, room.id, viewer, now=now)
    return _stored(session, room.venue_id, room.id)


def retire(session: Session, room_id: int, viewer: Viewer, *, now: datetime) -> None:
    """Take the room out of use; it stays on record with its bookings.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        Clash: future bookings stand in the way; lists them.
        NotFound: it is not there.
    """
    may_edit(viewer)
    room = _get(session, room_id)
    in_the_way.refuse(session, viewer, room_ids=[room.id], first=now)
    room.status = "retired"
    session.flush()


def bring_back(session: Session, room_id: int, viewer: Viewer) -> None:
    """Let the room be used again.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        NotFound: it is not there.
    """
    may_edit(viewer)
    _get(session, room_id).status = "active"
    session.flush()


def withdraw(session: Session, added: RoomDraft, viewer: Viewer) -> RoomDraft:
    """Take back a room that was added a moment ago; returns what would add it again.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        Stale: somebody changed it since, or it has been booked or given hours.
    """
    may_edit(viewer)
    not_stale(session, added)
    room = _get(session, added.id or 0)
    for model in (BookingRoom, Hours):
        rows = select(model.id).where(model.room_id == room.id).limit(1)
        if session.scalar(rows) is not None:
            raise Stale("That room is in use by now. Retire it instead.")
    venue_parts.features(session, room.venue_id, room.id, ())
    spaces = _spaces(session, room.id)
    for pair in spaces.values():
        session.delete(pair)
    session.flush()
    session.delete(room)
    kept = []
    for space_id in spaces:
        used = select(RoomSpace.room_id).where(RoomSpace.space_id == space_id).limit(1)
        if session.scalar(used) is not None:
            kept.append(space_id)
        else:
            session.delete(session.get_one(Space, space_id))
    session.flush()
    return replace(added, space_ids=tuple(kept))


def not_stale(session: Session, opened: RoomDraft) -> None:
    """Make sure that the room still is as it was when it was opened.

    Raises:
        Stale: it is not; says what somebody else changed.
        NotFound: it is not there any more.
    """
    now = _stored(session, opened.venue_id, opened.id or 0)
    if now == opened:
        return
    changed = [
        f"{FIELDS['room'][each.name]} "
        f"{value_words(each.name, getattr(opened, each.name))} → "
        f"{value_words(each.name, getattr(now, each.name))}"
        if each.name not in NOT_COLUMNS
        else FIELDS["room"][each.name]
        for each in fields(RoomDraft)
        if each.compare and getattr(now, each.name) != getattr(opened, each.name)
    ]
    raise Stale(
        f"Somebody else saved this room since you opened it: {listing(changed)}. "
        "Look at it again before you save."
    )


def _checked(session: Session, draft: RoomDraft) -> RoomDraft:
    draft = room_checks.checked_alone(draft)
    other = session.execute(
        select(Room.status).where(
            Room.venue_id == draft.venue_id,
            func.lower(Room.name) == draft.name.lower(),
            Room.id != (draft.id or 0),
        )
    ).first()
    if other is not None:
        raise room_checks.same_name(other.status)
    _check_spaces(session, draft)
    return draft


def _check_spaces(session: Session, draft: RoomDraft) -> None:
    known = set(
        session.scalars(select(Space.id).where(Space.venue_id == draft.venue_id))
    )
    if not known.issuperset(draft.space_ids):
        raise WrongInput("Choose rooms of this venue.", "space_ids")


def _set_spaces(session: Session, room: Room, wanted: tuple[int, ...]) -> bool:
    """Make the room of those parts; whether that is a change."""
    pairs = _spaces(session, room.id)
    chosen = set(wanted) or {_own_space(session, room, set(pairs))}
    if chosen == set(pairs):
        return False
    for space_id, pair in pairs.items():
        if space_id not in chosen:
            session.delete(pair)
    session.add_all(
        RoomSpace(room_id=room.id, space_id=id_) for id_ in sorted(chosen - set(pairs))
    )
    session.flush()
    return bool(pairs)


def _own_space(session: Session, room: Room, present: set[int]) -> int:
    """The part of the building that is this room's alone, made if there is none."""
    used = set(
        session.scalars(select(RoomSpace.space_id).where(RoomSpace.room_id != room.id))
    )
    spaces = session.execute(
        select(Space.id, Space.name).where(Space.venue_id == room.venue_id)
    ).all()
    free = {name: id_ for id_, name in spaces if id_ not in used}
    if len(present) == 1 and present <= set(free.values()):
        return next(iter(present))
    if room.name in free:
        return free[room.name]
    names = {name for _, name in spaces}
    name, number = room.name, 2
    while name in names:
        name, number = f"{room.name} {number}", number + 1
    space = Space(venue_id=room.venue_id, name=name)
    session.add(space)
    session.flush()
    return space.id


def _spaces(session: Session, room_id: int) -> dict[int, RoomSpace]:
    pairs = session.scalars(select(RoomSpace).where(RoomSpace.room_id == room_id))
    return {pair.space_id: pair for pair in pairs}


def _room(session: Session, draft: RoomDraft) -> Room:
    if draft.id is not None:
        return _get(session, draft.id)
    room = Room(venue_id=draft.venue_id)
    session.add(room)
    return room


def _get(session: Session, room_id: int) -> Room:
    room = session.get(Room, room_id)
    if room is None:
        raise NotFound("That room is no longer in the list.")
    return room


def _stored(session: Session, venue_id: int, room_id: int) -> RoomDraft:
    for room in venue_details.rooms(session, venue_id):
        if room.id == room_id:
            return room
    raise NotFound("That room is no longer in the list.")
