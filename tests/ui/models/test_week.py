"""Rooms by the days of a week."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from ui.models.grid import What
from ui.models.week import hours_shown, week_sheet
from venues.domain.privacy import Seen
from venues.domain.proposal import Day, Room, Span, Venue
from venues.services.diary import Diary

MONDAY = date(2026, 11, 23)
HUB = Venue(1, "Millbrook", "Warrington", "Warrington", 2, "active")
WILLOW = Room(1, "Willow Room", HUB, (1,), {}, 6)
OAK = Room(2, "Oak Room", HUB, (2,), {}, 4)


def at(day: int, hour: int) -> datetime:
    """An hour of a day of the week; Monday is 0."""
    return datetime.combine(MONDAY + timedelta(day), time(hour))


def taken(day: int, starts: int, ends: int) -> Seen:
    """A masked booking of Willow Room."""
    return Seen(room_id=1, starts=at(day, starts), ends=at(day, ends))


def diary(*rows: Seen, closed: dict[int, Day] | None = None) -> Diary:
    """Two rooms from Monday to Wednesday, open from 9am to 5pm."""
    days = tuple(MONDAY + timedelta(n) for n in range(3))
    hours = {}
    for room in (OAK, WILLOW):
        for n, day in enumerate(days):
            spans = (Span(at(n, 9), at(n, 17)),)
            hours[room.id, day] = (closed or {}).get(n) or Day(
                day, spans, (), "", spans
            )
    seen: dict[tuple[int, date], tuple[Seen, ...]] = {}
    for row in rows:
        key = (row.room_id, row.starts.date())
        seen[key] = (*seen.get(key, ()), row)
    return Diary(days=days, venues=(HUB,), rooms=(OAK, WILLOW), seen=seen, hours=hours)


def test_a_room_has_a_row_for_each_booking_of_its_fullest_day_and_one_more() -> None:
    sheet = week_sheet(diary(taken(0, 9, 10), taken(0, 13, 14), taken(1, 11, 12)))

    assert [(band.name, band.row, band.rows) for band in sheet.bands] == [
        ("Millbrook", 0, 1),
        ("Oak Room", 1, 1),
        ("Willow Room", 2, 3),
    ]


def test_what_is_left_of_a_day_is_one_cell_beneath_its_bookings() -> None:
    sheet = week_sheet(diary(taken(0, 13, 14), taken(0, 9, 10), taken(1, 11, 12)))

    monday, tuesday, wednesday = zip(*sheet.grid[2:], strict=True)

    assert [cell.start for cell in monday] == [9 * 60, 13 * 60, 0]
    assert [cell.what for cell in tuesday] == [What.BOOKED, What.FREE, What.FREE]
    assert tuesday[1] is tuesday[2]
    assert tuesday[1].rows == 2
    assert wednesday[0].rows == 3


def test_a_day_that_is_closed_is_hatched_with_its_reason() -> None:
    day = MONDAY + timedelta(1)
    shut = Day(day, (), (), "heating repairs", (Span(at(1, 9), at(1, 17)),))

    sheet = week_sheet(diary(closed={1: shut}))

    assert sheet.bands[1].closed == ((1, 2, "Heating repairs"),)
    assert sheet.grid[1][1].what is What.CLOSED
    assert sheet.grid[1][1].words == "Heating repairs"


def test_a_closure_of_some_hours_is_a_line_among_the_bookings() -> None:
    day, usual = MONDAY + timedelta(1), (Span(at(1, 9), at(1, 17)),)
    usable = (Span(at(1, 9), at(1, 12)), Span(at(1, 14), at(1, 17)))
    shut = Day(day, usable, (), "fire drill", usual)

    sheet = week_sheet(diary(taken(1, 10, 11), taken(1, 15, 16), closed={1: shut}))

    tuesday = [row[1] for row in sheet.grid[sheet.bands[2].row :]]
    assert [(c.what, c.start, c.words) for c in tuesday[:3]] == [
        (What.BOOKED, 600, ""),
        (What.CLOSED, 720, "Fire drill"),
        (What.BOOKED, 900, ""),
    ]
    assert tuesday[1].part
    assert sheet.bands[2].closed == ()


def test_hidden_rooms_leave_their_heading() -> None:
    sheet = week_sheet(diary(taken(0, 9, 10)), folded={1})

    assert [band.about for band in sheet.bands] == ["open 9am to 5pm · 2 rooms hidden"]


def test_a_day_stands_for_the_hours_from_eight_to_eight_at_least() -> None:
    early = Day(MONDAY, (Span(at(0, 7), at(0, 21)),), (), "", ())

    assert hours_shown(week_sheet(diary())) == (8 * 60, 20 * 60)
    assert hours_shown(week_sheet(diary(closed={0: early}))) == (7 * 60, 21 * 60)
