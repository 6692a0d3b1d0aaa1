"""All that a page or a command gets to see of a plan: plain, frozen, already filtered.

How it is used::

    if looking.asks(cause, viewer):                     # say ``looking.WORDS`` first
        with database.write() as session:
            looked = looking.record(session, cause, viewer, now=now)
    with database.read() as session:                    # in the background
        plan = planning.make(session, cause, viewer, now=now, looked=looked)
    plan = planning.choose(plan, booking_id, option)    # by hand; the rest is planned
    plan = planning.leave_out(plan, booking_id)         #   around it, at once
    with database.write() as session:
        done = applying.apply(session, plan, viewer, now=now)
    with database.write() as session:
        done = taking_back.take_back(session, done, viewer, now=now)   # or again(…)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from venues.domain.findings import Reason
from venues.domain.period import Period
from venues.domain.places import METRES_PER_MILE
from venues.domain.privacy import Seen
from venues.domain.proposal import Room

REACH = 10 * METRES_PER_MILE
"""Metres from where a booking is, beyond which no other room is looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """A venue closes, or one of its rooms; ``reason`` is what everybody reads."""

    venue_id: int
    room_id: int | None = None
    starts: datetime
    ends: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failing:
    """A room no longer suits some of its bookings, as its assessment stands."""

    room_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """A worker is away; their bookings go to colleagues, where and when they are."""

    staff_id: int
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class One:
    """One booking looks for another room."""

    booking_id: int


Cause = Closing | Failing | Away | One


class Outcome(StrEnum):
    """What becomes of a booking, in words for a screen reader and for scripts."""

    SAME_TIME = "same time"
    OTHER_TIME = "other time"
    NOWHERE = "nowhere suitable"
    LEFT_OUT = "left out"

    @property
    def moves(self) -> bool:
        """Whether it goes anywhere."""
        return self in {Outcome.SAME_TIME, Outcome.OTHER_TIME}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a booking may go: rooms, time, and for whom it is to be handed over.

    ``rooms`` are the main one and then those beside it. ``worker`` is the name of the
    colleague who takes it over, with ``worker_ids`` as they would be; empty where the
    workers stay. ``metres`` are from where it is now, in a straight line, and ``pence``
    what the room costs. ``warnings`` have to be agreed to with a reason.
    """

    rooms: tuple[Room, ...]
    period: Period
    metres: int | None = None
    pence: int = 0
    worker: str = ""
    worker_ids: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    rules: tuple[str, ...] = field(default=(), repr=False)
    """The rules behind the warnings, as a reason is given for them."""

    @property
    def room(self) -> Room:
        """The main room."""
        return self.rooms[0]

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from any other place of the same booking."""
        ids = tuple(room.id for room in self.rooms)
        return ids, self.period, self.worker_ids


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why some rooms are not possible: a heading, one sentence, and how many rooms.

    Nothing here is about anybody: of a person only what everybody is told.
    """

    reason: Reason
    words: str
    rooms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One booking of the plan, as the viewer may see it.

    ``room`` is where it is now, ``target`` where it goes; ``why`` says why there, or
    why nowhere, and ``obstacles`` then say what keeps it out, by reason. ``by_hand``
    says that somebody chose the target, or that it stays.
    """

    booking_id: int
    seen: Seen
    room: Room
    outcome: Outcome
    target: Target | None = None
    why: str = ""
    obstacles: tuple[Obstacle, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What somebody decided for a booking by hand; without a target it stays.

    ``reason`` is why the warnings of the target are passed.
    """

    target: Target | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Where every booking goes; nothing changes until it is applied.

    ``title`` and ``when`` are words for a heading. ``proven`` says that no better plan
    exists; ``clashing`` are the ids of bookings whose choices by hand do not go
    together, so that it cannot be applied. ``ground`` is what the plan was made from,
    for the services alone: nothing of it is to be shown.
    """

    cause: Cause
    title: str
    when: str
    lines: tuple[Line, ...]
    proven: bool = True
    clashing: tuple[int, ...] = ()
    choices: dict[int, Choice] = field(default_factory=dict)
    ground: Any = field(default=None, repr=False, compare=False)

    def count(self, *outcomes: Outcome) -> int:
        """How many bookings come out so."""
        return sum(line.outcome in outcomes for line in self.lines)

    @property
    def moving(self) -> tuple[Line, ...]:
        """The bookings that go somewhere."""
        return tuple(line for line in self.lines if line.outcome.moves)

    @property
    def further(self) -> int | None:
        """Metres further on average, of those that move; None where nobody knows."""
        far = [line.target.metres for line in self.moving if line.target]
        known = [each for each in far if each is not None]
        return round(sum(known) / len(known)) if known else None

    def line(self, booking_id: int) -> Line:
        """The line of that booking."""
        return next(each for each in self.lines if each.booking_id == booking_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """All places that one booking could go to, for choosing by hand.

    ``targets`` begin with the best; those that need a reason come last. ``obstacles``
    say what keeps the other rooms out.
    """

    line: Line
    targets: tuple[Target, ...]
    obstacles: tuple[Obstacle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a worker is told of one booking of theirs that was moved, or released.

    ``words`` are "moved from … to …"; ``noted`` says that they have seen it, and
    ``released`` that it is cancelled, since it was still provisional when it was due.
    ``booking_id`` serves to open it, to write its calendar file
    (``calendars.of_bookings``) and to copy the words for the family
    (``telling.words_to_copy``).
    """

    id: int
    booking_id: int
    seen: Seen
    words: str
    moved_at: datetime
    noted: bool = False
    released: bool = False
