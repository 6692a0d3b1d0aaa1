"""Rooms by the hours of one day, and one room by the hours of its week."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from ui.models.grid import HOUR, Band, Cell, Sheet, What, hold, minute_of, seats
from venues.domain import opening_words, words
from venues.domain.privacy import Seen
from venues.domain.proposal import Day, Room, Venue
from venues.services.diary import Diary

OPENS, CLOSES = 8 * HOUR, 20 * HOUR  # shown at least, as minutes after midnight
STEP = 30  # minutes of one free cell, so that the keyboard goes by half hours

Cut = tuple[int, int, str]


class _Row(NamedTuple):
    """A room on a day, before the columns are known; times in minutes."""

    room: Room
    day: date
    name: str
    about: str
    hours: tuple[tuple[int, int], ...]
    closed: tuple[Cut, ...]
    lanes: tuple[tuple[tuple[int, int, Seen], ...], ...]


def day_sheet(
    diary: Diary, *, folded: Collection[int] = (), twenty_four: bool = False
) -> Sheet:
    """The first day of the diary: a heading for each venue, a band for each room."""
    day = diary.days[0]
    rows: list[_Row | tuple[Venue, str]] = []
    rooms: dict[int, list[_Row]] = {venue.id: [] for venue in diary.venues}
    for room in diary.rooms:
        rooms[room.venue.id].append(_row(diary, room, day, room.name, seats(room)))
    for venue in diary.venues:
        hours = [diary.hours[each.room.id, day] for each in rooms[venue.id]]
        open_ = opening_words.of_day(hours, twenty_four=twenty_four)
        rows.append((venue, f"{venue.town} · {open_}" if venue.town else open_))
        rows += rooms[venue.id]
    return _sheet(diary, rows, folded, twenty_four=twenty_four)


def room_sheet(diary: Diary, *, twenty_four: bool = False) -> Sheet:
    """The only room of the diary, a band for each day."""
    rows = [
        _row(diary, room, day, words.DAYS[day.weekday()], words.day_month(day))
        for room in diary.rooms
        for day in diary.days
    ]
    return _sheet(diary, rows, (), twenty_four=twenty_four)


def add_heading(
    bands: list[Band],
    grid: list[tuple[Cell, ...]],
    about: tuple[Venue, str],
    rooms: int,
    *,
    wide: int,
    folded: bool,
) -> None:
    """Put a venue's heading next, over so many columns; its words say what it hides."""
    venue, said = about
    count = words.count(rooms, "room")
    if folded:
        said = f"{said}{opening_words.APART}{count} hidden"
    top = len(grid)
    bands.append(Band(top, 1, venue.name, said, venue=venue, folded=folded))
    spoken = f"{venue.name}, {said}".replace(opening_words.APART, ", ")
    if not folded:
        spoken = f"{spoken}, {count} below"
    cell = Cell(What.HEADING, top, 0, 1, wide, venue.id, words=spoken)
    grid.append((cell,) * wide)


def _row(diary: Diary, room: Room, day: date, name: str, about: str) -> _Row:
    hours = diary.hours[room.id, day]
    at = partial(minute_of, day=day)
    taken = []
    for seen in diary.seen.get((room.id, day), ()):
        starts, ends = hold(seen)
        taken.append((at(starts), at(ends), seen))
    return _Row(
        room,
        day,
        name,
        about,
        tuple((at(span.starts), at(span.ends)) for span in hours.usable),
        _closed(hours),
        _lanes(taken),
    )


def _closed(hours: Day) -> tuple[Cut, ...]:
    at = partial(minute_of, day=hours.day)
    return tuple(
        (at(span.starts), at(span.ends), word)
        for span, word in opening_words.closed(hours)
    )


def _lanes(
    taken: list[tuple[int, int, Seen]],
) -> tuple[tuple[tuple[int, int, Seen], ...], ...]:
    """Bookings side by side in as few lanes as will do.

    Only a hall whose halves are booked at the same time needs more than one.
    """
    lanes: list[list[tuple[int, int, Seen]]] = [[]]
    for each in sorted(taken, key=lambda one: one[:2]):
        for lane in lanes:
            if not lane or lane[-1][1] <= each[0]:
                lane.append(each)
                break
        else:
            lanes.append([each])
    return tuple(tuple(lane) for lane in lanes)


