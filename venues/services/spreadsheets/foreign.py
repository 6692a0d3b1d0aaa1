"""The rows of a foreign list: a venue with its hours, a contact and perhaps a room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from venues.services.spreadsheets.lines import Line
from venues.services.spreadsheets.plan import Item, Leave, Plan, State
from venues.services.spreadsheets.room_steps import Rooms
from venues.services.spreadsheets.stored import Owner
from venues.services.spreadsheets.venue_steps import Venues
from venues.services.venue_drafts import ContactDraft

USUAL_ROLE = "Reception"
"""Whose number it is, where a list does not say."""

WEIGHT = (State.PROBLEM, State.NEW, State.CHANGED, State.UNCHANGED)


def take(
    lines: Iterable[Line],
    extra: Mapping[str, Any],
    venues: Venues,
    rooms: Rooms,
    hours: dict[Owner, list[Line]],
    failed: list[tuple[str, Line]],
) -> None:
    """Find the venue, the hours and the room that each row means.

    Rows with the name of an earlier one are about another room of that venue.
    """
    for line in lines:
        week, room = _part(line, "day"), _part(line, "room.")
        for key in ("weekdays", "weekend", "week"):
            for day, opening in (line.values.pop(key, None) or {}).items():
                week.values.setdefault(f"day{day}", opening)
        has_room = bool(room.values.get("name"))
        again = venues.again(line) if has_room else None
        venue_id = venues.take(line) if again is None else again
        if venue_id is None or (again is not None and line.grave):
            failed.append(("Venue", line))
            continue
        if again is not None:
            _compare(room, line, venues.entries[again].line)
        else:
            _fill(venues, venue_id, extra, line)
            if week.values:
                hours[venue_id, None].append(week)
        if has_room and rooms.take(room, venue_id) is None:
            failed.append(("Room", room))


def merge(plan: Plan, leave: Leave) -> None:
    """Make one item of a row's venue and hours, for it is one row in the list."""
    rows: dict[tuple[str, int], Item] = {}
    others = []
    left_out = set()
    for item in plan.items:
        key = item.sheet, item.row
        if item.kind == "Room":
            others.append(item)
        elif key not in rows:
            rows[key] = item
        else:
            one = rows[key]
            if leave is Leave.ROW and item.state is State.PROBLEM:
                left_out.add(one.name)
            rows[key] = replace(
                one,
                state=min(one.state, item.state, key=WEIGHT.index),
                changes=one.changes + item.changes,
                troubles=tuple(dict.fromkeys(one.troubles + item.troubles)),
                about="; ".join(word for word in (one.about, item.about) if word),
            )
    plan.venues = [step for step in plan.venues if step.after.name not in left_out]
    plan.items = sorted([*rows.values(), *others], key=lambda item: item.row)


def _compare(room: Line, line: Line, first: Line | None) -> None:
    """Point it out when a later row says otherwise about the same venue."""
    for key, value in line.values.items():
        if first is not None and key != "name" and first.values.get(key) != value:
            line.trouble(
                key,
                f"Row {first.row} is about the same venue and says otherwise. That is "
                "what is taken.",
                note=True,
            )
    room.troubles += line.troubles


def _fill(venues: Venues, venue_id: int, extra: Mapping[str, Any], line: Line) -> None:
    entry = venues.entries[venue_id]
    if entry.before is None:
        entry.values = {**extra, **entry.values}
    phone, email = (line.values.get(f"contact.{key}", "") for key in ("phone", "email"))
    known = entry.before is not None and entry.before.contacts
    if (phone or email) and not known:
        role = line.values.get("contact.role") or USUAL_ROLE
        entry.values["contacts"] = (ContactDraft(role, phone, email),)


def _part(line: Line, begin: str) -> Line:
    """The cells of a row that are about a room, or about hours, as a line of its own.

    What is wrong with a cell of the hours stays with the row; of a room it goes along.
    """
    of_room = begin.endswith(".")
    named = {
        key.removeprefix(begin) if of_room else key: title
        for key, title in line.columns.items()
        if key.startswith(begin)
    }
    made = Line(line.sheet, line.row, named)
    for key in [key for key in line.values if key.startswith(begin)]:
        name = key.removeprefix(begin) if of_room else key
        made.values[name] = line.values.pop(key)
    if of_room:
        mine = [each for each in line.troubles if each.key.startswith(begin)]
        made.troubles = [
            replace(each, key=each.key.removeprefix(begin)) for each in mine
        ]
        if made.values.get("name"):
            line.troubles = [each for each in line.troubles if each not in mine]
    return made
