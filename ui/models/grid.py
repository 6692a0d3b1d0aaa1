"""The schedule as a table of cells: bands of rows, and what stands in each cell.

Qt's own table view makes a whole accessible table of it, so every stretch of time is a
cell that says where it is, when it is and how it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from ui.models.table import NOWHERE, Index
from venues.domain import words
from venues.domain.period import Period, without
from venues.domain.privacy import IN_USE, Seen
from venues.domain.proposal import Room, Venue
from venues.services.diary import Diary

Role = Qt.ItemDataRole
CELL_ROLE = Role.UserRole + 10  # the cell itself

HOUR = 60  # minutes


class What(Enum):
    """What a cell stands for."""

    HEADING = "heading"
    FREE = "free"
    BOOKED = "booked"
    CLOSED = "closed"


class Cell(NamedTuple):
    """A stretch of time in a room, or the heading of a venue (whose id it then has).

    It begins at a row and a column of the table and covers so many of both. ``start``
    and ``end`` are minutes after midnight; of a booking they are those of its hold.
    ``words`` is a heading's text, or why it is closed.
    """

    what: What
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    room_id: int = 0
    day: date = date.min
    start: int = 0
    end: int = 0
    seen: Seen | None = None
    words: str = ""

    @property
    def starts(self) -> datetime:
        """When it begins."""
        return moment(self.day, self.start)

    @property
    def ends(self) -> datetime:
        """When it ends."""
        return moment(self.day, self.end)

    @property
    def part(self) -> bool:
        """Whether it is a closure of a part of the day, as a line of its own."""
        return self.what is What.CLOSED and self.end - self.start < 24 * HOUR

    @property
    def key(self) -> tuple[object, ...]:
        """What it is known by when the same is shown again."""
        booking = self.seen.booking_id if self.seen else None
        if booking is not None:
            return (self.room_id, booking)
        return (self.what, self.room_id, self.day, self.start)


class Band(NamedTuple):
    """Rows that belong together: a venue's heading, or all rows of a room on a day.

    ``closed`` is what is hatched behind the cells: from and until in minutes (by
    column in the week) and the word for it.
    """

    row: int
    rows: int
    name: str
    about: str = ""
    venue: Venue | None = None
    room: Room | None = None
    day: date | None = None
    closed: tuple[tuple[int, int, str], ...] = ()
    folded: bool = False

    @property
    def heading(self) -> bool:
        """Whether it is the heading of a venue."""
        return self.room is None


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that one view of the schedule shows.

    ``marks`` are the minutes after midnight at which its columns begin, and the last
    one's end; in the week there is a column for each of its ``days`` instead.
    """

    diary: Diary
    bands: tuple[Band, ...] = ()
    grid: tuple[tuple[Cell, ...], ...] = ()
    days: tuple[date, ...] = ()
    marks: tuple[int, ...] = ()
    twenty_four: bool = False
    rooms: dict[int, Room] = field(default_factory=dict)

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self.marks) - 1 if self.marks else len(self.days)

    def cells(self) -> list[Cell]:
        """Every cell once, from the top left to the bottom right."""
        return [
            cell
            for row, line in enumerate(self.grid)
            for column, cell in enumerate(line)
            if cell.row == row and cell.column == column
        ]

    def free(self, room_id: int, day: date) -> list[Period]:
        """When the room is open and nobody has it."""
        hours = self.diary.hours[room_id, day]
        taken = [Period(*hold(row)) for row in self.diary.seen.get((room_id, day), ())]
        return without([Period(*span) for span in hours.usable], taken)

    def obstacle(self, room_id: int, period: Period) -> str:
        """Why nothing can be booked there then, in a sentence; nothing when it can.

        Said of what is shown: the hours, and the times at which the room is held.
        """
        said = partial(words.span, twenty_four=self.twenty_four)
        for row in self.diary.seen.get((room_id, period.day), ()):
            held = Period(*hold(row))
            if held.overlaps(period):
                return f"{self.rooms[room_id].name} is in use from {said(*hold(row))}."
        hours = self.diary.hours[room_id, period.day]
        if any(Period(*span).covers(period) for span in hours.usable):
            return ""
        if hours.closed:
            return f"It is closed then: {hours.closed}."
        times = words.listing([said(*span) for span in hours.usable])
        return f"It is closed then. It is open {times}." if times else "It is closed."


