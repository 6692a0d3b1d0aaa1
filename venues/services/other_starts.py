"""The other starts of a day at which rooms fit, for the second look and alternatives.

A nearest start is the one asked for, the beginning of usable hours, right after
something that is in the way (a hold of the room, another appointment of a worker or the
case) or just before it, so no grid is tried. Yes or no is all that is asked of the
rules here, and what is the same for every room (who is free then, what the venue
allows) is asked once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta

from venues.domain import rules
from venues.domain.period import DAY, Period
from venues.domain.proposal import Appointment, Day, Proposal, Room, Span
from venues.services.finding import Judged

STEP = 5
"""Minutes on which starts fall."""

_BY_TIME_AND_VENUE = tuple(
    rule for rule in rules.OF_VENUE if rule.name not in rules.UNTIMED
)
_BY_TIME_AND_ROOM = tuple(
    rule for rule in rules.OF_ROOM if rule.name not in rules.UNTIMED
)
_AT_ANY_TIME = tuple(rule for rule in rules.RULES if rule.name in rules.UNTIMED)


class OtherStarts:
    """The starts at which each room of what was judged fits, worked out once each.

    None is earlier than ``earliest``.
    """

    def __init__(self, judged: Judged, earliest: datetime) -> None:
        self._judged = judged
        midnight = datetime.combine(judged.asked.period.day, time())
        self._first, self._last = max(earliest, midnight), midnight + DAY
        about = judged.about
        self._taken = [Span(each.starts, each.ends) for each in about.engagements]
        self._taken += [Span(each.starts, each.ends) for each in about.case_times]
        self._held: dict[int, Span] = {}
        self._asked: dict[datetime, Appointment | None] = {}
        self._venues: dict[tuple[int, datetime], bool] = {}

    def of(self, room: Room) -> tuple[datetime, ...]:
        """The starts that day at which the room fits, in order of time."""
        judged = self._judged
        asked, day = judged.asked, judged.days[room.id]
        hold = self._hold(room)
        as_asked = Proposal(asked, room, day, judged.about, hold)
        if rules.refused(as_asked, _AT_ANY_TIME):
            return ()
        marks = {_on_step(mark) for mark in self._marks(day, asked.period, hold)}
        return tuple(start for start in sorted(marks) if self.fits(room, start))

    def fits(self, room: Room, start: datetime) -> bool:
        """Whether a room that only the time can keep out fits at that start."""
        if not self._first <= start < self._last:
            return False
        asked = self._at(start)
        if asked is None:
            return False
        judged = self._judged
        day = judged.days[room.id]
        held, moved = self._hold(room), start - judged.asked.period.starts
        hold = Span(held.starts + moved, held.ends + moved)
        if not _open(day, hold):
            return False
        proposal = Proposal(asked, room, day, judged.about, hold)
        return not (
            self._venue_refuses(proposal, start)
            or rules.refused(proposal, _BY_TIME_AND_ROOM)
        )

    def _marks(self, day: Day, period: Period, hold: Span) -> Iterator[datetime]:
        length = period.ends - period.starts
        before = period.starts - hold.starts
        after = hold.ends - period.ends
        yield period.starts
        for span in day.busy:
            yield span.ends + before
            yield span.starts - after - length
        for span in day.usable:
            yield span.starts + before
            yield span.ends - after - length
        for taken in self._taken:
            yield taken.ends
            yield taken.starts - length

    def _hold(self, room: Room) -> Span:
        """How long the room is held as asked; turnaround is all that differs."""
        if room.turnaround not in self._held:
            self._held[room.turnaround] = self._judged.asked.hold(room)
        return self._held[room.turnaround]

    def _at(self, start: datetime) -> Appointment | None:
        """What is asked for at that start; None while one of the people is taken."""
        if start not in self._asked:
            asked = self._judged.asked
            ends = start + (asked.period.ends - asked.period.starts)
            free = not any(
                taken.starts < ends and start < taken.ends for taken in self._taken
            )
            self._asked[start] = (
                replace(asked, period=Period(start, ends)) if free else None
            )
        return self._asked[start]

    def _venue_refuses(self, proposal: Proposal, start: datetime) -> bool:
        key = proposal.venue.id, start
        if key not in self._venues:
            self._venues[key] = rules.refused(proposal, _BY_TIME_AND_VENUE)
        return self._venues[key]


def _open(day: Day, hold: Span) -> bool:
    """Whether hours and holds let it be: most marks fail here, unsaid and quickly."""
    starts, ends = hold
    return any(
        span.starts <= starts and ends <= span.ends for span in day.usable
    ) and not any(busy.starts < ends and starts < busy.ends for busy in day.busy)


def _on_step(start: datetime) -> datetime:
    late = (start.minute % STEP) + start.second / 60
    return start if not late else start + timedelta(minutes=STEP - start.minute % STEP)
