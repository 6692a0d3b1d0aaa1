"""What somebody's day holds, and what waits for them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.catalogue import Catalogue
from venues.database.models import (
    Booking,
    Closure,
    Condition,
    Worker,
)
from venues.database.no_go import LIVE
from venues.domain.outings import Out
from venues.domain.people import Viewer
from venues.domain.privacy import Seen
from venues.domain.proposal import Room, Venue
from venues.domain.words import day_month
from venues.services import (
    conditions,
    outcomes,
    outings,
    police_there,
    room_requests,
    stays,
    venue_answers,
    venue_asking,
)
from venues.services.apart import newcomers
from venues.services.evidence import options
from venues.services.reviews import listing
from venues.services.room_requests import Wanted
from venues.services.sign_offs import asking as sign_offs
from venues.services.sign_offs import queue
from venues.services.sign_offs.asking import Asked
from venues.services.venue_answers import NO
from venues.services.venue_asking import Tally

AHEAD = timedelta(days=28)
"""How far "next" looks."""

FORTNIGHT = timedelta(days=14)

OPEN: dict[str, str] = {
    "case": "Add the case reference",
    "reference": "The coordinator has still to confirm the new reference",
    "police": "Name the police representative",
    "quorum": "Find the panel member who is missing",
    "sign-off": "A manager has still to sign it off",
}
"""Condition → what has to happen before the booking is confirmed."""

NOT_ASKED = "The venue has not been asked yet."
SAID_NO = "The venue cannot take it. Find another room, or cancel it."


class Matter(StrEnum):
    """Why an appointment needs somebody, as a word for a badge."""

    PROVISIONAL = "Provisional"
    VENUE = "Not confirmed"
    SAID_NO = "Venue said no"
    CHANGED = "Changed"
    POLICE = "Police"


@dataclass(frozen=True, slots=True)
class Appointment:
    """One of the viewer's own appointments, where it is, and what is open about it."""

    seen: Seen
    room: Room
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Need:
    """Something about an appointment that waits for the viewer, in a sentence.

    ``urgent`` says that hardly any working day is left for it; ``kind`` is the
    condition that is open, if it is one.
    """

    matter: Matter
    appointment: Appointment
    words: str
    urgent: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """A venue, or one room of it, that closes soon or is closed now."""

    venue: Venue
    room: str
    starts: datetime
    ends: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """All that the Today page shows.

    ``closings`` and ``suspended`` are for those who keep the list of venues.
    ``appointments`` are today's, over or not; ``ahead`` those of the next four weeks.
    ``asking`` is how many wait for a venue's yes: one's own, or all for those keepers.
    ``outings`` are one's own, of those one is buddy for, and for managers all.
    ``rooms`` says whether there is anything to book at all. ``reviews`` and
    ``sign_offs`` are how many wait on those lists, ``to_confirm`` how many new
    references have bookings that wait for them, ``outcomes`` how many of one's own
    are over and nobody has said what came of them, ``to_pass_on`` and ``to_answer``
    which rooms are asked for; ``asked`` and ``wanted`` are what the viewer asked.
    """

    day: date
    appointments: tuple[Appointment, ...]
    ahead: tuple[Appointment, ...]
    needs: tuple[Need, ...]
    outings: tuple[Out, ...]
    closings: tuple[Closing, ...]
    suspended: tuple[Venue, ...]
    rooms: bool
    asking: Tally = field(default_factory=Tally)
    reviews: int = 0
    sign_offs: int = 0
    to_confirm: int = 0
    outcomes: int = 0
    to_pass_on: tuple[Wanted, ...] = ()
    to_answer: tuple[Wanted, ...] = ()
    asked: tuple[Asked, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    to_ask_again: int = 0
    """Places that said no or nothing, to be asked again by today."""


def read(session: Session, viewer: Viewer, now: datetime) -> Today:
    """The viewer's day, in a number of statements that does not grow with it."""
    catalogue = catalogues.read(session)
    midnight = datetime.combine(now.date(), time())
    tomorrow = midnight + timedelta(days=1)
    mine = _appointments(
        session,
        catalogue,
        viewer,
        (Booking.starts < midnight + AHEAD) & (Booking.ends > midnight),
    )
    keeps = viewer.edits_venues
    return Today(
        day=now.date(),
        appointments=tuple(each for each in mine if each.seen.starts < tomorrow),
        ahead=tuple(each for each in mine if each.seen.starts >= tomorrow),
        needs=needs(session, viewer, now),
        outings=outings.of_today(session, viewer, now),
        closings=_closings(session, catalogue, now) if keeps else (),
        suspended=_suspended(catalogue) if keeps else (),
        rooms=any(room.bookable for room in catalogue.rooms.values()),
        asking=venue_asking.tally(session, viewer, now),
        reviews=listing.count(session, viewer, now),
        sign_offs=queue.count(session, viewer, now),
        to_confirm=newcomers.count(session, viewer, now),
        outcomes=outcomes.count(session, viewer, now),
        to_pass_on=room_requests.to_pass_on(session, viewer, now),
        to_answer=room_requests.to_answer(session, viewer, now),
        asked=sign_offs.mine(session, viewer, now),
        wanted=room_requests.mine(session, viewer, now),
        to_ask_again=options.to_ask_again(session, viewer, now.date()),
    )


def needs(session: Session, viewer: Viewer, now: datetime) -> tuple[Need, ...]:
    """What waits for the viewer about their appointments, the soonest first."""
    catalogue = catalogues.read(session)
    coming = _own(viewer) & (Booking.ends > now)
    found: dict[int, list[tuple[Matter, str, str]]] = defaultdict(list)
    pressing: set[tuple[int, str]] = set()
    for booking_id, kind, due, starts in session.execute(
        select(Condition.booking_id, Condition.kind, Condition.due, Booking.starts)
        .join(Booking, Booking.id == Condition.booking_id)
        .where(coming, Condition.met_at.is_(None))
        .order_by(Condition.kind)
    ):
        left, presses = conditions.reminder(
            catalogue, kind, starts.date(), now.date(), due
        )
        said = f"{OPEN[kind]}.{left}"
        found[booking_id].append((Matter.PROVISIONAL, said, kind))
        pressing |= {(booking_id, said)} if presses else set()
    for booking_id, answer, asked_on in venue_answers.due(
        session, catalogue, coming, now
    ):
        found[booking_id].append((*_of_venue(answer, asked_on), ""))
    for booking_id, words in listing.of_worker(session, coming):
        found[booking_id].append((Matter.CHANGED, words, ""))
    for booking_id, who in police_there.to_note(session, _own(viewer), now):
        found[booking_id].append((Matter.POLICE, f"Did the police come ({who})?", ""))
    mine = _appointments(session, catalogue, viewer, Booking.id.in_(sorted(found)))
    return tuple(
        Need(
            matter,
            appointment,
            words,
            urgent=(appointment.seen.booking_id, words) in pressing
            or (
                matter is Matter.VENUE
                and venue_answers.is_urgent(
                    catalogue, appointment.seen.starts.date(), now.date()
                )
            ),
            kind=kind,
        )
        for appointment in mine
        for matter, words, kind in found[appointment.seen.booking_id or 0]
    )


def _own(viewer: Viewer) -> ColumnElement[bool]:
    own = select(Worker.booking_id).where(Worker.staff_id.in_(sorted(viewer.owns)))
    return Booking.id.in_(own) & Booking.status.in_(LIVE)


def _appointments(
    session: Session, catalogue: Catalogue, viewer: Viewer, where: ColumnElement[bool]
) -> list[Appointment]:
    """The viewer's own of those bookings, in order of time."""
    rows = stays.of_bookings(session, catalogue, viewer, _own(viewer) & where)
    open_: dict[int | None, list[str]] = defaultdict(list)
    for booking_id, kind in session.execute(
        select(Condition.booking_id, Condition.kind)
        .where(
            Condition.booking_id.in_([row.booking_id for row in rows]),
            Condition.met_at.is_(None),
        )
        .order_by(Condition.kind)
    ):
        open_[booking_id].append(kind)
    return [
        Appointment(row, catalogue.rooms[row.room_id], tuple(open_[row.booking_id]))
        for row in rows
    ]


def _of_venue(answer: str, asked_on: date | None) -> tuple[Matter, str]:
    if answer == NO:
        return Matter.SAID_NO, SAID_NO
    if answer == venue_answers.TO_ASK:
        return Matter.VENUE, NOT_ASKED
    when = f" on {day_month(asked_on)}" if asked_on else ""
    return Matter.VENUE, f"The venue was asked{when} and has not answered yet."


def _closings(
    session: Session, catalogue: Catalogue, now: datetime
) -> tuple[Closing, ...]:
    rows = session.execute(
        select(
            Closure.venue_id,
            Closure.room_id,
            Closure.starts,
            Closure.ends,
            Closure.reason,
        )
        .where(Closure.starts < now + FORTNIGHT, Closure.ends > now)
        .order_by(Closure.starts, Closure.id)
    )
    return tuple(
        Closing(
            catalogue.venues[venue_id],
            catalogue.rooms[room_id].name if room_id else "",
            starts,
            ends,
            reason,
        )
        for venue_id, room_id, starts, ends, reason in rows
    )


def _suspended(catalogue: Catalogue) -> tuple[Venue, ...]:
    venues = (each for each in catalogue.venues.values() if each.status == "suspended")
    return tuple(sorted(venues, key=lambda venue: venue.name))
