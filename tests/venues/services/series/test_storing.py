"""A rule as it is stored."""

from __future__ import annotations

from datetime import date

import pytest

from venues.domain.recurrence import Every, Repeat
from venues.services.series.storing import stored

THURSDAY = date(2026, 1, 29)


@pytest.mark.parametrize(
    ("repeat", "line"),
    [
        (Repeat(every=Every.DAY, times=3), "FREQ=DAILY;COUNT=3"),
        (
            Repeat(every=Every.WEEKDAY, times=3, interval=2),
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR;COUNT=3",
        ),
        (
            Repeat(every=Every.WEEK, until=date(2026, 3, 5)),
            "FREQ=WEEKLY;BYDAY=TH;UNTIL=20260305",
        ),
        (
            Repeat(every=Every.WEEK, weekdays=(4, 0), times=2, interval=2),
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=2",
        ),
        (Repeat(every=Every.MONTH, times=2), "FREQ=MONTHLY;BYMONTHDAY=29;COUNT=2"),
        (Repeat(every=Every.MONTH_WEEKDAY, times=2), "FREQ=MONTHLY;BYDAY=-1TH;COUNT=2"),
        (
            Repeat(every=Every.MONTH_WEEKDAY, place=4, times=2),
            "FREQ=MONTHLY;BYDAY=4TH;COUNT=2",
        ),
        (
            Repeat(every=Every.PICKED, picked=(THURSDAY, date(2026, 1, 5))),
            "RDATE=20260105,20260129",
        ),
        (
            Repeat(every=Every.DAY, times=1, term_only=True, skip_holidays=True),
            "FREQ=DAILY;COUNT=1;X-TERM-ONLY;X-NO-BANK-HOLIDAYS",
        ),
    ],
)
def test_a_rule_is_one_line(repeat: Repeat, line: str) -> None:
    assert stored(repeat, THURSDAY) == line
