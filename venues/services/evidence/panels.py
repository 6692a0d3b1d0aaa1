"""Whether panels sit in time."""

from __future__ import annotations

from venues.domain.figures import Definition, Part, Tally, Tallying, Unit
from venues.services.evidence.ground import Ground

DEFINITION = Definition(
    key="panels",
    title="Panels in time",
    words=(
        "First panels held within 20 working days of the order (or as many as Settings "
        "say), of those whose order has its day on record."
    ),
    unit=Unit.SHARE,
    things="panels",
    telling=True,
)


def read(ground: Ground) -> dict[int, Tally]:
    """Authority → panels in time, of all with a last day."""
    made = Tallying()
    for row in ground.main:
        if row.panels:
            part = Part(row.in_time, row.panels, row.panels)
            made.add(ground.authority(row.room_id), part)
    return made.made()
