"""What the schedule says around its table: title, legend, corner, nothing to show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from ui.models.grid import Cell, Sheet, hold, seats
from ui.models.table import as_html, as_text
from ui.pages.schedule_bar import DAY, ROOM
from ui.widgets.legend import CLOSED, MASKED, OWN, PANEL
from venues.domain import words
from venues.domain.people import Audience, Role, Viewer
from venues.domain.privacy import Seen, Sight

ALIKE = {
    Role.COORDINATOR: "All bookings look alike",
    Role.MANAGER: "",
}
OTHERS_ALIKE = "Everybody else's bookings look alike"
COLUMNS = ("Date", "From", "To", "Room", "Venue", "Booking", "Kind", "Status")


def title(view: str, day: date, days: Sequence[date]) -> str:
    """The date or the week that is shown."""
    if view == DAY:
        return words.day(day)
    if days[-1].weekday() == 6 and days[0].month == days[-1].month:  # noqa: PLR2004
        return f"{days[0].day} to {words.day_month(days[-1])} {days[-1].year}"
    return words.week_title(days[0])


def legend(viewer: Viewer, rows: Iterable[Seen]) -> list[tuple[str, str]]:
    """What the colours in view mean; only who sees all of a booking sees its colour."""
    if viewer.role is Role.COORDINATOR:
        return [(MASKED, "Booked"), (CLOSED, "Closed")]
    seen = {
        row.audience
        for row in rows
        if row.sight is Sight.FULL and row.audience != Audience.STAFF
    }
    named = [each.words for each in Audience if each in seen] or [Audience.CHILD.words]
    said = words.listing([named[0], *(each.lower() for each in named[1:])], "or")
    return [
        (OWN, said),
        (PANEL, "Panel"),
        (MASKED, "In use, or team"),
        (CLOSED, "Closed"),
    ]


def note(viewer: Viewer, chosen: int) -> str:
    """What stands at the right of the legend."""
    if chosen > 1:
        return f"{chosen} chosen · Delete cancels them, Ctrl+C copies them"
    return ALIKE.get(viewer.role, OTHERS_ALIKE)


def corner(sheet: Sheet, view: str, now: datetime) -> str:
    """How many rooms there are, and how many are booked at this moment.

    In the Room view it says where the room is.
    """
    rooms = sheet.diary.rooms
    if view == ROOM and rooms:
        return f"{rooms[0].venue.name}, {seats(rooms[0])}"
    if view != DAY:
        return ""
    if sheet.days[0] != now.date():
        return words.count(len(rooms), "room")
    taken = sum(
        any(
            since <= now < until
            for row in sheet.diary.seen.get((room.id, now.date()), ())
            for since, until in (hold(row),)
        )
        for room in rooms
    )
    return f"{taken} of {words.count(len(rooms), 'room')} booked now"


def where(cell: Cell, sheet: Sheet) -> str:
    """A cell in a sentence: "Willow Room, Thursday 26 November, 3:30pm to 4:30pm"."""
    room = sheet.rooms[cell.room_id].name
    starts, ends = cell.starts, cell.ends
    if cell.seen is not None:
        starts, ends = cell.seen.starts, cell.seen.ends
    return place(room, starts, ends, twenty_four=sheet.twenty_four)


def place(
    room: str, starts: datetime, ends: datetime, *, twenty_four: bool = False
) -> str:
    """A room and a time in a sentence."""
    day = f"{words.DAYS[starts.weekday()]} {words.day_month(starts.date())}"
    return f"{room}, {day}, {words.span(starts, ends, twenty_four=twenty_four)}"


def copied(cells: Sequence[Cell], sheet: Sheet) -> tuple[str, str]:
    """The chosen bookings as text and as HTML, as far as they may be seen."""
    lines = []
    for cell in cells:
        row, room = cell.seen, sheet.rooms[cell.room_id]
        if row is None:
            continue
        lines.append(
            (
                words.short_day(row.starts.date()),
                words.clock(row.starts, column=True, twenty_four=sheet.twenty_four),
                words.clock(row.ends, column=True, twenty_four=sheet.twenty_four),
                room.name,
                room.venue.name,
                row.title,
                row.kind,
                row.status.capitalize(),
            )
        )
    return as_text(COLUMNS, lines), as_html(COLUMNS, lines)


def first_free(
    sheet: Sheet, cell: Cell, now: datetime
) -> tuple[datetime, datetime] | None:
    """The hour to propose for a free cell: from its start, or from now if later.

    Shorter if the room is not free for so long; None when the time has passed.
    """
    for gap in sheet.free(cell.room_id, cell.day):
        since = gap.starts
        if cell.start < cell.end:  # of a day's hours, not a day of the week
            since = max(since, cell.starts)
        if now > since:
            since = _next_quarter(now)
        last = cell.ends if cell.start < cell.end else gap.ends
        if gap.starts <= since < min(gap.ends, last):
            return since, min(since + timedelta(hours=1), gap.ends)
    return None


def _next_quarter(now: datetime) -> datetime:
    """The next full quarter of an hour."""
    whole = now.replace(minute=0, second=0, microsecond=0)
    passed = (now - whole).total_seconds() / 60
    return whole + timedelta(minutes=-(-passed // 15) * 15)
