"""Booking a series: all dates that were agreed on, in one unit of work, or none."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from venues.database import many
from venues.database.audit import stamp
from venues.database.models import Series, SeriesDate
from venues.domain import recurrence
from venues.domain.findings import Finding
from venues.domain.people import Viewer
from venues.domain.recurrence import Repeat
from venues.domain.rules import no_go
from venues.domain.words import count, day_month, listing
from venues.errors import Refused, WrongInput
from venues.services import booking_writing, bookings, cases
from venues.services.asking import Request
from venues.services.judging import Booked
from venues.services.series import storing
from venues.services.series.planning import (
    FIELD,
    NOTHING_CHOSEN,
    Chosen,
    Otherwise,
    Outcome,
    Planned,
    plan,
)
from venues.services.series.storing import Usual

NAMED = 3
"""Dates that a refusal names; more would not be read."""


class DatesRefused(Refused):
    """Some dates do not fit, so nothing was booked; ``planned`` says which and why.

    ``changed`` are dates of which something else had been agreed on.
    """

    def __init__(
        self,
        planned: tuple[Planned, ...],
        code: str | None = None,
        changed: tuple[date, ...] = (),
    ) -> None:
        failing = [each for each in planned if each.outcome is Outcome.REFUSED]
        findings = tuple(found for each in failing for found in each.findings)
        said = _said(failing, len(planned)) if failing else ""
        if changed:
            said = f"{_since(changed)} {said}".strip()
        super().__init__(findings, code, message=said)
        self.planned = planned
        self.changed = changed

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
            self.changed,
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
    chosen: Chosen = NOTHING_CHOSEN,
    agreed: Sequence[Planned] | None = None,
) -> SeriesBooked:
    """Book every date of the rule; what is left out is remembered with its reason.

    ``agreed`` is the plan that somebody looked at.

    Raises:
        DatesRefused: a date does not fit, and neither ``chosen`` nor ``otherwise`` says
            what then; or it is not as it was agreed on.
        WrongInput: something typed cannot be used, or no date is left.
        NotAllowed: this role does not book that.
    """
    bookings.check(request, viewer, now)
    case_ids = cases.use(
        session, request.references, viewer, request.audience, now.date()
    )
    planned = plan(
        session,
        request,
        repeat,
        viewer,
        case_ids,
        now=now,
        otherwise=otherwise,
        chosen=chosen,
    )
    changed = () if agreed is None else _changed(agreed, planned)
    if changed or any(each.outcome is Outcome.REFUSED for each in planned):
        raise DatesRefused(planned, changed=changed)
    if not any(each.judged for each in planned):
        raise WrongInput("None of these dates can be booked. Choose others.", FIELD)
    series = _series(session, repeat, request, viewer)
    to_book = [each.judged for each in planned if each.judged is not None]
    booked = booking_writing.write_all(session, to_book, viewer, now, series.id)
    _remember(session, series.id, planned, booked)
    return SeriesBooked(
        id=series.id, words=series.words, planned=planned, booked=booked
    )


def _series(
    session: Session, repeat: Repeat, request: Request, viewer: Viewer
) -> Series:
    series = Series(
        rule=storing.line(repeat, request.period.day, _usual(request)),
        words=recurrence.words(repeat, request.period.day),
        made_by=viewer.staff_id,
        made_at=stamp(),
    )
    session.add(series)
    session.flush()
    return series


def _usual(request: Request) -> Usual:
    period = request.period
    return Usual(period.starts.time(), period.minutes, request.room_ids)


def _remember(
    session: Session,
    series_id: int,
    planned: Sequence[Planned],
    booked: Sequence[Booked],
) -> None:
    """Write down what became of each date; of a person no reason is kept."""
    numbers = iter(booked)
    dates = [
        SeriesDate(
            series_id=series_id,
            day=each.day,
            outcome=each.outcome.value,
            why="" if each.for_a_person else each.why,
            for_a_person=each.for_a_person,
            booking_id=next(numbers).id if each.judged else None,
        )
        for each in planned
    ]
    many.number(session, dates)
    session.add_all(dates)
    session.flush()


def _changed(agreed: Sequence[Planned], planned: Sequence[Planned]) -> tuple[date, ...]:
    """The dates that are not what somebody looked at, also those not there before."""
    before = {each.day: each.agreed for each in agreed}
    now = {each.day: each.agreed for each in planned}
    days = sorted({*before, *now})
    return tuple(day for day in days if before.get(day) != now.get(day))


def _since(changed: Sequence[date]) -> str:
    days = listing([day_month(day) for day in changed[:NAMED]])
    if more := len(changed[NAMED:]):
        days = f"{days}, and {count(more, 'other date')}"
    have = "has" if len(changed) == 1 else "have"
    return f"{days} {have} changed since you looked. Look again before you book."


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
