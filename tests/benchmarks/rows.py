"""The rows of the speed table that exist so far."""

from __future__ import annotations

import inspect
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from uuid import uuid4

import counting
import data
import floors
import repeats
import sheets
import starting
from displaced import displaced
from figures import Figure, in_ms, together
from places_tried import what_if
from sqlalchemy import event

from venues.database import catalogue as catalogues
from venues.database.session import Database
from venues.domain import suitability
from venues.domain.checklist import COUNTED
from venues.domain.judgement import Asked
from venues.domain.people import Audience, Viewer
from venues.domain.period import Period
from venues.domain.places import Point
from venues.services import (
    bookings,
    cases,
    diary,
    finding,
    people,
    second_look,
    ways_out,
)
from venues.services.asking import Request
from venues.services.finding import Found, Wish

STARTS = datetime(2026, 11, 26, 15, 30)
PERIOD = Period.lasting(STARTS, 60)
MONDAY = date(2026, 11, 23)


def start(small: Path, large: Path | None) -> list[Figure]:
    """From the start of the process to the first paint, and to Find usable."""
    bare, painted, usable = starting.measured(large or small)
    return [
        Figure("start: first paint", painted, floor=bare, most_ratio=1.8),
        Figure("start: Find usable", usable, floor=bare, most_ratio=4),
    ]


def find(small: Path, large: Path | None) -> list[Figure]:
    """All rules over all 300 rooms for an exact start, every reason given."""
    seats = [_Seat(path) for path in (small, large) if path]
    given = floors.between(PERIOD.starts, PERIOD.ends)
    figures = []
    for seat in seats:
        raw = floors.connect(seat.path)
        value, least = together(
            seat.find, floors.asked(raw, (floors.FREE_ROOMS,), given)
        )
        name = f"find, exact start, {seat.path.stem}"
        figures.append(Figure(name, value, floor=least, most=16))
        raw.close()
    return figures + _compared("find", seats, _Seat.find, _Seat.refused)


def second(small: Path, large: Path | None) -> list[Figure]:
    """Flexible starts, the change that helps, the nearest alternatives."""
    seats = [_Seat(path) for path in (small, large) if path]
    figures = [
        Figure(f"find, second paint, {seat.path.stem}", in_ms(seat.second, 20), most=60)
        for seat in seats
    ]
    return figures + _compared("second paint", seats, _Seat.second, _Seat.tried)


class _Seat:
    """Somebody who searches in one of the databases."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.database, self.viewer, self.wish = _asking(path)
        self.found = self.find()

    def find(self) -> Found:
        with self.database.read() as session:
            return finding.rooms(session, self.wish, self.viewer, today=data.NOW)

    def second(self) -> None:
        with self.database.read() as session:
            second_look.look(session, self.found, self.viewer, now=data.NOW)

    def refused(self) -> int:
        """Rooms that do not fit, each with every reason in words."""
        return len(self.found.misfits)

    def tried(self) -> int:
        """Rooms that only the time keeps out, for which other starts are tried."""
        return sum(
            all(ways_out.of_time(each) for each in ways_out.refusals(misfit))
            for misfit in self.found.misfits
        )


def _compared(
    what: str,
    seats: list[_Seat],
    work: Callable[[_Seat], object],
    rooms: Callable[[_Seat], int],
) -> list[Figure]:
    """L against S, measured in turn: as it is, and for each room there is work on."""
    if len(seats) == 1:
        seats[0].database.close()
        return []
    small, large = seats
    least, value = together(partial(work, small), partial(work, large))
    few, many = rooms(small), rooms(large)
    for seat in seats:
        seat.database.close()
    return [
        Figure(f"{what}, L against S", value, floor=least, most_ratio=1.3),
        Figure(
            f"{what}, a room, L against S",
            value / many,
            floor=least / few,
            most_ratio=1.3,
            note=f"({many} and {few} rooms)",
        ),
    ]


def examine(small: Path, _large: Path | None) -> list[Figure]:
    """One booking while typing."""
    database, viewer, wish = _asking(small)
    request, space = _request(database, viewer, wish)
    raw = floors.connect(small)
    given = floors.between(
        PERIOD.starts, PERIOD.ends, room=request.room_ids[0], venue=1
    )

    def look() -> None:
        with database.read() as session:
            bookings.examine(session, request, viewer, now=data.NOW)

    floor = floors.asked(raw, (floors.OVERLAP, *floors.WEEK), given)
    value, least = together(look, floor)
    del space
    raw.close()
    database.close()
    return [Figure("examine one booking while typing", value, floor=least, most=5)]


def book(small: Path, _large: Path | None) -> list[Figure]:
    """One booking, all rules, committed: beside the statements raw, and with FULL."""
    with tempfile.TemporaryDirectory() as folder:
        copies = [
            Path(folder) / f"{name}.sqlite"
            for name in ["recorded", "ours", "raw", "full"]
        ]
        for copy in copies:
            shutil.copy(small, copy)
        recorded, ours, raw, full = copies
        statements = _recorded(recorded)
        off, least = _book_ms(ours, replayed=(raw, statements))
        synchronised, _ = _book_ms(full)
        disk = _fsync_ms(Path(folder))
    count = f"({len(statements[-1])} statements)"
    return [
        Figure(
            "book one, synchronous OFF", off, floor=least, most_ratio=15, note=count
        ),
        Figure(
            "book one, FULL", synchronised, most=8, note=f"(one fsync {disk:.2f} ms)"
        ),
    ]


def series(small: Path, _large: Path | None) -> list[Figure]:
    """A weekly series of a year: every date by every rule, all of it committed."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "ours.sqlite"
        shutil.copy(small, copy)
        database, viewer, wish = _asking(copy)
        request, _ = _request(database, viewer, wish)
        database.actor = viewer.staff_id
        figure = repeats.year(small, database, viewer, request)
        database.close()
    return [figure]


