"""Sample data for measuring: very many bookings, written as plainly as can be.

Each group of rooms that share spaces has its working day cut into as many stretches
as it has bookings that day, one booking in each, so no two holds of a space meet.
Whether a worker or a case is in two places is not looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from sqlalchemy.orm import Session
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from venues.database.models import (
    Attendance,
    Base,
    Booking,
    BookingRoom,
    Hold,
    Worker,
)
from venues.domain.people import Role
from venues.domain.proposal import Kind
from venues.services.progress import Progress
from venues.services.sample.hours import SATURDAY
from venues.services.sample.rooms import Site
from venues.services.sample.wishes import Habit, World, habits

STEP, OPENS, CLOSES = 5, 8 * 60, 20 * 60
"""Minutes: starts fall on these, in a working day from and until then."""

MOST_A_DAY = 5
"""Bookings one group of rooms has on a day at most: each finds two hours or more."""

CANCELLED, ATTENDED = 0.03, 0.85

CHUNK = 10_000
"""Bookings written at a time."""

CACHE = -200_000
"""Kilobytes of the file that SQLite keeps in memory meanwhile, as its pragma says."""

USUAL_CACHE = -2_000


@dataclass(frozen=True, slots=True)
class Bulk:
    """How many bookings, over how many years around today."""

    bookings: int
    years: int


BOOKING = (
    *("id", "uuid", "reference", "type_id", "audience", "authority_id", "status"),
    *("starts", "ends", "people", "needs", "cost", "travel", "outcome", "made_by"),
    *("made_at", "venue_answer"),
)
COLUMNS: dict[type[Base], tuple[str, ...]] = {
    Booking: BOOKING,
    BookingRoom: ("booking_id", "room_id", "layout"),
    Hold: ("booking_id", "space_id", "starts", "ends"),
    Attendance: ("booking_id", "case_id", "outcome"),
    Worker: ("booking_id", "staff_id", "part"),
}
"""What differs from row to row, parents first; the rest stands in the statement."""


class Use(NamedTuple):
    """A kind of appointment as often as it is asked for, with what it always has."""

    kind: Kind
    habit: Habit


def fill(
    session: Session, draw: Random, world: World, bulk: Bulk, progress: Progress
) -> list[date]:
    """Write the bookings into a database that has none; the days they are on."""
    reach = timedelta(days=bulk.years * 365 // 2)
    span = (world.today - reach + timedelta(days=at) for at in range(reach.days * 2))
    days = [day for day in span if day.weekday() < SATURDAY]
    writer = _Writer(session, draw, world)
    each, more = divmod(bulk.bookings, len(days))
    # indexes grow in many places at once; in the usual 2 MB they would thrash
    session.connection().exec_driver_sql(f"PRAGMA cache_size = {CACHE}")
    try:
        for number, day in enumerate(days):
            writer.day(day, each + (number < more))
            if writer.waiting >= CHUNK:
                progress(writer.write(), bulk.bookings)
        progress(writer.write(), bulk.bookings)
    finally:
        session.connection().exec_driver_sql(f"PRAGMA cache_size = {USUAL_CACHE}")
    return days


class _Writer:
    """Makes up bookings day by day and writes them by the thousand."""

    def __init__(self, session: Session, draw: Random, world: World) -> None:
        self._connection = session.connection()
        self._draw = draw
        self._today = world.today
        self._number = 0
        self._rows: dict[type[Base], list[tuple[Any, ...]]] = {
            model: [] for model in COLUMNS
        }
        self._statements = {
            model: _statement(model, names) for model, names in COLUMNS.items()
        }
        self._pool = [
            group for group in _groups(world.sites) for _ in range(MOST_A_DAY)
        ]
        self._uses = [
            Use(world.kinds[code], habit)
            for code, habit in habits(world.kinds).items()
            for _ in range(habit.weekdays)
        ]
        self._cases = defaultdict(list)
        for case in world.cases:
            self._cases[case.authority_id, case.kind].append(case)
        self._staff = defaultdict(list)
        for person in world.people:
            self._staff[person.authority_id, person.role].append(person.id)
        self._clock = [
            f"{minute // 60:02}:{minute % 60:02}" for minute in range(24 * 60)
        ]

    @property
    def waiting(self) -> int:
        """How many bookings are made and not yet written."""
        return len(self._rows[Booking])

    def write(self) -> int:
        """Write what is waiting; the number of bookings there are by now."""
        for model, rows in self._rows.items():
            if rows:
                self._connection.exec_driver_sql(self._statements[model], rows)
                rows.clear()
        return self._number

    def day(self, day: date, number: int) -> None:
        """Make up that many bookings for one day."""
        drawn = self._draw.sample(range(len(self._pool)), number)
        for at, share in Counter(each // MOST_A_DAY for each in drawn).items():
            group = self._pool[at * MOST_A_DAY]
            length = (CLOSES - OPENS) // share // STEP * STEP
            for part in range(share):
                self._booking(day, group, OPENS + part * length, length)

    def _booking(
        self, day: date, group: Sequence[Site], begins: int, length: int
    ) -> None:
        """One booking somewhere in a stretch of a day, in minutes from midnight."""
        draw = self._draw.random
        site = group[int(draw() * len(group))]
        while True:
            use = self._uses[int(draw() * len(self._uses))]
            kind = use.kind
            after = max(kind.clear_down, site.room.turnaround)
            slack = length - kind.set_up - kind.minutes - after
            if slack >= 0:
                break
        starts = begins + kind.set_up + int(draw() * (slack // STEP + 1)) * STEP
        self._number += 1
        live = draw() > CANCELLED
        self._put(day, site, use, starts, live=live)
        if live:
            held = self._at(day, starts - kind.set_up)
            until = self._at(day, starts + kind.minutes + after)
            self._rows[Hold] += [
                (self._number, space_id, held, until)
                for space_id in site.room.space_ids
            ]

    def _put(self, day: date, site: Site, use: Use, starts: int, *, live: bool) -> None:
        """The rows of a booking, but for its holds."""
        id_, kind, room = self._number, use.kind, site.room
        draw, rows = self._draw.random, self._rows
        authority_id = room.venue.authority_id
        victim = use.habit.audience == "victim"
        outcome = "attended" if live and day < self._today and draw() < ATTENDED else ""
        staff = self._staff[
            authority_id, Role.VICTIM_WORKER if victim else Role.PRACTITIONER
        ]
        lead = int(draw() * len(staff))
        metres = None
        if kind.needs_case and room.venue.point is not None:
            cases = self._cases[authority_id, "victim" if victim else "child"]
            case = cases[int(draw() * len(cases))]
            rows[Attendance].append((id_, case.id, outcome))
            metres = round(case.home.distance_to(room.venue.point))
        rows[Booking].append(
            (
                id_,
                f"{id_:012x}4{self._draw.getrandbits(12):03x}8{id_ * 40503:015x}",
                f"B-{10000 + id_}",
                kind.id,
                use.habit.audience,
                authority_id,
                "confirmed" if live else "cancelled",
                self._at(day, starts),
                self._at(day, starts + kind.minutes),
                min(kind.people, room.capacity),
                "[]",
                room.cost(kind.minutes),
                metres,
                outcome,
                staff[lead],
                f"{day} 07:00:00.000000",
                "yes" if room.venue.by_request else "not needed",
            )
        )
        rows[BookingRoom].append((id_, room.id, kind.layout))
        rows[Worker].append((id_, staff[lead], "lead"))
        if kind.workers > 1:
            rows[Worker].append((id_, staff[lead - 1], "second"))

    def _at(self, day: date, minute: int) -> str:
        """A moment as the file keeps it."""
        return f"{day} {self._clock[minute]}"


def _groups(sites: Iterable[Site]) -> list[list[Site]]:
    """The rooms, those together that have a space in common."""
    groups: list[list[Site]] = []
    of_space: dict[int, list[Site]] = {}
    for site in sorted(sites, key=lambda site: -len(site.room.space_ids)):
        spaces = site.room.space_ids
        group = next((of_space[each] for each in spaces if each in of_space), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(site)
        of_space.update(dict.fromkeys(spaces, group))
    return groups


def _statement(model: type[Base], names: Sequence[str]) -> str:
    """An INSERT whose other columns have their defaults written out."""
    columns, values = list(names), ["?"] * len(names)
    for column in model.__table__.columns:
        default = column.default
        if column.name not in names and isinstance(default, ScalarElementColumnDefault):
            value = default.arg
            columns.append(column.name)
            values.append(f"'{value}'" if isinstance(value, str) else str(int(value)))
    quoted = ", ".join(f'"{name}"' for name in columns)
    return (
        f'INSERT INTO "{model.__tablename__}" ({quoted}) '  # noqa: S608
        f"VALUES ({', '.join(values)})"
    )
