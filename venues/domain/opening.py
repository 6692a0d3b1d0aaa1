"""From the hours on record to the stretches of one day in which a room may be used."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from venues.domain.period import Period, without
from venues.domain.proposal import Day, Span


class Stretch(NamedTuple):
    """Hours on record for one weekday (Monday is 0) and one of the three uses."""

    weekday: int
    use: str
    opens: time
    closes: time
    season: str = "always"
    valid_from: date | None = None
    valid_until: date | None = None

    @property
    def dated(self) -> bool:
        """Whether it holds between dates only, in the place of the usual hours."""
        return self.valid_from is not None or self.valid_until is not None

    @property
    def order(self) -> tuple[Any, ...]:
        """By weekday, use and time; the usual hours before those with dates."""
        dates = (self.valid_from or date.min, self.valid_until or date.max)
        return (*self[:5], self.dated, *dates)

    def covers(self, day: date) -> bool:
        """Whether the day lies between its dates."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )

    def holds_on(self, day: date, *, term: bool) -> bool:
        """Whether these hours are those of that day."""
        return (
            self.weekday == day.weekday()
            and (self.season == "always" or (self.season == "term") is term)
            and self.covers(day)
        )


class Shut(NamedTuple):
    """A closure of a venue, or of one of its rooms."""

    venue_id: int
    room_id: int | None
    starts: datetime
    ends: datetime
    reason: str


def hours_on(
    stretches: Iterable[Stretch], day: date, use: str, *, term: bool
) -> tuple[Span, ...]:
    """The hours of that day for that use, in order of time.

    Between their dates, hours that have some are the whole week: the usual ones do not
    count then, and a weekday that they leave out is closed.
    """
    known = tuple(stretches)
    special = [each for each in known if each.dated and each.covers(day)]
    return tuple(
        sorted(
            Span(datetime.combine(day, each.opens), datetime.combine(day, each.closes))
            for each in special or known
            if each.use == use and each.holds_on(day, term=term)
        )
    )


def cut(spans: Iterable[Span], shut: Iterable[Shut]) -> tuple[Span, ...]:
    """What is left of the hours once the closures are taken out."""
    left = without(
        [Period(*span) for span in spans],
        [Period(each.starts, each.ends) for each in shut],
    )
    return tuple(Span(period.starts, period.ends) for period in left)


def closed_times(day: Day) -> tuple[Span, ...]:
    """The stretches of that day, midnight to midnight, when the room is not ours."""
    midnight = datetime.combine(day.day, time())
    marks = [midnight]
    for span in day.usable:
        marks += [span.starts, span.ends]
    marks.append(midnight + timedelta(days=1))
    return tuple(
        Span(starts, ends)
        for starts, ends in zip(marks[::2], marks[1::2], strict=True)
        if starts < ends
    )
