"""The reason behind a code, worked out when somebody looks; the look is recorded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database import no_go
from venues.database.models import (
    Attendance,
    Booking,
    BookingRoom,
    Case,
    CaseVenue,
    RefusalCode,
    Room,
    Separation,
    Staff,
)
from venues.domain.apart import KINDS, SAME, date_words
from venues.domain.clocks import to_local
from venues.domain.people import Viewer
from venues.domain.words import day as day_words
from venues.errors import NotFound
from venues.services.apart import access, links, not_to_use
from venues.services.apart.references import GONE

HALVES = ("in the morning, until 1pm", "in the afternoon, 1pm to 5pm", "from 5pm")
OVER = (
    "It no longer applies. If several cases were asked for together, look at the links "
    "between them too."
)
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
    """What closes that venue to the case in that half-day, as of now."""
    if row.case_id is None:
        return ()
    half = no_go.halves([row.day])[row.half]
    whole = _same_person(session, {row.case_id}, row.day)
    return (
        *_by_venue(session, whole, row),
        *_by_link(session, whole, row, half),
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
        if kept and _near(session, kept, row.venue_id, half, reach):
            both = links.stored(session, link)
            yield (
                f"{both.first} and {both.second} are kept apart "
                f"({KINDS[both.kind].lower()}"
                f"{_terms(court=both.court_condition, until=both.until)}), and the "
                "other one has an appointment there or next door that half-day."
            )


def _near(
    session: Session,
    cases: set[int],
    venue_id: int,
    half: tuple[datetime, datetime],
    reach: timedelta,
) -> bool:
    """Whether one of those cases is at the venue or its neighbours in the half-day."""
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
    return session.scalar(there.limit(1)) is not None


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
