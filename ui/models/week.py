"""Rooms by the days of a week."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from operator import itemgetter

from ui.models.day import CLOSES, OPENS, add_heading
from ui.models.grid import HOUR, Band, Cell, Sheet, What, hold, minute_of, seats
from venues.domain import opening_words
from venues.domain.privacy import Seen
from venues.domain.proposal import Day, Room
from venues.services.diary import Diary

_Line = tuple[int, int, What, Seen | None, str]


def week_sheet(
    diary: Diary, *, folded: Collection[int] = (), twenty_four: bool = False
) -> Sheet:
    """A heading for each venue and a band for each room.

    A band has a row for each booking of its fullest day and a last one, whose cells
    stand for what is left of the day.
    """
    bands: list[Band] = []
    grid: list[tuple[Cell, ...]] = []
    rooms: dict[int, list[Room]] = {venue.id: [] for venue in diary.venues}
    for room in diary.rooms:
        rooms[room.venue.id].append(room)
    for venue in diary.venues:
        about = opening_words.of_week(
            {
                day: [diary.hours[room.id, day] for room in rooms[venue.id]]
                for day in diary.days
            },
            twenty_four=twenty_four,
        )
        away, wide = venue.id in folded, len(diary.days)
        number = len(rooms[venue.id])
        add_heading(bands, grid, (venue, about), number, wide=wide, folded=away)
        for room in () if away else rooms[venue.id]:
            _add_room(diary, room, bands, grid)
    return Sheet(
        diary,
        tuple(bands),
        tuple(grid),
        diary.days,
        twenty_four=twenty_four,
        rooms={room.id: room for room in diary.rooms},
    )


def hours_shown(sheet: Sheet) -> tuple[int, int]:
    """From which whole hour until which any room is open, in minutes after midnight.

    As in the day's table, it is 8am to 8pm at least.
    """
    spans = [span for day in sheet.diary.hours.values() for span in day.usable]
    first = min(
        [OPENS, *(minute_of(each.starts, each.starts.date()) for each in spans)]
    )
    last = max([CLOSES, *(minute_of(each.ends, each.starts.date()) for each in spans)])
    return first // HOUR * HOUR, -(-last // HOUR) * HOUR


def _add_room(
    diary: Diary,
    room: Room,
    bands: list[Band],
    grid: list[tuple[Cell, ...]],
) -> None:
    top = len(grid)
    stacks = [_stack(diary, room, day) for day in diary.days]
    rows = max(map(len, stacks)) + 1
    closed: list[tuple[int, int, str]] = []
    columns: list[list[Cell]] = []
    for column, (day, stack) in enumerate(zip(diary.days, stacks, strict=True)):
        cells = [
            Cell(what, top + n, column, 1, 1, room.id, day, start, end, seen, word)
            for n, (start, end, what, seen, word) in enumerate(stack)
        ]
        word = _closed_word(diary.hours[room.id, day])
        what, last = (What.CLOSED, 24 * HOUR) if word else (What.FREE, 0)
        at, left = top + len(stack), rows - len(stack)
        rest = Cell(what, at, column, left, 1, room.id, day, 0, last, None, word)
        if word:
            closed.append((column, column + 1, word))
        columns.append(cells + [rest] * left)
    grid += zip(*columns, strict=True)
    about = seats(room)
    bands.append(Band(top, rows, room.name, about, room=room, closed=tuple(closed)))


def _stack(diary: Diary, room: Room, day: date) -> list[_Line]:
    """What stands in a day of a room, in order of time: bookings and closures."""
    stack: list[_Line] = []
    for seen in diary.seen.get((room.id, day), ()):
        starts, ends = hold(seen)
        line = (minute_of(starts, day), minute_of(ends, day), What.BOOKED, seen, "")
        stack.append(line)
    hours = diary.hours[room.id, day]
    if hours.closed and hours.usable:
        for span, word in opening_words.closed(hours):
            if word != opening_words.CLOSED:
                start, end = minute_of(span.starts, day), minute_of(span.ends, day)
                stack.append((start, end, What.CLOSED, None, word))
    if len(stack) > 1:
        stack.sort(key=itemgetter(0, 1))
    return stack


def _closed_word(hours: Day) -> str:
    """Why the room cannot be used at all that day; nothing when it can."""
    if hours.usable:
        return ""
    return hours.closed[:1].upper() + hours.closed[1:] or opening_words.CLOSED
