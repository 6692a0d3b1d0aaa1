"""The reason behind a code, worked out when somebody looks; the look is recorded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database import no_go
from venues.database.models import (
    AppointmentType,
    Attendance,
    Booking,
    BookingRoom,
    Case,
    CaseHours,
    CaseVenue,
    RefusalCode,
    Room,
    Separation,
    Staff,
)
from venues.domain.apart import KINDS, SAME, date_words
from venues.domain.clocks import to_local
from venues.domain.meeting import PANELS, RESTORATIVE, WAITING
from venues.domain.people import Role, Viewer
from venues.domain.words import count
from venues.domain.words import day as day_words
from venues.errors import NotFound
from venues.services.apart import access, links, not_to_use
from venues.services.apart.references import GONE
from venues.services.reviews import reasons as review_reasons

HALVES = ("in the morning, until 1pm", "in the afternoon, 1pm to 5pm", "from 5pm")
OVER = "It no longer applies."
_CODE = re.compile(r"K-?([2-9A-Z]{6})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Who tried what, when, and in sentences what stands behind the refusal now."""

    code: str
    at: datetime
    asked_by: str
    case: str
    venue: str
    day: date
    half: str
    causes: tuple[str, ...]

    @property
    def applies(self) -> bool:
        """Whether anything stands behind it still."""
        return bool(self.causes)

    @property
    def words(self) -> str:
        """Who asked for what, as a sentence."""
        return (
            f"{self.asked_by} asked for {self.venue} on {day_words(self.day)} "
            f"{self.half}, for {self.case}."
        )


def is_code(text: str) -> str | None:
    """The code that was typed as it is stored, or None if it is none."""
    found = _CODE.fullmatch("".join(text.upper().split()))
    return f"K-{found[1]}" if found else None


def read(session: Session, text: str, viewer: Viewer) -> Reason:
    """The reason, and a row that says who looked.

    Raises:
        NotAllowed: the viewer does not keep people apart.
        NotFound: there is no such code.
    """
    access.check(viewer)
    code = is_code(text)
    row = session.scalar(select(RefusalCode).where(RefusalCode.code == code))
    if row is None:
        raise NotFound(
            "There is no such code. It looks like K-7QX2MF; ask for it again."
        )
    access.record(session, viewer, "code", row.id)
    case = select(Case.reference).where(Case.id == row.case_id)
    asked_by = select(Staff.name).where(Staff.id == row.staff_id)
    return Reason(
        code=row.code,
        at=to_local(row.at),
        asked_by=session.scalar(asked_by) or "Somebody who is no longer on record",
        case=session.scalar(case) or GONE,
        venue=catalogues.read(session).venues[row.venue_id].name,
        day=row.day,
        half=HALVES[row.half],
        causes=_causes(session, row),
    )


def _causes(session: Session, row: RefusalCode) -> tuple[str, ...]:
    """What closes that venue in that half-day to the cases asked for, as of now."""
    ids = row.case_ids or ([] if row.case_id is None else [row.case_id])
    half = no_go.halves([row.day])[row.half]
    people = {id_: _same_person(session, {id_}, row.day) for id_ in ids}
    found = [
        cause
        for whole in people.values()
        for cause in (
            *_by_venue(session, whole, row),
            *_by_link(session, whole, row, half),
        )
    ]
    found = [*_together(session, people, row.day), *found]
    return tuple(dict.fromkeys(found or _unseen(session, row, ids)))


def _unseen(session: Session, row: RefusalCode, ids: list[int]) -> Iterable[str]:
    """What only a coordinator is told in the one sentence, since they move unseen.

    It is looked at where no link and no venue stands behind the code.
    """
    role = session.scalar(select(Staff.role).where(Staff.id == row.staff_id))
    if role != Role.COORDINATOR.value:
        return
    hours = (
        select(Case.reference)
        .join(CaseHours, CaseHours.case_id == Case.id)
        .where(
            Case.id.in_(ids),
            CaseHours.court_condition,
            or_(CaseHours.until.is_(None), CaseHours.until >= row.day),
        )
    )
    for reference in session.scalars(hours.distinct().order_by(Case.reference)):
        yield f"{reference or GONE} comes in the hours on its record, court condition."
    venue = catalogues.read(session).venues[row.venue_id]
    if venue.waiting < WAITING and session.scalar(_meets(ids)) is not None:
        places = count(venue.waiting, "place")
        yield f"People who wait apart meet then, and {venue.name} has {places} to wait."


