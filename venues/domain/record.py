"""What is on record of a room: answers, visits and incidents, at its own level."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from venues.domain.checklist import Demand, Question
from venues.domain.needs import STAFFED_AFTER

Hours = tuple[datetime, datetime]
"""From a moment to a moment, cheap enough to make many of."""

EVERY_DAY = 127
LAST = time(23, 59)
STAFFED_FOR = "S1"
"""The criterion that has to hold for 15 minutes after the appointment as well."""


class Reply(NamedTuple):
    """One answer; it may hold for some hours of some days only.

    ``weekdays`` is a sum of 1 for Monday up to 64 for Sunday. ``place`` tells entrances
    and waiting spaces apart. ``accepted`` says that a manager accepted the control.
    """

    value: str
    weekdays: int = EVERY_DAY
    opens: time = time()
    closes: time = LAST
    control: str = ""
    control_until: date | None = None
    found_on: date | None = None
    accepted: bool = False
    place: int = 0

    @property
    def timed(self) -> bool:
        """Whether it holds for some hours only."""
        return self.weekdays != EVERY_DAY or self.opens != time() or self.closes < LAST

    def controlled(self, day: date) -> bool:
        """Whether an accepted control is in date that day."""
        return (
            self.accepted
            and bool(self.control)
            and self.control_until is not None
            and day <= self.control_until
        )

    def hours(self, day: date) -> Hours | None:
        """Its hours on that day."""
        if not self.weekdays & (1 << day.weekday()):
            return None
        ends = datetime.combine(day, self.closes)
        if self.closes >= LAST:
            ends += timedelta(minutes=1)
        return datetime.combine(day, self.opens), ends


class Visit(NamedTuple):
    """The last assessment of a venue or a room; a trigger brings its review forward."""

    made_on: date
    review_by: date
    trigger: str = ""


class Happening(NamedTuple):
    """An incident; None as its room is the whole venue."""

    happened_on: date
    closed_on: date | None = None
    suspends: bool = False
    room_id: int | None = None


class Outcome(NamedTuple):
    """How one criterion stands: the answer that decides, None when there is none."""

    reply: Reply | None
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What is on record at one level: of a venue, or of a room."""

    visit: Visit | None = None
    replies: dict[str, tuple[Reply, ...]] = field(default_factory=dict)
    kept: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)
    """Criterion, or demands and level → what follows whatever the time."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Months after which a review is due, after which it blocks, and a check is old."""

    review: int = 12
    block: int = 15
    check: int = 12


@dataclass(frozen=True, slots=True)
class Record:
    """All that a room is judged by."""

    venue: Part = field(default_factory=Part)
    room: Part = field(default_factory=Part)
    happenings: tuple[Happening, ...] = ()
    limits: Limits = Limits()
    kept: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)
    """Question → judgement, so that the same one is asked once."""

    def part(self, question: Question) -> Part:
        """Where the criterion is answered."""
        return self.room if question.level == "room" else self.venue


def outcome(
    part: Part, question: Question, demand: Demand, period: Hours | None
) -> Outcome:
    """How the criterion stands for that time; without a time, at its best.

    Entrances and waiting spaces are alternatives: one that passes will be used.
    """
    replies = part.replies.get(question.code, ())
    if not replies:
        return Outcome(None)
    if len(replies) == 1 and not replies[0].timed:
        return Outcome(replies[0], question.passes(replies[0].value, demand))
    places = {each.place for each in replies}
    found = [
        _at_place(
            [each for each in replies if each.place == place], question, demand, period
        )
        for place in sorted(places)
    ]
    passed = [each for each in found if each.passed]
    told = [each for each in found if each.reply is not None]
    return (passed or told or found)[0]


def _at_place(
    replies: list[Reply], question: Question, demand: Demand, period: Hours | None
) -> Outcome:
    if period is None:
        counting = replies
        for each in counting:
            if question.passes(each.value, demand):
                return Outcome(each, passed=True)
        return Outcome(counting[0])
    counting = _at_time(replies, question, period)
    for each in counting:
        if not question.passes(each.value, demand):
            return Outcome(each)
    return Outcome(counting[0], passed=True) if counting else Outcome(None)


def _at_time(replies: list[Reply], question: Question, period: Hours) -> list[Reply]:
    """The answers that hold then; none when part of the time is not answered for.

    Hours of their own go before what holds always, which fills the rest.
    """
    always = [each for each in replies if not each.timed]
    timed = [each for each in replies if each.timed]
    if not timed:
        return always
    starts, ends = period
    if question.code == STAFFED_FOR:
        ends += timedelta(minutes=STAFFED_AFTER)
    spans = sorted(
        (span, each)
        for each in timed
        if (span := each.hours(starts.date())) and span[0] < ends and starts < span[1]
    )
    reached = starts
    for (since, until), _ in spans:
        if since > reached:
            break
        reached = max(reached, until)
    counting = [each for _, each in spans]
    if reached >= ends:
        return counting
    return [*counting, *always] if always else []


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last day where it has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
