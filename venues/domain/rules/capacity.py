"""R17: there is a seat for everybody in the layout, and the room may hold them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from venues.domain.findings import Change, Finding, Reason, Severity, Step
from venues.domain.proposal import LAYOUTS, Proposal
from venues.domain.words import count


class Capacity:
    """Seats in the layout asked for, and the number on the fire notice."""

    name: ClassVar[str] = "R17"

    def examine(self, proposal: Proposal) -> Iterable[Finding]:
        """Refuse when there are more people than either allows."""
        room, asked = proposal.room, proposal.appointment
        people = asked.people
        seats = room.seats.get(asked.layout, 0) if asked.layout else room.capacity
        if people > seats:
            where = f" {LAYOUTS[asked.layout]}" if asked.layout else ""
            found = (
                f"{count(people, 'person', 'people')}, {count(seats, 'seat')}{where}."
            )
        elif room.fire_capacity is not None and people > room.fire_capacity:
            seats = room.fire_capacity
            found = (
                f"{count(people, 'person', 'people')}, "
                f"and the fire notice allows {seats} in this room."
            )
        else:
            return ()
        change = (
            Change(Step.FEWER_PEOPLE, f"With {seats} people", people=seats)
            if seats
            else None
        )
        return (
            Finding(
                "R17",
                Severity.REFUSAL,
                found,
                reason=Reason.SEATS,
                field="people",
                change=change,
            ),
        )
