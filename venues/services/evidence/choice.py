"""Whether victims are offered a choice of place."""

from __future__ import annotations

from venues.domain.figures import Definition, Part, Tally, Tallying, Unit
from venues.services.evidence.ground import Ground

DEFINITION = Definition(
    key="choice",
    title="Victims offered a choice",
    words=(
        "Meetings with a victim for which two venues or more were offered, of all such "
        "meetings that stood."
    ),
    unit=Unit.SHARE,
    things="victim meetings",
    telling=True,
)


def read(ground: Ground) -> dict[int, Tally]:
    """Authority → meetings with a choice, of all."""
    made = Tallying()
    for row in ground.main:
        if row.victims:
            part = Part(row.offered, row.victims, row.victims)
            made.add(ground.authority(row.room_id), part)
    return made.made()
