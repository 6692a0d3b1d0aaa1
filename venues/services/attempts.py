"""A deliberate attempt to book: one unit of work, and what is said when it is refused.

Only here does a service open sessions of its own: the code for a refusal that is about
a person must outlive the unit of work that was rolled back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from venues.database.session import Database
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.domain.recurrence import Repeat
from venues.domain.rules import no_go
from venues.domain.words import count, day_month
from venues.errors import Refused
from venues.services import bookings, cases, codes, naming
from venues.services.asking import Request
from venues.services.bookings import Booked
from venues.services.series import booking, putting_back
from venues.services.series.booking import DatesRefused, SeriesBooked
from venues.services.series.changing import Changed
from venues.services.series.planning import (
    NOTHING_CHOSEN,
    Chosen,
    Otherwise,
    Outcome,
    Planned,
)


def book(
    database: Database, request: Request, viewer: Viewer, *, now: datetime
) -> Booked:
    """Make the booking in a unit of work of its own.

    Raises:
        Refused: with a code to quote when the refusal is about a person.
        VenuesError: anything else that ``bookings.book`` raises.
    """

    def work(session: Session) -> Booked:
        booked = bookings.book(session, request, viewer, now=now)
        naming.of_room(session, "booking of {}", request.room_ids[0])
        return booked

    try:
        return database.change(work, request.room_ids, "booking")
    except Refused as refused:
        with database.read() as session:
            case_ids = cases.known(session, request.references, viewer, now.date())
        raise with_code(
            database, refused, viewer, (request.room_ids[0], case_ids, request.period)
        ) from None


def book_series(
    database: Database,
    request: Request,
    repeat: Repeat,
    viewer: Viewer,
    *,
    now: datetime,
    otherwise: Collection[Otherwise] = (),
    chosen: Chosen = NOTHING_CHOSEN,
    agreed: Sequence[Planned] | None = None,
) -> SeriesBooked:
    """Book all dates of a rule in one unit of work; one code for the whole attempt.

    Raises:
        DatesRefused: with a code to quote when a date is refused for a person.
        VenuesError: anything else that ``series.booking.book`` raises.
    """

    def work(session: Session) -> SeriesBooked:
        made = booking.book(
            session,
            request,
            repeat,
            viewer,
            now=now,
            otherwise=otherwise,
            chosen=chosen,
            agreed=agreed,
        )
        dates = count(len(made.booked), "date")
        naming.of_room(session, f"booking of {{}} on {dates}", request.room_ids[0])
        return made

    try:
        return database.change(work, request.room_ids, "booking of a series")
    except DatesRefused as refused:
        raise _quoting(database, refused, viewer, request.room_ids[0]) from None


def change_series(
    database: Database,
    viewer: Viewer,
    room_id: int,
    work: Callable[[Session], Changed],
) -> Changed:
    """Change a series in one unit of work; one code for the whole attempt.

    ``room_id`` is the room that is tried for.

    Raises:
        DatesRefused: with a code to quote when a date is refused for a person.
        VenuesError: anything else that the work raises.
    """
    try:
        with database.write("change of a series") as session:
            return work(session)
    except DatesRefused as refused:
        raise _quoting(database, refused, viewer, room_id) from None


def _quoting(
    database: Database, refused: DatesRefused, viewer: Viewer, room_id: int
) -> DatesRefused:
    """The refusal with a fresh code where a date of it is refused for a person."""
    for each in refused.planned:
        refuses = each.outcome is Outcome.REFUSED and each.for_a_person
        if refuses and each.judged is not None:
            asked = each.judged.asked
            attempt = (room_id, asked.case_ids, asked.period)
            return refused.quoting(_code(database, viewer, attempt))
    return refused


def put_back(
    database: Database, date_id: int, viewer: Viewer, *, now: datetime
) -> Booked:
    """Book a date of a series that was left out; once refused for a person, never.

    Raises:
        Refused: with a code to quote when the refusal is about a person.
        VenuesError: anything else that ``putting_back.put_back`` raises.
    """
    with database.read() as session:
        judged = putting_back.judge(session, date_id, viewer, now=now)
    attempt = (judged.rooms[0].id, judged.asked.case_ids, judged.asked.period)
    try:
        with database.write("putting back of a date") as session:
            booked = putting_back.put_back(session, date_id, viewer, now=now)
            on = day_month(judged.asked.period.day)
            naming.of_room(session, f"putting back {{}} on {on}", attempt[0])
            return booked
    except Refused as refused:
        told = with_code(database, refused, viewer, attempt)
        if told.code is not None:
            with database.write() as session:
                putting_back.forget(session, date_id)
        raise told from None


def change(
    database: Database,
    viewer: Viewer,
    attempt: tuple[int, tuple[int, ...], Period],
    work: Callable[[Session], Booked],
    name: str,
) -> Booked:
    """Do the work in one unit of that name; a refusal for a person gets its code.

    ``attempt`` is the room, the case ids and the period that are tried for; the name
    has "{}" where the room's goes. The work is done again from its start when somebody
    else's change crosses it.
    """

    def named(session: Session) -> Booked:
        booked = work(session)
        naming.of_room(session, name, attempt[0])
        return booked

    try:
        return database.change(named, [attempt[0]], name)
    except Refused as refused:
        raise with_code(database, refused, viewer, attempt) from None


def with_code(
    database: Database,
    refused: Refused,
    viewer: Viewer,
    attempt: tuple[int, tuple[int, ...], Period],
) -> Refused:
    """The refusal with a fresh code in its sentence, if it is about a person."""
    if all(found.rule != no_go.FINDING.rule for found in refused.findings):
        return refused
    code = _code(database, viewer, attempt)
    findings = tuple(
        replace(found, message=no_go.quoting(code))
        if found.rule == no_go.FINDING.rule
        else found
        for found in no_go.tellable(refused.findings)
    )
    return Refused(findings, code)


def _code(
    database: Database, viewer: Viewer, attempt: tuple[int, tuple[int, ...], Period]
) -> str:
    """A fresh code for the attempt, written down in a unit of its own."""
    room_id, case_ids, period = attempt

    def work(session: Session) -> str:
        return codes.make(session, viewer.staff_id, room_id, case_ids, period)

    return database.change(work, [room_id])
