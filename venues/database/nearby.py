"""What other rooms near by would do: known before a rule speaks of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from venues.domain.circumstances import Circumstances
from venues.domain.proposal import Appointment, Room, suitability


def with_nearest(
    about: Circumstances, rooms: Iterable[Room], asked: Appointment
) -> Circumstances:
    """The same, knowing how near the nearest suitable room with enough seats is."""
    if about.near is None:
        return about
    distances = [
        about.near.distance_to(room.venue.point)
        for room in rooms
        if room.venue.point is not None and _suitable(about, room, asked)
    ]
    return replace(about, nearest=min(distances, default=None))


def with_suitable(
    about: Circumstances,
    rooms: Iterable[Room],
    asked: Appointment,
    here: Room,
) -> Circumstances:
    """The same, knowing how many other rooms near that one are suitable.

    Near is as far as a family may be asked to travel, from where the person comes from
    or else from that room. Nothing is counted for a room that is suitable itself.
    """
    centre = about.near or here.venue.point
    judged = suitability(asked, here, about)
    if centre is None or not (judged.failed or judged.unanswered):
        return about
    number = sum(
        room.id != here.id
        and room.venue.point is not None
        and centre.distance_to(room.venue.point) <= about.travel_limit
        and _suitable(about, room, asked)
        for room in rooms
    )
    return replace(about, suitable_near=number)


def _suitable(about: Circumstances, room: Room, asked: Appointment) -> bool:
    """Whether it is in use, seats enough, and nothing refuses it for its state."""
    if not room.bookable or room.capacity < asked.people:
        return False
    judged = suitability(asked, room, about)
    return not (judged.failed or judged.unanswered or judged.blocked)
