"""Which column of a foreign list is which: guessed, chosen by people, remembered."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from venues.database.models import Setting
from venues.domain import postcode
from venues.domain.hours_words import read_hours, read_week
from venues.domain.typed import NotUnderstood
from venues.domain.words import DAYS
from venues.services.spreadsheets import shape
from venues.services.spreadsheets.book import Sheet
from venues.services.spreadsheets.lines import LONGEST_WORD
from venues.services.spreadsheets.shape import (
    CONTACTS,
    HOURS,
    ROOMS,
    VENUES,
    Column,
)
from venues.services.spreadsheets.stored import Stored

NOT_OFFERED = frozenset({"uuid", "placed_by_hand", "easting", "northing"})
ROOM_FIELDS = ("name", "seats_circle", "seats_table", "seats_rows", "fire_capacity")
WEEK = Column("week", "Hours of the whole week", read=read_week)
WEEKDAYS = Column(
    "weekdays",
    "Monday to Friday",
    read=lambda cell: dict.fromkeys(range(5), read_hours(cell)),
)
WEEKEND = Column(
    "weekend",
    "Saturday and Sunday",
    read=lambda cell: dict.fromkeys((5, 6), read_hours(cell)),
)
SAMPLES = 60
"""Rows that are looked at to guess a column by what is in it."""

MOST_OF_THEM = 0.6
HEADINGS_WITHIN = 15
"""Rows from the top among which the headings are looked for."""

REMEMBERED = "columns "
"""What the name of a remembered match begins with, among the settings."""


def _targets() -> dict[str, Column]:
    found = {
        column.key: column for column in VENUES.columns if column.key not in NOT_OFFERED
    }
    found |= {column.key: column for column in HOURS.columns if "day" in column.key}
    found |= {column.key: column for column in (WEEK, WEEKDAYS, WEEKEND)}
    for key in ROOM_FIELDS:
        column = ROOMS.column(key)
        title = "Room" if key == "name" else f"Room: {column.title[:1].lower()}"
        title += "" if key == "name" else column.title[1:]
        found[f"room.{key}"] = replace(
            column, key=f"room.{key}", title=title, needed=False
        )
    for key in ("role", "phone", "email"):
        column = CONTACTS.column(key)
        found[f"contact.{key}"] = replace(
            column,
            key=f"contact.{key}",
            title=f"Contact: {column.title.lower()}",
            needed=False,
        )
    return found


TARGETS = _targets()
"""What a column of a foreign list may be: its key → how it is read."""

WORDS: dict[str, str] = {
    "name": "name venue venuename building buildingname library libraryname site "
    "sitename location place premises centre hub",
    "authority_id": "authority localauthority council la borough area district "
    "authorityname localauthorityname gss gsscode reportingservice",
    "street": "street address address1 addr1 addressline1 line1 streetaddress road",
    "town": "town city address2 addr2 addressline2 line2 posttown locality village "
    "towncity",
    "postcode": "postcode postalcode pcode zip postcodes",
    "kind": "kind type venuetype buildingtype category typeofvenue typeoflibrary",
    "owner": "owner ownedby managedby operator provider organisation landlord",
    "status": "status state",
    "cluster": "cluster neighbours campus",
    "booked_by": "howtobook bookedby booking",
    "notice_days": "notice noticedays",
    "rate": "rate cost price hourlyrate costperhour priceperhour ratepound hirecharge "
    "charge rateanhour hourlycost",
    "min_hire": "minhire minimumhire shortesthire",
    "terms": "terms conditions hireterms",
    "arrival": "arrival arrivalwords directions howtogetin access",
    "bus": "bus buses busroutes",
    "rail": "rail train station",
    "parking": "parking carpark cars",
    "notes": "notes note comments comment remarks description",
    "week": "hours openinghours openingtimes opening times open opentimes",
    "weekdays": "monfri montofri mf weekdays weekday",
    "weekend": "satsun satandsun weekend weekends",
    "room.name": "room roomname space hall",
    "room.seats_rows": "capacity maxcapacity roomcapacity people maximum theatre",
    "room.seats_circle": "seats seatscircle seatsinacircle circle",
    "room.seats_table": "boardroom seatstable seatsroundatable",
    "room.fire_capacity": "firecapacity firelimit fire",
    "contact.phone": "phone telephone tel phonenumber telephonenumber contactnumber",
    "contact.email": "email emailaddress mail contactemail",
    "contact.role": "contact contactrole role",
}
MEANT = {word: key for key, words in WORDS.items() for word in words.split()}
_DAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*")


def top_of(sheet: Sheet) -> int:
    """The row of the headings: the first that is nearly as wide as the list."""
    head = sheet.rows[: HEADINGS_WITHIN + SAMPLES]
    wide = [sum(bool(cell) for cell in row) for row in head]
    most = max(wide, default=0)
    for number, filled in enumerate(wide[:HEADINGS_WITHIN]):
        if filled and filled >= most * MOST_OF_THEM:
            return number
    return next((number for number, filled in enumerate(wide) if filled), 0)


def guess(sheet: Sheet, top: int, stored: Stored) -> dict[int, str]:
    """Column → what it seems to be, by its heading or else by what is in it."""
    titles = sheet.rows[top] if top < len(sheet.rows) else []
    rows = sheet.rows[top + 1 : top + 1 + SAMPLES]
    found: dict[int, str] = {}
    for place, title in enumerate(titles):
        key = _by_heading(title)
        if key and key not in found.values():
            found[place] = key
    for place in range(max((len(row) for row in [titles, *rows]), default=0)):
        if place in found:
            continue
        cells = [row[place] for row in rows if place < len(row) and row[place]]
        key = _by_content(cells, stored)
        if key and key not in found.values():
            found[place] = key
    if "name" not in found.values():
        found |= _a_name(found, titles, rows)
    return found


def columns(match: Mapping[int, str]) -> dict[int, Column]:
    """The columns to be read, from what each of them is; unknown keys are left out."""
    return {place: TARGETS[key] for place, key in match.items() if key in TARGETS}


def recall(session: Session, titles: Sequence[str]) -> dict[int, str] | None:
    """What somebody chose for a list with these headings, or None."""
    kept = session.get(Setting, _key(titles))
    if kept is None:
        return None
    try:
        found = json.loads(kept.value)
        return {
            int(place): str(key)
            for place, key in found.items()
            if int(place) < len(titles) and key in TARGETS
        }
    except (ValueError, AttributeError):
        return None


def remember(session: Session, titles: Sequence[str], match: Mapping[int, str]) -> None:
    """Keep what was chosen, for the next list with these headings."""
    key = _key(titles)
    value = json.dumps({str(place): what for place, what in sorted(match.items())})
    kept = session.get(Setting, key)
    if kept is None:
        session.add(Setting(name=key, value=value))
    elif kept.value != value:
        kept.value = value
    session.flush()


def _key(titles: Sequence[str]) -> str:
    words = "\n".join(_bare(title) for title in titles)
    return REMEMBERED + hashlib.sha256(words.encode()).hexdigest()[:24]


def _bare(title: str) -> str:
    return "".join(letter for letter in title.casefold() if letter.isalnum())


def _by_heading(title: str) -> str:
    bare = _bare(title[:80])
    known = {_bare(column.title): key for key, column in TARGETS.items()}
    if bare in known:
        return known[bare]
    if bare in MEANT:
        return MEANT[bare]
    named = [day for day in DAYS_IN_FULL.values() if day in bare]
    if len(named) > 1:  # a column for several days, which one of them cannot stand for
        return SEVERAL.get((named[0], named[-1]), "")
    day = _DAY.match(bare)
    if day and (bare == day[1] or DAYS_IN_FULL.get(day[1], "-") in bare):
        return f"day{list(DAYS_IN_FULL).index(day[1])}"
    return ""


DAYS_IN_FULL = {day[:3].lower(): day.lower() for day in DAYS}
SEVERAL = {("monday", "friday"): "weekdays", ("saturday", "sunday"): "weekend"}


def _by_content(cells: Sequence[str], stored: Stored) -> str:
    looks: tuple[tuple[str, Callable[[str], object]], ...] = (
        ("postcode", postcode.read),
        (shape.AUTHORITY, stored.authority),
        ("week", _a_week),
    )
    if not cells:
        return ""
    for key, reads in looks:
        if sum(_reads(reads, cell) for cell in cells) >= len(cells) * MOST_OF_THEM:
            return key
    return ""


def _a_week(cell: str) -> object:
    if not any(letter.isdigit() for letter in cell):
        raise NotUnderstood(cell)
    return read_week(cell)


def _reads(reads: Callable[[str], object], cell: str) -> bool:
    if len(cell) > LONGEST_WORD:
        return False
    try:
        reads(cell)
    except ValueError:
        return False
    return True


def _a_name(
    found: Mapping[int, str], titles: Sequence[str], rows: Sequence[Sequence[str]]
) -> dict[int, str]:
    """The first column left of which nearly every cell is words of its own."""
    for place in range(len(titles)):
        cells = [row[place] for row in rows if place < len(row) and row[place]]
        wordy = [cell for cell in cells if any(letter.isalpha() for letter in cell)]
        distinct = len(set(wordy)) >= len(rows) * MOST_OF_THEM > 0
        if place not in found and distinct and not _hours(cells):
            return {place: "name"}
    return {}


def _hours(cells: Sequence[str]) -> bool:
    return sum(_reads(read_hours, cell) for cell in cells) > len(cells) / 2
