"""From hours on record to the stretches of one day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from venues.domain.opening import Shut, Stretch, closed_times, cut, hours_on
from venues.domain.proposal import Day, Span

THURSDAY = date(2026, 11, 26)


def at(hour: int) -> datetime:
    return datetime.combine(THURSDAY, time(hour))


def test_only_that_weekday_and_use_count_in_order_of_time() -> None:
    stretches = [
        Stretch(3, "usable", time(14), time(18)),
        Stretch(3, "usable", time(9), time(12)),
        Stretch(3, "staffed", time(8), time(20)),
        Stretch(4, "usable", time(9), time(17)),
    ]

    found = hours_on(stretches, THURSDAY, "usable", term=True)

    assert found == (Span(at(9), at(12)), Span(at(14), at(18)))


def test_term_and_holiday_hours_take_turns() -> None:
    stretches = [
        Stretch(3, "usable", time(16), time(20), "term"),
        Stretch(3, "usable", time(9), time(17), "holiday"),
    ]

    in_term = hours_on(stretches, THURSDAY, "usable", term=True)
    in_holiday = hours_on(stretches, THURSDAY, "usable", term=False)

    assert in_term == (Span(at(16), at(20)),)
    assert in_holiday == (Span(at(9), at(17)),)


def test_hours_hold_between_their_dates_both_included() -> None:
    stretch = Stretch(
        3, "usable", time(9), time(17), "always", THURSDAY, date(2026, 12, 3)
    )

    assert stretch.holds_on(THURSDAY, term=True)
    assert stretch.holds_on(date(2026, 12, 3), term=True)
    assert not stretch.holds_on(date(2026, 11, 19), term=True)
    assert not stretch.holds_on(date(2026, 12, 10), term=True)


def test_a_closure_is_cut_out_of_the_hours() -> None:
    shut = Shut(1, None, at(11), at(13), "training")

    assert cut([Span(at(9), at(17))], [shut]) == (
        Span(at(9), at(11)),
        Span(at(13), at(17)),
    )


def test_hours_for_some_dates_are_the_whole_week_between_them() -> None:
    until = date(2026, 11, 30)
    stretches = [
        Stretch(3, "usable", time(9), time(17)),
        Stretch(4, "usable", time(9), time(17)),
        Stretch(3, "usable", time(10), time(12), "always", THURSDAY, until),
    ]

    found = [
        hours_on(stretches, THURSDAY + timedelta(days=days), "usable", term=True)
        for days in (0, 1, 7)
    ]

    assert found[0] == (Span(at(10), at(12)),)
    assert found[1] == ()
    assert [span.starts.hour for span in found[2]] == [9]


def test_closed_stretches_are_what_is_left_of_the_day() -> None:
    def at(hour: int) -> datetime:
        return datetime.combine(THURSDAY, time(hour))

    day = Day(THURSDAY, usable=(Span(at(9), at(12)), Span(at(13), at(20))))

    assert [(span.starts.hour, span.ends.hour) for span in closed_times(day)] == [
        (0, 9),
        (12, 13),
        (20, 0),
    ]
