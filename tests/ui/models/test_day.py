"""Rooms by the hours of a day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ui.models.day import day_sheet, room_sheet
from ui.models.grid import Cell, Sheet, What
from venues.domain.privacy import Seen
from venues.domain.proposal import Day, Room, Span, Venue
from venues.services.diary import Diary

THURSDAY = date(2026, 11, 26)
HUB = Venue(1, "Millbrook", "Warrington", "Warrington", 2, "active")
LIBRARY = Venue(2, "Library", "", "Warrington", 2, "active")
HALL = Room(1, "Hall", HUB, (1, 2), {}, 30)
DEN = Room(2, "Den", LIBRARY, (3,), {}, 4)


def at(minutes: int, day: date = THURSDAY) -> datetime:
    """So many minutes after midnight."""
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def taken(start: int, end: int, room: Room = HALL) -> Seen:
    """A masked booking, in minutes after midnight."""
    return Seen(room_id=room.id, starts=at(start), ends=at(end))


def diary(*rows: Seen, days: int = 1, rooms: tuple[Room, ...] = (HALL,)) -> Diary:
    """Rooms that are open from 9am to 6pm."""
    dates = tuple(THURSDAY + timedelta(n) for n in range(days))
    seen: dict[tuple[int, date], tuple[Seen, ...]] = {}
    for row in rows:
        key = (row.room_id, row.starts.date())
        seen[key] = (*seen.get(key, ()), row)
    return Diary(
        days=dates,
        venues=tuple({room.venue.id: room.venue for room in rooms}.values()),
        rooms=rooms,
        seen=seen,
        hours={
            (room.id, day): Day(day, spans, (), "", spans)
            for room in rooms
            for day in dates
            for spans in ((Span(at(540, day), at(1080, day)),),)
        },
    )


def of_room(sheet: Sheet, row: int) -> list[Cell]:
    """The cells of one row, each once."""
    return list(dict.fromkeys(sheet.grid[row]))


def test_free_time_goes_by_half_hours_and_bookings_are_whole() -> None:
    sheet = day_sheet(diary(taken(600, 680)))

    cells = of_room(sheet, 1)

    assert [(c.what, c.start, c.end) for c in cells[:6]] == [
        (What.CLOSED, 480, 540),
        (What.FREE, 540, 570),
        (What.FREE, 570, 600),
        (What.BOOKED, 600, 680),
        (What.FREE, 680, 690),
        (What.FREE, 690, 720),
    ]
    assert cells[-1] == cells[-1]._replace(what=What.CLOSED, start=1080, end=1200)


def test_halves_booked_at_once_stand_in_lanes_one_above_the_other() -> None:
    sheet = day_sheet(diary(taken(600, 660), taken(630, 720), taken(660, 700)))

    band = sheet.bands[1]
    lanes = [
        [(c.start, c.end) for c in of_room(sheet, row) if c.seen and c.row == row]
        for row in range(band.row, band.row + band.rows)
    ]

    assert lanes == [[(600, 660), (660, 700)], [(630, 720)]]
    free = [c for c in of_room(sheet, 1) if c.what is What.FREE]
    assert {c.rows for c in free} == {2}


def test_columns_begin_wherever_anything_begins_in_any_room() -> None:
    rows = (taken(605, 655), taken(611, 700, DEN))

    sheet = day_sheet(diary(*rows, rooms=(HALL, DEN)))

    assert {600, 605, 611, 630, 655, 660, 700} <= set(sheet.marks)
    assert (sheet.marks[0], sheet.marks[-1]) == (480, 1200)


def test_a_hidden_venue_keeps_its_heading() -> None:
    sheet = day_sheet(diary(rooms=(HALL, DEN)), folded={HUB.id})

    assert [band.name for band in sheet.bands] == ["Millbrook", "Library", "Den"]
    assert sheet.bands[0].about == "Warrington · open 9am to 6pm · 1 room hidden"
    assert sheet.bands[1].about == "open 9am to 6pm"
    assert (
        sheet.grid[0][0].words
        == "Millbrook, Warrington, open 9am to 6pm, 1 room hidden"
    )


def test_a_rooms_week_has_a_band_for_each_day() -> None:
    sheet = room_sheet(diary(taken(600, 660), days=3))

    assert [(b.name, b.about) for b in sheet.bands] == [
        ("Thursday", "26 November"),
        ("Friday", "27 November"),
        ("Saturday", "28 November"),
    ]
    assert [c.start for c in sheet.cells() if c.seen] == [600]


def test_nothing_to_show_is_a_sheet_without_bands() -> None:
    assert day_sheet(diary(rooms=())).bands == ()


@given(
    st.lists(
        st.tuples(st.integers(0, 1430), st.integers(5, 400)).map(
            lambda pair: (pair[0], min(pair[0] + pair[1], 1440))
        ),
        max_size=8,
    )
)
def test_each_row_is_filled_without_gaps_and_no_booking_is_lost(
    bookings: list[tuple[int, int]],
) -> None:
    sheet = day_sheet(diary(*(taken(*each) for each in bookings)))

    band = sheet.bands[1]
    shown = sorted((c.start, c.end) for c in sheet.cells() if c.seen)
    assert shown == sorted(bookings)
    for row in range(band.row, band.row + band.rows):
        line = sheet.grid[row]
        assert len(line) == sheet.columns
        for one, other in pairwise(line):
            assert one is other or one.end <= other.start or one.row != other.row
