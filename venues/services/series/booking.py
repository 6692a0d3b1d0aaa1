"""Booking a series: all dates that were agreed on, in one unit of work, or none."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from venues.database.audit import stamp
from venues.database.models import Booking, Series, SeriesDate
from venues.domain import recurrence
from venues.domain.findings import Finding
from venues.domain.people import Viewer
from venues.domain.recurrence import Repeat
from venues.domain.rules import no_go
from venues.domain.words import count, day_month
from venues.errors import Refused, WrongInput
from venues.services import bookings, cases
from venues.services.asking import Request
from venues.services.bookings import Booked
from venues.services.series import storing
from venues.services.series.planning import FIELD, Otherwise, Outcome, Planned, plan

NAMED = 3
"""Dates that a refusal names; more would not be read."""


class DatesRefused(Refused):
    """Some dates do not fit, so nothing was booked; ``planned`` says which and why."""

    def __init__(self, planned: tuple[Planned, ...], code: str | None = None) -> None:
        failing = [each for each in planned if each.outcome is Outcome.REFUSED]
        findings = tuple(found for each in failing for found in each.findings)
        super().__init__(findings, code, message=_said(failing, len(planned)))
        self.planned = planned

    def quoting(self, code: str) -> DatesRefused:
        """The same with a code to quote where a date is refused for a person."""
        said = no_go.quoting(code)
        return DatesRefused(
            tuple(
                replace(each, why=said, findings=_with(each.findings, said))
                if each.for_a_person
                else each
                for each in self.planned
            ),
            code,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesBooked:
    """What came of it: the series, its rule in words, and each date."""

    id: int
    words: str
    planned: tuple[Planned, ...]
    booked: tuple[Booked, ...]


def book(
    session: Session,
    request: Request,
    repeat: Repeat,
    viewer: Viewer,
    *,
    now: datetime,
    otherwise: Collection[Otherwise] = (),
) -> SeriesBooked:
    """Book every date of the rule; what is left out is remembered with its reason.

    Raises:
        DatesRefused: a date does not fit, and ``otherwise`` does not say what then.
        WrongInput: something typed cannot be used, or no date is left.
        NotAllowed: this role does not book that.
    """
    bookings.check(request, viewer, now)
    case_ids = cases.use(
        session, request.references, viewer, request.audience, now.date()
    )
    planned = plan(
        session, request, repeat, viewer, case_ids, now=now, otherwise=otherwise
    )
    if any(each.outcome is Outcome.REFUSED for each in planned):
        raise DatesRefused(planned)
    if not any(each.judged for each in planned):
        raise WrongInput("None of these dates can be booked. Choose others.", FIELD)
    first = request.period.day
    words = recurrence.words(repeat, first)
    series = Series(
        rule=storing.stored(repeat, first),
        words=words,
        made_by=viewer.staff_id,
        made_at=stamp(),
    )
    session.add(series)
    session.flush()
    booked = [_date(session, series.id, each, viewer, now) for each in planned]
    return SeriesBooked(
        id=series.id,
        words=words,
        planned=planned,
        booked=tuple(each for each in booked if each is not None),
    )


def _date(
    session: Session, series_id: int, planned: Planned, viewer: Viewer, now: datetime
) -> Booked | None:
    booked = None
    if planned.judged is not None:
        booked = bookings.write(session, planned.judged, viewer, now)
        session.get_one(Booking, booked.id).series_id = series_id
    session.add(
        SeriesDate(
            series_id=series_id,
            day=planned.day,
            outcome=planned.outcome.value,
            why="" if planned.for_a_person else planned.why,
            for_a_person=planned.for_a_person,
            booking_id=booked.id if booked else None,
        )
    )
    session.flush()
    return booked


def _said(failing: list[Planned], number: int) -> str:
    said = [f"{count(len(failing), 'date')} of {number} cannot be booked."]
    said += [f"{day_month(each.day)}: {each.why}" for each in failing[:NAMED]]
    if more := len(failing[NAMED:]):
        said.append(f"And {count(more, 'date')} more.")
    return " ".join(said)


def _with(findings: tuple[Finding, ...], said: str) -> tuple[Finding, ...]:
    return tuple(
        replace(each, message=said) if each.rule == no_go.FINDING.rule else each
        for each in findings
    )
