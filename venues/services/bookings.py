"""Making a booking: judged by every rule, then written with all that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database import facts, nearby
from venues.database.audit import stamp
from venues.database.catalogue import Catalogue
from venues.database.models import Attendance, Booking, Outing
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
    booking_rows,
    cases,
    signed,
    signing,
    venue_answers,
)
from venues.services.asking import Request

FIRST_REFERENCE = 10_000

_LAST = select(func.max(Booking.id))


@dataclass(frozen=True, slots=True)
class Judged:
    """A request with what the rules make of it, and the facts they went by."""

    request: Request
    asked: Appointment
    rooms: tuple[Room, ...]
    about: Circumstances
    findings: tuple[Finding, ...]

    @property
    def conditions(self) -> tuple[str, ...]:
        """What stays open, so that the booking is provisional."""
        open_ = (each.condition for each in self.findings if each.condition)
        return tuple(dict.fromkeys(open_))

    @property
    def person_chose(self) -> bool:
        """Whether the person chose the place: said before, or as why it is taken."""
        asked = self.request
        told = self.asked.kind.set == "VI" and asked.accepted.get("R33", "").strip()
        return asked.person_chose or bool(told)

    @property
    def travel(self) -> int | None:
        """Metres in a straight line for the person it is for, when known."""
        near, here = self.about.near, self.rooms[0].venue.point
        return round(near.distance_to(here)) if near and here else None

    def outstanding(self, viewer: Viewer) -> tuple[Finding, ...]:
        """What still stands in the way: refusals, and warnings without a reason."""
        given = {rule for rule, why in self.request.accepted.items() if why.strip()}
        return tuple(
            found
            for found in self.findings
            if (found.acceptable and found.rule not in given)
            or (
                found.refuses
                and not (found.overridable and viewer.overrides and found.rule in given)
            )
        )


@dataclass(frozen=True, slots=True)
class Booked:
    """What came of it: enough to say so, to undo it, and to change it later.

    ``tell`` is a sentence about a venue that still holds what is not needed now.
    """

    id: int
    reference: str
    status: str
    conditions: tuple[str, ...]
    version: int
    tell: str = ""


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
    return write(session, judged, viewer, now)


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
    found = _examine(asked, rooms, days, about)
    if without is not None:
        passed = signed.rules(session, catalogue, without, (asked, rooms), now)
        found = signed.without(found, passed)
    return Judged(request, asked, rooms, about, found)


def _examine(
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


def write(session: Session, judged: Judged, viewer: Viewer, now: datetime) -> Booked:
    """Write the booking that was judged, with everything that belongs to it."""
    request, asked, venue = judged.request, judged.asked, judged.rooms[0].venue
    catalogue = catalogues.read(session)
    last = session.scalar(_LAST) or 0
    booking = Booking(
        id=last + 1,
        uuid=request.uuid,
        reference=f"B-{FIRST_REFERENCE + last + 1}",
        type_id=asked.kind.id,
        audience=asked.audience.value,
        authority_id=venue.authority_id,
        status="provisional" if judged.conditions else "confirmed",
        starts=asked.period.starts,
        ends=asked.period.ends,
        people=asked.people,
        needs=list(asked.needs),
        note=request.note.strip(),
        arrival=request.arrival.strip(),
        person_chose=judged.person_chose,
        travel=judged.travel,
        made_by=viewer.staff_id,
        made_at=stamp(),
    )
    booking_rows.put_meeting(booking, asked)
    venue_answers.put(booking, venue_answers.first(asked, judged.rooms, now.date()))
    session.add(booking)
    session.flush()
    session.add_all(booking_rows.places(booking.id, asked, judged.rooms))
    session.add_all(booking_rows.holds(booking.id, asked, judged.rooms))
    session.add_all(
        Attendance(booking_id=booking.id, case_id=id_) for id_ in asked.case_ids
    )
    session.add_all(booking_rows.workers(booking.id, request.worker_ids))
    session.add_all(booking_rows.outsiders(booking.id, asked.meeting))
    session.add_all(signing.opened(booking.id, judged.conditions, asked, catalogue))
    session.add_all(booking_rows.reasons(booking.id, judged.findings, request, viewer))
    if request.buddy_id is not None or request.check_out is not None:
        outing = Outing(booking_id=booking.id)
        booking_rows.plan_outing(outing, booking, request, venue.name)
        session.add(outing)
    session.flush()
    return Booked(
        booking.id,
        booking.reference,
        booking.status,
        judged.conditions,
        booking.version,
    )
