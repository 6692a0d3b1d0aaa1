"""A week on paper: a family hub with a hall that divides, and a health centre.

Rows are written straight into the tables, so that any state can be printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from venues.database.models import (
    AppointmentType,
    Attendance,
    Authority,
    Booking,
    BookingRoom,
    Case,
    Closure,
    Hold,
    Hours,
    Room,
    RoomSpace,
    Space,
    Staff,
    Venue,
    Worker,
)
from venues.database.session import Database
from venues.domain.people import Role, Viewer

MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 26, 10, 42)

MILLBROOK, LANTERN = 1, 2
WILLOW, OAK, HALL, HALL_A, HALL_B, CONSULTING = range(1, 7)
ROOMS = {
    WILLOW: (MILLBROOK, "Willow Room", 6, (1,)),
    OAK: (MILLBROOK, "Oak Room", 4, (2,)),
    HALL: (MILLBROOK, "Hall", 30, (3, 4)),
    HALL_A: (MILLBROOK, "Hall A", 14, (3,)),
    HALL_B: (MILLBROOK, "Hall B", 14, (4,)),
    CONSULTING: (LANTERN, "Consulting Room 2", 4, (5,)),
}

OWN, COLLEAGUE, VICTIM_WORKER, COORDINATOR, MANAGER, BOARD = range(1, 7)
STAFF = {
    OWN: ("practitioner.04", "Practitioner 04", Role.PRACTITIONER),
    COLLEAGUE: ("practitioner.07", "Practitioner 07", Role.PRACTITIONER),
    VICTIM_WORKER: ("victim.01", "Victim worker 01", Role.VICTIM_WORKER),
    COORDINATOR: ("coordinator.01", "Coordinator 01", Role.COORDINATOR),
    MANAGER: ("manager.01", "Manager 01", Role.MANAGER),
    BOARD: ("board.01", "Board 01", Role.BOARD),
}
AUDIENCES = {"VIC": "victim", "RPV": "victim", "PRO": "staff", "PAR": "family"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A booking to write down; ``day`` counts from Monday, times are (hour, minute)."""

    kind: str = "SUP"
    who: tuple[int, ...] = (OWN,)
    rooms: tuple[int, ...] = (WILLOW,)
    day: int = 0
    starts: tuple[int, int] = (9, 0)
    ends: tuple[int, int] = (10, 30)
    held: tuple[int, int] = (0, 0)
    references: tuple[str, ...] = ()
    people: int = 3
    needs: tuple[str, ...] = ()
    layout: str | None = None
    note: str = ""
    arrival: str = ""
    status: str = "confirmed"
    answer: str = "not needed"


def viewer(who: int = OWN) -> Viewer:
    """One of the people of the scene."""
    login, name, role = STAFF[who]
    return Viewer(who, login, name, role, authority_id=2)


def fill(database: Database, *bookings: Made) -> None:
    """Write the places and the people into a new database, and those bookings."""
    with database.write() as session:
        _add_places(session)
        for id_, (login, name, role) in STAFF.items():
            session.add(Staff(id=id_, login=login, name=name, role=role.value))
        session.flush()
        for made in bookings:
            book(session, made)


def book(session: Session, made: Made) -> int:
    """Write one booking with all that belongs to it, and give its id."""
    day = MONDAY + timedelta(days=made.day)
    starts = datetime.combine(day, time(*made.starts))
    ends = datetime.combine(day, time(*made.ends))
    count = session.scalar(select(func.count()).select_from(Booking)) or 0
    row = Booking(
        reference=f"B-{10001 + count}",
        type_id=session.scalars(
            select(AppointmentType.id).where(AppointmentType.code == made.kind)
        ).one(),
        audience=AUDIENCES.get(made.kind, "child"),
        authority_id=2,
        status=made.status,
        starts=starts,
        ends=ends,
        people=made.people,
        needs=list(made.needs),
        note=made.note,
        arrival=made.arrival,
        venue_answer=made.answer,
        made_at=datetime(2026, 11, 2, 9),
    )
    session.add(row)
    session.flush()
    before, after = (timedelta(minutes=minutes) for minutes in made.held)
    spaces = set()
    for number, room_id in enumerate(made.rooms):
        role = "break-out" if number else "main"
        session.add(
            BookingRoom(
                booking_id=row.id, room_id=room_id, role=role, layout=made.layout
            )
        )
        spaces |= set(ROOMS[room_id][3])
    for space_id in sorted(spaces):
        session.add(
            Hold(
                booking_id=row.id,
                space_id=space_id,
                starts=starts - before,
                ends=ends + after,
            )
        )
    for staff_id in made.who:
        session.add(Worker(booking_id=row.id, staff_id=staff_id))
    for reference in made.references:
        session.add(Attendance(booking_id=row.id, case_id=_case(session, reference)))
    session.flush()
    return row.id


