"""Rows of history as sentences: "Seats in a circle 6 → 8"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from venues.domain import needs
from venues.domain.hours_words import Between, say_days, say_hours
from venues.domain.week import SEASONS, USES
from venues.domain.words import clock, day, short_day
from venues.services.venue_words import FIELDS, NOTHING, between, value_words

Said = tuple[str, str]
"""What was changed, and how."""

VERBS = {"added": "added", "removed": "taken away"}
TITLES = {
    "entrance": "Entrance",
    "waiting_space": "Waiting space",
    "contact": "Contact",
}
TIMES = frozenset(
    {"opens", "closes", "last_bus", "last_bus_saturday", "last_bus_sunday"}
)
MOMENTS = frozenset({"starts", "ends"})


@dataclass(frozen=True, slots=True)
class Names:
    """What keys stand for.

    ``parts`` has the values of each row of a venue by table and key; ``keys`` the
    names behind the columns that hold keys.
    """

    staff: dict[int, str]
    parts: dict[tuple[str, int], dict[str, Any]]
    keys: dict[str, dict[int, str]]

    def part(self, row: Any) -> dict[str, Any]:
        """The values of the row that was changed, as far as they are known."""
        return self.parts.get((row.table, row.row_id), {})

    def room(self, room_id: int | None) -> str:
        """The name of a room; nothing for the whole venue."""
        return str(self.parts.get(("room", room_id or 0), {}).get("name", ""))


def stated(row: Any) -> dict[str, Any]:
    """What a row of history says: the new values, and the old ones of what is gone."""
    return {
        name: old if new is None else new for name, (old, new) in row.changes.items()
    }


def say(table: str, rows: list[Any], names: Names) -> Iterator[Said]:
    """What those rows of one table, written on one occasion, say."""
    if table == "hours":
        yield from _hours(rows, names)
    elif table == "feature":
        yield from _features(rows, names)
    elif table == "room_space":
        yield from _spaces(rows, names)
    elif table != "space":  # a room that takes one up says so
        for row in rows:
            yield from _row(row, names)


def _row(row: Any, names: Names) -> Iterator[Said]:
    part = names.part(row)
    if row.table == "closure":
        room = names.room(part.get("room_id"))
        title = f"Closure of {room}" if room else "Closure"
        whole = _closure(row, part)
    elif row.table == "room":
        title, whole = names.room(row.row_id), "Room"
    elif row.table == "venue":
        title, whole = "Venue", "Venue"
    else:
        title = TITLES[row.table]
        whole = str(part.get("name") or part.get("role") or title)
    if row.action in VERBS:
        yield title, f"{whole} {VERBS[row.action]}"
        return
    told = "; ".join(_changes(row, names))
    if told and whole != title and row.table not in {"closure", "room"}:
        told = f"{whole}: {told}"
    if told:
        yield title, told


def _changes(row: Any, names: Names) -> Iterator[str]:
    for name, words in FIELDS[row.table].items():
        if name in row.changes:
            old, new = (_value(name, value, names) for value in row.changes[name])
            yield f"{words} {old} → {new}"


def _value(name: str, value: Any, names: Names) -> str:
    if value is not None and name in names.keys:
        return names.keys[name].get(value, NOTHING)
    if value and name in TIMES:
        return clock(time.fromisoformat(value))
    if value and name in MOMENTS:
        return _moment(value)
    return value_words(name, value)


def _moment(value: str | datetime) -> str:
    moment = datetime.fromisoformat(str(value))
    return f"{day(moment)}, {clock(moment)}"


def _closure(row: Any, part: dict[str, Any]) -> str:
    said = part | (stated(row) if row.action != "changed" else {})
    if "starts" not in said or "ends" not in said:
        return "Closure"
    starts, ends = (datetime.fromisoformat(str(said[n])) for n in ("starts", "ends"))
    return f"{said.get('reason', 'Closure')} ({between(starts, ends)})"


def _hours(rows: list[Any], names: Names) -> Iterator[Said]:
    """Days with the same hours are said together: "Mon to Fri open: 9am to 5pm"."""
    days: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for row in rows:
        part = names.part(row)
        values = part | stated(row)
        if "weekday" not in values:
            continue
        use = USES[values["use"]].lower()
        if values["season"] in SEASONS:
            use += f" {SEASONS[values['season']].lower()}"
        use += _dates(values)
        now = say_hours([_between(values)])
        change = f"{now} {VERBS.get(row.action, '')}".strip()
        if row.action == "changed":
            before = values | {name: pair[0] for name, pair in row.changes.items()}
            change = f"{say_hours([_between(before)])} → {now}"
        room = names.room(values.get("room_id"))
        title = f"Hours of {room}" if room else "Hours"
        days[title, use, change].append(values["weekday"])
    told: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (title, use, change), weekdays in days.items():
        for together in _runs(sorted(weekdays)):
            words = f"{say_days(together)} {use}: {change}"
            told[title].append((together[0], words))
    for title, changes in told.items():
        yield title, "; ".join(words for _, words in sorted(changes))


def _dates(values: dict[str, Any]) -> str:
    """Between which days the hours hold, if not always."""
    first, last = (values.get(name) for name in ("valid_from", "valid_until"))
    told = [
        f" {word} {short_day(date.fromisoformat(str(when)))}"
        for word, when in (("from", first), ("until", last))
        if when
    ]
    return "".join(told)


def _between(values: dict[str, Any]) -> Between:
    opens, closes = (time.fromisoformat(str(values[n])) for n in ("opens", "closes"))
    return Between(opens, closes)


def _runs(days: list[int]) -> Iterable[list[int]]:
    """Days that follow one another, each run by itself."""
    runs: list[list[int]] = []
    for one in days:
        if runs and runs[-1][-1] == one - 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _features(rows: list[Any], names: Names) -> Iterator[Said]:
    told: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        values = names.part(row) | stated(row)
        need = needs.words(str(values.get("need", "")))
        if row.action == "changed":
            words = f"{need}: " + "; ".join(_changes(row, names))
        elif row.action == "removed":
            words = f"{need}: no longer recorded"
        else:
            words = f"{need}: {value_words('present', values.get('present', False))}"
        told[names.room(values.get("room_id")) or "Features"].append(words)
    for title, changes in told.items():
        yield title, "; ".join(changes)


def _spaces(rows: list[Any], names: Names) -> Iterator[Said]:
    """A room that is made of others; its own part is not said."""
    for row in rows:
        keys = stated(row)
        room = names.room(keys["room_id"])
        space = names.parts.get(("space", keys["space_id"]), {}).get("name", "")
        if space and space != room:
            verb = "Takes up" if row.action == "added" else "No longer takes up"
            yield room, f"{verb} {space}"
