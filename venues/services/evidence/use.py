"""How much of the time that is ours is booked."""

from __future__ import annotations

from venues.domain.figures import Definition, Part, Split, Tally, Tallying, Unit
from venues.services.evidence.ground import Ground

KIND, VENUE = "kind", "venue"

DEFINITION = Definition(
    key="use",
    title="Use of rooms",
    words=(
        "Hours booked, of the hours in which we may use rooms. Booked are provisional "
        "and confirmed appointments by their length, without setting up. Closures and "
        "closed days do not count as ours. A hall that can be divided counts as its "
        "parts, so booking all of it books each."
    ),
    unit=Unit.HOURS,
    things="bookings",
    splits=(
        Split(KIND, "Use by kind of place"),
        Split(VENUE, "Use by venue", flat=True, banded=False),
    ),
)


def read(ground: Ground) -> dict[int, Tally]:
    """Authority → minutes booked, of those that are ours."""
    rooms, made = ground.catalogue.rooms, Tallying()
    for row in ground.booked:
        room = rooms[row.room_id]
        minutes = row.minutes * len(room.space_ids)
        made.add(
            room.venue.authority_id,
            Part(minutes, 0, row.number if row.main else 0),
            **{KIND: room.venue.kind or "other", VENUE: room.venue.name},
        )
    venues = {each: room.venue for room in rooms.values() for each in room.space_ids}
    for space_id, minutes in ground.usable.items():
        venue = venues[space_id]
        made.add(
            venue.authority_id,
            Part(0, minutes),
            **{KIND: venue.kind or "other", VENUE: venue.name},
        )
    return made.made()
