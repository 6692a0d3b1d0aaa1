"""How long the schedule takes to paint 60 rooms and 480 bookings, all of them in view.

The runner of the benchmarks calls ``repaint_ms()``, with an application running.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from ui.models.day import day_sheet
from ui.models.week import week_sheet
from ui.widgets.day_grid import DayGrid
from ui.widgets.week_grid import WeekGrid
from venues.domain.privacy import Seen, Sight
from venues.domain.proposal import Day, Room, Span, Venue
from venues.services.diary import Diary

DAY = date(2026, 11, 26)
VENUES, ROOMS, BOOKINGS = 12, 60, 480
SIZE = QSize(1366, 3000)  # of the whole table, so that nothing is scrolled away
RUNS = 41


def repaint_ms() -> float:
    """The median time, in milliseconds, in which the day is painted again."""
    return _measured(DayGrid(day_sheet(_diary(1))))


def week_repaint_ms() -> float:
    """The same for the week: as many bookings, spread over six days."""
    return _measured(WeekGrid(week_sheet(_diary(6))))


def build_ms() -> float:
    """The median time, in milliseconds, to make the week's table for 150 rooms."""
    diary = _diary(6, rooms=150, bookings=1200)
    return _median(lambda: week_sheet(diary))


def _measured(grid: QWidget) -> float:
    grid.resize(SIZE)
    grid.show()
    QApplication.processEvents()
    canvas = QPixmap(SIZE)
    grid.render(canvas)
    return _median(lambda: grid.render(canvas))


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        began = perf_counter()
        work()
        times.append(perf_counter() - began)
    return median(times) * 1000


def _diary(days: int, *, rooms: int = ROOMS, bookings: int = BOOKINGS) -> Diary:
    """Rooms that open from 8am to 6pm, each with its share of the bookings."""
    venues = [
        Venue(n, f"Venue {n:02}", "Warrington", "Warrington", 1, "active")
        for n in range(1, VENUES + 1)
    ]
    made = [
        Room(n, f"Room {n:02}", venues[(n - 1) * VENUES // rooms], (n,), {}, 4 + n % 20)
        for n in range(1, rooms + 1)
    ]
    dates = tuple(DAY + timedelta(n) for n in range(days))
    seen: dict[tuple[int, date], tuple[Seen, ...]] = {}
    each = bookings // rooms
    for room in made:
        for n in range(each):
            when = dates[n % days]
            place = n // days if days > 1 else n
            kept = seen.get((room.id, when), ())
            seen[room.id, when] = (*kept, _booking(room.id, when, place, n))
    hours = {
        (room.id, when): Day(when, spans, (), "", spans)
        for room in made
        for when in dates
        for spans in ((Span(_at(when, 8 * 60), _at(when, 18 * 60)),),)
    }
    return Diary(
        days=dates, venues=tuple(venues), rooms=tuple(made), seen=seen, hours=hours
    )


def _booking(room_id: int, when: date, place: int, number: int) -> Seen:
    """One of up to nine bookings of a day; every fourth is one's own."""
    starts = _at(when, 8 * 60 + 70 * place + room_id % 3 * 5)
    ends = starts + timedelta(minutes=60)
    if (number + room_id) % 4:
        return Seen(room_id=room_id, starts=starts, ends=ends)
    return Seen(
        room_id=room_id,
        starts=starts,
        ends=ends,
        title=f"WA-{20000 + room_id * 10 + number}",
        sight=Sight.FULL,
        own=True,
        booking_id=room_id * 100 + number,
        status="confirmed",
        kind="Supervision session",
        audience="child",
    )


def _at(when: date, minutes: int) -> datetime:
    return datetime.combine(when, time()) + timedelta(minutes=minutes)
