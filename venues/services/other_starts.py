"""The other starts of a day at which rooms fit, for the second look and alternatives.

When the room is open and free, and when the people are free, are stretches of the day;
where they meet lie the starts that are possible, so no grid is tried. The nearest start
to any moment is that moment or one of their ends. Yes or no is all that is asked of the
rules here, only those are asked that may refuse, and what is the same for every room
(who is free then, what the venue allows) is asked once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta

from venues.domain import rules
from venues.domain.period import DAY, Period
from venues.domain.proposal import Appointment, Proposal, Room, Span, proposed
from venues.services.finding import Judged

STEP = 5
"""Minutes on which starts fall."""

_SEEN = frozenset({"R1", "R2"})
"""Hours and bookings: the stretches are made of them."""

_BY_TIME_AND_VENUE = tuple(
    rule for rule in rules.REFUSING_OF_VENUE if rule.name not in rules.UNTIMED
)
_BY_TIME_AND_ROOM = tuple(
    rule for rule in rules.REFUSING_OF_ROOM if rule.name not in rules.UNTIMED | _SEEN
)
_AT_ANY_TIME = tuple(
    rule
    for rule in (*rules.REFUSING_OF_VENUE, *rules.REFUSING_OF_ROOM)
    if rule.name in rules.UNTIMED
)


class OtherStarts:
    """The starts at which each room of what was judged fits, worked out once each.

    None is earlier than ``earliest``.
    """

    def __init__(self, judged: Judged, earliest: datetime) -> None:
        self._judged = judged
        midnight = datetime.combine(judged.asked.period.day, time())
        self._first, self._last = max(earliest, midnight), midnight + DAY
        about, period = judged.about, judged.asked.period
        self._length = period.ends - period.starts
        taken = [Span(each.starts, each.ends) for each in about.engagements]
        taken += [Span(each.starts, each.ends) for each in about.case_times]
        whole = Span(midnight - DAY, midnight + 3 * DAY)
        self._people = [*_between(whole, sorted(taken))]
        self._held: dict[int, Span] = {}
        self._possible: dict[int, list[Span]] = {}
        self._asked: dict[datetime, Appointment] = {}
        self._venues: dict[tuple[int, datetime], bool] = {}

    def of(self, room: Room) -> tuple[datetime, ...]:
        """The starts that day at which the room fits, in order of time."""
        judged = self._judged
        asked, day = judged.asked, judged.days[room.id]
        as_asked = proposed(asked, room, day, judged.about, self._hold(room))
        if rules.refused(as_asked, _AT_ANY_TIME):
            return ()
        marks = {_on_step(asked.period.starts)}
        marks.update(_on_step(end) for span in self._stretches(room) for end in span)
        return tuple(start for start in sorted(marks) if self.fits(room, start))

    def fits(self, room: Room, start: datetime) -> bool:
        """Whether a room that only the time can keep out fits at that start."""
        if not self._first <= start < self._last:
            return False
        for since, until in self._stretches(room):
            if since <= start <= until:
                break
        else:
            return False
        judged = self._judged
        held, moved = self._hold(room), start - judged.asked.period.starts
        hold = Span(held.starts + moved, held.ends + moved)
        asked, day = self._at(start), judged.days[room.id]
        proposal = proposed(asked, room, day, judged.about, hold)
        return not (
            self._venue_refuses(proposal, start)
            or rules.refused(proposal, _BY_TIME_AND_ROOM)
        )

    def _stretches(self, room: Room) -> list[Span]:
        """From the first to the last start of each stretch in which all are free."""
        if room.id not in self._possible:
            day, period = self._judged.days[room.id], self._judged.asked.period
            hold = self._hold(room)
            before, after = period.starts - hold.starts, hold.ends - period.ends
            self._possible[room.id] = [
                Span(since, until)
                for usable in day.usable
                for free in _between(usable, sorted(day.busy))
                for people in self._people
                if (since := max(free.starts + before, people.starts))
                <= (until := min(free.ends - after, people.ends) - self._length)
            ]
        return self._possible[room.id]

    def _hold(self, room: Room) -> Span:
        """How long the room is held as asked; turnaround is all that differs."""
        if room.turnaround not in self._held:
            self._held[room.turnaround] = self._judged.asked.hold(room)
        return self._held[room.turnaround]

    def _at(self, start: datetime) -> Appointment:
        """What is asked for at that start."""
        if start not in self._asked:
            self._asked[start] = replace(
                self._judged.asked, period=Period(start, start + self._length)
            )
        return self._asked[start]

    def _venue_refuses(self, proposal: Proposal, start: datetime) -> bool:
        key = proposal.venue.id, start
        if key not in self._venues:
            self._venues[key] = rules.refused(proposal, _BY_TIME_AND_VENUE)
        return self._venues[key]


def _between(whole: Span, taken: Iterable[Span]) -> Iterator[Span]:
    """What is left of that time between what is taken, which is in order of time."""
    since, until = whole
    for span in taken:
        if since < span.starts:
            yield Span(since, min(span.starts, until))
        since = max(since, span.ends)
    if since < until:
        yield Span(since, until)


def _on_step(start: datetime) -> datetime:
    late = (start.minute % STEP) + start.second / 60
    return start if not late else start + timedelta(minutes=STEP - start.minute % STEP)
