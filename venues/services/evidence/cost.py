"""What hired rooms cost for each hour that is booked."""

from __future__ import annotations

from venues.domain.figures import Definition, Part, Split, Tally, Tallying, Unit
from venues.services.evidence.ground import Ground

KIND = "kind"

DEFINITION = Definition(
    key="cost",
    title="Hire cost",
    words=(
        "What the hire of rooms comes to for each hour booked. The cost is that of the "
        "booking, or else the room's price for its length, and at least the venue's "
        "minimum hire. Hours in rooms that cost nothing are left out."
    ),
    unit=Unit.RATE,
    things="hires",
    splits=(Split(KIND, "Hire cost by kind of place"),),
)


def read(ground: Ground) -> dict[int, Tally]:
    """Authority → pence, for minutes booked in rooms that cost something."""
    rooms, made = ground.catalogue.rooms, Tallying()
    for row in ground.main:
        if row.hired:
            venue = rooms[row.room_id].venue
            part = Part(row.pence, row.paid, row.hired)
            made.add(venue.authority_id, part, **{KIND: venue.kind or "other"})
    return made.made()
