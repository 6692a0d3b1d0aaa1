"""Writes the catalogue, or an empty template of it, as a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from venues import whole_file
from venues.domain.opening import Stretch
from venues.domain.people import Viewer
from venues.errors import VenuesError, WrongInput
from venues.services.progress import Progress, quiet
from venues.services.spreadsheets import (
    cells,
    help_sheet,
    hours_steps,
    separated,
    shape,
    stored,
)
from venues.services.spreadsheets.book import FIELD, LONGEST_CELL
from venues.services.spreadsheets.shape import KINDS, Column, Kind
from venues.services.spreadsheets.stored import Stored
from venues.services.venue_editing import may_edit

ENDINGS = (".xlsx", ".csv")
SPARE_ROWS = 2_000
"""Rows below the last that have drop-downs as well."""

Tables = dict[str, list[dict[str, Any]]]
"""Sheet → its rows, each a field → value."""


def export(
    session: Session,
    path: Path,
    viewer: Viewer,
    *,
    sheet: str = "Venues",
    progress: Progress = quiet,
) -> int:
    """Write the catalogue into that file, whole or not at all; returns the venues.

    An ``.xlsx`` has every sheet, a ``.csv`` only the one that is named.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: it is another kind of file, or it cannot be written there.
    """
    may_edit(viewer)
    known = stored.read(session)
    _write(path, tables(known), known, sheet, progress)
    return len(known.venues)


def template(session: Session, path: Path, viewer: Viewer) -> None:
    """Write the sheets with their headings, drop-downs and help, and no rows.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: it is another kind of file, or it cannot be written there.
    """
    may_edit(viewer)
    empty: Tables = {kind.name: [] for kind in KINDS}
    _write(path, empty, stored.read(session), "Venues", quiet)


def tables(known: Stored) -> Tables:
    """The rows of every sheet, by the names of their venues and rooms."""
    uuids = {id_: uuid for uuid, id_ in known.venue_uuids.items()}
    room_uuids = {id_: uuid for uuid, id_ in known.room_uuids.items()}
    found: Tables = {kind.name: [] for kind in KINDS}
    venues = sorted(known.venues.items(), key=lambda pair: pair[1].name.casefold())
    rooms: dict[int, list[tuple[int, Any]]] = {id_: [] for id_ in known.venues}
    for id_, room in known.rooms.items():
        rooms[room.venue_id].append((id_, room))
    for venue_id, venue in venues:
        row = {name: getattr(venue, name) for name in stored.VENUE_COLUMNS}
        row |= {"uuid": uuids[venue_id], "cluster": venue.cluster}
        if not venue.placed_by_hand:
            row |= {"easting": None, "northing": None}
        found["Venues"].append(row)
        for field, kind in shape.PARTS.items():
            for part in getattr(venue, field):
                found[kind.name].append(
                    {"venue": venue.name, "room": "", **part._asdict()}
                )
        _add_hours(found, known, venue.name, (venue_id, None), "")
        for room_id, room in sorted(
            rooms[venue_id], key=lambda pair: pair[1].name.casefold()
        ):
            row = {name: getattr(room, name) for name in stored.ROOM_COLUMNS}
            row |= {"uuid": room_uuids[room_id], "venue": venue.name}
            row[shape.MADE_OF] = cells.say_parts(known.shared(room))
            found["Rooms"].append(row)
            found["Features"] += [
                {"venue": venue.name, "room": room.name, **part._asdict()}
                for part in room.features
            ]
            _add_hours(found, known, venue.name, (venue_id, room_id), room.name)
    return found


def _add_hours(
    found: Tables, known: Stored, venue: str, owner: stored.Owner, room: str
) -> None:
    for each in _weeks(known.hours.get(owner, ())):
        found["Hours"].append({"venue": venue, "room": room, **each})


def _weeks(stretches: Iterable[Stretch]) -> Iterator[dict[str, Any]]:
    """A row for each use and season, and for each two dates between which some hold."""
    found = hours_steps.weeks(stretches)
    for key in sorted(found, key=hours_steps.order):
        use, season, first, last = key
        days = {f"day{day}": found[key].get(day, ()) for day in range(7)}
        yield {
            "use": use,
            "season": season,
            "valid_from": first,
            "valid_until": last,
        } | days


def _write(
    path: Path, rows: Tables, known: Stored, sheet: str, progress: Progress
) -> None:
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise WrongInput(
            f"{path.name} can be written as .xlsx, or one sheet of it as .csv. Give it "
            "one of those endings.",
            FIELD,
        )
    if ending == ".xlsx":
        content = _workbook(rows, known, progress)
    else:
        kind = next(each for each in KINDS if each.name == sheet)
        content = _separated(kind, rows[kind.name], known)
    put(path, content)


def lines(
    kind: Kind, rows: Sequence[dict[str, Any]], known: Stored
) -> Iterator[list[str]]:
    """The rows of a sheet as text."""
    sayers = [(column.key, _sayer(column, known)) for column in kind.columns]
    for row in rows:
        line = [say(row[key]) for key, say in sayers]
        if any(len(cell) > LONGEST_CELL for cell in line):
            name = row.get("venue") or row.get("name")
            raise WrongInput(
                f"A text of {name} is longer than a cell of a spreadsheet holds. "
                "Shorten it, then export again.",
                FIELD,
            )
        yield line


def _sayer(column: Column, known: Stored) -> Callable[[Any], str]:
    if column.key == shape.AUTHORITY:
        return lambda id_: known.authorities[id_].name
    return column.say


def _separated(kind: Kind, rows: Sequence[dict[str, Any]], known: Stored) -> bytes:
    words = io.StringIO(newline="")
    writer = csv.writer(words)
    writer.writerow([column.title for column in kind.columns])
    for line in lines(kind, rows, known):
        writer.writerow([separated.shielded(cell) for cell in line])
    return words.getvalue().encode("utf-8-sig")  # so that Excel reads the accents


def _workbook(rows: Tables, known: Stored, progress: Progress) -> bytes:
    # Loaded only when something is exported.
    import xlsxwriter  # noqa: PLC0415

    content = io.BytesIO()
    book = xlsxwriter.Workbook(
        content,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"title": "Venues", "created": help_sheet.NO_DATE})
    heading = book.add_format({"bold": True, "bg_color": "#E1EEF6", "border": 1})
    plain = book.add_format({"num_format": "@", "valign": "top"})
    for number, kind in enumerate(KINDS):
        progress(number, len(KINDS))
        sheet = book.add_worksheet(kind.name)
        sheet.freeze_panes(1, 2 if kind.columns[0] is shape.ID else 1)
        last = len(rows[kind.name]) + SPARE_ROWS
        for place, column in enumerate(kind.columns):
            sheet.set_column(place, place, column.wide, plain)
            sheet.write_string(0, place, column.title, heading)
            _drop_down(sheet, place, last, column, known)
        for line, row in enumerate(lines(kind, rows[kind.name], known), start=1):
            for place, cell in enumerate(row):
                if cell:
                    sheet.write_string(line, place, cell, plain)
    help_sheet.write(book)
    book.close()
    progress(len(KINDS), len(KINDS))
    return content.getvalue()


def _drop_down(
    sheet: Any, place: int, last: int, column: Column, known: Stored
) -> None:
    """Offer the choices of a column, and its hint, in every row."""
    choices = list(column.choices)
    if column.key == shape.AUTHORITY:
        choices = [each.name for each in known.authorities.values()]
    if not choices and not column.hint:
        return
    rule: dict[str, Any] = {"validate": "any"}
    if choices:
        rule = {
            "validate": "list",
            "source": choices,
            "error_type": "warning",
            "error_title": column.title,
            "error_message": "Choose from the list, or it will be named as a problem.",
        }
        if len(",".join(choices)) > help_sheet.LONGEST_LIST:
            rule["source"] = help_sheet.feature_list()
    if column.hint:
        rule |= {"input_title": column.title[:32], "input_message": column.hint[:255]}
    sheet.data_validation(1, place, last, place, rule)


def put(path: Path, content: bytes) -> None:
    """Put the content into the file, whole or not at all; only its owner may read it.

    Raises:
        WrongInput: it cannot be written there.
    """
    if path.is_dir():
        raise WrongInput(f"{path.name} is a folder. Name a file in it.", FIELD)
    try:
        whole_file.write(path, content)
    except VenuesError as trouble:
        raise WrongInput(str(trouble), FIELD) from trouble
