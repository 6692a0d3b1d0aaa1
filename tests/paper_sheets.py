"""Sheets made by hand, for trying how they are laid out."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from venues.domain.sheets import (
    Appointment,
    Cell,
    Entry,
    Head,
    Heading,
    OwnSheet,
    RoomWeek,
    Sheet,
    WeekSheet,
)

MONDAY = date(2026, 11, 23)
MIDNIGHT = datetime(2026, 11, 23)
DAYS = tuple(Heading(MONDAY + timedelta(days=n), "8am to 8pm") for n in range(6))


def head(sheet: Sheet = Sheet.TEAM, **changed: Any) -> Head:
    """What stands at the top and foot of a sheet of Millbrook."""
    usual: dict[str, Any] = {
        "monday": MONDAY,
        "title": "Millbrook Family Hub: week of Monday 23 November 2026",
        "subtitle": "Warrington",
        "place": "Millbrook",
        "marking": "OFFICIAL-SENSITIVE" if sheet.marked else "",
        "printed": "Printed by practitioner.04." if sheet.marked else "",
        "destroy": "Destroy by Sunday 6 December 2026." if sheet.marked else "",
    }
    return Head(sheet=sheet, **usual | changed)


def entry(number: int = 0, *lines: str, **changed: Any) -> Entry:
    """The so-manieth entry of a day, 20 minutes each."""
    starts = MIDNIGHT + timedelta(hours=8, minutes=20 * number)
    time = f"{starts:%H:%M} to {starts + timedelta(minutes=20):%H:%M}"
    words = lines or ("In use",)
    return Entry(starts, starts + timedelta(minutes=20), time, words, **changed)


def room(name: str, *cells: Cell) -> RoomWeek:
    """A room whose other days are empty."""
    empty = (Cell(),) * (len(DAYS) - len(cells))
    return RoomWeek(name, "6 seats", cells + empty)


def week(*rooms: RoomWeek, sheet: Sheet = Sheet.TEAM, **changed: Any) -> WeekSheet:
    """A week of those rooms."""
    return WeekSheet(head(sheet, **changed), DAYS, rooms)


def own(*appointments: Appointment) -> OwnSheet:
    """Somebody's week with all their appointments on Monday."""
    days = [(MONDAY, appointments)]
    days += [(MONDAY + timedelta(days=n), ()) for n in range(1, 6)]
    return OwnSheet(head(Sheet.OWN, title="My week", place=""), tuple(days))


def appointment(number: int = 0, *notes: str) -> Appointment:
    """One's so-manieth appointment."""
    return Appointment(
        starts=MIDNIGHT + timedelta(hours=8, minutes=20 * number),
        time=(f"Time {number}",),
        where=("Willow Room", "Millbrook Family Hub"),
        what=("Supervision session", "WA-20417"),
        people=("3 people",),
        notes=notes,
    )