def week(small: Path, _large: Path | None) -> list[Figure]:
    """A week of a venue, privacy filter included."""
    database, viewer, _ = _asking(small)
    raw = floors.connect(small)
    starts = datetime.combine(MONDAY, datetime.min.time())
    given = floors.between(starts, starts + timedelta(days=6))
    busiest = raw.execute(floors.BUSIEST, given).fetchone()[0]
    given["venue"] = busiest

    def look() -> None:
        with database.read() as session:
            diary.read(session, viewer, first=MONDAY, days=6, venue_ids={busiest})

    value, least = together(look, floors.asked(raw, floors.WEEK, given))
    raw.close()
    database.close()
    return [
        Figure("a week of a venue, query and filter", value, floor=least, most_ratio=4)
    ]


def repaint(_small: Path, _large: Path | None) -> list[Figure]:
    """60 rooms and 480 bookings, all of them in view."""
    return [Figure("repaint, 60 rooms x 480 bookings", starting.repaint(), most=16)]


def venues_on_map(_small: Path, _large: Path | None) -> list[Figure]:
    """2,000 venues on the map: painted again, and moved or zoomed by a notch."""
    still, moving = starting.map_repaint()
    made, read = starting.map_made()
    return [
        Figure("repaint, map of 2,000 venues", still, most=16),
        Figure("map of 2,000 venues, moved or zoomed", moving, most=16),
        Figure("map made from the postcodes", made, most=1000),
        Figure("map read from the cache", read, most=20),
    ]


def venues_typed(_small: Path, _large: Path | None) -> list[Figure]:
    """The list of 2,000 venues after each letter of a search, painted."""
    usual, slowest = starting.typing()
    note = f"(slowest {slowest:.1f} ms)"
    return [Figure("typing in the search, 2,000 venues", usual, most=16, note=note)]


def paper(small: Path, _large: Path | None) -> list[Figure]:
    """The team week of 60 rooms as a PDF."""
    return [Figure("team week PDF, 60 rooms", starting.paper(small), most=1000)]


def sheets_in(_small: Path, _large: Path | None) -> list[Figure]:
    """A list of 2,000 venues with their hours: read, previewed and written."""
    read, preview, write, grown = sheets.run()
    note = f"(read {read:.0f}, preview {preview:.0f}, write {write:.0f}; {grown} MB)"
    total = read + preview + write
    return [Figure("import of 2,000 venues", total, most=2000, note=note)]


def memory(small: Path, large: Path | None) -> list[Figure]:
    """The whole process at its peak, with the schedule open."""
    bare, peak = starting.memory(large or small)
    return [
        Figure("memory, Schedule open", peak, unit="MB", floor=bare, most_ratio=2.5)
    ]


def judge(small: Path, _large: Path | None) -> list[Figure]:
    """All rooms for 7 sets, each run on another day.

    Answers that hold for some hours, and controls, are looked at anew; the rest is kept
    with the catalogue.
    """
    database = Database.open(small)
    with database.read() as session:
        known = catalogues.read(session)
    demands = [known.assessed.demands[code] for code in COUNTED]
    records = [room.record for room in known.rooms.values()]
    days = count()

    def look() -> None:
        with database.read() as session:
            catalogues.read(session)
        starts = STARTS + timedelta(days=next(days))
        asked = Asked(data.TODAY, (starts, starts + timedelta(hours=1)))
        for record in records:
            for each in demands:
                suitability.judge(record, each, asked)

    value = in_ms(look, 20)
    database.close()
    return [Figure(f"judge {len(records)} rooms x 7 sets", value, most=16)]


MEASURES = (
    start,
    find,
    judge,
    second,
    examine,
    book,
    series,
    week,
    repaint,
    venues_on_map,
    venues_typed,
    paper,
    sheets_in,
    displaced,
    what_if,
    counting.evidence,
    memory,
)


