"""Sample data for measuring: very many bookings, written as plainly as can be.

Each group of rooms that share spaces has its hours cut into as many stretches as it has
bookings that day, one booking in each, so no two holds of a space meet. What is asked
of bookings again later holds of all of them: hours, seats, suitability, who else is in
the building, and who is kept from whom. Who checks out late, panels and police are not
looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from sqlalchemy.orm import Session
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from venues.database import keys
from venues.database.models import (
    Attendance,
    Base,
    Booking,
    BookingRoom,
    Hold,
    Worker,
)
from venues.domain.people import Role
from venues.services.progress import Progress
from venues.services.sample.attending import Attending, Wanted
from venues.services.sample.hours import SATURDAY, Opening
from venues.services.sample.slots import Slot, Slots, Use
from venues.services.sample.wishes import World

STEP = 5
"""Minutes: starts fall on these."""

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


def fill(
    session: Session,
    draw: Random,
    world: World,
    opening: Opening,
    bulk: Bulk,
    progress: Progress,
) -> list[date]:
    """Write the bookings into a database that has none; the days they are on.

    A day that is full leaves the rest of its bookings to those after it.
    """
    reach = timedelta(days=bulk.years * 365 // 2)
    span = (world.today - reach + timedelta(days=at) for at in range(reach.days * 2))
    days = [
        day
        for day in span
        if day.weekday() < SATURDAY and not world.days.why_closed(None, day)
    ]
    writer = _Writer(session, draw, world, opening)
    in_a_file = session.get_bind().dialect.name == "sqlite"
    if in_a_file:  # indexes grow in many places; in the usual 2 MB they would thrash
        session.connection().exec_driver_sql(f"PRAGMA cache_size = {CACHE}")
    try:
        for number, day in enumerate(days, 1):
            writer.day(day, bulk.bookings * number // len(days))
            if writer.waiting >= CHUNK:
                progress(writer.write(), bulk.bookings)
        progress(writer.write(), bulk.bookings)
    finally:
        if in_a_file:
            session.connection().exec_driver_sql(f"PRAGMA cache_size = {USUAL_CACHE}")
    keys.catch_up(session)
    return days


class _Writer:
    """Makes up bookings day by day and writes them by the thousand."""

    def __init__(
        self, session: Session, draw: Random, world: World, opening: Opening
    ) -> None:
        self._connection = session.connection()
        self._draw = draw
        self._today = world.today
        self._number = 0
        self._rows: dict[type[Base], list[tuple[Any, ...]]] = {
            model: [] for model in COLUMNS
        }
        self._statements = {
            model: _statement(model, names, self._connection.dialect.name)
            for model, names in COLUMNS.items()
        }
        self._slots = Slots(world, opening)
        self._attending = Attending(draw, world)
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

    def day(self, day: date, until: int) -> None:
        """Make up bookings for one day, until there are that many in all."""
        self._attending.next_day()
        slots, pool = self._slots.of_day(day)
        drawn = self._draw.sample(pool, min(until - self._number, len(pool)))
        for at, share in Counter(drawn).items():
            slot = slots[at]
            length = (slot.closes - slot.opens) // share // STEP * STEP
            for part in range(share):
                self._booking(day, slot, slot.opens + part * length, length)

    def _booking(self, day: date, slot: Slot, begins: int, length: int) -> None:
        """One booking somewhere in a stretch of a day, in minutes from midnight."""
        draw = self._draw.random
        site = slot.group[int(draw() * len(slot.group))]
        uses = self._slots.uses(site, length)
        use = uses[int(draw() * len(uses))]
        kind, held = use.kind, use.minutes(site)
        opens = begins + int(draw() * ((length - held) // STEP + 1)) * STEP
        self._number += 1
        live = draw() > CANCELLED
        wanted = Wanted(
            site, day, opens + kind.set_up, opens + kind.set_up + kind.minutes
        )
        self._put(wanted, use, live=live, alone=slot.staffed)
        if live:
            self._rows[Hold] += [
                (
                    self._number,
                    space_id,
                    self._at(day, opens),
                    self._at(day, opens + held),
                )
                for space_id in site.room.space_ids
            ]

    def _put(self, wanted: Wanted, use: Use, *, live: bool, alone: bool) -> None:
        """The rows of a booking, but for its holds."""
        id_, kind, room, day = self._number, use.kind, wanted.site.room, wanted.day
        draw, rows = self._draw.random, self._rows
        victim = use.habit.audience == "victim"
        outcome = "attended" if live and day < self._today and draw() < ATTENDED else ""
        metres = None
        number = 2 if kind.workers > 1 or not alone else 1
        if kind.needs_case:
            case = self._attending.case(wanted, "victim" if victim else "child")
            if case is not None:
                rows[Attendance].append((id_, case.id, outcome))
                number = 2 if case.two_workers else number
                if room.venue.point is not None:
                    metres = round(case.home.distance_to(room.venue.point))
        staff = self._attending.workers(
            wanted, Role.VICTIM_WORKER if victim else Role.PRACTITIONER, number
        )
        rows[Booking].append(
            (
                id_,
                f"{id_:012x}4{self._draw.getrandbits(12):03x}8{id_ * 40503:015x}",
                f"B-{10000 + id_}",
                kind.id,
                use.habit.audience,
                room.venue.authority_id,
                "confirmed" if live else "cancelled",
                self._at(day, wanted.starts),
                self._at(day, wanted.ends),
                min(kind.people, wanted.site.seats(kind.layout)),
                "[]",
                room.cost(kind.minutes),
                metres,
                outcome,
                staff[0],
                f"{day} 07:00:00.000000",
                "yes" if room.venue.by_request else "not needed",
            )
        )
        rows[BookingRoom].append((id_, room.id, kind.layout))
        rows[Worker] += [
            (id_, each, "second" if at else "lead") for at, each in enumerate(staff)
        ]

    def _at(self, day: date, minute: int) -> str:
        """A moment as the file keeps it."""
        return f"{day} {self._clock[minute]}"


def _statement(model: type[Base], names: Sequence[str], engine: str) -> str:
    """An INSERT whose other columns have their defaults written out."""
    mark = "?" if engine == "sqlite" else "%s"
    columns, values = list(names), [mark] * len(names)
    for column in model.__table__.columns:
        default = column.default
        if column.name not in names and isinstance(default, ScalarElementColumnDefault):
            value = default.arg
            columns.append(column.name)
            values.append(f"'{value}'" if isinstance(value, str) else str(value))
    quoted = ", ".join(f'"{name}"' for name in columns)
    return (
        f'INSERT INTO "{model.__tablename__}" ({quoted}) '  # noqa: S608
        f"VALUES ({', '.join(values)})"
    )
