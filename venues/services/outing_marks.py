"""What is noted while somebody is out: in, out, a quarter more, and who rang."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from venues.database.models import Outing
from venues.domain.outings import AGAIN
from venues.domain.people import Viewer
from venues.errors import NotAllowed, Stale
from venues.services import outings

OVER = "They have checked out already."
WORKERS_OWN = "Only whoever is out checks in."


@dataclass(frozen=True, slots=True)
class Marks:
    """All that is noted of an outing, so that it can be taken back."""

    checked_in: datetime | None
    checked_out: datetime | None
    check_out: datetime
    rung_at: datetime | None
    rung_by: int | None


@dataclass(frozen=True, slots=True)
class Marked:
    """An outing's marks before and after something was noted."""

    id: int
    before: Marks
    after: Marks


def check_in(
    session: Session, viewer: Viewer, outing_id: int, *, now: datetime
) -> Marked:
    """The worker is there.

    Raises:
        NotFound: there is none, or it is not for the viewer to know.
        NotAllowed: somebody else is out.
        Stale: they have checked out already.
    """
    outing = _open(session, viewer, outing_id)
    if outing.staff_id not in viewer.owns:
        raise NotAllowed(WORKERS_OWN)
    before = _marks(outing)
    outing.checked_in = _minute(now)
    return _done(session, outing, before)


def check_out(
    session: Session, viewer: Viewer, outing_id: int, *, now: datetime
) -> Marked:
    """The worker has come out: by themselves, or as buddy or manager were told.

    Raises:
        NotFound: there is none, or it is not for the viewer to know.
        Stale: they have checked out already.
    """
    outing = _open(session, viewer, outing_id)
    before = _marks(outing)
    outing.checked_out = _minute(now)
    return _done(session, outing, before)


def more_time(
    session: Session, viewer: Viewer, outing_id: int, *, now: datetime
) -> Marked:
    """A quarter of an hour more before they check out, from now if that is late.

    Raises:
        NotFound: there is none, or it is not for the viewer to know.
        Stale: they have checked out already.
    """
    outing = _open(session, viewer, outing_id)
    before = _marks(outing)
    outing.check_out = max(outing.check_out, _minute(now)) + AGAIN
    outing.rung_at = outing.rung_by = None
    return _done(session, outing, before)


def rang(session: Session, viewer: Viewer, outing_id: int, *, now: datetime) -> Marked:
    """Somebody rang and will ring again; they are left alone for a quarter of an hour.

    Raises:
        NotFound: there is none, or it is not for the viewer to know.
        Stale: they have checked out already.
    """
    outing = _open(session, viewer, outing_id)
    before = _marks(outing)
    outing.rung_at, outing.rung_by = _minute(now), viewer.staff_id
    return _done(session, outing, before)


def put_back(
    session: Session, viewer: Viewer, outing_id: int, *, found: Marks, wanted: Marks
) -> None:
    """Take a mark back, or note it again.

    Raises:
        NotFound: there is none, or it is not for the viewer to know.
        Stale: something else has been noted since.
    """
    outing = _row(session, viewer, outing_id)
    if _marks(outing) != found:
        raise Stale("Something else has been noted of this outing since.")
    outing.checked_in, outing.checked_out = wanted.checked_in, wanted.checked_out
    outing.check_out = wanted.check_out
    outing.rung_at, outing.rung_by = wanted.rung_at, wanted.rung_by
    session.flush()


def _row(session: Session, viewer: Viewer, outing_id: int) -> Outing:
    outings.one(session, viewer, outing_id)
    return session.get_one(Outing, outing_id)


def _open(session: Session, viewer: Viewer, outing_id: int) -> Outing:
    outing = _row(session, viewer, outing_id)
    if outing.checked_out is not None:
        raise Stale(OVER)
    return outing


def _done(session: Session, outing: Outing, before: Marks) -> Marked:
    session.flush()
    return Marked(outing.id, before, _marks(outing))


def _marks(outing: Outing) -> Marks:
    return Marks(
        outing.checked_in,
        outing.checked_out,
        outing.check_out,
        outing.rung_at,
        outing.rung_by,
    )


def _minute(now: datetime) -> datetime:
    return now.replace(second=0, microsecond=0)
