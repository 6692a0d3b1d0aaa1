"""How many of the appointments that were booked took place."""

from __future__ import annotations

from venues.domain.figures import Definition, Part, Split, Tally, Tallying, Unit
from venues.services.evidence.booked import CANCELLED, KEPT, MISSED
from venues.services.evidence.ground import Ground

WHAT = "what"
OUTCOMES = (*KEPT, *MISSED, *CANCELLED)

DEFINITION = Definition(
    key="kept",
    title="Appointments kept",
    words=(
        "Bookings to which somebody came, of those whose outcome is noted. Left early "
        "counts as kept. A booking whose outcome nobody has noted counts neither way, "
        "nor does one that was cancelled beforehand."
    ),
    unit=Unit.SHARE,
    things="bookings with an outcome",
    telling=True,
    splits=(
        Split(
            WHAT,
            "What came of them",
            tuple((each, each.capitalize()) for each in OUTCOMES),
            unit=Unit.COUNT,
            banded=False,  # the headline is the sum of some of its parts
        ),
    ),
)


def read(ground: Ground) -> dict[int, Tally]:
    """Authority → kept, of those with an outcome."""
    made = Tallying()
    for row in ground.main:
        if row.outcome not in OUTCOMES:
            continue
        id_ = ground.authority(row.room_id)
        kept = row.number if row.outcome in KEPT else 0
        made.add(id_, Part(kept, row.number, row.number))
        noted = Part(row.number, row.number, row.number)
        made.split(id_, WHAT, row.outcome, noted)
    return made.made()
