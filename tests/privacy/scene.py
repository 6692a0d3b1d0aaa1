"""One Thursday with something to hide in every corner, and the same with it swapped.

The places are those of ``tests.paper_scene``. In the variants each victim's booking is
a child's, of the same room, hold and links, kept by the same worker or by another one:
nobody without the right to know may be able to tell which of the files is open.
"""

from __future__ import annotations

import shutil
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from tests import paper_scene as paper
from tests.paper_scene import CONSULTING, HALL, LANTERN, NOW, OAK, Made
from tests.privacy import canaries as words
from tests.privacy.canaries import COLLEAGUE, OTHER_VICTIM_WORKER, VICTIM_WORKER
from venues.database.models import (
    AppointmentType,
    Booking,
    Case,
    CaseStaff,
    CaseVenue,
    Condition,
    Hold,
    Outing,
    Override,
    RefusalCode,
    Request,
    Review,
    Separation,
    Series,
    Staff,
    Venue,
    Worker,
)
from venues.database.session import Database
from venues.domain.people import Role

TODAY = NOW.date()
SINCE = date(2026, 1, 1)
THURSDAY, FRIDAY = 3, 4
LOGINS = {id_: login for id_, (login, *_) in paper.STAFF.items()} | {
    OTHER_VICTIM_WORKER: "victim.02"
}
ROLES = {id_: role for id_, (_, _, role) in paper.STAFF.items()} | {
    OTHER_VICTIM_WORKER: Role.VICTIM_WORKER
}
OWN_BOOKING, COLLEAGUES, VICTIMS, PANEL, SECOND = (
    f"B-{number}" for number in range(10001, 10006)
)
CANCELLED_VICTIMS = "B-10007"


CODE = "K-222222"
"""Quoted to Practitioner 04 the day before, when Millbrook was refused."""


class Variant(Enum):
    """Whose the victims' bookings are."""

    VICTIM = "victim"
    CHILD = "child, same worker"
    OTHER = "child, other worker"


BOOKINGS = (
    Made(
        references=(words.OWN_CASE,),
        day=THURSDAY,
        starts=(15, 30),
        ends=(16, 30),
        note="Mirabelle note",
        arrival="Mirabelle arrival",
    ),
    Made(
        who=(COLLEAGUE,),
        rooms=(OAK,),
        references=(words.COLLEAGUES_CASE,),
        day=THURSDAY,
        starts=(11, 0),
        ends=(12, 30),
        note="Quince note",
        arrival="Quince arrival",
    ),
    Made(
        kind="VIC",
        who=(VICTIM_WORKER,),
        references=(words.VICTIMS_CASE,),
        day=THURSDAY,
        starts=(13, 0),
        ends=(14, 30),
        note="Damson note",
        arrival="Damson arrival",
    ),
    Made(
        kind="ROP",
        who=(COLLEAGUE,),
        rooms=(HALL,),
        references=(words.PANEL_CASE, words.PANEL_OTHER),
        day=THURSDAY,
        starts=(17, 0),
        ends=(18, 15),
        held=(15, 15),
        people=9,
    ),
    Made(
        kind="VIC",
        who=(VICTIM_WORKER,),
        rooms=(CONSULTING,),
        references=(words.SECOND_VICTIM,),
        day=FRIDAY,
        starts=(10, 0),
        ends=(11, 0),
        note="Damson note",
        answer="to ask",
    ),
)
CANCELLED = (
    (Made(who=(COLLEAGUE,), day=FRIDAY, starts=(9, 0)), "Quince reason"),
    (
        Made(
            kind="VIC", who=(VICTIM_WORKER,), day=FRIDAY, starts=(13, 0), ends=(14, 0)
        ),
        "Damson reason",
    ),
)
LISTS = {
    words.OWN_CASE: words.OWN,
    words.OWN_LINKED: words.OWN,
    words.OWN_BARRED: words.OWN,
    words.COLLEAGUES_CASE: COLLEAGUE,
    words.PANEL_CASE: COLLEAGUE,
    words.VICTIMS_CASE: VICTIM_WORKER,
    words.SECOND_VICTIM: VICTIM_WORKER,
}
LINKS = (
    (words.OWN_LINKED, words.VICTIMS_CASE, "same offence"),
    (words.LINKED, words.PARTNER, "no contact"),
    (words.KIN, words.OTHER_KIN, "family"),
)


def fill(database: Database) -> None:
    """Write all of it into a new database."""
    paper.fill(database)
    with database.write() as session:
        session.add(
            Staff(
                id=OTHER_VICTIM_WORKER,
                login="victim.02",
                name="Victim worker 02",
                role=Role.VICTIM_WORKER.value,
            )
        )
        session.flush()
        for made in BOOKINGS:
            paper.book(session, made)
        for made, reason in CANCELLED:
            _cancel(session, paper.book(session, made), reason)
        _add_cases(session)
        _add_traces(session)
        session.execute(
            update(Venue).where(Venue.id == LANTERN).values(booked_by="request")
        )