def explained() -> str:
    """Every floor, as it is run."""
    parts = {
        "pragmas": floors.PRAGMAS,
        "find: which rooms are free": (floors.FREE_ROOMS,),
        "examine: overlap and the week of the venue": (floors.OVERLAP, *floors.WEEK),
        "book: the statements that one booking sends, recorded and replayed": (
            inspect.getsource(floors.replay_ms),
        ),
        "a series: the overlap of each date, and the rows it inserts, in one go": (
            floors.OVERLAP,
        ),
        "a week of a venue": floors.WEEK,
        "a year of evidence": counting.AGGREGATES,
        "a month of evidence": counting.ROWS,
        "start and memory: a bare PySide6 window": (starting.BARE,),
    }
    return "\n\n".join(
        f"{title}\n" + "\n".join(statement.strip() for statement in statements)
        for title, statements in parts.items()
    )


def _asking(path: Path) -> tuple[Database, Viewer, Wish]:
    database = Database.open(path)
    with database.read() as session:
        viewer = people.viewer(session, data.LOGIN, data.TODAY)
        references = cases.mine(session, viewer, data.TODAY)[:1]
    wish = Wish(
        audience=Audience.CHILD,
        kind="SUP",
        period=PERIOD,
        people=3,
        references=references,
        needs=("step-free",),
        worker_ids=(viewer.staff_id,),
        near=Point(360_100, 388_000),
        flexible=30,
    )
    return database, viewer, wish


def _request(database: Database, viewer: Viewer, wish: Wish) -> tuple[Request, int]:
    with database.read() as session:
        found = finding.rooms(session, wish, viewer, today=data.NOW)
    match = next(each for each in found.matches if not each.findings)
    request = Request(
        audience=wish.audience,
        kind=wish.kind,
        period=wish.period,
        people=wish.people,
        references=wish.references,
        worker_ids=wish.worker_ids,
        room_ids=(match.room.id,),
    )
    return request, match.room.space_ids[0]


TIMES = 35
FAR_OFF = datetime(2029, 6, 4, 10)
"""Beyond every sample booking, so that each attempt fits."""


def _book_ms(
    path: Path, replayed: tuple[Path, list[list[tuple[str, Any]]]] | None = None
) -> tuple[float, float]:
    """A booking, and the same statements raw right after it, amid the same noise.

    With something to replay neither waits for the disk, else ours does.
    """
    database, viewer, wish = _asking(path)
    request, _ = _request(database, viewer, wish)
    database.actor = viewer.staff_id
    raw = None
    if replayed:
        event.listen(database._reading, "checkout", _unsynchronised)  # noqa: SLF001
        raw = floors.connect(replayed[0], "OFF")
    ours: list[float] = []
    floor: list[float] = []
    for n, period in enumerate(_free_periods(database, request, viewer, TIMES)):
        asked = _with(request, period)
        began = perf_counter()
        _book(database, asked, viewer)
        ours.append((perf_counter() - began) * 1000)
        if raw and replayed:
            floor.append(floors.replay_ms(raw, replayed[1][n]))
    if raw:
        raw.close()
    database.close()
    return median(ours[5:]), median(floor[5:] or [0.0])


def _unsynchronised(raw: Any, *_rest: object) -> None:
    raw.execute("PRAGMA synchronous = OFF")


def _free_periods(
    database: Database, request: Request, viewer: Viewer, number: int
) -> list[Period]:
    """Times long after every sample booking at which the room may be used."""
    found = []
    for ahead in range(200):
        period = Period.lasting(FAR_OFF + timedelta(days=ahead), 50)
        with database.read() as session:
            judged = bookings.examine(
                session, _with(request, period), viewer, now=data.NOW
            )
        if not judged.outstanding(viewer):
            found.append(period)
        if len(found) == number:
            break
    return found


def _with(request: Request, period: Period) -> Request:
    return replace(request, period=period, uuid=uuid4(), near=None)


def _recorded(path: Path) -> list[list[tuple[str, Any]]]:
    """The statements, with their values, of each booking that will be timed."""
    sent: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        sent.append((statement, values))

    recorded: list[list[tuple[str, Any]]] = []

    def once(work: Any) -> None:
        sent.clear()
        work()
        recorded.append([*sent])

    database, viewer, wish = _asking(path)
    event.listen(database._reading, "before_cursor_execute", note)  # noqa: SLF001
    request, _ = _request(database, viewer, wish)
    database.actor = viewer.staff_id
    for period in _free_periods(database, request, viewer, TIMES):
        once(lambda period=period: _book(database, _with(request, period), viewer))
    database.close()
    return recorded


def _book(database: Database, request: Request, viewer: Viewer) -> None:
    with database.write() as session:
        bookings.book(session, request, viewer, now=data.NOW)


def _fsync_ms(folder: Path) -> float:
    path = folder / "fsync"
    with path.open("wb", buffering=0) as file:

        def once() -> None:
            file.write(b"x" * 4096)
            os.fsync(file.fileno())

        return in_ms(once, 30)


assert sqlite3.sqlite_version_info >= (3, 35), "MATERIALIZED needs SQLite 3.35"
