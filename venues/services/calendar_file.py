"""Writes calendar files (RFC 5545) that other programs take as new, changed or gone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vDatetime, vText

from venues import __version__, whole_file
from venues.services.calendars import TITLE, Entry

ZONE = ZoneInfo("Europe/London")
SUFFIX = ".ics"
NAME = "Appointments"
"""What such a file is called: its name says nothing of anybody."""

# The rule of the clocks since 1996 (the Summer Time Order 2002). A rule and not a list
# of dates, which desktop Outlook reads wrongly.
CLOCKS = (
    "BEGIN:VTIMEZONE\r\n"
    "TZID:Europe/London\r\n"
    "BEGIN:DAYLIGHT\r\n"
    "DTSTART:19960331T010000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
    "TZNAME:BST\r\n"
    "TZOFFSETFROM:+0000\r\n"
    "TZOFFSETTO:+0100\r\n"
    "END:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\n"
    "DTSTART:19961027T020000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
    "TZNAME:GMT\r\n"
    "TZOFFSETFROM:+0100\r\n"
    "TZOFFSETTO:+0000\r\n"
    "END:STANDARD\r\n"
    "END:VTIMEZONE\r\n"
)


def content(entries: Iterable[Entry], *, at: datetime) -> bytes:
    """The file for those entries; ``at`` is the local time of writing."""
    calendar = Calendar()
    calendar.add("PRODID", f"-//Venues//{__version__}//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add_component(Timezone.from_ical(CLOCKS))
    stamp = at.replace(tzinfo=ZONE).astimezone(UTC)
    for entry in entries:
        calendar.add_component(_event(entry, stamp))
    written: bytes = calendar.to_ical()
    return written


def write(path: Path, entries: Iterable[Entry], *, at: datetime) -> None:
    """Put the file there, whole or not at all.

    Raises:
        VenuesError: it cannot be written.
    """
    whole_file.write(path, content(entries, at=at))


def _event(entry: Entry, stamp: datetime) -> Event:
    event = Event()
    event.add("UID", vText(entry.uuid))
    event.add("SEQUENCE", entry.sequence)
    event.add("DTSTAMP", stamp)
    for name, moment in (("DTSTART", entry.starts), ("DTEND", entry.ends)):
        event.add(name, vDatetime(moment.replace(tzinfo=ZONE)))
    event.add("SUMMARY", TITLE)
    event.add("LOCATION", entry.place)
    event.add("DESCRIPTION", entry.reference)
    event.add("CLASS", "PRIVATE")
    event.add("STATUS", _status(entry))
    return event


def _status(entry: Entry) -> str:
    if entry.cancelled:
        return "CANCELLED"
    return "TENTATIVE" if entry.tentative else "CONFIRMED"