def moment(day: date, minute: int) -> datetime:
    """That many minutes after midnight of the day."""
    return datetime.combine(day, time()) + timedelta(minutes=minute)


def minute_of(when: datetime, day: date) -> int:
    """Minutes after midnight of the day, kept inside it."""
    if when.date() == day:
        return when.hour * HOUR + when.minute
    return 0 if when.date() < day else 24 * HOUR


def hold(row: Seen) -> tuple[datetime, datetime]:
    """From when until when the row keeps its room."""
    return row.held_from or row.starts, row.held_until or row.ends


def seats(room: Room) -> str:
    """How many fit in, and what keeps some people out: "2 seats · stairs"."""
    said = words.count(room.capacity, "seat")
    if room.reached_by == "stairs":
        return f"{said} · stairs"
    if room.provides("step-free") is False:
        return f"{said} · not step-free"
    return said


def state(row: Seen) -> str:
    """How a booking stands, in words alone; every masked one says the same."""
    if row.masked:
        return IN_USE
    said = [row.title]
    if row.kind and row.kind != row.title:
        said.append(row.kind)
    if row.status == "provisional":
        said.append("provisional")
    if row.not_confirmed:
        said.append("not yet confirmed by the venue")
    return ", ".join(said)


class GridModel(QAbstractTableModel):
    """Shows a sheet of the schedule to a table view."""

    def __init__(self, sheet: Sheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = sheet

    def show(self, sheet: Sheet) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self.sheet = sheet
        self.endResetModel()

    def at(self, index: Index) -> Cell | None:
        """The cell that covers the index."""
        return self.sheet.grid[index.row()][index.column()] if index.isValid() else None

    def spoken(self, cell: Cell) -> str:
        """The cell in words alone: room, day, time and how it stands."""
        if cell.what is What.HEADING:
            return cell.words
        room = self.sheet.rooms[cell.room_id]
        day = f"{words.DAYS[cell.day.weekday()]} {words.day_month(cell.day)}"
        return f"{room.name}, {day}, {self._stretch(cell)}"

    def tip(self, cell: Cell) -> str:
        """What the mouse is told: of a masked block no more than its block says."""
        told = cell.what in {What.BOOKED, What.CLOSED}
        return self._stretch(cell, tip=True) if told else ""

    def _stretch(self, cell: Cell, *, tip: bool = False) -> str:
        said = partial(words.span, twenty_four=self.sheet.twenty_four)
        if cell.seen is not None:
            when = said(cell.seen.starts, cell.seen.ends)
            how = state(cell.seen)
            return f"{how}, {when}" if tip else f"{when}, {how}"
        if cell.what is What.CLOSED:
            if cell.end - cell.start == 24 * HOUR:
                return _closed(cell.words)
            return f"{said(cell.starts, cell.ends)}, {_closed(cell.words)}"
        if cell.start == cell.end:  # a whole day of the week
            free = self.sheet.free(cell.room_id, cell.day)
            times = words.listing([said(each.starts, each.ends) for each in free])
            return f"free {times}" if times else "nothing free"
        return f"{said(cell.starts, cell.ends)}, free"

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.sheet.grid)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.sheet.columns

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        cell = self.at(index)
        if cell is None:
            return None
        if role == CELL_ROLE:
            return cell
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self.spoken(cell)
        if role == Role.ToolTipRole:
            return self.tip(cell) or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        cell = self.at(index)
        if cell is None:
            return Qt.ItemFlag.NoItemFlags
        if cell.seen is not None and not cell.seen.masked:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if role not in (Role.DisplayRole, Role.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            return _row_words(self.sheet.bands, section)
        if not 0 <= section < self.sheet.columns:
            return None
        if self.sheet.marks:
            when = moment(date.min, self.sheet.marks[section])
            return words.clock(when, twenty_four=self.sheet.twenty_four)
        day = self.sheet.days[section]
        return f"{words.DAYS[day.weekday()]} {words.day_month(day)}"


def _closed(why: str) -> str:
    return why.lower() if why.lower() == What.CLOSED.value else f"closed: {why}"


def _row_words(bands: Sequence[Band], row: int) -> str | None:
    for band in bands:
        if band.row <= row < band.row + band.rows:
            return f"{band.name}, {band.about}" if band.about else band.name
    return None
