"""The bookings of some days, added up by the database in one statement.

What stood (provisional or confirmed) is counted, by room: the main room of a booking
carries what is true of all of it, the others only their time.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    DateTime,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    cast,
    exists,
    extract,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.catalogue import Catalogue
from venues.database.models import Booking, BookingRoom, Room, Venue, Worker
from venues.database.no_go import LIVE
from venues.domain.meeting import PANELS, POLICE, VICTIM_MEETINGS
from venues.domain.people import Audience
from venues.domain.places import METRES_PER_MILE
from venues.domain.reporting import Dates
from venues.services import booking_rows

MAIN = "main"
KEPT = ("attended", "left early")
"""Outcomes of those who came."""

MISSED = ("did not attend", "was not brought")
CANCELLED = ("cancelled by us", "cancelled by venue")
CHOICE = 2
"""Venues that a victim is to be offered at least."""

BANDS = (
    ("near", "Up to 1 mile", 1.0),
    ("walk", "1 to 3 miles", 3.0),
    ("ride", "3 to 5 miles", 5.0),
    ("far", "Over 5 miles", None),
)
"""How far a family came: key, words, and up to how many miles in a straight line."""

NOT_MEASURED = "none"


class Booked(NamedTuple):
    """Bookings of one room that are alike.

    ``minutes`` of appointments, ``pence`` of hire with the minimum hire counted.
    """

    room_id: int
    role: str
    outcome: str
    band: str
    number: int
    minutes: int
    pence: int
    hired: int
    """Those that cost something, and their minutes."""
    paid: int
    victims: int
    offered: int
    panels: int
    in_time: int
    risk: int
    planned: int
    came: int

    @property
    def main(self) -> bool:
        """Whether it is bookings, and not further rooms of some."""
        return self.role == MAIN


def read(session: Session, dates: Dates) -> tuple[Booked, ...]:
    """What is booked on those days."""
    catalogue = catalogues.read(session)
    asked = {"first": dates.starts, "until": dates.until, **of_kinds(catalogue)}
    engine = session.get_bind().dialect.name
    rows = session.execute(_statement(engine), asked)
    return tuple(Booked._make(row) for row in rows)


def of_kinds(catalogue: Catalogue) -> dict[str, list[int]]:
    """The kinds that measures ask about, by id."""
    kinds = catalogue.kinds_by_id.values()
    return {
        "victim_kinds": [each.id for each in kinds if each.set in VICTIM_MEETINGS],
        "panel_kinds": [each.id for each in kinds if each.set in PANELS],
        "police_kinds": [each.id for each in kinds if each.code in POLICE],
    }


def is_victims() -> ColumnElement[bool]:
    """Meetings with a victim, of which there is to be a choice of place."""
    return and_(
        Booking.type_id.in_(bindparam("victim_kinds", expanding=True)),
        Booking.audience == Audience.VICTIM.value,
    )


def is_panel() -> ColumnElement[bool]:
    """Panels that follow an order, whose day is on record."""
    kinds = Booking.type_id.in_(bindparam("panel_kinds", expanding=True))
    return and_(kinds, Booking.due_by.is_not(None))


def is_risk() -> ColumnElement[bool]:
    """Risk management meetings."""
    return Booking.type_id.in_(bindparam("police_kinds", expanding=True))


def in_time() -> ColumnElement[bool]:
    """Whether a panel is on the last day for it or before."""
    return func.date(Booking.starts) <= func.date(Booking.due_by)


def planned() -> ColumnElement[bool]:
    """Whether somebody was named for the police."""
    return or_(Booking.police_representative != "", _police())


def came() -> ColumnElement[bool]:
    """Whether the police are noted to have come."""
    return _police(Worker.attended.is_(True))


def minutes(engine: str) -> ColumnElement[Any]:
    """How long a booking takes; a file keeps moments as text."""
    if engine == "sqlite":
        days = func.julianday(Booking.ends) - func.julianday(Booking.starts)
        return cast(func.round(days * 1440), Integer)
    seconds = extract("epoch", cast(Booking.ends, DateTime))
    return cast(
        (seconds - extract("epoch", cast(Booking.starts, DateTime))) / 60, Integer
    )


def band() -> ColumnElement[str]:
    """How far a family comes, as a band."""
    steps = [
        (Booking.travel <= round(miles * METRES_PER_MILE), key)
        for key, _, miles in BANDS
        if miles is not None
    ]
    return case((Booking.travel.is_(None), NOT_MEASURED), *steps, else_=BANDS[-1][0])


def stands() -> ColumnElement[bool]:
    """Whether a booking stands, and starts on one of the days asked about."""
    return and_(
        Booking.starts >= bindparam("first"),
        Booking.starts < bindparam("until"),
        Booking.status.in_(LIVE),
    )


def _police(*more: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(
        select(Worker.id).where(
            Worker.booking_id == Booking.id,
            Worker.part == booking_rows.POLICE,
            *more,
        )
    )


@cache
def _statement(engine: str) -> Select[*tuple[Any, ...]]:
    lasts = minutes(engine)
    rate = func.coalesce(Room.rate, Venue.rate)
    longer = case((Venue.min_hire > lasts, Venue.min_hire), else_=lasts)
    cost = func.coalesce(Booking.cost, rate * longer // 60)
    pence = cast(case((BookingRoom.role == MAIN, cost), else_=0), Integer)
    far = band()

    def number(*each: ColumnElement[bool]) -> ColumnElement[int]:
        return func.sum(case((and_(*each), 1), else_=0))

    return (
        select(
            BookingRoom.room_id,
            BookingRoom.role,
            Booking.outcome,
            far,
            func.count(),
            func.sum(lasts),
            func.sum(pence),
            number(pence > 0),
            func.sum(case((pence > 0, lasts), else_=0)),
            number(is_victims()),
            number(is_victims(), Booking.venues_offered >= CHOICE),
            number(is_panel()),
            number(is_panel(), in_time()),
            number(is_risk()),
            number(is_risk(), planned()),
            number(is_risk(), came()),
        )
        .join(BookingRoom, BookingRoom.booking_id == Booking.id)
        .join(Room, Room.id == BookingRoom.room_id)
        .join(Venue, Venue.id == Room.venue_id)
        .where(stands())
        .group_by(BookingRoom.room_id, BookingRoom.role, Booking.outcome, far)
    )
