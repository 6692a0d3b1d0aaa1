"""A rule as it is stored: RFC 5545's own words for it, and what those cannot say."""

from __future__ import annotations

from datetime import date

from venues.domain.recurrence import Every, Repeat, place_of

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKING = 5
TERM_ONLY, NO_HOLIDAYS = "X-TERM-ONLY", "X-NO-BANK-HOLIDAYS"


def stored(repeat: Repeat, first: date) -> str:
    """The rule as one line: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20261217".

    Dates picked by hand are listed (RDATE); the two ways of leaving out holidays, for
    which the standard has no word, begin with an X.
    """
    if repeat.every is Every.PICKED:
        days = ",".join(f"{day:%Y%m%d}" for day in sorted(set(repeat.picked)))
        parts = [f"RDATE={days}"]
    else:
        parts = [*_frequency(repeat, first)]
        if repeat.interval > 1:
            parts.insert(1, f"INTERVAL={repeat.interval}")
    if repeat.until is not None:
        parts.append(f"UNTIL={repeat.until:%Y%m%d}")
    if repeat.times is not None:
        parts.append(f"COUNT={repeat.times}")
    parts += [TERM_ONLY] if repeat.term_only else []
    parts += [NO_HOLIDAYS] if repeat.skip_holidays else []
    return ";".join(parts)


def _frequency(repeat: Repeat, first: date) -> list[str]:
    if repeat.every is Every.DAY:
        return ["FREQ=DAILY"]
    if repeat.every is Every.WEEKDAY:
        return ["FREQ=WEEKLY", f"BYDAY={','.join(DAYS[:WORKING])}"]
    if repeat.every is Every.WEEK:
        days = sorted(repeat.weekdays or (first.weekday(),))
        return ["FREQ=WEEKLY", f"BYDAY={','.join(DAYS[day] for day in days)}"]
    if repeat.every is Every.MONTH_WEEKDAY:
        place = repeat.place or place_of(first)
        return ["FREQ=MONTHLY", f"BYDAY={place}{DAYS[first.weekday()]}"]
    return ["FREQ=MONTHLY", f"BYMONTHDAY={first.day}"]
