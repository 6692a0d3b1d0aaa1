"""The rows of a series after a change: its rule, and what became of each date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.audit import stamp
from venues.database.models import Booking, Series, SeriesDate
from venues.domain import recurrence
from venues.domain.people import Viewer
from venues.domain.recurrence import Every, Repeat
from venues.services.series import opened, storing
from venues.services.series.change import Change, Fate, Step
from venues.services.series.opened import Opened, Scope
from venues.services.series.outlook import Outlook, Rule
from venues.services.series.planning import Outcome
from venues.services.series.storing import Usual


@dataclass(frozen=True, slots=True)
class Row:
    """One date as it is stored."""

    day: date
    outcome: str
    why: str = ""
    for_a_person: bool = False
    booking_id: int | None = None


def read(session: Session, series_id: int) -> tuple[Row, ...]:
    """The dates of a series, in order."""
    return tuple(
        Row(row.day, row.outcome, row.why, row.for_a_person, row.booking_id)
        for row in _stored(session, series_id)
    )


def write(session: Session, series_id: int, rows: Iterable[Row]) -> None:
    """Let the series have these dates, and their bookings be of it."""
    for row in _stored(session, series_id):
        session.delete(row)
    session.flush()  # before others take the place of their days
    for one in rows:
        session.add(
            SeriesDate(
                series_id=series_id,
                day=one.day,
                outcome=one.outcome,
                why=one.why,
                for_a_person=one.for_a_person,
                booking_id=one.booking_id,
            )
        )
        if one.booking_id is not None:
            booking = session.get_one(Booking, one.booking_id)
            if booking.series_id != series_id:
                booking.series_id = series_id
    session.flush()


def put(
    session: Session, outlook: Outlook, made: dict[date, int], viewer: Viewer
) -> int:
    """Write down what became of the dates; ``made`` are new bookings by their days.

    What goes another way from a date on becomes a series of its own that remembers
    where it came from. Returns the id of the series the changed dates are in.
    """
    here, change = outlook.opened, outlook.change
    start = here.of(change.scope)[0].day
    rows = read(session, here.id)
    before = [row for row in rows if row.day < start]
    after = _after([row for row in rows if row.day >= start], outlook, made)
    usual = change.usual(here.usual)
    rule = outlook.rule or Rule(_rest(here, start), _first(here, start), (), {})
    if not before:
        _put_rule(session.get_one(Series, here.id), rule.repeat, rule.first, usual)
        write(session, here.id, after)
        return here.id
    if not _parts(change, here.usual):
        write(session, here.id, [*before, *after])
        return here.id
    series = Series(
        rule="", words="", parent_id=here.id, made_by=viewer.staff_id, made_at=stamp()
    )
    _put_rule(series, rule.repeat, rule.first, usual)
    session.add(series)
    session.flush()
    shorten(session, here.id, before[-1].day)
    write(session, here.id, before)
    write(session, series.id, after)
    return series.id


def add(session: Session, outlook: Outlook, made: dict[date, int]) -> None:
    """Write down further dates, and the rule as far as it goes by now."""
    rule, here = outlook.rule, outlook.opened
    assert rule is not None  # noqa: S101 - further dates come of a rule
    found = {row.day: row for row in read(session, here.id)}
    for day, why in rule.left_out.items():
        found.setdefault(day, Row(day, Outcome.LEFT_OUT.value, why))
    for step in outlook.steps:
        found[step.day] = _new(step, made.get(step.day))
    write(session, here.id, [found[day] for day in sorted(found)])
    series = session.get_one(Series, here.id)
    _put_rule(series, rule.repeat, rule.first, here.usual)


def shorten(session: Session, series_id: int, last: date) -> None:
    """Let the rule end with its last date up to that day, unless it begins later."""
    series = session.get_one(Series, series_id)
    days = [row.day for row in _stored(session, series_id)]
    known = opened.known(series.rule, days)
    first = known.first or min(days, default=None)
    if first is None or last < first:
        return
    kept = [day for day in days if day <= last]
    repeat = until(known.repeat, max(kept, default=last))
    series.rule = storing.stored(repeat, first)
    if known.usual is not None:
        series.rule = storing.line(repeat, first, known.usual)
    series.words = recurrence.words(repeat, first)


def until(repeat: Repeat, last: date) -> Repeat:
    """The rule as far as that day."""
    if repeat.every is Every.PICKED:
        picked = tuple(day for day in repeat.picked if day <= last)
        return replace(repeat, picked=picked)
    return replace(repeat, until=last, times=None)


def _put_rule(series: Series, repeat: Repeat, first: date, usual: Usual) -> None:
    series.rule = storing.line(repeat, first, usual)
    series.words = recurrence.words(repeat, first)


def _parts(change: Change, usual: Usual) -> bool:
    """Whether the dates go their own way, which one rule cannot say of all."""
    if change.scope is Scope.LATER:
        return True
    other = change.first is not None or change.repeat is not None
    return other or change.usual(usual) != usual


def _rest(here: Opened, start: date) -> Repeat:
    """The rule as before, from that date on."""
    repeat = here.repeat
    if repeat.every is Every.PICKED:
        picked = tuple(day for day in repeat.picked if day >= start)
        return replace(repeat, picked=picked or (start,))
    if repeat.times is None or start == here.first:
        return repeat
    return replace(repeat, until=here.last, times=None)


def _first(here: Opened, start: date) -> date:
    return here.first if start == min(here.taken) else start


def _after(rows: list[Row], outlook: Outlook, made: dict[date, int]) -> list[Row]:
    """The dates from the first that changed on, as they are now."""
    rule = outlook.rule
    steps = {step.date.booking_id: step for step in outlook.steps if step.date}
    found: dict[date, Row] = {}
    for row in rows:
        step = steps.get(row.booking_id or 0)
        if step is not None:
            found[step.day] = _of(row, step)
        elif row.booking_id is not None or rule is None or row.day in rule.days:
            found[row.day] = row
    for step in outlook.steps:
        if step.date is None and step.planned is not None:
            found[step.day] = _new(step, made.get(step.day))
    for day, why in (rule.left_out if rule else {}).items():
        found.setdefault(day, Row(day, Outcome.LEFT_OUT.value, why))
    return [found[day] for day in sorted(found)]


def _of(row: Row, step: Step) -> Row:
    """The row of a date that has a booking."""
    planned = step.planned
    if step.fate is not Fate.CHANGED or planned is None:
        return replace(row, day=step.day)
    if not planned.why:
        return replace(row, day=step.day)
    return replace(_new(step, row.booking_id), day=step.day)


def _new(step: Step, booking_id: int | None) -> Row:
    planned = step.planned
    assert planned is not None  # noqa: S101 - a date without a booking was judged
    person = planned.for_a_person
    why = "" if person else planned.why
    return Row(step.day, planned.outcome.value, why, person, booking_id)


def _stored(session: Session, series_id: int) -> list[SeriesDate]:
    return list(
        session.scalars(
            select(SeriesDate)
            .where(SeriesDate.series_id == series_id)
            .order_by(SeriesDate.day)
        )
    )
