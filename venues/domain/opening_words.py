"""When a venue is open, as the heading above its rooms says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from functools import partial

from venues.domain import words
from venues.domain.period import Period, merged, without
from venues.domain.proposal import Day, Span

CLOSED = "Closed"
APART = " · "

Times = tuple[tuple[time, time], ...]


def of_day(days: Iterable[Day], *, twenty_four: bool | None = None) -> str:
    """One day of a venue from its rooms' days: "open 8am to 8pm · staffed until 6pm".

    A venue is open while any of its rooms may be used. Nothing is said of staff when
    their hours are not on record.
    """
    rooms = list(days)
    opened = _union(room.usable for room in rooms)
    if not opened:
        return _shut(rooms)
    said = [f"open {_said(_times(opened), twenty_four=twenty_four)}"]
    staffed = _union(room.staffed for room in rooms)
    if staffed and staffed != opened:
        clock = partial(words.clock, twenty_four=twenty_four)
        if len(staffed) == 1 and staffed[0].starts <= opened[0].starts:
            if staffed[0].ends < opened[-1].ends:
                said.append(f"staffed until {clock(staffed[0].ends)}")
        else:
            said.append(f"staffed {_said(_times(staffed), twenty_four=twenty_four)}")
    return APART.join(said)


def of_week(
    days: Mapping[date, Iterable[Day]], *, twenty_four: bool | None = None
) -> str:
    """Several days of a venue: "open 8am to 8pm, Saturday 9am to 1pm".

    The hours of most days come first, then the days that differ, then days that
    something beyond the usual hours closes.
    """
    rooms = {day: list(each) for day, each in days.items()}
    hours = {
        day: _times(_union(room.usable for room in each)) for day, each in rooms.items()
    }
    common = Counter(each for each in hours.values() if each).most_common(1)
    said = partial(_said, twenty_four=twenty_four)
    parts = [f"open {said(common[0][0])}"] if common else []
    shut = []
    for day, times in hours.items():
        name = words.DAYS[day.weekday()]
        if common and times and times != common[0][0]:
            parts.append(f"{name} {said(times)}")
        elif not times and (reason := _reason(rooms[day])):
            shut.append(f"closed {name}: {reason}")
    if not common:
        return APART.join(shut) or "closed"
    return APART.join([", ".join(parts), *shut])


def closed(day: Day) -> tuple[tuple[Span, str], ...]:
    """The stretches of that day when the room is not ours, each with its word.

    Outside the usual hours it is "Closed"; inside them the reason stands, such as
    "Heating repairs". Together with ``day.usable`` they fill midnight to midnight.
    """
    usual = [Period(*span) for span in day.usual]
    shut = without(usual, [Period(*span) for span in day.usable])
    reason = (day.closed[:1].upper() + day.closed[1:]) or CLOSED
    found = [(Span(each.starts, each.ends), reason) for each in shut]
    midnight = datetime.combine(day.day, time())
    whole = Period(midnight, midnight + timedelta(days=1))
    if not usual:
        return ((Span(whole.starts, whole.ends), reason),)
    found += [
        (Span(each.starts, each.ends), CLOSED) for each in without([whole], usual)
    ]
    return tuple(sorted(found))


def _union(each: Iterable[tuple[Span, ...]]) -> list[Period]:
    different = {span for spans in each for span in spans}  # most rooms share theirs
    return merged([Period(*span) for span in different])


def _times(periods: list[Period]) -> Times:
    return tuple((each.starts.time(), each.ends.time()) for each in periods)


def _said(times: Times, *, twenty_four: bool | None) -> str:
    return words.listing([words.span(*each, twenty_four=twenty_four) for each in times])


def _reason(rooms: list[Day]) -> str:
    return next((room.closed for room in rooms if room.closed), "")


def _shut(rooms: list[Day]) -> str:
    reason = _reason(rooms)
    return f"closed: {reason}" if reason else "closed"
