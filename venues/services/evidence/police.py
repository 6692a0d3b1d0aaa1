"""Whether the police are at risk management meetings, as the inspection asked."""

from __future__ import annotations

from venues.domain.figures import Definition, Part, Split, Tally, Tallying, Unit
from venues.services.evidence.ground import Ground

WHAT = "police"
PLANNED, CAME = "planned", "came"

DEFINITION = Definition(
    key="police",
    title="Police at risk meetings",
    words=(
        "Risk management meetings to which the police are noted to have come, of all "
        "that stood. Planned are those for which a representative was named."
    ),
    unit=Unit.SHARE,
    things="risk meetings",
    telling=True,
    splits=(
        Split(
            WHAT,
            "Police planned and there",
            ((PLANNED, "Planned"), (CAME, "There")),
            whole=False,
        ),
    ),
)


def read(ground: Ground) -> dict[int, Tally]:
    """Authority → meetings with the police there, of all."""
    made = Tallying()
    for row in ground.main:
        if row.risk:
            id_ = ground.authority(row.room_id)
            made.add(id_, Part(row.came, row.risk, row.risk))
            planned = Part(row.planned, row.risk, row.risk)
            made.split(id_, WHAT, PLANNED, planned)
            made.split(id_, WHAT, CAME, Part(row.came, row.risk, row.risk))
    return made.made()