def _sheet(
    diary: Diary,
    rows: Sequence[_Row | tuple[Venue, str]],
    folded: Collection[int],
    *,
    twenty_four: bool,
) -> Sheet:
    shown = [row for row in rows if isinstance(row, _Row)]
    marks = _marks(shown)
    column = {mark: number for number, mark in enumerate(marks)}
    bands: list[Band] = []
    grid: list[tuple[Cell, ...]] = []
    for row in rows:
        top = len(grid)
        if isinstance(row, _Row):
            if row.room.venue.id in folded:
                continue
            grid += _lines(row, top, marks, column)
            bands.append(
                Band(
                    top,
                    len(row.lanes),
                    row.name,
                    row.about,
                    room=row.room,
                    day=row.day,
                    closed=row.closed,
                )
            )
        else:
            venue = row[0]
            number = len(diary.rooms_of(venue.id))
            away, wide = venue.id in folded, len(marks) - 1
            add_heading(bands, grid, row, number, wide=wide, folded=away)
    return Sheet(
        diary,
        tuple(bands),
        tuple(grid),
        diary.days,
        marks,
        twenty_four,
        {room.id: room for room in diary.rooms},
    )


def _marks(rows: Sequence[_Row]) -> tuple[int, ...]:
    """The minutes at which anything begins or ends, and every half hour.

    From whole hour to whole hour, so far as any room is open or taken.
    """
    found = {OPENS, CLOSES}
    for row in rows:
        found.update(minute for hours in row.hours for minute in hours)
        found.update(
            minute for lane in row.lanes for each in lane for minute in each[:2]
        )
    first, last = min(found) // HOUR * HOUR, -(-max(found) // HOUR) * HOUR
    found.update(minute for row in rows for each in row.closed for minute in each[:2])
    found.update(range(first, last + 1, STEP))
    return tuple(sorted(each for each in found if first <= each <= last))


def _lines(
    row: _Row, top: int, marks: tuple[int, ...], column: dict[int, int]
) -> list[tuple[Cell, ...]]:
    """The rows of one band: bookings in their lanes, free and closed time between."""
    room_id, day = row.room.id, row.day
    lines: list[list[Cell | None]] = [[None] * (len(marks) - 1) for _ in row.lanes]
    busy: list[Cell | None] = [None] * (len(marks) - 1)
    for n, lane in enumerate(row.lanes):
        for start, end, seen in lane:
            at, until = column[start], column[end]
            wide = until - at
            span = (top + n, at, 1, wide)
            cell = Cell(What.BOOKED, *span, room_id, day, start, end, seen)
            lines[n][at:until] = busy[at:until] = [cell] * wide
    between = _between(row, top, marks, busy)
    return [
        tuple(cell or other for cell, other in zip(line, between, strict=True))
        for line in lines
    ]


def _between(
    row: _Row, top: int, marks: tuple[int, ...], busy: list[Cell | None]
) -> list[Cell]:
    """For each column its free or closed cell; where a lane is booked, that booking."""
    found: list[Cell] = []
    while (at := len(found)) < len(busy):
        booked = busy[at]
        if booked is not None:
            found.append(booked)
            continue
        word, stop = _closed_at(row.closed, marks[at], marks[-1])
        until = at + 1
        while (
            marks[until] < stop
            and busy[until] is None
            and (word or marks[until] % STEP)
        ):
            until += 1
        wide = until - at
        cell = Cell(
            What.CLOSED if word else What.FREE,
            top,
            at,
            len(row.lanes),
            wide,
            row.room.id,
            row.day,
            marks[at],
            marks[until],
            None,
            word,
        )
        found += [cell] * wide
    return found


def _closed_at(closed: tuple[Cut, ...], minute: int, last: int) -> tuple[str, int]:
    """The word if it is closed at that minute, and until when that stays so."""
    for starts, ends, word in closed:
        if starts <= minute < ends:
            return word, min(ends, last)
        if starts > minute:
            return "", min(starts, last)
    return "", last
