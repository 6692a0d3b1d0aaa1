"""Whether the database is sound: itself, its guards, and holds against bookings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, text

from venues.database.engines import ties
from venues.database.models import Base
from venues.database.models.base import MOMENT
from venues.database.session import Database
from venues.domain.words import listing
from venues.errors import VenuesError
from venues.services import sound_file, sound_server
from venues.services.sound_file import RESTORE

SHOWN = 5
"""How many bookings a sentence names before it only counts."""

SAVE_AGAIN = "Open each and save it again."

LIVE = "booking.status IN ('provisional', 'confirmed')"

_DERIVED = f"""
WITH derived AS (
    SELECT booking.id AS booking_id, booking.reference, room_space.space_id,
        min({{set_up}}) AS starts, max({{clear_down}}) AS ends
    FROM booking
    JOIN appointment_type ON appointment_type.id = booking.type_id
    JOIN booking_room ON booking_room.booking_id = booking.id
    JOIN room ON room.id = booking_room.room_id
    JOIN room_space ON room_space.room_id = room.id
    WHERE {LIVE} AND booking.ends > :now
    GROUP BY booking.id, room_space.space_id
)
SELECT found.*, count(*) OVER () FROM ({{query}}) AS found ORDER BY 1 LIMIT {SHOWN}
"""  # noqa: S608 - nothing here comes from outside
"""The holds that follow from live bookings, of those that are not over: a later change
of a room leaves what is over as it was."""

_LATER = {
    "sqlite": "strftime('%Y-%m-%d %H:%M', {moment}, ({minutes}) || ' minutes')",
    "postgresql": "{moment} + make_interval(mins => {minutes})",
}
"""How each engine counts minutes on from a moment."""

_AFTER = (
    "CASE WHEN appointment_type.clear_down > room.turnaround "
    "THEN appointment_type.clear_down ELSE room.turnaround END"
)


@dataclass(frozen=True, slots=True)
class _Fault:
    """What may be wrong, what to do then, and the query for what it is wrong with."""

    words: str
    advice: str
    query: str
    on_a_server: str = ""
    """The query there, where it differs."""


BOOKINGS = (
    _Fault(
        "Bookings without a room",
        SAVE_AGAIN,
        f"SELECT reference FROM booking WHERE {LIVE} AND NOT EXISTS "  # noqa: S608
        "(SELECT 1 FROM booking_room WHERE booking_id = booking.id)",
    ),
    _Fault(
        "Bookings that do not hold their room, so that somebody else could book it",
        SAVE_AGAIN,
        "SELECT derived.reference FROM derived LEFT JOIN hold "  # noqa: S608
        "ON hold.booking_id = derived.booking_id "
        "AND hold.space_id = derived.space_id WHERE hold.id IS NULL "
        "UNION SELECT booking.reference FROM booking "
        "JOIN booking_room ON booking_room.booking_id = booking.id "
        f"WHERE {LIVE} AND NOT EXISTS "
        "(SELECT 1 FROM hold WHERE booking_id = booking.id)",
    ),
    _Fault(
        "Bookings whose held time is out of date",
        SAVE_AGAIN,
        "SELECT derived.reference FROM derived JOIN hold "  # noqa: S608
        "ON hold.booking_id = derived.booking_id "
        "AND hold.space_id = derived.space_id "
        "WHERE hold.starts <> derived.starts OR hold.ends <> derived.ends "
        "UNION SELECT booking.reference FROM hold "
        "JOIN booking ON booking.id = hold.booking_id "
        f"WHERE {LIVE} AND (hold.starts > booking.starts OR hold.ends < booking.ends)",
    ),
    _Fault(
        "Bookings that hold more than their rooms",
        SAVE_AGAIN,
        "SELECT DISTINCT booking.reference FROM hold "  # noqa: S608
        "JOIN booking ON booking.id = hold.booking_id LEFT JOIN derived "
        "ON derived.booking_id = booking.id AND derived.space_id = hold.space_id "
        f"WHERE {LIVE} AND booking.ends > :now AND derived.booking_id IS NULL",
    ),
    _Fault(
        "Bookings that do not take place and still hold a room",
        "Bring each back and cancel it again.",
        "SELECT DISTINCT reference FROM hold "  # noqa: S608
        f"JOIN booking ON booking.id = hold.booking_id WHERE NOT ({LIVE})",
    ),
    _Fault(
        "Bookings that hold the same place at the same time as another",
        "Move one of each two.",
        "SELECT DISTINCT coalesce(booking.reference, 'an offer') FROM ("
        "SELECT booking_id, starts, lag(ends) OVER space AS before, ends, "
        "lead(starts) OVER space AS after FROM hold "
        "WINDOW space AS (PARTITION BY space_id ORDER BY starts, ends)) AS held "
        "LEFT JOIN booking ON booking.id = held.booking_id "
        "WHERE held.before > held.starts OR held.after < held.ends",
    ),
    _Fault(
        "References that more than one booking has",
        RESTORE,
        "SELECT reference FROM booking GROUP BY reference HAVING count(*) > 1",
    ),
)
"""The queries give references, and nothing else of a booking."""

OTHERS = (
    _Fault(
        "Rooms in use that are no part of a building, so that nothing keeps them from "
        "being booked twice",
        "Save each again under Venues.",
        "SELECT count(*) FROM room WHERE status = 'active' AND NOT EXISTS "
        "(SELECT 1 FROM room_space WHERE room_id = room.id)",
    ),
    _Fault(
        "Offers of a freed room that do not hold it",
        "Make them again.",
        "SELECT count(DISTINCT offer.id) FROM offer "
        "JOIN room_space ON room_space.room_id = offer.room_id LEFT JOIN hold "
        "ON hold.offer_id = offer.id AND hold.space_id = room_space.space_id "
        "AND hold.starts <= offer.starts AND hold.ends >= offer.ends "
        "WHERE offer.state = 'open' AND hold.id IS NULL",
    ),
    _Fault(
        "Offers that are over and still hold a room",
        "Let them go again.",
        "SELECT count(DISTINCT offer.id) FROM offer "
        "JOIN hold ON hold.offer_id = offer.id WHERE offer.state <> 'open'",
    ),
    _Fault(
        "Records of who is kept apart that do not follow from the links",
        "Close any link and take that back.",
        ties.STALE,
        ties.stale(ties.ON_A_SERVER),
    ),
)
"""The queries give a number."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: sentences that name bookings by reference only.

    ``counted`` maps each table to its number of rows.
    """

    ok: bool
    problems: tuple[str, ...]
    counted: dict[str, int]


def check(database: Database, *, now: datetime) -> Report:
    """Look the whole database over, in a fixed number of statements.

    Changes nothing. ``now`` is local: what bookings hold is worked out again for those
    that are not over then.
    """
    problems: list[str] = []
    counted: dict[str, int] = {}
    try:
        with database.read() as session:
            connection = session.connection()
            problems += _ITSELF[connection.dialect.name](connection)
            problems += _bookings(connection, now)
            problems += _others(connection)
            counted = _count(connection)
    except VenuesError as trouble:  # too damaged even to be looked at
        problems.append(str(trouble))
    return Report(not problems, tuple(problems), counted)


_ITSELF = {"sqlite": sound_file.problems, "postgresql": sound_server.problems}


def _bookings(connection: Connection, now: datetime) -> Iterator[str]:
    later = _LATER[connection.dialect.name]
    held = {
        "set_up": later.format(
            moment="booking.starts", minutes="-appointment_type.set_up"
        ),
        "clear_down": later.format(moment="booking.ends", minutes=_AFTER),
    }
    moment = bindparam("now", now, type_=MOMENT)
    for fault in BOOKINGS:
        query = text(_DERIVED.format(query=fault.query, **held)).bindparams(moment)
        rows = connection.execute(query).all()
        if rows:
            unnamed = rows[0][1] - len(rows)
            names = [row[0] for row in rows] + [f"{unnamed:,} more"] * (unnamed > 0)
            yield f"{fault.words}: {listing(names)}. {fault.advice}"


def _others(connection: Connection) -> Iterator[str]:
    on_a_server = connection.dialect.name == "postgresql"
    for fault in OTHERS:
        query = (on_a_server and fault.on_a_server) or fault.query
        number = connection.exec_driver_sql(query).scalar_one()
        if number:
            yield f"{fault.words}: {number:,}. {fault.advice}"


def _count(connection: Connection) -> dict[str, int]:
    tables = sorted(Base.metadata.tables)
    columns = ", ".join(f'(SELECT count(*) FROM "{table}")' for table in tables)  # noqa: S608
    row = connection.exec_driver_sql(f"SELECT {columns}").one()
    return dict(zip(tables, row, strict=True))
