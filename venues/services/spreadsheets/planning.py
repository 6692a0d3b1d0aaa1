"""From a spreadsheet to a plan: what would be new, changed, unchanged or a problem."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from venues.domain.people import Viewer
from venues.errors import WrongInput
from venues.gazetteer import Gazetteer
from venues.services.progress import Progress, quiet
from venues.services.spreadsheets import (
    foreign,
    hours_steps,
    lines,
    looking,
    matching,
    shape,
    stored,
)
from venues.services.spreadsheets.book import FIELD, Book
from venues.services.spreadsheets.lines import Line
from venues.services.spreadsheets.plan import Item, Leave, Plan, State
from venues.services.spreadsheets.retiring import Retiring
from venues.services.spreadsheets.room_steps import Rooms
from venues.services.spreadsheets.stored import Owner, Stored
from venues.services.spreadsheets.venue_steps import Venues
from venues.services.venue_editing import may_edit

STEPS = 6


@dataclass(slots=True)
class Lines:
    """The rows of a file, by the sheet of ours that they belong to."""

    by_kind: dict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))
    foreign: bool = False
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Wish:
    """How a file is to be taken; ``match`` is what each column of a foreign list is.

    ``extra`` are values for every new venue of a foreign list, such as its kind.
    """

    sheet: str = ""
    match: Mapping[int, str] | None = None
    leave: Leave = Leave.ROW
    extra: Mapping[str, Any] = field(default_factory=dict)


def make(
    session: Session,
    book: Book,
    viewer: Viewer,
    *,
    now: datetime,
    gazetteer: Gazetteer | None,
    wish: Wish | None = None,
    progress: Progress = quiet,
) -> Plan:
    """What importing the file would do; nothing is written.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: there is no list of venues in the file.
    """
    may_edit(viewer)
    wish = wish or Wish()
    known = stored.read(session)
    progress(1, STEPS)
    found = (
        _own_lines(book, known, now.date())
        if looking.is_own(book)
        else _foreign_lines(session, book, known, wish, now.date())
    )
    progress(2, STEPS)
    venues, rooms = _finders(session, known, viewer, now, gazetteer, wish)
    plan = Plan(notes=found.notes)
    _fill(plan, found, (venues, rooms), known, wish, progress)
    if found.foreign:
        foreign.merge(plan, wish.leave)
    progress(STEPS, STEPS)
    return plan


def _fill(
    plan: Plan,
    found: Lines,
    finders: tuple[Venues, Rooms],
    known: Stored,
    wish: Wish,
    progress: Progress,
) -> None:
    """First say what each row is about, then what would become of it."""
    venues, rooms = finders
    hours: dict[Owner, list[Line]] = defaultdict(list)
    failed: list[tuple[str, Line]] = []
    if found.foreign:
        foreign.take(found.by_kind["Venues"], wish.extra, venues, rooms, hours, failed)
    else:
        _take_own(found, venues, rooms, hours, failed)
    progress(3, STEPS)
    venues.weigh(plan)
    progress(4, STEPS)
    rooms.weigh(plan)
    progress(5, STEPS)
    whole = not found.foreign
    for owner, group in hours.items():
        if not _refused(owner, venues, rooms):
            name = _name(owner, group, venues, known)
            hours_steps.weigh(
                owner, name, group, known, plan, whole=whole, leave=wish.leave
            )
        elif whole:
            failed += _for_nobody(group)
    plan.items += [_failed(kind, line) for kind, line in failed]


def _finders(
    session: Session,
    known: Stored,
    viewer: Viewer,
    now: datetime,
    gazetteer: Gazetteer | None,
    wish: Wish,
) -> tuple[Venues, Rooms]:
    retiring = Retiring(session, known, viewer, now)
    venues = Venues(session, known, retiring, gazetteer, wish.leave)
    return venues, Rooms(known, venues, retiring, wish.leave)


def _for_nobody(group: list[Line]) -> list[tuple[str, Line]]:
    for line in group:
        line.trouble("venue", "The venue or room it is about has a problem.")
    return [("Hours", line) for line in group]


def _failed(kind: str, line: Line) -> Item:
    """A row of which nobody can tell what it is about."""
    name = line.values.get("name") or line.values.get("venue") or ""
    troubles = tuple(line.troubles)
    return Item(kind, name, State.PROBLEM, line.sheet, line.row, (), troubles)


def _refused(owner: Owner, venues: Venues, rooms: Rooms) -> bool:
    """Whether those whose hours they are will not be added."""
    venue_id, room_id = owner
    entry = venues.entries.get(venue_id)
    refused = entry is not None and entry.refused
    return refused or (room_id is not None and rooms.refused(room_id))


def _name(owner: Owner, group: list[Line], venues: Venues, known: Stored) -> str:
    venue_id, room_id = owner
    entry = venues.entries.get(venue_id)
    name = str(entry.values.get("name") or "") if entry else ""
    if not name and venue_id in known.venues:
        name = known.venues[venue_id].name
    return name if room_id is None else f"{group[0].values['room']}, {name}"


def _own_lines(book: Book, known: Stored, today: date) -> Lines:
    found = Lines()
    for sheet in book.sheets:
        shaped = lines.own(sheet)
        if shaped is None:
            if sheet.rows and sheet.name != "Help":
                found.notes.append(
                    f"The sheet {sheet.name} is not one of the program's own and was "
                    "left out."
                )
            continue
        kind, top, columns = shaped
        left = [
            lines.heading(sheet.rows[top], place)
            for place, title in enumerate(sheet.rows[top])
            if title and place not in columns
        ]
        if left:
            found.notes.append(
                f"On the sheet {sheet.name} these columns were left out: "
                f"{', '.join(left)}."
            )
        found.by_kind[kind.name] += lines.read(
            sheet, top, columns, known, emptied=True, today=today
        )
    return found


def _foreign_lines(
    session: Session, book: Book, known: Stored, wish: Wish, today: date
) -> Lines:
    sheet = looking.foreign_sheet(book, wish.sheet)
    top = matching.top_of(sheet)
    match = wish.match
    if match is None:
        match = matching.recall(session, sheet.rows[top])
    if match is None:
        match = matching.guess(sheet, top, known)
    columns = matching.columns(match)
    if "name" not in match.values():
        raise WrongInput(
            f"No column of {book.name} looks like the names of venues. Give it a "
            "heading such as Name, or say which column it is.",
            FIELD,
        )
    found = Lines(foreign=True)
    left = [
        lines.heading(sheet.rows[top], place)
        for place, title in enumerate(sheet.rows[top])
        if title and place not in columns
    ]
    if left:
        found.notes.append(f"These columns were left out: {', '.join(left)}.")
    found.by_kind["Venues"] = list(
        lines.read(sheet, top, columns, known, emptied=False, today=today)
    )
    return found


def _take_own(
    found: Lines,
    venues: Venues,
    rooms: Rooms,
    hours: dict[Owner, list[Line]],
    failed: list[tuple[str, Line]],
) -> None:
    failed += [
        ("Venue", line) for line in found.by_kind["Venues"] if venues.take(line) is None
    ]
    for line in found.by_kind["Rooms"]:
        venue_id = venues.of(line)
        if venue_id is None or rooms.take(line, venue_id) is None:
            failed.append(("Room", line))
    parts: dict[tuple[str, Owner], list[Line]] = defaultdict(list)
    for key, kind in (("hours", shape.HOURS), *shape.PARTS.items()):
        for line in found.by_kind[kind.name]:
            owner = _owner(line, venues, rooms)
            if owner is None:
                failed.append((kind.name, line))
            elif key == "hours":
                hours[owner].append(line)
            else:
                parts[key, owner].append(line)
    for (key, (venue_id, room_id)), group in parts.items():
        wrong = (
            venues.add_parts(venue_id, key, group)
            if room_id is None
            else rooms.add_features(room_id, group)
        )
        failed += [(shape.PARTS[key].name, line) for line in wrong]


def _owner(line: Line, venues: Venues, rooms: Rooms) -> Owner | None:
    """The venue, and perhaps the room, that a row of another sheet names."""
    venue_id = venues.of(line)
    if venue_id is None or not line.values.get("room"):
        return None if venue_id is None else (venue_id, None)
    room_id = rooms.of(line, venue_id)
    return None if room_id is None else (venue_id, room_id)
