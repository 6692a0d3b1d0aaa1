"""Four venues in Warrington in the last week of November 2026, and who is booked there.

It is Thursday, 10:42am. Rows are written straight into the tables, so that any state
can be shown.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.world import NEVER_LATE
from venues.database.models import (
    AppointmentType,
    Attendance,
    Authority,
    Booking,
    BookingRoom,
    Case,
    CaseStaff,
    Closure,
    Hold,
    Hours,
    Room,
    RoomSpace,
    Setting,
    Space,
    Staff,
    Venue,
    Worker,
)
from venues.database.session import Database
from venues.domain.people import Role, Viewer

MONDAY = date(2026, 11, 23)
THURSDAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 26, 10, 42)

WILLOW, OAK, HALL, CONSULTING_2, CONSULTING_3, MEETING, STUDY, SMALL, MAIN = range(
    1, 10
)
MILLBROOK, LANTERN, LIBRARY, OAKMERE = range(1, 5)
PRACTITIONER, COLLEAGUE, VICTIM_WORKER, COORDINATOR, MANAGER = range(1, 6)

ROLES = {
    PRACTITIONER: ("practitioner.04", "Practitioner 04", Role.PRACTITIONER),
    COLLEAGUE: ("practitioner.05", "Practitioner 05", Role.PRACTITIONER),
    VICTIM_WORKER: ("victim.01", "Victim worker 01", Role.VICTIM_WORKER),
    COORDINATOR: ("coordinator.01", "Coordinator 01", Role.COORDINATOR),
    MANAGER: ("manager.01", "Manager 01", Role.MANAGER),
}

VENUES = {
    MILLBROOK: ("Millbrook Family Hub", time(8), time(20), (time(9), time(13))),
    LANTERN: ("Lantern Health Centre", time(8), time(17, 30), None),
    LIBRARY: ("Station Road Library", time(9), time(19), (time(9), time(19))),
    OAKMERE: ("Oakmere Community Centre", time(9), time(20), (time(9), time(17))),
}
ROOMS = {
    WILLOW: (MILLBROOK, "Willow Room", 6),
    OAK: (MILLBROOK, "Oak Room", 4),
    HALL: (MILLBROOK, "Hall", 30),
    CONSULTING_2: (LANTERN, "Consulting 2", 4),
    CONSULTING_3: (LANTERN, "Consulting 3", 4),
    MEETING: (LIBRARY, "Meeting Room B", 8),
    STUDY: (LIBRARY, "Study Room", 2),
    SMALL: (OAKMERE, "Small Room", 5),
    MAIN: (OAKMERE, "Main Hall", 60),
}
CASES = {1: "WA-20391", 2: "WA-20417", 3: "WA-20288"}

# room, weekday, from, until, kind, whose, case
BOOKINGS = [
    (WILLOW, 0, (9, 0), (10, 0), "SUP", PRACTITIONER, 1),
    (WILLOW, 0, (15, 30), (16, 30), "SUP", PRACTITIONER, 2),
    (WILLOW, 1, (13, 0), (14, 30), "VIC", VICTIM_WORKER, None),
    (WILLOW, 3, (9, 0), (10, 0), "SUP", PRACTITIONER, 1),
    (WILLOW, 3, (13, 0), (14, 30), "VIC", VICTIM_WORKER, None),
    (WILLOW, 3, (15, 30), (16, 30), "SUP", PRACTITIONER, 2),
    (OAK, 1, (11, 0), (12, 0), "SUP", COLLEAGUE, None),
    (OAK, 2, (10, 0), (11, 0), "SUP", COLLEAGUE, None),
    (OAK, 3, (8, 30), (9, 30), "TRN", PRACTITIONER, None),
    (OAK, 3, (11, 0), (12, 30), "PAR", COLLEAGUE, None),
    (OAK, 3, (15, 0), (16, 15), "SUP", COLLEAGUE, None),
    (OAK, 4, (10, 0), (11, 0), "SUP", COLLEAGUE, None),
    (HALL, 1, (16, 0), (18, 0), "SUP", COLLEAGUE, None),
    (HALL, 3, (10, 15), (12, 45), "ROP", PRACTITIONER, 3),
    (HALL, 5, (10, 0), (12, 0), "SUP", COLLEAGUE, None),
    (CONSULTING_2, 1, (10, 0), (11, 0), "SUP", COLLEAGUE, None),
    (CONSULTING_2, 2, (10, 0), (11, 0), "SUP", COLLEAGUE, None),
    (CONSULTING_2, 3, (10, 0), (12, 0), "SUP", COLLEAGUE, None),
    (CONSULTING_2, 3, (14, 0), (15, 0), "SUP", COLLEAGUE, None),
    (CONSULTING_3, 0, (9, 0), (10, 0), "SUP", COLLEAGUE, None),
    (CONSULTING_3, 2, (14, 0), (15, 0), "SUP", COLLEAGUE, None),
    (CONSULTING_3, 3, (9, 0), (9, 45), "SUP", COLLEAGUE, None),
    (CONSULTING_3, 3, (14, 0), (15, 0), "VIC", VICTIM_WORKER, None),
    (MEETING, 1, (11, 0), (12, 0), "SUP", COLLEAGUE, None),
    (MEETING, 2, (9, 0), (10, 0), "TRN", PRACTITIONER, None),
    (MEETING, 3, (9, 0), (9, 30), "TRN", PRACTITIONER, None),
    (MEETING, 3, (11, 0), (12, 0), "SUP", COLLEAGUE, None),
    (STUDY, 2, (13, 0), (14, 0), "SUP", COLLEAGUE, None),
    (STUDY, 3, (13, 0), (14, 0), "SUP", COLLEAGUE, None),
    (SMALL, 3, (17, 0), (19, 0), "SUP", COLLEAGUE, None),
    (MAIN, 3, (10, 0), (11, 0), "TRN", PRACTITIONER, None),
]


def viewer(who: int = PRACTITIONER) -> Viewer:
    """One of the five people of the scene."""
    login, name, role = ROLES[who]
    return Viewer(who, login, name, role, authority_id=2)


def fill(database: Database, *, bookings: bool = True) -> None:
    """Write the scene into a new database."""
    with database.write() as session:
        authority = session.scalars(
            select(Authority.id).where(Authority.name == "Warrington")
        ).one()
        _add_places(session, authority)
        _add_people(session, authority)
        no_school = {"school_from": "00:00", "school_until": "00:01"}
        session.add_all(
            Setting(name=name, value=value)
            for name, value in (NEVER_LATE | no_school).items()
        )
        if bookings:
            for row in BOOKINGS:
                book(session, *row)


def book(  # noqa: PLR0917 - a row of the table above
    session: Session,
    room_id: int,
    weekday: int,
    starts: tuple[int, int],
    ends: tuple[int, int],
    kind: str,
    who: int,
    case: int | None = None,
    *,
    status: str = "confirmed",
) -> int:
    """Write one booking with its hold and give its id."""
    day = MONDAY + timedelta(days=weekday)
    from_, until = (
        datetime.combine(day, time(*starts)),
        datetime.combine(day, time(*ends)),
    )
    type_ = session.scalars(
        select(AppointmentType).where(AppointmentType.code == kind)
    ).one()
    audience = {"VIC": "victim", "TRN": "staff", "PRO": "staff", "PAR": "family"}
    count = len(session.scalars(select(Booking.id)).all())
    row = Booking(
        reference=f"B-{10001 + count}",
        type_id=type_.id,
        audience=audience.get(kind, "child"),
        authority_id=session.scalars(select(Venue.authority_id)).first(),
        status=status,
        starts=from_,
        ends=until,
        people=2 if room_id == STUDY else 3,
        made_at=datetime(2026, 11, 2, 9),
    )
    session.add(row)
    session.flush()
    session.add(BookingRoom(booking_id=row.id, room_id=room_id))
    session.add(Worker(booking_id=row.id, staff_id=who))
    if case is None and audience.get(kind) != "staff":
        case = 100 + row.id
        session.add(Case(id=case, reference=f"WA-{30000 + case}", kind="child"))
        session.flush()
    if case is not None:
        session.add(Attendance(booking_id=row.id, case_id=case))
    session.flush()
    for space_id in session.scalars(
        select(RoomSpace.space_id).where(RoomSpace.room_id == room_id)
    ):
        since = from_ - timedelta(minutes=type_.set_up)
        held = until + timedelta(minutes=type_.clear_down)
        session.add(Hold(booking_id=row.id, space_id=space_id, starts=since, ends=held))
    session.flush()
    return row.id


def _add_places(session: Session, authority: int) -> None:
    for id_, (name, opens, closes, saturday) in VENUES.items():
        session.add(Venue(id=id_, name=name, town="Warrington", authority_id=authority))
        session.flush()
        days = [(weekday, opens, closes) for weekday in range(5)]
        if saturday:
            days.append((5, *saturday))
        for weekday, since, until in days:
            session.add(_hours(id_, weekday, "open", since, until))
            session.add(_hours(id_, weekday, "usable", since, until))
            if id_ == MILLBROOK:
                staffed = min(until, time(18))
                session.add(_hours(id_, weekday, "staffed", since, staffed))
    for id_, (venue_id, name, seats) in ROOMS.items():
        stairs = "stairs" if id_ == STUDY else "ground"
        room = Room(
            id=id_, venue_id=venue_id, name=name, seats_circle=seats, reached_by=stairs
        )
        session.add_all([room, Space(id=id_, venue_id=venue_id, name=name)])
        session.flush()
        session.add(RoomSpace(room_id=id_, space_id=id_))
    for weekday in range(6):
        hall = (time(9, 30), time(18)) if weekday < 5 else (time(9), time(13))
        session.add(_hours(MILLBROOK, weekday, "usable", *hall, room_id=HALL))
    friday = datetime.combine(MONDAY + timedelta(days=4), time())
    night = friday + timedelta(days=1)
    session.add(Closure(venue_id=LIBRARY, starts=friday, ends=night, reason="repairs"))


def _hours(
    venue_id: int,
    weekday: int,
    use: str,
    opens: time,
    closes: time,
    room_id: int | None = None,
) -> Hours:
    """Hours of a venue, or of one of its rooms."""
    return Hours(
        venue_id=venue_id,
        room_id=room_id,
        weekday=weekday,
        use=use,
        opens=opens,
        closes=closes,
    )


def _add_people(session: Session, authority: int) -> None:
    for id_, (login, name, role) in ROLES.items():
        session.add(
            Staff(
                id=id_, login=login, name=name, role=role.value, authority_id=authority
            )
        )
    for id_, reference in CASES.items():
        session.add(Case(id=id_, reference=reference, kind="child", confirmed=True))
    session.flush()
    for id_ in CASES:
        session.add(
            CaseStaff(case_id=id_, staff_id=PRACTITIONER, since=date(2026, 1, 1))
        )
