"""More dates for a series: until another day, or so many times more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Series
from venues.domain.people import Viewer
from venues.domain.recurrence import Every, Occurrence, Repeat
from venues.errors import WrongInput
from venues.services import booking_writing
from venues.services.series import fitting, opened, outlook, rows, taking_back
from venues.services.series.booking import DatesRefused
from venues.services.series.change import Change, Fate, Step, Way
from venues.services.series.changing import Changed
from venues.services.series.opened import Opened, Scope
from venues.services.series.outlook import Outlook, Rule
from venues.services.series.planning import FIELD, occurrences

NO_RULE = (
    "Its dates were chosen one by one, so it cannot go on by itself. Book the further "
    "dates as a series of their own."
)
NO_MORE = "That gives it no further date. Choose a later day, or how many more."


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """How far a series goes on: ``until`` a day, or ``times`` more.

    ``otherwise``, ``ways`` and ``accepted`` are as in a ``Change``.
    """

    until: date | None = None
    times: int | None = None
    otherwise: tuple[Way, ...] = ()
    ways: Mapping[date, Way] = field(default_factory=dict)
    accepted: Mapping[str, str] = field(default_factory=dict)


def look(
    session: Session, here: Opened, more: More, viewer: Viewer, *, now: datetime
) -> Outlook:
    """Each further date, judged by every rule; nothing is written.

    Raises:
        WrongInput: it has no rule, no further date, or one too far away.
    """
    if here.repeat.every is Every.PICKED:
        raise WrongInput(NO_RULE, FIELD)
    if (more.until is None) == (more.times is None):
        raise WrongInput("Say until which date, or how many times more.", FIELD)
    before = _dates(session, here, here.repeat)
    repeat = replace(here.repeat, until=more.until, times=None)
    if more.times is not None:
        kept = sum(not each.skipped for each in before)
        repeat = replace(here.repeat, until=None, times=kept + more.times)
    known = {each.day for each in before}
    found = [
        each
        for each in _dates(session, here, repeat)
        if each.day not in known and each.day > now.date()
    ]
    days = tuple(each.day for each in found if not each.skipped)
    if not days:
        raise WrongInput(NO_MORE, FIELD)
    change = Change(
        scope=Scope.ALL,
        repeat=repeat,
        otherwise=more.otherwise,
        ways=more.ways,
        accepted=more.accepted,
    )
    left_out = {each.day: each.skipped for each in found if each.skipped}
    steps = [_step(session, here, change, day, viewer, now) for day in days]
    rule = Rule(repeat, here.first, days, left_out)
    return Outlook(here, change, tuple(steps), rule)


def extend(
    session: Session, booking_id: int, more: More, viewer: Viewer, *, now: datetime
) -> Changed:
    """Book the further dates like those before, in one unit of work, or none.

    Raises:
        DatesRefused: a date does not fit, and no way out is chosen for it.
        NotFound, NotAllowed, WrongInput: as ``opened.of_booking`` and ``look``.
    """
    here = opened.of_booking(session, booking_id, viewer, now=now)
    found = look(session, here, more, viewer, now=now)
    if found.refused:
        raise DatesRefused(found.planned)
    before = taking_back.remember(session, found)
    judged = {
        step.day: step.planned.judged
        for step in found.steps
        if step.planned is not None and step.planned.judged is not None
    }
    booked = booking_writing.write_all(
        session, tuple(judged.values()), viewer, now, here.id
    )
    made = {day: one.id for day, one in zip(judged, booked, strict=True)}
    rows.add(session, found, made)
    return Changed(
        series_id=here.id,
        words=session.get_one(Series, here.id).words,
        steps=found.steps,
        before=taking_back.done(session, before, here.id, made.values(), ()),
    )


def _dates(session: Session, here: Opened, repeat: Repeat) -> list[Occurrence]:
    catalogue = catalogues.read(session)
    venue = catalogue.rooms[here.usual.room_ids[0]].venue
    return occurrences(catalogue, repeat, here.first, venue.authority_id)


def _step(
    session: Session,
    here: Opened,
    change: Change,
    day: date,
    viewer: Viewer,
    now: datetime,
) -> Step:
    wanted = outlook.like(here, day)
    planned = fitting.fit(
        session,
        replace(wanted, accepted={**wanted.accepted, **change.accepted}),
        viewer,
        here.chosen.case_ids,
        now=now,
        ways=change.ways_on(day),
    )
    return Step(day=day, fate=Fate.NEW, planned=planned, why=planned.why)
