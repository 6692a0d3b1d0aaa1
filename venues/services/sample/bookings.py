"""Sample data: from the diary's entries to rows of bookings and what hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from venues.database.models import (
    Attendance,
    Booking,
    BookingRoom,
    Hold,
)
from venues.services.sample.diary import Entry
from venues.services.sample.hours import Opening
from venues.services.sample.rows import Rows
from venues.services.sample.safety import alone

CONDITIONS = {"RMM": ("police", 0.5), "ROP": ("quorum", 0.35), "RJD": ("sign-off", 0.7)}
"""Kind → what it waits for, and the share of future ones that still do."""

CANCELLED, DECLINED = 0.05, 0.02
REASONS = (
    "The appointment is no longer needed",
    "The worker is off sick",
    "The family asked for another day",
    "Moved to an online meeting",
)
NOTES = (
    "Blinds down",
    "Table in the middle, screen on",
    "Chairs in a circle, no table",
    "Water and cups",
    "Quiet end of the corridor if there is a choice",
    "Paper and pens on the table",
)
ARRIVALS = (
    "Family by the main door at the start, everybody else 15 minutes before.",
    "First person by the side door, second by the main door 15 minutes later.",
    "One family waits in the small waiting area, the other in the room.",
)
LATELY = timedelta(days=4)
"""How long some take to say what came of an appointment."""

NOT_YET = 3
"""Of those that are only just over, one in so many has still no outcome."""

OVER = {"cancelled": "cancelled by us", "declined": "cancelled by venue"}
OUTCOMES = {"attended": 80, "did not attend": 11, "was not brought": 7, "left early": 2}
SOON, NEAR = 3, 12
"""Days within which a venue has answered for certain, and probably."""


@dataclass(frozen=True, slots=True)
class Booked:
    """An entry that has become a booking."""

    id: int
    entry: Entry
    status: str
    made_on: date

    @property
    def live(self) -> bool:
        """Whether it holds its rooms."""
        return self.status in {"provisional", "confirmed"}


class Ledger:
    """Writes the bookings down as they stood on the morning of ``today``."""

    def __init__(
        self,
        rows: Rows,
        hired: Mapping[int, tuple[int, time, time]],
        series: Mapping[str, int],
        today: date,
        opening: Opening,
    ) -> None:
        self._rows = rows
        self._hired = hired
        self._series = series
        self._today = today
        self._opening = opening

    def write(self, entries: Iterable[Entry]) -> list[Booked]:
        """Put down all entries, in order of time."""
        ordered = sorted(
            entries, key=lambda entry: (entry.starts, entry.sites[0].room.id)
        )
        return [self._write(entry) for entry in ordered]

    def _write(self, entry: Entry) -> Booked:
        rows, wish = self._rows, entry.wish
        status = self._status(entry)
        id_ = rows.next_id(Booking)
        past = entry.starts.date() < self._today and status == "confirmed"
        outcomes = [self._outcome() if past else "" for _ in wish.cases]
        usual = "attended" if past else OVER.get(status, "")
        if past and entry.starts.date() > self._today - LATELY and not id_ % NOT_YET:
            outcomes, usual = ["" for _ in wish.cases], ""
        rows.add(
            Booking,
            reference=f"B-{10000 + id_}",
            type_id=wish.kind.id,
            authority_id=entry.sites[0].room.venue.authority_id,
            audience=wish.audience,
            status=status,
            starts=entry.starts,
            ends=entry.ends,
            people=wish.people,
            needs=list(wish.needs),
            outcome=(outcomes[0] if outcomes else "") or usual,
            series_id=self._series.get(wish.series),
            **self._words(entry, status),
            **self._venue_answer(entry, status),
            **self._figures(entry, status),
        )
        for case, outcome in zip(wish.cases, outcomes, strict=True):
            rows.add(Attendance, booking_id=id_, case_id=case.id, outcome=outcome)
        booked = Booked(id_, entry, status, self._made_on(entry))
        self._rooms(booked)
        return booked

    def _status(self, entry: Entry) -> str:
        wish, rows = entry.wish, self._rows
        if wish.pending:
            return "provisional"
        if not wish.fixed and rows.chance(CANCELLED):
            return "cancelled"
        if entry.starts.date() < self._today:
            return "confirmed"
        if entry.sites[0].room.venue.by_request and rows.chance(DECLINED):
            return "confirmed" if wish.fixed else "declined"
        _, share = CONDITIONS.get(wish.kind.code, ("", 0.0))
        return "provisional" if rows.chance(share) and not wish.fixed else "confirmed"

    def _outcome(self) -> str:
        return self._rows.random.choices(list(OUTCOMES), list(OUTCOMES.values()))[0]

    def _words(self, entry: Entry, status: str) -> dict[str, Any]:
        draw, kind = self._rows.random, entry.wish.kind
        arranged = kind.set in {"PA", "VI", "RD", "GR"}
        named = kind.code == "RMM" and status == "confirmed"
        over = status in {"cancelled", "declined"}
        return {
            "note": draw.choice(NOTES) if self._rows.chance(0.3) else "",
            "arrival": draw.choice(ARRIVALS) if arranged else "",
            "police_representative": "Police liaison officer" if named else "",
            "cancel_reason": self._why(status) if over else "",
            "sequence": 1 if over else 0,
        }

    def _why(self, status: str) -> str:
        if status == "declined":
            return "The venue said no"
        return self._rows.random.choice(REASONS)

    def _venue_answer(self, entry: Entry, status: str) -> dict[str, Any]:
        """What the venue has said: most rooms are other people's."""
        site, day = entry.sites[0], entry.starts.date()
        if not site.room.venue.by_request:
            return {"venue_answer": "not needed"}
        if self._standing(entry):
            return {"venue_answer": "yes", "answered_by": "Standing agreement"}
        asked = self._made_on(entry)
        until = (day - self._today).days
        if status == "declined":
            said = "no"
        elif until <= SOON:
            said = "yes"
        elif until <= NEAR:
            said = "yes" if self._rows.chance(0.7) else "asked"
        else:
            said = self._rows.random.choice(("yes", "asked", "to ask"))
        if said == "to ask":
            return {"venue_answer": said}
        if said == "asked":
            return {"venue_answer": said, "asked_on": asked}
        return {
            "venue_answer": said,
            "asked_on": asked,
            "answered_on": min(asked + timedelta(days=2), self._today, day),
            "answered_by": "Reception",
            "venue_reference": f"H-{self._rows.random.randint(1000, 9999)}",
        }

    def _standing(self, entry: Entry) -> bool:
        """Whether a standing agreement covers the whole time the room is held."""
        weekday, opens, closes = self._hired.get(
            entry.sites[0].room.id, (None, time(), time())
        )
        return weekday == entry.starts.weekday() and all(
            opens <= span.starts.time() and span.ends.time() <= closes
            for _, span in entry.holds()
        )

    def _made_on(self, entry: Entry) -> date:
        """A day before the appointment and before today, always the same for it."""
        ago = 1 + (entry.starts.toordinal() * 7 + entry.sites[0].room.id * 13) % 17
        return min(entry.starts.date(), self._today) - timedelta(days=ago)

    def _figures(self, entry: Entry, status: str) -> dict[str, Any]:
        wish, draw = entry.wish, self._rows.random
        cost = entry.sites[0].room.cost(wish.minutes)
        victim = wish.kind.set == "VI"
        made = datetime.combine(
            self._made_on(entry), time(draw.randint(8, 16), draw.randrange(60))
        )
        due = {"ROP": 9, "INT": 3}.get(wish.kind.code)
        return {
            "cost": cost if status != "declined" else None,
            "travel": metres(entry),
            "venues_offered": draw.choice((1, 2, 2, 3)) if victim else None,
            "person_chose": victim and self._rows.chance(0.2),
            "due_by": entry.starts.date() + timedelta(days=due) if due else None,
            "made_by": wish.workers[0].id,
            "made_at": made,
            "lone_plan": alone(self._opening, entry),
        }

    def _rooms(self, booked: Booked) -> None:
        for number, site in enumerate(booked.entry.sites):
            self._rows.add(
                BookingRoom,
                booking_id=booked.id,
                room_id=site.room.id,
                role="break-out" if number else "main",
                layout=None if number else booked.entry.wish.kind.layout,
            )
        if booked.live:
            for space_id, span in booked.entry.holds():
                self._rows.add(
                    Hold,
                    space_id=space_id,
                    starts=span.starts,
                    ends=span.ends,
                    booking_id=booked.id,
                )


def metres(entry: Entry) -> int | None:
    """How far the first case's home is from the venue, in a straight line."""
    point = entry.sites[0].room.venue.point
    if not entry.wish.cases or point is None:
        return None
    return round(entry.wish.cases[0].home.distance_to(point))
