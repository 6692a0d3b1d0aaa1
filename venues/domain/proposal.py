"""The facts a rule may look at: a proposed appointment in one room.

All of it is frozen and plain, so that rules cannot touch the database, run in
microseconds, and can be asked "what if". ``venues.database.facts`` makes these from
rows. Times are local wall-clock; distances are metres; lengths are minutes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, Protocol

from venues.domain.checklist import Demands
from venues.domain.circumstances import Circumstances
from venues.domain.hire import Block
from venues.domain.judgement import Asked, Judgement
from venues.domain.meeting import NOTHING_SAID, Meeting
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.places import Point
from venues.domain.record import Record
from venues.domain.suitability import judge

LAYOUTS: dict[str, str] = {
    "circle": "in a circle",
    "table": "round a table",
    "rows": "in rows",
}
"""Layout → the words that follow a number of seats."""


NO_DEMANDS = Demands("", "", {}, {})
"""Nothing is asked: there is no checklist."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of appointment; minutes throughout."""

    id: int
    code: str
    label: str
    set: str
    minutes: int
    shortest: int
    longest: int
    people: int
    set_up: int
    clear_down: int
    workers: int
    layout: str | None = None
    active: bool = True
    demands: Demands = NO_DEMANDS

    @property
    def needs_case(self) -> bool:
        """Whether an appointment of this kind is about somebody."""
        return self.set not in {"RM", "ST", "none"}


class Span(NamedTuple):
    """A stretch of time without the checks of ``Period``, cheap enough for grids."""

    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Venue:
    """A place, as the rules see it."""

    id: int
    name: str
    town: str
    authority: str
    authority_id: int
    status: str
    point: Point | None = None
    cluster_id: int | None = None
    features: dict[str, bool] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    by_request: bool = False
    notice_days: int = 0
    rate: int = 0
    min_hire: int = 0
    charge_days: int = 0
    blocks: tuple[Block, ...] = ()
    kind: str = ""
    waiting: int = 0
    last_buses: tuple[time | None, time | None, time | None] = (None, None, None)
    """The last bus from Monday to Friday, on Saturdays, and on Sundays."""
    polling: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """A room, as the rules see it; ``seats`` is by layout."""

    id: int
    name: str
    venue: Venue
    space_ids: tuple[int, ...]
    seats: dict[str, int]
    capacity: int
    fire_capacity: int | None = None
    turnaround: int = 0
    floor: str = "ground"
    reached_by: str = "ground"
    rate: int = 0
    status: str = "active"
    features: dict[str, bool] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    record: Record = field(default_factory=Record)

    @property
    def bookable(self) -> bool:
        """Whether it is in use at all."""
        return self.status == "active" and self.venue.status == "active"

    def cost(self, minutes: int) -> int:
        """Pence for an appointment of that length, the minimum hire counted."""
        return self.rate * max(minutes, self.venue.min_hire) // 60

    def provides(self, need: str) -> bool | None:
        """Whether the need is met here; None when nobody has recorded it."""
        own = self.features.get(need)
        return self.venue.features.get(need) if own is None else own

    def note(self, need: str) -> str:
        """What was written beside the feature."""
        return self.notes.get(need) or self.venue.notes.get(need, "")


@dataclass(frozen=True, slots=True)
class Day:
    """One room on one day: when it may be used, is staffed, and is taken.

    ``closed`` is the reason in words when something beyond the usual hours closes it
    ("bank holiday", "heating repairs"). ``usual`` is the week's usual hours of that
    weekday, for the sentence that says when it is open.
    """

    day: date
    usable: tuple[Span, ...] = ()
    staffed: tuple[Span, ...] = ()
    closed: str = ""
    usual: tuple[Span, ...] = ()
    busy: tuple[Span, ...] = ()
    opened: tuple[Span, ...] = ()
    """When the building is open, whoever uses it."""
    staffing_known: bool = False
    """Whether anybody recorded when it is staffed, on any day."""

    def taken(self, busy: tuple[Span, ...]) -> Day:
        """The same with what is booked; written out, for 300 rooms at a time."""
        return Day(
            self.day,
            self.usable,
            self.staffed,
            self.closed,
            self.usual,
            busy,
            self.opened,
            self.staffing_known,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """What is asked for, whatever the room."""

    kind: Kind
    audience: Audience
    period: Period
    people: int
    layout: str | None = None
    needs: tuple[str, ...] = ()
    case_ids: tuple[int, ...] = ()
    worker_ids: tuple[int, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    named: bool = False
    """Whether a case is named, also one that nobody has used before."""
    fresh: bool = False
    """Whether a case is named that nobody has used before."""
    victim: bool = False
    """Whether a victim attends."""
    chosen: bool = False
    """Whether the person chose this place."""
    booking: bool = False
    """Whether it is a booking with all that goes with it, and not a search."""
    meeting: Meeting = NOTHING_SAID
    arrival: str = ""
    buddy: bool = False
    """Whether somebody waits to hear from the worker afterwards."""
    break_outs: int = 0
    """Rooms to break out to."""
    due_by: date | None = None
    """The last day on which a panel is in time."""
    _asked: dict[date | None, Asked] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def asked(self, today: date | None) -> Asked:
        """What is asked of a room's suitability, one and the same for every room.

        Without the day of asking, the age of reviews and checks is not looked at.
        """
        if today not in self._asked:
            self._asked[today] = Asked(
                today or date.min,
                (self.period.starts, self.period.ends),
                self.needs,
                self.victim,
                self.chosen,
            )
        return self._asked[today]

    def hold(self, room: Room) -> Span:
        """The time the room is held: set-up, clear-down and turnaround included."""
        after = max(self.kind.clear_down, room.turnaround)
        return Span(
            self.period.starts - timedelta(minutes=self.kind.set_up),
            self.period.ends + timedelta(minutes=after),
        )


class Visit(Protocol):
    """What a rule may look at whose answer is the same for all rooms of a venue."""

    @property
    def appointment(self) -> Appointment:
        """What is asked for."""
        ...

    @property
    def about(self) -> Circumstances:
        """What is true of the people concerned."""
        ...

    @property
    def venue(self) -> Venue:
        """Where it would be."""
        ...


class Proposal(NamedTuple):
    """One appointment in one room on its day: what a rule examines."""

    appointment: Appointment
    room: Room
    day: Day
    about: Circumstances
    hold: Span
    judgement: Judgement
    """How the room stands for the appointment at its time."""

    @property
    def venue(self) -> Venue:
        """The venue the room is in, which makes every proposal a ``Visit``."""
        return self.room.venue


def proposed(
    asked: Appointment,
    room: Room,
    day: Day,
    about: Circumstances,
    hold: Span | None = None,
) -> Proposal:
    """All that a rule needs to know of one room; ``hold`` where it is known already."""
    judged = suitability(asked, room, about)  # once for all the rules that ask
    return Proposal(asked, room, day, about, hold or asked.hold(room), judged)


def suitability(
    appointment: Appointment, room: Room, about: Circumstances
) -> Judgement:
    """How a room stands for an appointment; the last answer is at hand."""
    kept = room.record.kept
    asked = appointment.asked(about.today)
    last = kept.get("last")
    if last is None or last[0] is not asked:
        judged = judge(room.record, appointment.kind.demands, asked)
        last = kept["last"] = (asked, judged)
    found: Judgement = last[1]
    return found
