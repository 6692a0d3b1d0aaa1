"""What hired rooms cost for each hour that was used."""

from __future__ import annotations

from venues.domain.figures import Definition, Part, Tally, Tallying, Unit
from venues.services.evidence.booked import KEPT
from venues.services.evidence.ground import Ground
from venues.services.evidence.kept import OUTCOMES

DEFINITION = Definition(
    key="cost_kept",
    title="Hire cost of a kept hour",
    words=(
        "What the hire of rooms comes to for each hour of appointments that were kept. "
        "What was paid for those that were missed counts too, so it is never less than "
        "the cost of an hour booked. Only bookings whose outcome is noted count."
    ),
    unit=Unit.RATE,
    things="hires with an outcome",
    telling=True,
)


def read(ground: Ground) -> dict[int, Tally]:
    """Authority → pence, for minutes that were kept in rooms that cost something."""
    made = Tallying()
    for row in ground.main:
        if row.hired and row.outcome in OUTCOMES:
            kept = row.paid if row.outcome in KEPT else 0
            part = Part(row.pence, kept, row.hired)
            made.add(ground.authority(row.room_id), part)
    return made.made()
