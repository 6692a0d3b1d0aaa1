"""How a series was before a change, and the way back there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from venues.database.models import Booking, Series
from venues.domain.people import Viewer
from venues.errors import Stale, WrongInput
from venues.services import booking_changes, booking_rewriting, bookings
from venues.services.series import hands, rows
from venues.services.series.change import Fate
from venues.services.series.hands import Listed
from venues.services.series.opened import Date
from venues.services.series.outlook import Outlook
from venues.services.series.rows import Row

TAKEN_BACK = "A change of the series was taken back"
MEANWHILE = (
    "Somebody else changed this series meanwhile, so it stays as it is. Look at it "
    "again."
)


OVER = "Some of it is over by now, so it stays as it is."


@dataclass(frozen=True, slots=True)
class Stored:
    """A series as it was stored."""

    id: int
    rule: str
    words: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """All that a change did: the dates as they were, what went and what came.

    ``versions`` are those of the bookings after it, by id, and ``series_id`` is where
    the dates are since.
    """

    series: Stored
    changed: tuple[Date, ...]
    gone: tuple[int, ...]
    made: tuple[int, ...] = ()
    listed: tuple[Listed, ...] = ()
    series_id: int = 0
    versions: tuple[tuple[int, int], ...] = ()


def remember(session: Session, outlook: Outlook) -> Before:
    """How it is before the change."""
    steps = outlook.steps
    return Before(
        series=stored(session, outlook.opened.id),
        changed=tuple(
            each.date for each in steps if each.date and each.fate is Fate.CHANGED
        ),
        gone=tuple(
            each.date.booking_id
            for each in steps
            if each.date and each.fate is Fate.GONE
        ),
    )


def stored(session: Session, series_id: int) -> Stored:
    """The series as it is stored now."""
    row = session.get_one(Series, series_id)
    return Stored(row.id, row.rule, row.words, rows.read(session, row.id))


def done(
    session: Session,
    before: Before,
    series_id: int,
    made: Collection[int],
    listed: tuple[Listed, ...],
) -> Before:
    """The same with what came of it, so that a later change of others is noticed."""
    session.flush()
    ids = [each.booking_id for each in before.changed]
    ids += [*before.gone, *made]
    versions = ((id_, session.get_one(Booking, id_).version) for id_ in ids)
    return replace(
        before,
        made=tuple(made),
        listed=listed,
        series_id=series_id,
        versions=tuple(versions),
    )


def take_back(
    session: Session, before: Before, viewer: Viewer, *, now: datetime
) -> None:
    """Put all of it as it was before, checked by the rules like any other change.

    Raises:
        Stale: somebody else changed some of it since.
        Refused: a rule forbids it by now.
        WrongInput: some of it is over.
    """
    known = dict(before.versions)
    for id_, version in known.items():
        if session.get_one(Booking, id_).version != version:
            raise Stale(MEANWHILE)
    for id_ in before.made:
        booking_changes.cancel(session, id_, viewer, reason=TAKEN_BACK, now=now)
    for each in before.changed:
        _put_back(session, each, viewer, now)
    for id_ in before.gone:
        booking_changes.restore(session, id_, viewer, now=now)
    hands.take_back(session, before.listed)
    old = before.series
    if before.series_id != old.id:
        rows.write(session, before.series_id, ())
    rows.write(session, old.id, old.rows)
    series = session.get_one(Series, old.id)
    series.rule, series.words = old.rule, old.words
    session.flush()


def _put_back(session: Session, date_: Date, viewer: Viewer, now: datetime) -> None:
    """One date as it was; who handed it over may take it back unseen by now."""
    booking = session.get_one(Booking, date_.booking_id)
    if booking.ends <= now:
        raise WrongInput(OVER, "series")
    request, case_ids = date_.request, date_.case_ids
    judged = bookings.judge(
        session,
        request,
        viewer,
        case_ids,
        now=now,
        without=booking.id,
        going_back=True,
    )
    booking_rewriting.put_people(session, booking.id, case_ids, request.worker_ids)
    booking_rewriting.rewrite(session, booking, judged, viewer, now, date_.answer)
    hands.send(session, booking.id, request.worker_ids[0])