def _meets(case_ids: list[int]) -> Select[int]:
    """A booking in which some of them meet others who wait apart."""
    return (
        select(Booking.id)
        .join(Attendance, Attendance.booking_id == Booking.id)
        .join(AppointmentType, AppointmentType.id == Booking.type_id)
        .where(
            Attendance.case_id.in_(case_ids),
            Booking.status.in_(no_go.LIVE),
            AppointmentType.set.in_(sorted(RESTORATIVE | PANELS)),
        )
        .limit(1)
    )


def _together(
    session: Session, people: dict[int, set[int]], day: date
) -> Iterable[str]:
    """Which two of those that were asked for together must not meet."""
    everybody = set().union(*people.values())
    for link in links.of_cases(session, everybody):
        ends = {link.first_id, link.second_id}
        within = any(ends <= whole for whole in people.values())
        if link.kind != SAME and _holds(link, day) and ends <= everybody and not within:
            yield f"{_apart(session, link)}, and both were asked for together."


def _apart(session: Session, link: Separation) -> str:
    both = links.stored(session, link)
    return (
        f"{both.first} and {both.second} are kept apart ({KINDS[both.kind].lower()}"
        f"{_terms(court=both.court_condition, until=both.until)})"
    )


def _by_venue(session: Session, cases: set[int], row: RefusalCode) -> Iterable[str]:
    for case_id in sorted(cases):
        for each in not_to_use.of_case(session, case_id):
            if each.venue_id == row.venue_id and _holds(each, row.day):
                kept = not_to_use.stored(session, each)
                yield (
                    f"{kept.case} must not use {kept.venue}"
                    f"{_terms(court=kept.court_condition, until=kept.until)}."
                )


def _by_link(
    session: Session,
    cases: set[int],
    row: RefusalCode,
    half: tuple[datetime, datetime],
) -> Iterable[str]:
    buffers = catalogues.read(session).numbers.buffers
    for link in links.of_cases(session, cases):
        if link.kind == SAME or not _holds(link, row.day):
            continue
        other = {link.first_id, link.second_id} - cases
        kept = _same_person(session, other, row.day)
        reach = timedelta(minutes=buffers[link.kind])
        for booking_id in _near(session, kept, row.venue_id, half, reach):
            where = review_reasons.where(session, booking_id)
            yield (
                f"{_apart(session, link)}, and the other one is there or next door "
                f"that half-day: {where}."
            )


def _near(
    session: Session,
    cases: set[int],
    venue_id: int,
    half: tuple[datetime, datetime],
    reach: timedelta,
) -> list[int]:
    """Bookings in which those cases are at the venue or next door in the half-day."""
    venues = catalogues.read(session).venues
    cluster = venues[venue_id].cluster_id
    near = [
        each.id
        for each in venues.values()
        if each.id == venue_id or (cluster is not None and each.cluster_id == cluster)
    ]
    there = (
        select(Booking.id)
        .join(Attendance, Attendance.booking_id == Booking.id)
        .join(BookingRoom, BookingRoom.booking_id == Booking.id)
        .join(Room, Room.id == BookingRoom.room_id)
        .where(
            Attendance.case_id.in_(sorted(cases)),
            Booking.status.in_(no_go.LIVE),
            Booking.starts < half[1] + reach,
            Booking.ends > half[0] - reach,
            Room.venue_id.in_(near),
        )
    )
    return list(session.scalars(there.distinct().order_by(Booking.id)))


def _same_person(session: Session, cases: set[int], day: date) -> set[int]:
    """Those cases and all other references of the same people on that day."""
    found: set[int] = set()
    fresh = set(cases)
    while fresh:
        found |= fresh
        fresh = {
            end
            for link in links.of_cases(session, fresh)
            if link.kind == SAME and _holds(link, day)
            for end in (link.first_id, link.second_id)
        } - found
    return found


def _holds(row: Separation | CaseVenue, day: date) -> bool:
    return (
        row.closed_on is None
        and row.since <= day
        and (row.until is None or row.until >= day)
    )


def _terms(*, court: bool, until: date | None) -> str:
    condition = ", court condition" if court else ""
    return f"{condition}, until {date_words(until)}" if until else condition
