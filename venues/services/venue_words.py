"""How the columns of the catalogue are called, for messages and for the history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from venues.domain.words import clock, count, day, minutes, money, span

NOTHING = "\N{EN DASH}"
"""Stands where nothing is recorded."""

days = partial(count, noun="day")

FIELDS: dict[str, dict[str, str]] = {
    "venue": {
        "name": "Name",
        "authority_id": "Authority",
        "cluster": "Neighbours",
        "cluster_id": "Neighbours",
        "status": "Status",
        "kind": "Kind",
        "owner": "Owner",
        "street": "Street",
        "town": "Town",
        "postcode": "Postcode",
        "easting": "Grid reference east",
        "northing": "Grid reference north",
        "placed_by_hand": "Placed by hand",
        "neutral_name": "Name in the venue's own diary",
        "booked_by": "How to book",
        "notice_days": "Notice",
        "rate": "Rate",
        "min_hire": "Shortest hire",
        "charge_days": "Charged if cancelled within",
        "terms": "Hire terms",
        "arrival": "Arrival words",
        "bus": "Bus",
        "last_bus": "Last bus, Monday to Friday",
        "last_bus_saturday": "Last bus on Saturday",
        "last_bus_sunday": "Last bus on Sunday",
        "rail": "Rail",
        "parking": "Parking",
        "photos": "Photos",
        "notes": "Notes",
        "contacts": "Contacts",
        "entrances": "Entrances",
        "waiting_spaces": "Waiting spaces",
        "features": "Features",
    },
    "room": {
        "name": "Name",
        "status": "Status",
        "seats_circle": "Seats in a circle",
        "seats_table": "Seats round a table",
        "seats_rows": "Seats in rows",
        "fire_capacity": "Most people (fire notice)",
        "floor": "Floor",
        "reached_by": "Reached by",
        "area": "Area",
        "turnaround": "Turnaround",
        "rate": "Rate",
        "notes": "Notes",
        "space_ids": "Parts of the building",
        "features": "Features",
    },
    "closure": {"starts": "From", "ends": "Until", "reason": "Reason"},
    "entrance": {"name": "Name", "step_free": "Step-free"},
    "waiting_space": {"name": "Name", "seats": "Seats", "entrance_id": "Entrance"},
    "contact": {"role": "Role", "phone": "Phone", "email": "E-mail", "when": "When"},
    "feature": {"present": "Recorded as", "note": "Note"},
    "hours": {"opens": "Opens", "closes": "Closes"},
    "space": {"name": "Name"},
    "assessment": {
        "made_on": "Made on",
        "review_by": "Review by",
        "trigger": "Because",
    },
    "answer": {
        "value": "Answer",
        "evidence": "Evidence",
        "control": "Control",
        "control_until": "Control until",
        "accepted_on": "Control accepted on",
    },
    "incident": {
        "happened_on": "Happened on",
        "suspends": "Suspends the venue",
        "closed_on": "Closed on",
    },
    "block_hire": {
        "opens": "From",
        "closes": "Until",
        "since": "First day",
        "until": "Last day",
        "terms": "Terms",
    },
}
"""Table → column → its name on screen; columns that are not here are not told."""

STATUS = {
    "candidate": "Candidate",
    "active": "Active",
    "suspended": "Suspended",
    "retired": "Retired",
}
BOOKED_BY = {"instant": "At once", "request": "Ask the venue"}
REACHED_BY = {"ground": "Level", "lift": "Lift", "stairs": "Stairs only"}
CHOICES: dict[str, dict[str, str]] = {
    "status": STATUS,
    "booked_by": BOOKED_BY,
    "reached_by": REACHED_BY,
}
SAID: dict[str, Callable[[int], str]] = {
    "rate": money,
    "turnaround": minutes,
    "min_hire": minutes,
    "notice_days": days,
    "charge_days": days,
    "area": "{} m²".format,
}


def value_words(name: str, value: Any) -> str:
    """A stored value as it is said; nothing is a dash."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name in CHOICES:
        return CHOICES[name].get(str(value), str(value))
    if name in SAID:
        return SAID[name](value)
    return f"“{value}”" if isinstance(value, str) else str(value)


def between(
    starts: datetime,
    ends: datetime,
    *,
    twenty_four: bool | None = None,
    said: Callable[[date], str] = day,
) -> str:
    """From a moment to a moment; whole days are said without their midnights.

    ``said`` writes the days, in full unless there is little room.
    """
    last = ends - timedelta(days=1)
    if starts.time() == ends.time() == time():
        if starts == last:
            return said(starts)
        return f"{said(starts)} to {said(last)}"
    if starts.date() == ends.date():
        return f"{said(starts)}, {span(starts, ends, twenty_four=twenty_four)}"
    first, until = (clock(each, twenty_four=twenty_four) for each in (starts, ends))
    return f"{said(starts)}, {first} to {said(ends)}, {until}"
