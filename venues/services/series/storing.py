"""A rule as it is stored: RFC 5545's own words for it, and what those cannot say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from venues.domain.recurrence import Every, Repeat, place_of

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKING = 5
TERM_ONLY, NO_HOLIDAYS = "X-TERM-ONLY", "X-NO-BANK-HOLIDAYS"
MOMENT = "%Y%m%dT%H%M%S"


@dataclass(frozen=True, slots=True)
class Usual:
    """When and where most of a series is; what is elsewhere was moved by hand."""

    starts: time
    minutes: int
    room_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A rule that was read; older ones say neither its first date nor the rest."""

    repeat: Repeat
    first: date | None = None
    usual: Usual | None = None


def line(repeat: Repeat, first: date, usual: Usual) -> str:
    """The rule with its first date, and what is usual, so that it can be changed."""
    starts = datetime.combine(first, usual.starts)
    rooms = ",".join(str(id_) for id_ in usual.room_ids)
    parts = (
        stored(repeat, first),
        f"DTSTART={starts:{MOMENT}}",
        f"DURATION=PT{usual.minutes}M",
        f"X-ROOMS={rooms}",
    )
    return ";".join(parts)


def read(rule: str) -> Known:
    """The rule that was stored as that line.

    Raises:
        KeyError, ValueError: it is none of ours.
    """
    pairs = (part.partition("=") for part in rule.split(";"))
    said = {name: value for name, _, value in pairs}
    until = said.get("UNTIL")
    times = said.get("COUNT")
    every, weekdays, place = _every(said)
    repeat = Repeat(
        every=every,
        interval=int(said.get("INTERVAL", "1")),
        weekdays=weekdays,
        place=place,
        until=_day(until) if until else None,
        times=int(times) if times else None,
        picked=tuple(_day(text) for text in _listed(said.get("RDATE", ""))),
        term_only=TERM_ONLY in said,
        skip_holidays=NO_HOLIDAYS in said,
    )
    if "DTSTART" not in said:
        return Known(repeat)
    starts = datetime.strptime(said["DTSTART"], MOMENT)
    minutes = int(said["DURATION"].removeprefix("PT").removesuffix("M"))
    rooms = tuple(int(text) for text in _listed(said["X-ROOMS"]))
    return Known(repeat, starts.date(), Usual(starts.time(), minutes, rooms))


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


def _every(said: dict[str, str]) -> tuple[Every, tuple[int, ...], int]:
    """What the dates are counted by, the weekdays of a week, and which of a month."""
    if "RDATE" in said:
        return Every.PICKED, (), 0
    days = said.get("BYDAY", "")
    if said["FREQ"] == "DAILY":
        return Every.DAY, (), 0
    if said["FREQ"] == "MONTHLY":
        if days:
            return Every.MONTH_WEEKDAY, (), int(days[:-2])
        return Every.MONTH, (), 0
    if days == ",".join(DAYS[:WORKING]):
        return Every.WEEKDAY, (), 0
    return Every.WEEK, tuple(DAYS.index(text) for text in _listed(days)), 0


def _listed(text: str) -> list[str]:
    return text.split(",") if text else []


def _day(text: str) -> date:
    return datetime.strptime(text, "%Y%m%d").date()
