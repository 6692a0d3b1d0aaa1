"""What a plan is made from: the bookings, and the places as they will be.

Nothing of it is shown: references and cases are among it. All bookings that have to go
are left out of what is taken, since none of them knows yet where the others will be.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import apart_among, facts
from venues.database import catalogue as catalogues
from venues.database.apart_among import Among
from venues.database.catalogue import Catalogue
from venues.database.models import Booking, Hold
from venues.database.models.booking import LONGEST_HOLD
from venues.domain import privacy
from venues.domain.circumstances import Circumstances
from venues.domain.findings import Finding
from venues.domain.opening import Shut
from venues.domain.people import Viewer
from venues.domain.privacy import Seen, Sight
from venues.domain.proposal import Appointment, Day, Room, Span
from venues.errors import WrongInput
from venues.services import (
    asking,
    booking_changes,
    bookings,
    cases,
    signing,
    stays,
    venue_answers,
)
from venues.services.asking import Request
from venues.services.progress import Progress
from venues.services.rehousing.values import Cause, Closing

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """A booking that has to go; ``stood`` is what stood against it where it is.

    ``why_not`` says why it cannot be moved at all, if so. ``hidden`` says that the
    viewer is not told what it is about.
    """

    id: int
    version: int
    seen: Seen
    request: Request
    case_ids: tuple[int, ...]
    rooms: tuple[Room, ...]
    series: int | None
    asked: Appointment | None = None
    about: Circumstances = field(default_factory=Circumstances)
    stood: frozenset[tuple[str, str]] = frozenset()
    why_not: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """All of it, as it was at one moment; ``revision`` is that of the catalogue."""

    cause: Cause
    catalogue: Catalogue
    revision: int
    leaving: tuple[Leaving, ...]
    busy: dict[date, dict[int, tuple[Span, ...]]]
    among: Among
    viewer: Viewer
    now: datetime
    _days: dict[tuple[int, date], Day] = field(default_factory=dict)

    def day(self, room: Room, day: date) -> Day:
        """The room's hours on that day, and what holds it besides those that go."""
        known = self._days.get((room.id, day))
        if known is None:
            taken = self.busy.get(day, {})
            spans = {span for id_ in room.space_ids for span in taken.get(id_, ())}
            known = self.catalogue.days(day)[room.id].taken(tuple(sorted(spans)))
            self._days[room.id, day] = known
        return known


def read(
    session: Session,
    cause: Cause,
    ids: tuple[int, ...],
    viewer: Viewer,
    *,
    now: datetime,
    progress: Progress,
) -> Ground:
    """Read it, telling how far it is; about ten statements for each booking."""
    before = catalogues.read(session)
    catalogue = as_it_will_be(before, cause)
    seen: dict[int | None, Seen] = {}
    for row in stays.of_bookings(session, before, viewer, Booking.id.in_(ids)):
        seen.setdefault(row.booking_id, row)
    leaving = []
    for n, id_ in enumerate(ids):
        progress(n, 2 * len(ids))
        leaving.append(
            _leaving(session, (before, catalogue), seen[id_], ids, viewer, now)
        )
    days = {each.request.period.day for each in leaving}
    span = (min(days, default=now.date()), max(days, default=now.date()))
    return Ground(
        cause=cause,
        catalogue=catalogue,
        revision=before.revision,
        leaving=tuple(leaving),
        busy={day: _busy(session, day, ids) for day in sorted(days)},
        among=apart_among.read(session, *span, catalogue.numbers.buffers),
        viewer=viewer,
        now=now,
    )


def as_it_will_be(catalogue: Catalogue, cause: Cause) -> Catalogue:
    """The catalogue as if the place were closed already."""
    if not isinstance(cause, Closing):
        return catalogue
    shut = Shut(cause.venue_id, cause.room_id, cause.starts, cause.ends, cause.reason)
    there = [*catalogue.shut.get(cause.venue_id, ()), shut]
    return replace(catalogue, shut={**catalogue.shut, cause.venue_id: there}, _days={})


def _leaving(
    session: Session,
    catalogues_: tuple[Catalogue, Catalogue],
    seen: Seen,
    ids: tuple[int, ...],
    viewer: Viewer,
    now: datetime,
) -> Leaving:
    before, catalogue = catalogues_
    booking = session.get_one(Booking, seen.booking_id)
    request, case_ids = booking_changes.stored(session, booking)
    rooms = tuple(before.rooms[id_] for id_ in request.room_ids)
    hidden = privacy.sight(viewer, frozenset(request.worker_ids)) is not Sight.FULL
    leaving = Leaving(
        id=booking.id,
        version=booking.version,
        seen=seen,
        request=request,
        case_ids=case_ids,
        rooms=rooms,
        series=booking.series_id,
        hidden=hidden,
    )
    if booking.starts <= now:
        return replace(leaving, why_not="It has begun already.")
    victim = cases.victim_comes(session, catalogue, request.kind, case_ids)
    try:
        asked = asking.appointment(catalogue, request, case_ids, victim=victim)
    except WrongInput:
        why_not = "Appointments of its kind are no longer booked."
        return replace(leaving, why_not="Ask its worker." if hidden else why_not)
    about = facts.circumstances(
        session,
        catalogue,
        _eyes(viewer, request),
        asked,
        without=ids,
        today=now.date(),
    )
    signed = signing.stands(session, booking, (asked, rooms))
    here = replace(about, signed_off=signed, venue_agreed=True)
    about = replace(about, given_up=venue_answers.given_up(session, before, booking))
    days = facts.busy_days(session, before, rooms, asked.period.day, without=booking.id)
    stood = bookings.examined(asked, rooms, days, here)
    return replace(leaving, asked=asked, about=about, stood=_said(stood))


def _eyes(viewer: Viewer, request: Request) -> Viewer:
    """Whoever moves all bookings sees to it that their workers get there in time."""
    if not viewer.edits_venues:
        return viewer
    return replace(viewer, acts_for=viewer.acts_for | set(request.worker_ids))


def _said(findings: tuple[Finding, ...]) -> frozenset[tuple[str, str]]:
    return frozenset((each.rule, each.message) for each in findings if each.acceptable)


def _busy(
    session: Session, day: date, without: tuple[int, ...]
) -> dict[int, tuple[Span, ...]]:
    """Space id → what holds it that day, besides the bookings that go."""
    midnight = datetime.combine(day, time())
    gone = set(without)
    taken: dict[int, list[Span]] = defaultdict(list)
    for space_id, starts, ends, booking_id in session.execute(
        select(Hold.space_id, Hold.starts, Hold.ends, Hold.booking_id).where(
            Hold.starts > midnight - timedelta(hours=LONGEST_HOLD),
            Hold.starts < midnight + ONE_DAY,
            Hold.ends > midnight,
        )
    ):
        if booking_id not in gone:
            taken[space_id].append(Span(starts, ends))
    return {id_: tuple(spans) for id_, spans in taken.items()}
