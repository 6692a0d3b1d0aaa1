"""What becomes of each date of a repeating booking, before anything is saved."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from uuid import uuid4

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.catalogue import Catalogue
from venues.domain import clocks, recurrence
from venues.domain.findings import Finding
from venues.domain.people import Viewer
from venues.domain.period import Period
from venues.domain.recurrence import Occurrence, Repeat
from venues.domain.rules import no_go
from venues.domain.typed import NotUnderstood
from venues.errors import WrongInput
from venues.services import alternatives, booking_rooms, bookings
from venues.services.asking import Request
from venues.services.bookings import Judged

FIELD = "repeat"
SCHOOL_HOLIDAY = "School holiday"


class Outcome(StrEnum):
    """What becomes of a date."""

    BOOKED = "booked"
    OTHER_ROOM = "other room"
    LEFT_OUT = "left out"
    REFUSED = "refused"


class Otherwise(StrEnum):
    """What to do about a date that does not fit, in the order in which it is tried."""

    OTHER_ROOM = "other-room"
    LEAVE_OUT = "leave-out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One date; ``why`` says what is not as it was asked for.

    ``judged`` is there unless the date is left out. ``for_a_person`` says that it was
    refused for somebody, so that nobody is told later that it has become possible.
    """

    day: date
    outcome: Outcome
    judged: Judged | None = None
    why: str = ""
    findings: tuple[Finding, ...] = ()
    for_a_person: bool = False


def occurrences(
    catalogue: Catalogue, repeat: Repeat, first: date, authority_id: int
) -> list[Occurrence]:
    """The dates of the rule, with the holidays of that authority left out.

    Raises:
        WrongInput: the rule makes no sense, or no term dates are recorded.
    """
    if repeat.term_only and not catalogue.terms.get(authority_id):
        raise WrongInput(
            "No term dates are recorded for this local authority. "
            "Add them in Settings, or repeat in holidays too.",
            FIELD,
        )
    skip = partial(_holiday, catalogue, repeat, authority_id)
    try:
        return recurrence.dates(repeat, first, skip)
    except NotUnderstood as trouble:
        raise WrongInput(str(trouble), FIELD) from trouble


def plan(
    session: Session,
    request: Request,
    repeat: Repeat,
    viewer: Viewer,
    case_ids: tuple[int, ...],
    *,
    now: datetime,
    otherwise: Collection[Otherwise] = (),
) -> tuple[Planned, ...]:
    """Every date judged by every rule, each with what becomes of it.

    ``request`` is the first appointment; the others are like it on their days.

    Raises:
        WrongInput: the rule or something else typed cannot be used.
    """
    catalogue = catalogues.read(session)
    room = booking_rooms.chosen(catalogue, request.room_ids)[0]
    first = request.period.day
    return tuple(
        Planned(day=each.day, outcome=Outcome.LEFT_OUT, why=each.skipped)
        if each.skipped
        else _planned(session, _on(request, each.day), viewer, case_ids, now, otherwise)
        for each in occurrences(catalogue, repeat, first, room.venue.authority_id)
    )


def _planned(
    session: Session,
    request: Request,
    viewer: Viewer,
    case_ids: tuple[int, ...],
    now: datetime,
    otherwise: Collection[Otherwise],
) -> Planned:
    day = request.period.day
    for moment in (request.period.starts, request.period.ends):
        if sentence := clocks.check(moment):
            return _not_then(day, sentence, otherwise)
    judged = bookings.judge(session, request, viewer, case_ids, now=now)
    waiting = no_go.tellable(judged.outstanding(viewer))
    if not waiting:
        return Planned(day=day, outcome=Outcome.BOOKED, judged=judged)
    why = waiting[0].message
    for_a_person = any(each.rule == no_go.FINDING.rule for each in waiting)
    if Otherwise.OTHER_ROOM in otherwise:
        other = _elsewhere(session, request, viewer, case_ids, now)
        if other is not None:
            return Planned(
                day=day,
                outcome=Outcome.OTHER_ROOM,
                judged=other,
                why=why,
                for_a_person=for_a_person,
            )
    left = Otherwise.LEAVE_OUT in otherwise
    return Planned(
        day=day,
        outcome=Outcome.LEFT_OUT if left else Outcome.REFUSED,
        judged=None if left else judged,
        why=why,
        findings=waiting,
        for_a_person=for_a_person,
    )


def _elsewhere(
    session: Session,
    request: Request,
    viewer: Viewer,
    case_ids: tuple[int, ...],
    now: datetime,
) -> Judged | None:
    """The nearest other room that fits without anything to be ticked.

    Only where one room is asked for: several are chosen to go together.
    """
    if len(request.room_ids) > 1:
        return None
    for room in alternatives.rooms_near(session, request, viewer, now=now):
        other = replace(request, room_ids=(room.id,))
        judged = bookings.judge(session, other, viewer, case_ids, now=now)
        if not judged.outstanding(viewer):
            return judged
    return None


def _not_then(day: date, sentence: str, otherwise: Collection[Otherwise]) -> Planned:
    """A date on which the clocks leave out the very time."""
    left = Otherwise.LEAVE_OUT in otherwise
    outcome = Outcome.LEFT_OUT if left else Outcome.REFUSED
    return Planned(day=day, outcome=outcome, why=sentence)


def _on(request: Request, day: date) -> Request:
    """The same appointment on another day, as a booking of its own."""
    starts = datetime.combine(day, request.period.starts.time())
    period = Period.lasting(starts, request.period.minutes)
    return replace(request, period=period, uuid=uuid4())


def _holiday(catalogue: Catalogue, repeat: Repeat, authority_id: int, day: date) -> str:
    if repeat.skip_holidays:
        for name, of in catalogue.closed_days.get(day, ()):
            if of in {None, authority_id}:
                return f"{name[0].upper()}{name[1:]}"
    if repeat.term_only and not catalogue.in_term(authority_id, day):
        return SCHOOL_HOLIDAY
    return ""
