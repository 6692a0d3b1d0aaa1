"""Whether people come, by how far they have to travel and to which venue."""

from __future__ import annotations

from venues.domain.figures import Definition, Part, Split, Tally, Tallying, Unit
from venues.services.evidence.booked import BANDS, KEPT, MISSED, NOT_MEASURED
from venues.services.evidence.ground import Ground

TRAVEL, VENUE = "travel", "venue"

DEFINITION = Definition(
    key="attendance",
    title="Attendance",
    words=(
        "Appointments to which somebody came, of those that were not cancelled and "
        "whose outcome is noted. How far they came is measured in a straight line from "
        "the middle of the family's postcode sector, where that is known."
    ),
    unit=Unit.SHARE,
    things="appointments",
    telling=True,
    splits=(
        Split(
            TRAVEL,
            "Attendance by distance",
            (*((key, words) for key, words, _ in BANDS), (NOT_MEASURED, "Not known")),
        ),
        Split(VENUE, "Attendance by venue", flat=True, banded=False),
    ),
)


def read(ground: Ground) -> dict[int, Tally]:
    """Authority → those who came, of all appointments."""
    rooms, made = ground.catalogue.rooms, Tallying()
    for row in ground.main:
        if row.outcome in KEPT or row.outcome in MISSED:
            venue = rooms[row.room_id].venue
            came = row.number if row.outcome in KEPT else 0
            made.add(
                venue.authority_id,
                Part(came, row.number, row.number),
                **{TRAVEL: row.band, VENUE: venue.name},
            )
    return made.made()
