"""A rule as it is stored."""

from __future__ import annotations

from datetime import date, time

import pytest

from venues.domain.recurrence import Every, Repeat
from venues.services.series import storing
from venues.services.series.storing import Known, Usual, stored

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


USUAL = Usual(time(15, 30), 90, (4, 2))


@pytest.mark.parametrize(
    "repeat",
    [
        Repeat(every=Every.DAY, times=3),
        Repeat(every=Every.WEEKDAY, times=3, interval=2),
        Repeat(every=Every.WEEK, weekdays=(0, 4), until=date(2026, 3, 5), interval=2),
        Repeat(every=Every.MONTH, times=2, skip_holidays=True),
        Repeat(every=Every.MONTH_WEEKDAY, place=-1, times=2, term_only=True),
        Repeat(every=Every.PICKED, picked=(date(2026, 1, 5), THURSDAY)),
    ],
)
def test_a_rule_is_read_again(repeat: Repeat) -> None:
    line = storing.line(repeat, THURSDAY, USUAL)

    assert storing.read(line) == Known(repeat, THURSDAY, USUAL)


def test_an_older_rule_says_nothing_of_what_is_usual() -> None:
    known = storing.read("FREQ=WEEKLY;BYDAY=TH;COUNT=4")

    assert known == Known(Repeat(every=Every.WEEK, weekdays=(3,), times=4))


@pytest.mark.parametrize("rule", ["", "FREQ=HOURLY;BYDAY=XX", "Every Thursday"])
def test_what_is_none_of_ours_is_told(rule: str) -> None:
    with pytest.raises((KeyError, ValueError)):
        storing.read(rule)
