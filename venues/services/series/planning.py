"""What becomes of each date of a repeating booking, before anything is saved."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from types import MappingProxyType
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
from venues.services import alternatives, asking, booking_rooms, bookings
from venues.services.asking import Request
from venues.services.judging import Judged
from venues.services.progress import Progress, quiet

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


@dataclass(frozen=True, slots=True)
class Instead:
    """Another room for one date, another start that day, or both."""

    room_id: int
    starts: datetime


Chosen = Mapping[date, Instead | None]
"""Date → what somebody chose for it; None leaves it out."""

NOTHING_CHOSEN: Chosen = MappingProxyType({})
TRIED = 12
"""Rooms that are tried in the place of one that fails, the nearest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One date; ``why`` says what is not as it was asked for.

    ``asked`` is there unless the rule itself leaves the date out, ``judged`` unless the
    date is left out. ``findings`` are what stands in its way. ``for_a_person`` says
    that it was refused for somebody, so that nobody is told later that it has become
    possible.
    """

    day: date
    outcome: Outcome
    asked: Request | None = None
    judged: Judged | None = None
    why: str = ""
    findings: tuple[Finding, ...] = ()
    for_a_person: bool = False

    @property
    def waits(self) -> bool:
        """Whether nothing stands in its way but warnings without a reason yet."""
        return bool(self.findings) and all(each.acceptable for each in self.findings)

    @property
    def moved(self) -> bool:
        """Whether it is at another time that day."""
        if self.judged is None or self.asked is None:
            return False
        return self.judged.request.period != self.asked.period

    @property
    def agreed(self) -> tuple[object, ...]:
        """What somebody who looked at the date goes by; other than that, it changed."""
        request = self.judged.request if self.judged else None
        where = (request.room_ids, request.period) if request else None
        return self.day, self.outcome, where, bool(self.why)


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
    skip = partial(holiday, catalogue, repeat, authority_id)
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
    chosen: Chosen = NOTHING_CHOSEN,
    progress: Progress = quiet,
) -> tuple[Planned, ...]:
    """Every date judged by every rule, each with what becomes of it.

    ``request`` is the first appointment; the others are like it on their days. What is
    ``chosen`` for a date goes before what is to be done ``otherwise``.

    Raises:
        WrongInput: the rule or something else typed cannot be used.
    """
    catalogue = catalogues.read(session)
    room = booking_rooms.chosen(catalogue, request.room_ids)[0]
    first, authority_id = request.period.day, room.venue.authority_id
    days = occurrences(catalogue, repeat, first, authority_id)
    planner = _Planner(session, viewer, case_ids, now, otherwise)
    planned = []
    for number, each in enumerate(days):
        progress(number, len(days))
        if each.skipped:
            planned.append(_without(each.day, each.skipped))
        elif each.day in chosen:
            asked = _on(request, each.day)
            planned.append(planner.as_chosen(asked, chosen[each.day]))
        else:
            planned.append(planner.as_asked(_on(request, each.day)))
    return tuple(planned)


@dataclass(frozen=True, slots=True)
class _Planner:
    """Judges one date after the other, for the same people."""

    session: Session
    viewer: Viewer
    case_ids: tuple[int, ...]
    now: datetime
    otherwise: Collection[Otherwise]

    def as_asked(self, asked: Request) -> Planned:
        """The date as the rule has it, or what is to be done otherwise."""
        planned = self._judged(asked, asked)
        if planned.outcome is not Outcome.REFUSED:
            return planned
        if planned.judged is not None and Otherwise.OTHER_ROOM in self.otherwise:
            other = self._elsewhere(asked)
            if other is not None:
                return replace(
                    planned, outcome=Outcome.OTHER_ROOM, judged=other, findings=()
                )
        return _left_out(planned) if Otherwise.LEAVE_OUT in self.otherwise else planned

    def as_chosen(self, asked: Request, instead: Instead | None) -> Planned:
        """The date as somebody wants it, with what was the matter as it was asked."""
        planned = self._judged(asked, asked)
        if instead is None:
            return _left_out(planned)
        period = Period.lasting(instead.starts, asked.period.minutes)
        wanted = replace(asking.at(asked, period), room_ids=(instead.room_id,))
        other = self._judged(asked, wanted)
        personal = planned.for_a_person or other.for_a_person
        if other.outcome is Outcome.REFUSED:
            return replace(other, for_a_person=personal)
        return replace(
            other,
            outcome=(
                Outcome.BOOKED
                if wanted.room_ids == asked.room_ids
                else Outcome.OTHER_ROOM
            ),
            why=planned.why,
            for_a_person=personal,
        )

    def _judged(self, asked: Request, wanted: Request) -> Planned:
        day = asked.period.day
        for moment in (wanted.period.starts, wanted.period.ends):
            if sentence := clocks.check(moment):
                return Planned(
                    day=day, outcome=Outcome.REFUSED, asked=asked, why=sentence
                )
        judged = self._judge(wanted)
        waiting = no_go.tellable(judged.outstanding(self.viewer))
        return Planned(
            day=day,
            outcome=Outcome.REFUSED if waiting else Outcome.BOOKED,
            asked=asked,
            judged=judged,
            why=waiting[0].message if waiting else "",
            findings=waiting,
            for_a_person=any(each.rule == no_go.FINDING.rule for each in waiting),
        )

    def _judge(self, wanted: Request) -> Judged:
        return bookings.judge(
            self.session, wanted, self.viewer, self.case_ids, now=self.now
        )

    def _elsewhere(self, asked: Request) -> Judged | None:
        """The nearest other room that fits without anything to be ticked.

        Only where one room is asked for: several are chosen to go together.
        """
        if len(asked.room_ids) > 1:
            return None
        rooms = alternatives.rooms_near(self.session, asked, self.viewer, now=self.now)
        for room in rooms[:TRIED]:
            judged = self._judge(replace(asked, room_ids=(room.id,)))
            if not judged.outstanding(self.viewer):
                return judged
        return None


def _without(day: date, why: str) -> Planned:
    return Planned(day=day, outcome=Outcome.LEFT_OUT, why=why)


def _left_out(planned: Planned) -> Planned:
    return replace(planned, outcome=Outcome.LEFT_OUT, judged=None, findings=())


def _on(request: Request, day: date) -> Request:
    """The same appointment on another day, as a booking of its own."""
    starts = datetime.combine(day, request.period.starts.time())
    period = Period.lasting(starts, request.period.minutes)
    return replace(request, period=period, uuid=uuid4())


def holiday(catalogue: Catalogue, repeat: Repeat, authority_id: int, day: date) -> str:
    """Why the rule itself has nothing on that day in that authority, or nothing."""
    if repeat.skip_holidays:
        for name, of in catalogue.closed_days.get(day, ()):
            if of in {None, authority_id}:
                return f"{name[0].upper()}{name[1:]}"
    if repeat.term_only and not catalogue.in_term(authority_id, day):
        return SCHOOL_HOLIDAY
    return ""