def vary(database: Database, variant: Variant) -> None:
    """Make the victims' bookings what the variant says; everything else stays."""
    if variant is Variant.VICTIM:
        return
    with database.write() as session:
        kinds = dict(
            session.execute(select(AppointmentType.code, AppointmentType.id)).all()
        )
        ours = select(Booking.id).where(Booking.audience == "victim")
        if variant is Variant.OTHER:
            session.execute(
                update(Worker)
                .where(Worker.booking_id.in_(ours))
                .values(staff_id=COLLEAGUE)
            )
            session.execute(
                update(Outing)
                .where(Outing.booking_id.in_(ours))
                .values(staff_id=COLLEAGUE)
            )
            session.execute(
                update(CaseStaff)
                .where(CaseStaff.staff_id == VICTIM_WORKER)
                .values(staff_id=COLLEAGUE)
            )
        session.execute(update(Case).values(kind="child"))
        session.execute(
            update(Booking)
            .where(Booking.audience == "victim")
            .values(type_id=kinds["SUP"], audience="child")
        )


def copied(template: Path, folder: Path, variant: Variant) -> Path:
    """A file of that variant, in a folder that was emptied for it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = Path(shutil.copy(template, folder / "Venues.sqlite"))
    database = Database.open(path)
    vary(database, variant)
    database.close()
    return path


def _cancel(session: Session, booking_id: int, reason: str) -> None:
    row = session.get_one(Booking, booking_id)
    row.status, row.cancel_reason = "cancelled", reason
    session.execute(delete(Hold).where(Hold.booking_id == booking_id))


def _add_cases(session: Session) -> None:
    known = {
        case.reference: case for case in session.scalars(select(Case)) if case.reference
    }
    wanted = {*LISTS, *(each for one, other, _ in LINKS for each in (one, other))}
    for reference in sorted(wanted - known.keys()):
        known[reference] = Case(reference=reference, kind="child")
        session.add(known[reference])
    for case in known.values():
        case.confirmed = True
    for reference in (words.VICTIMS_CASE, words.SECOND_VICTIM):
        known[reference].kind = "victim"
    session.flush()
    for reference, staff_id in LISTS.items():
        session.add(
            CaseStaff(case_id=known[reference].id, staff_id=staff_id, since=SINCE)
        )
    for one, other, kind in LINKS:
        first, second = sorted((known[one].id, known[other].id))
        session.add(
            Separation(
                first_id=first,
                second_id=second,
                kind=kind,
                court_condition=True,
                since=SINCE,
                review_on=TODAY + timedelta(days=100),
            )
        )
    session.add(
        CaseVenue(
            case_id=known[words.OWN_BARRED].id, venue_id=paper.MILLBROOK, since=SINCE
        )
    )
    session.add(
        RefusalCode(
            code=CODE,
            at=NOW - timedelta(days=1),
            staff_id=words.OWN,
            case_id=known[words.OWN_LINKED].id,
            venue_id=paper.MILLBROOK,
            day=TODAY,
            half=1,
        )
    )


def _add_traces(session: Session) -> None:
    """What hangs on bookings: agreed warnings, conditions, a plan to come home."""
    ids = {row.reference: row for row in session.scalars(select(Booking))}
    panel, victims = ids[PANEL], ids[VICTIMS]
    panel.police_representative = "Medlar police"
    session.add(
        Override(
            booking_id=panel.id,
            rule="R14",
            kind="accepted",
            reason="Medlar override",
            at=NOW,
        )
    )
    session.add_all(
        Condition(booking_id=panel.id, kind=kind) for kind in ("quorum", "sign-off")
    )
    session.add(
        Review(
            booking_id=victims.id,
            cause="link",
            words="Plum words",
            for_a_person=True,
            raised_at=NOW,
        )
    )
    session.add(
        Request(
            asked_by=words.OWN,
            booking_id=victims.id,
            room_id=paper.WILLOW,
            starts=victims.starts,
            ends=victims.ends,
            made_at=NOW,
        )
    )
    session.add(
        Series(
            id=1,
            rule="FREQ=WEEKLY",
            words="every Thursday",
            made_by=VICTIM_WORKER,
            made_at=NOW,
        )
    )
    session.flush()
    victims.series_id = 1
    session.add(
        Outing(
            staff_id=VICTIM_WORKER,
            place="Sorrel Lane",
            starts=moment(8),
            ends=moment(9),
            check_out=moment(9, 15),
        )
    )
    for row, staff_id in ((victims, VICTIM_WORKER), (panel, COLLEAGUE)):
        session.add(
            Outing(
                staff_id=staff_id,
                booking_id=row.id,
                starts=row.starts,
                ends=row.ends,
                check_out=row.ends + timedelta(minutes=15),
            )
        )


def moment(hour: int, minute: int = 0, day: int = THURSDAY) -> datetime:
    """That time of the week, counted from its Monday."""
    midnight = datetime.combine(paper.MONDAY + timedelta(days=day), datetime.min.time())
    return midnight + timedelta(hours=hour, minutes=minute)
