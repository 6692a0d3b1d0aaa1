"""A time of day, as people type it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial

from ui.widgets.typed import TypedBox
from venues.domain.typed import read_time
from venues.domain.words import clock

STEP = timedelta(minutes=15)
OPENS, CLOSES = time(7), time(21)  # of the list; any other time can be typed


class TimeField(TypedBox[time]):
    """Takes 3, 3pm, 15:00, 1500 or 3.30pm; offers every quarter of an hour.

    Up and Down go to the quarter before or after.
    """

    def __init__(self, start: time = time(9), *, twenty_four: bool = False) -> None:
        super().__init__(
            quarters(),
            read=read_time,
            show=partial(clock, column=True, twenty_four=twenty_four),
            start=start,
        )
        self.setMinimumContentsLength(8)

    def twenty_four(self, on: bool) -> None:  # noqa: FBT001 - the setting as it stands
        """Write times as 15:30 rather than 3:30pm."""
        self.reshow(partial(clock, column=True, twenty_four=on))


def quarters(opens: time = OPENS, closes: time = CLOSES) -> list[time]:
    """Every quarter of an hour from one time to another."""
    day = date(2026, 1, 5)  # any day without a change of clocks
    now, end = datetime.combine(day, opens), datetime.combine(day, closes)
    return [(now + STEP * n).time() for n in range((end - now) // STEP + 1)]
