"""Rows of history as sentences: "Seats in a circle 6 → 8"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from venues.domain import needs
from venues.domain.hours_words import Between, say_days, say_hours
from venues.domain.week import SEASONS, USES
from venues.domain.words import DAYS, clock, count, day, day_month, short_day
from venues.services.venue_words import FIELDS, NOTHING, between, value_words

Said = tuple[str, str]
"""What was changed, and how."""

VERBS = {"added": "added", "removed": "taken away"}
TITLES = {
    "entrance": "Entrance",
    "waiting_space": "Waiting space",
    "contact": "Contact",
    "assessment": "Assessment",
    "incident": "Incident",
    "block_hire": "Standing agreement",
}
OF_A_ROOM = frozenset({"assessment", "incident", "block_hire", "closure"})
"""Tables whose rows are a room's, or the whole venue's."""

DATED = {"assessment": "made_on", "incident": "happened_on"}
"""Records that are known by their day."""

DATES = frozenset(
    {"made_on", "review_by", "control_until", "accepted_on"}
    | {"happened_on", "closed_on", "since", "until"}
)
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
    elif table == "answer":
        yield from _answers(rows, names)
    elif table != "space":  # a room that takes one up says so
        for row in rows:
            yield from _row(row, names)


def _row(row: Any, names: Names) -> Iterator[Said]:
    part = names.part(row)
    title = _title(row, part, names)
    whole = _whole(row, part, title)
    if row.action in VERBS:
        yield title, f"{whole} {VERBS[row.action]}"
        return
    told = "; ".join(_changes(row, names))
    if told and whole != title and row.table not in {"closure", "room"}:
        told = f"{whole}: {told}"
    if told:
        yield title, told


def _title(row: Any, part: dict[str, Any], names: Names) -> str:
    """What a change is a change of, as it can be looked for."""
    if row.table == "room":
        return names.room(row.row_id)
    title: str = TITLES.get(row.table, row.table.capitalize())
    room = names.room(part.get("room_id")) if row.table in OF_A_ROOM else ""
    return f"{title} of {room}" if room else title


def _whole(row: Any, part: dict[str, Any], title: str) -> str:
    """The record itself, among others of its sort."""
    if row.table == "closure":
        return _closure(row, part)
    if row.table in {"room", "venue"}:
        return "Room" if row.table == "room" else "Venue"
    if row.table in DATED:
        when = (part | stated(row)).get(DATED[row.table])
        return f"{TITLES[row.table]} of {_day(when)}" if when else title
    if row.table == "block_hire" and "weekday" in part:
        return f"{DAYS[part['weekday']]}s"
    return str(part.get("name") or part.get("role") or title)


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
    if value and name in DATES:
        return _day(value)
    if value and name in MOMENTS:
        return _moment(value)
    return value_words(name, value)


def _day(value: str | date) -> str:
    when = date.fromisoformat(str(value)[:10])
    return f"{day_month(when)} {when.year}"


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


def _answers(rows: list[Any], names: Names) -> Iterator[Said]:
    """What was found: a whole visit is counted, a later change told by itself."""
    counted: Counter[tuple[str, str]] = Counter()
    for row in rows:
        values = names.part(row) | stated(row)
        visit = names.parts.get(("assessment", values.get("assessment_id", 0)), {})
        room = names.room(visit.get("room_id"))
        title = f"Assessment of {room}" if room else "Assessment"
        if row.action in VERBS:
            counted[title, VERBS[row.action]] += 1
        elif told := "; ".join(_changes(row, names)):
            asked = names.keys["criterion_id"].get(values.get("criterion_id", 0), "")
            yield title, f"{asked or 'An answer'}: {told}"
    for (title, verb), number in counted.items():
        yield title, f"{count(number, 'answer')} {verb}"


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
