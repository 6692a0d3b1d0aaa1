"""R26: a victim is met, and does not meet anybody on the way in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Finding, Reason
from venues.domain.meeting import PANELS, RESTORATIVE, VICTIM_MEETINGS, WAITING
from venues.domain.proposal import Visit
from venues.domain.rules.base import refusal


class Arrivals:
    """There is a plan for who arrives when, and two places to wait where it matters."""

    name: ClassVar[str] = "R26"

    def examine(self, visit: Visit) -> Iterable[Finding]:
        """Refuse without the plan, or with too few places to wait.

        A search does not ask for the plan.
        """
        asked = visit.appointment
        of_set, said = asked.kind.set, asked.meeting
        both = of_set in RESTORATIVE or (of_set in PANELS and asked.victim)
        if not both and of_set not in VICTIM_MEETINGS:
            return
        if asked.booking and not asked.arrival.strip():
            yield Finding(
                "R26",
                refusal(asked),
                "Add who arrives when, and by which door.",
                field="arrival",
            )
        if both and visit.venue.waiting + len(said.waiting_ids) < WAITING:
            yield Finding(
                "R26",
                refusal(asked),
                "Two places to wait are needed, apart from each other. Take another "
                "room to wait in, or choose another venue.",
                reason=Reason.SEATS,
                field="waiting",
            )
