"""Making a booking: judged by every rule, then written with all that belongs to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database import facts, nearby
from venues.database.catalogue import Catalogue
from venues.database.models import Booking
from venues.domain import rules
from venues.domain.circumstances import Circumstances
from venues.domain.findings import Finding
from venues.domain.people import Role, Viewer
from venues.domain.proposal import Appointment, Day, Room
from venues.domain.rules import no_go
from venues.errors import NotAllowed, Refused, WrongInput
from venues.services import (
    asking,
    booking_rooms,
    booking_writing,
    cases,
    signed,
    signing,
    venue_answers,
)
from venues.services.asking import Request
from venues.services.judging import Booked, Judged

__all__ = ["Booked", "Judged", "book", "check", "check_people", "examine", "judge"]


def examine(
    session: Session,
    request: Request,
    viewer: Viewer,
    *,
    now: datetime,
    without: int | None = None,
) -> Judged:
    """What the rules make of the request; nothing is written.

    Raises:
        WrongInput: something typed cannot be used.
        NotAllowed: this role does not book that.
    """
    check(request, viewer, now)
    case_ids = cases.known(session, request.references, viewer, now.date())
    return judge(session, request, viewer, case_ids, now=now, without=without)


def book(
    session: Session, request: Request, viewer: Viewer, *, now: datetime
) -> Booked:
    """Make the booking, provisional while a condition is open.

    Raises:
        Refused: a rule forbids it, or a warning has no reason yet.
        WrongInput: something typed cannot be used.
        NotAllowed: this role does not book that.
    """
    check(request, viewer, now)
    case_ids = cases.use(
        session, request.references, viewer, request.audience, now.date()
    )
    judged = judge(session, request, viewer, case_ids, now=now)
    if outstanding := judged.outstanding(viewer):
        raise Refused(no_go.tellable(outstanding))
    return booking_writing.write(session, judged, viewer, now)


def judge(
    session: Session,
    request: Request,
    viewer: Viewer,
    case_ids: tuple[int, ...],
    *,
    now: datetime,
    without: int | None = None,
    going_back: bool = False,
) -> Judged:
    """All findings on all rooms of the request, each said once, gravest first.

    ``without`` is the booking that is changed; ``going_back`` says that it is put as
    it was, which neither a venue's notice nor its charges may hinder.
    """
    catalogue = catalogues.read(session)
    rooms = booking_rooms.chosen(catalogue, request.room_ids)
    victim = cases.victim_comes(session, catalogue, request.kind, case_ids)
    asked = asking.appointment(catalogue, request, case_ids, victim=victim)
    about = facts.circumstances(
        session,
        catalogue,
        viewer,
        asked,
        near=request.near,
        district=request.district,
        without=without,
        today=None if going_back else now.date(),
    )
    if without is not None:
        about = _as_agreed(session, catalogue, without, (asked, rooms), about, now)
    about = nearby.with_nearest(about, catalogue.rooms.values(), asked)
    about = nearby.with_suitable(about, catalogue.rooms.values(), asked, rooms[0])
    days = facts.busy_days(session, catalogue, rooms, asked.period.day, without=without)
    found = examined(asked, rooms, days, about)
    if without is not None:
        passed = signed.rules(session, catalogue, without, (asked, rooms), now)
        found = signed.without(found, passed)
    return Judged(request, asked, rooms, about, found)


def examined(
    asked: Appointment,
    rooms: tuple[Room, ...],
    days: dict[int, Day],
    about: Circumstances,
) -> tuple[Finding, ...]:
    """What the rules say of all the rooms, each thing once, gravest first."""
    beside = replace(asked, people=1, layout=None, needs=(), texts=())
    found: dict[tuple[str, str], Finding] = {}
    for room in rooms:
        wanted = asked if room is rooms[0] else beside
        for finding in rules.examine(
            facts.proposal(wanted, room, days[room.id], about)
        ):
            found.setdefault((finding.rule, finding.message), finding)
    for finding in booking_rooms.shared(rooms):
        found.setdefault((finding.rule, finding.message), finding)
    return tuple(sorted(found.values(), key=lambda finding: -finding.severity))


def _as_agreed(
    session: Session,
    catalogue: Catalogue,
    booking_id: int,
    wanted: tuple[Appointment, tuple[Room, ...]],
    about: Circumstances,
    now: datetime,
) -> Circumstances:
    """The same, knowing what a booking that is changed has agreed with its venue."""
    booking = session.get(Booking, booking_id)
    if booking is None:
        return about
    about = replace(about, signed_off=signing.stands(session, booking, wanted))
    if about.today is None:
        return about
    agreed = booking.venue_answer == venue_answers.YES and venue_answers.still_stands(
        session, booking, *wanted, now
    )
    given_up = venue_answers.given_up(session, catalogue, booking)
    return replace(about, venue_agreed=agreed, given_up=given_up)


def check(request: Request, viewer: Viewer, now: datetime) -> None:
    """See that the request makes sense, and that the viewer may ask for it.

    Raises:
        WrongInput: something typed cannot be used.
        NotAllowed: this role does not book that.
    """
    asking.check_role(viewer, request.audience)
    asking.check_time(request.period, now)
    check_people(request)
    keeper = viewer.role in {Role.COORDINATOR, Role.MANAGER}
    if request.worker_ids[0] not in viewer.owns and not keeper:
        raise NotAllowed("You may book for yourself and for those you act for.")


def check_people(request: Request) -> None:
    """Somebody works in it, nobody twice, and nobody waits for themselves.

    Raises:
        WrongInput: that is not so.
    """
    workers = request.worker_ids
    if not workers:
        raise WrongInput("Say who works in it.", "workers")
    if len(set(workers)) < len(workers):
        raise WrongInput("The second worker must be somebody else.", "second")
    if request.buddy_id is not None and request.buddy_id == workers[0]:
        raise WrongInput("Choose somebody else to check out with.", "buddy")