def as_a_childs(session: Session, worker: int | None = None) -> None:
    """Make the last victim's booking a child's, and of another worker if one is given.

    Nothing else of it changes: room, hold and number of people stay.
    """
    columns = select(AppointmentType.code, AppointmentType.id)
    kinds = dict(session.execute(columns).all())
    row = session.scalars(
        select(Booking)
        .where(Booking.type_id == kinds["VIC"])
        .order_by(Booking.id.desc())
        .limit(1)
    ).one()
    row.type_id, row.audience = kinds["SUP"], "child"
    if worker is not None:
        session.execute(
            update(Worker).where(Worker.booking_id == row.id).values(staff_id=worker)
        )


def week() -> tuple[Made, ...]:
    """A week like that of the design: some own, some others', one whole hall."""
    own = ("WA-20417",)
    return (
        Made(references=own),
        Made(starts=(15, 30), ends=(16, 30), references=own),
        Made(kind="VIC", who=(VICTIM_WORKER,), day=1, starts=(13, 0), ends=(14, 0)),
        Made(who=(COLLEAGUE,), day=3, starts=(9, 0), ends=(10, 0)),
        Made(kind="VIC", who=(VICTIM_WORKER,), day=3, starts=(13, 0), ends=(14, 30)),
        Made(day=3, starts=(15, 30), ends=(16, 30), references=own),
        Made(
            rooms=(OAK,),
            who=(COLLEAGUE,),
            day=1,
            starts=(11, 0),
            ends=(12, 30),
            answer="asked",
        ),
        Made(rooms=(OAK,), who=(COLLEAGUE,), day=3, starts=(8, 30), ends=(9, 30)),
        Made(
            kind="PAR",
            rooms=(OAK,),
            who=(COLLEAGUE,),
            day=3,
            starts=(11, 0),
            ends=(12, 30),
            people=5,
            layout="circle",
            needs=("hearing-loop", "step-free", "separate-waiting"),
        ),
        Made(
            kind="ROP",
            rooms=(HALL,),
            who=(COLLEAGUE, VICTIM_WORKER),
            day=3,
            starts=(17, 0),
            ends=(18, 15),
            held=(15, 15),
            people=9,
            layout="circle",
        ),
        Made(rooms=(HALL_A,), who=(COLLEAGUE,), day=1, starts=(16, 0), ends=(18, 0)),
    )


def _case(session: Session, reference: str) -> int:
    kept = session.scalar(select(Case.id).where(Case.reference == reference))
    if kept is not None:
        return kept
    row = Case(reference=reference, kind="child")
    session.add(row)
    session.flush()
    return row.id


def _add_places(session: Session) -> None:
    authority = session.scalars(
        select(Authority.id).where(Authority.name == "Warrington")
    ).one()
    for id_, name in ((MILLBROOK, "Millbrook Family Hub"), (LANTERN, "Lantern House")):
        session.add(Venue(id=id_, name=name, town="Warrington", authority_id=authority))
        session.flush()
        for weekday in range(5):
            _open(session, id_, None, weekday, time(8), time(20))
    for id_, (venue_id, name, seats, spaces) in ROOMS.items():
        session.add(Room(id=id_, venue_id=venue_id, name=name, seats_circle=seats))
        session.flush()
        for space_id in spaces:
            if session.get(Space, space_id) is None:
                session.add(Space(id=space_id, venue_id=venue_id, name=f"{space_id}"))
                session.flush()
            session.add(RoomSpace(room_id=id_, space_id=space_id))
    for weekday in range(5):
        _open(session, MILLBROOK, HALL, weekday, time(8), time(20))
    _open(session, MILLBROOK, HALL, 5, time(9), time(13))
    wednesday = MONDAY + timedelta(days=2)
    session.add(
        Closure(
            venue_id=MILLBROOK,
            starts=datetime.combine(wednesday, time()),
            ends=datetime.combine(wednesday, time(13)),
            reason="staff training",
        )
    )


def _open(
    session: Session,
    venue_id: int,
    room_id: int | None,
    weekday: int,
    opens: time,
    closes: time,
) -> None:
    for use in ("open", "usable"):
        session.add(
            Hours(
                venue_id=venue_id,
                room_id=room_id,
                weekday=weekday,
                use=use,
                opens=opens,
                closes=closes,
            )
        )
