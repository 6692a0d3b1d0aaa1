"""Changing a series: one date, some or all of those to come, all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from venues.database.models import Series
from venues.domain.people import Viewer
from venues.services import booking_changes, booking_rewriting, booking_writing
from venues.services.judging import Judged
from venues.services.series import (
    hands,
    opened,
    outlook,
    overtaken,
    rows,
    taking_back,
)
from venues.services.series.booking import DatesRefused
from venues.services.series.change import Change, Fate, Step
from venues.services.series.opened import Date, Opened, Scope
from venues.services.series.taking_back import Before

FELL_AWAY = "The series was changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What came of a change: each date, the series they are in, and the way back."""

    series_id: int
    words: str
    steps: tuple[Step, ...]
    before: Before
    tells: tuple[str, ...] = ()


def change(
    session: Session,
    booking_id: int,
    wanted: Change,
    viewer: Viewer,
    *,
    now: datetime,
    seen: Opened | None = None,
) -> Changed:
    """Change the dates of the scope; each date keeps its attendance and its reference.

    ``seen`` is the series as it was looked at.

    Raises:
        DatesRefused: a date does not fit, and no way out is chosen for it.
        Overtaken: somebody else changed one of these dates since.
        NotFound, NotAllowed, WrongInput: as ``opened.of_booking``.
    """
    here = opened.of_booking(session, booking_id, viewer, now=now)
    if seen is not None:
        overtaken.check(seen, here, wanted.scope)
    found = outlook.look(session, here, wanted, viewer, now=now)
    if found.refused:
        raise DatesRefused(found.planned)
    before = taking_back.remember(session, found)
    made: dict[date, int] = {}
    tells = [
        _do(session, step, made, viewer, now)
        for step in sorted(found.steps, key=_goes_first)
    ]
    listed = hands.give(session, found.steps, wanted, now.date())
    id_ = here.id
    if wanted.scope is not Scope.THIS:
        id_ = rows.put(session, found, made, viewer)
    return Changed(
        series_id=id_,
        words=session.get_one(Series, id_).words,
        steps=found.steps,
        before=taking_back.done(session, before, id_, made.values(), listed),
        tells=tuple(filter(None, tells)),
    )


def _goes_first(step: Step) -> bool:
    """What goes frees its room before anything else takes it."""
    return step.fate is not Fate.GONE


def _do(
    session: Session,
    step: Step,
    made: dict[date, int],
    viewer: Viewer,
    now: datetime,
) -> str:
    """Write one date; returns whom to tell that its time is not needed."""
    judged = step.planned.judged if step.planned else None
    if step.date is None:
        if judged is not None:
            made[step.day] = booking_writing.write(session, judged, viewer, now).id
        return ""
    if step.fate is Fate.GONE:
        id_ = step.date.booking_id
        gone = booking_changes.cancel(session, id_, viewer, reason=FELL_AWAY, now=now)
        return gone.tell
    if judged is None or step.fate is Fate.STAYS:
        return ""
    return _rewrite(session, step.date, judged, viewer, now)


def _rewrite(
    session: Session, date_: Date, judged: Judged, viewer: Viewer, now: datetime
) -> str:
    booking = booking_changes.by_id(session, date_.booking_id, viewer)
    workers = judged.request.worker_ids
    booking_rewriting.put_people(session, booking.id, date_.case_ids, workers)
    return booking_rewriting.rewrite(session, booking, judged, viewer, now).tell
