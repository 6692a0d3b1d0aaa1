"""What becomes of a request: how it was judged, and what came of booking it."""

from __future__ import annotations

from dataclasses import dataclass

from venues.domain.circumstances import Circumstances
from venues.domain.findings import Finding
from venues.domain.people import Viewer
from venues.domain.proposal import Appointment, Room
from venues.services.asking import Request


@dataclass(frozen=True, slots=True)
class Judged:
    """A request with what the rules make of it, and the facts they went by."""

    request: Request
    asked: Appointment
    rooms: tuple[Room, ...]
    about: Circumstances
    findings: tuple[Finding, ...]

    @property
    def conditions(self) -> tuple[str, ...]:
        """What stays open, so that the booking is provisional."""
        open_ = (each.condition for each in self.findings if each.condition)
        return tuple(dict.fromkeys(open_))

    @property
    def person_chose(self) -> bool:
        """Whether the person chose the place: said before, or as why it is taken."""
        asked = self.request
        told = self.asked.kind.set == "VI" and asked.accepted.get("R33", "").strip()
        return asked.person_chose or bool(told)

    @property
    def travel(self) -> int | None:
        """Metres in a straight line for the person it is for, when known."""
        near, here = self.about.near, self.rooms[0].venue.point
        return round(near.distance_to(here)) if near and here else None

    def outstanding(self, viewer: Viewer) -> tuple[Finding, ...]:
        """What still stands in the way: refusals, and warnings without a reason."""
        given = {rule for rule, why in self.request.accepted.items() if why.strip()}
        return tuple(
            found
            for found in self.findings
            if (found.acceptable and found.rule not in given)
            or (
                found.refuses
                and not (found.overridable and viewer.overrides and found.rule in given)
            )
        )


@dataclass(frozen=True, slots=True)
class Booked:
    """What came of it: enough to say so, to undo it, and to change it later.

    ``tell`` is a sentence about a venue that still holds what is not needed now.
    """

    id: int
    reference: str
    status: str
    conditions: tuple[str, ...]
    version: int
    tell: str = ""
