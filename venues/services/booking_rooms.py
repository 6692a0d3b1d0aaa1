"""The rooms that a booking names: there, and not partly the same."""

from __future__ import annotations

from collections.abc import Iterable

from venues.database.catalogue import Catalogue
from venues.domain.findings import Finding, Reason, Severity
from venues.domain.proposal import Room
from venues.errors import WrongInput


def chosen(catalogue: Catalogue, room_ids: tuple[int, ...]) -> tuple[Room, ...]:
    """The rooms meant, the main one first.

    Raises:
        WrongInput: none is chosen, or there is no such room.
    """
    if not room_ids:
        raise WrongInput("Choose a room.", "room")
    rooms = []
    for id_ in dict.fromkeys(room_ids):
        room = catalogue.rooms.get(id_)
        if room is None:
            raise WrongInput(
                f"There is no room {id_}. Find a room first and use its number.", "room"
            )
        rooms.append(room)
    return tuple(rooms)


def shared(rooms: tuple[Room, ...]) -> Iterable[Finding]:
    """Two rooms of one booking cannot be the same part of the building."""
    for place, room in enumerate(rooms):
        for other in rooms[:place]:
            if set(room.space_ids) & set(other.space_ids):
                yield Finding(
                    "R1",
                    Severity.REFUSAL,
                    f"{other.name} and {room.name} are partly the same room.",
                    reason=Reason.BOOKED,
                    field="room",
                )
