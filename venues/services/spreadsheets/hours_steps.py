"""The rows about opening hours: whose they are, and what would become of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, time
from itertools import combinations
from operator import attrgetter

from venues.domain.hours_words import Between, Opening, say_hours, say_week
from venues.domain.opening import Stretch
from venues.domain.week import USES, between
from venues.domain.words import DAYS, listing, short_day
from venues.errors import WrongInput
from venues.services import hours_editing
from venues.services.spreadsheets import shape
from venues.services.spreadsheets.lines import Line
from venues.services.spreadsheets.plan import (
    Change,
    HoursStep,
    Item,
    Leave,
    Plan,
    State,
)
from venues.services.spreadsheets.stored import Owner, Stored

Key = tuple[str, str, date | None, date | None]
"""A use, a season, and the dates between which the hours hold, if any."""

Weeks = dict[Key, dict[int, Opening]]
HALF_DAY = 12 * 60


def weeks(stretches: Iterable[Stretch]) -> Weeks:
    """Use, season and dates → weekday → hours, those that touch made one."""
    found: Weeks = defaultdict(dict)
    for each in sorted(stretches, key=attrgetter("order")):
        days = found[each.use, each.season, each.valid_from, each.valid_until]
        span = Between(each.opens, each.closes)
        before = days.get(each.weekday, ())
        if before and before[-1].closes == span.opens:
            days[each.weekday] = (*before[:-1], Between(before[-1].opens, span.closes))
        else:
            days[each.weekday] = (*before, span)
    return {key: days for key, days in found.items() if any(days.values())}


def order(key: Key) -> tuple[object, ...]:
    """The usual hours first, then by date, use and season."""
    use, season, *dates = key
    uses, seasons = list(USES), list(shape.SEASONS)
    when = between((dates[0], dates[1]))
    dated = key[2:] != (None, None)
    return dated, when, uses.index(use), seasons.index(season)


def weigh(
    owner: Owner,
    name: str,
    lines: list[Line],
    stored: Stored,
    into: Plan,
    *,
    whole: bool,
    leave: Leave,
) -> None:
    """Say what would become of somebody's hours, and note the step.

    With ``whole`` the lines are all the hours there are; without, days and uses that
    they do not speak of stay.
    """
    before = stored.hours.get(owner, ())
    present = weeks(before)
    wanted: Weeks = {} if whole else {key: dict(days) for key, days in present.items()}
    seen: dict[Key, int] = {}
    for line in lines:
        key = _key(line)
        if key in seen:
            line.trouble("use", f"Row {seen[key]} says the same hours. Keep one.")
            continue
        seen[key] = line.row
        days = wanted.setdefault(key, {})
        for day in range(7):
            if f"day{day}" in line.values:
                days[day] = line.values[f"day{day}"]
            elif whole and day in present.get(key, {}):
                days[day] = present[key][day]
        _look_twice(line, days)
    after = tuple(
        sorted(
            (
                Stretch(day, use, span.opens, span.closes, season, first, last)
                for (use, season, first, last), days in wanted.items()
                for day, opening in days.items()
                for span in opening
            ),
            key=attrgetter("order"),
        )
    )
    changed = weeks(after) != present
    if changed:
        _check(after, lines)
    _note(owner, name, lines, before, after, into, changed=changed, leave=leave)


def _note(
    owner: Owner,
    name: str,
    lines: list[Line],
    before: tuple[Stretch, ...],
    after: tuple[Stretch, ...],
    into: Plan,
    *,
    changed: bool,
    leave: Leave,
) -> None:
    grave = any(line.grave for line in lines)
    if grave and (leave is Leave.ROW or not changed or _broken(after)):
        state = State.PROBLEM
    elif not changed:
        state = State.UNCHANGED
    else:
        state = State.CHANGED if before else State.NEW
        into.hours.append(HoursStep(owner, before, after))
    old, new = say(before), say(after)
    into.items.append(
        Item(
            "Hours",
            name,
            state,
            lines[0].sheet,
            lines[0].row,
            (Change("Hours", old, new),) if state is State.CHANGED else (),
            tuple(
                trouble
                for line in lines
                for trouble in (
                    line.grave if state is State.UNCHANGED else line.troubles
                )
            ),
            new if state is State.NEW else "",
        )
    )


def _key(line: Line) -> Key:
    """Which hours a row is about."""
    get = line.values.get
    use, season = get("use", "open"), get("season", "always")
    return use, season, get("valid_from"), get("valid_until")


def say(stretches: Iterable[Stretch]) -> str:
    """The hours in words: "Open: Mon to Fri 9am to 5pm"."""
    found = weeks(stretches)
    said = []
    for key in sorted(found, key=order):
        use, season, first, last = key
        when = "" if season == "always" else f", {shape.SEASONS[season].lower()}"
        when += f" from {short_day(first)}" if first else ""
        when += f" to {short_day(last)}" if last else ""
        said.append(f"{USES[use]}{when}: {say_week(found[key])}")
    return "; ".join(said) or "Closed"


def _broken(stretches: Iterable[Stretch]) -> bool:
    try:
        hours_editing.check(stretches)
    except WrongInput:
        return True
    return False


def _check(after: Iterable[Stretch], lines: list[Line]) -> None:
    try:
        hours_editing.check(after)
    except WrongInput as trouble:
        if trouble.field in {"first", "last"}:
            column = "valid_until" if trouble.field == "last" else "valid_from"
            dated = [line for line in lines if any(_key(line)[2:])]
            (dated or lines)[-1].trouble(column, str(trouble))
            return
        day, _, use = trouble.field.partition(" ")
        line = next((each for each in lines if _key(each)[0] == use), lines[0])
        line.trouble(f"day{day}", str(trouble))


def _look_twice(line: Line, days: dict[int, Opening]) -> None:
    """Point out a closing time that is half a day from that of another day."""
    ends = {
        day: (opening[0].opens, opening[-1].closes)
        for day, opening in days.items()
        if opening and f"day{day}" in line.values
    }
    for (one, (opens, closes)), (other, (starts, ends_at)) in combinations(
        ends.items(), 2
    ):
        apart = _minute(ends_at) - _minute(closes)
        if opens == starts and abs(apart) == HALF_DAY:
            early, late = (one, other) if apart > 0 else (other, one)
            alike = [day for day in ends if days[day] == days[early]]
            line.trouble(
                f"day{early}",
                f"{listing([DAYS[day] for day in alike])}: {say_hours(days[early])}, "
                f"but {DAYS[late]}: {say_hours(days[late])}. It is kept as typed: "
                "check am and pm.",
                note=True,
            )
            return


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
