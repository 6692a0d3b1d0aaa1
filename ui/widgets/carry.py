"""What is being drawn, moved or stretched in the schedule, by mouse or by keyboard."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import NamedTuple

from ui.models.grid import Cell, minute_of, moment
from venues.domain.period import Period
from venues.domain.privacy import Seen

STEP = 15  # minutes by which things move
FINE = 5  # minutes by which they move with Ctrl held down
DAY = 24 * 60


class Grip(Enum):
    """What the mouse or the keyboard has taken hold of."""

    NEW = "new"
    WHOLE = "whole"
    START = "start"
    END = "end"


class Place(NamedTuple):
    """A point of the grid: a room, a day and, where columns are hours, a minute."""

    room_id: int
    day: date
    minute: int | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """Where something would go: a booking, or a new one when ``seen`` is None.

    Minutes are counted from midnight; of a booking they are those of the appointment.
    """

    room_id: int
    day: date
    start: int
    end: int
    seen: Seen | None = None

    @classmethod
    def of(cls, cell: Cell) -> Target:
        """Where the cell's booking is, or its free time."""
        if cell.seen is None:
            return cls(cell.room_id, cell.day, cell.start, cell.end)
        start = minute_of(cell.seen.starts, cell.day)
        end = minute_of(cell.seen.ends, cell.day)
        return cls(cell.room_id, cell.day, start, end, cell.seen)

    @property
    def starts(self) -> datetime:
        """When it would begin."""
        return moment(self.day, self.start)

    @property
    def ends(self) -> datetime:
        """When it would end."""
        return moment(self.day, self.end)

    @property
    def period(self) -> Period:
        """From when until when it would be."""
        return Period(self.starts, self.ends)

    def later(self, minutes: int) -> Target:
        """The same, so many minutes later, kept inside the day."""
        by = min(max(minutes, -self.start), DAY - self.end)
        return replace(self, start=self.start + by, end=self.end + by)

    def longer(self, minutes: int) -> Target:
        """The same with its end so many minutes later; one step long at least."""
        end = min(max(self.end + minutes, self.start + STEP), DAY)
        return replace(self, end=end)

    def begun(self, minutes: int) -> Target:
        """The same with its start so many minutes later; one step long at least."""
        start = max(min(self.start + minutes, self.end - STEP), 0)
        return replace(self, start=start)


class Verdict(NamedTuple):
    """What is known of a target: a sentence, and whether it may not go there."""

    words: str
    refused: bool


@dataclass(slots=True)
class Carry:
    """Something taken hold of: where it was, where it would go, and whether it may.

    ``verdict`` is None until somebody has judged the target.
    """

    grip: Grip
    origin: Target
    anchor: Place
    target: Target
    keys: bool = False
    verdict: Verdict | None = None

    @property
    def moved(self) -> bool:
        """Whether it would be anywhere else than it is."""
        return self.grip is Grip.NEW or self.target != self.origin

    def drag(self, place: Place, step: int = STEP) -> Target:
        """Where it would go if what was taken hold of were dragged there."""
        if self.grip is Grip.NEW:
            return self._drawn(place, step)
        by = 0
        if place.minute is not None and self.anchor.minute is not None:
            by = round((place.minute - self.anchor.minute) / step) * step
        if self.grip is Grip.START:
            return self.origin.begun(by)
        if self.grip is Grip.END:
            return self.origin.longer(by)
        moved = self.origin.later(by)
        return replace(moved, room_id=place.room_id, day=place.day)

    def _drawn(self, place: Place, step: int) -> Target:
        """From where it was begun to where it has come, in whole steps."""
        here, there = self.anchor.minute or 0, place.minute or 0
        first, last = min(here, there), max(here, there)
        start = first // step * step
        end = max(-(-last // step) * step, start + step)
        return replace(self.origin, start=start, end=min(end, DAY))
