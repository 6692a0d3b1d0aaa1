"""Which bookings to come may stand beside somebody they must be kept from.

This only narrows down which bookings the rules are asked about, in three statements for
all of them together; what the rules say then is what counts. What lies behind each is
given as a mark, by which a new reason is told from one that was decided on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from venues.database.catalogue import Catalogue
from venues.database.engines.ties import SAME
from venues.database.models import (
    Attendance,
    Booking,
    BookingRoom,
    CaseVenue,
    Room,
    Separation,
)
from venues.database.no_go import LIVE, halves
from venues.domain.period import Period

Ties = dict[int, list[Separation]]
"""Case id → the links it is in."""

ONE_DAY = timedelta(days=1)
WANTED = 0  # in place of the id of a booking that is not made yet


@dataclass(frozen=True, slots=True)
class Ground:
    """A link or a venue not to use that may stand against a booking.

    ``other`` is the other booking, or None where there is none; ``other_case`` the case
    in it. ``row`` is the link's id, or of the venue not to use where there is no link.
    """

    row: int
    by_link: bool
    court: bool
    case_id: int
    other: int | None = None
    other_case: int | None = None

    @property
    def mark(self) -> str:
        """What tells it from any other ground, and from itself before a court spoke."""
        what = "link" if self.by_link else "venue"
        return f"{what} {self.row} {self.other or ''}{' court' if self.court else ''}"


@dataclass(frozen=True, slots=True)
class Visit:
    """A case at a venue, in a booking or in one that is wanted."""

    booking_id: int
    case_id: int
    starts: datetime
    ends: datetime
    venue_id: int
    place: tuple[str, int]


def against(
    session: Session,
    catalogue: Catalogue,
    now: datetime,
    case_ids: Iterable[int],
    wanted: tuple[int, Period],
    *,
    without: int | None = None,
) -> tuple[Ground, ...]:
    """What stands against a booking that is not made yet: at that venue and time.

    All that the rules refuse it for is among it: also somebody who has left already,
    and somebody who could have been booked beside it had they come second.
    """
    venue_id, period = wanted
    visits = [
        Visit(
            WANTED,
            id_,
            period.starts,
            period.ends,
            venue_id,
            _place(catalogue, venue_id),
        )
        for id_ in case_ids
    ]
    return grounds(session, catalogue, now, visits, without=without).get(WANTED, ())


def grounds(
    session: Session,
    catalogue: Catalogue,
    now: datetime,
    more: Iterable[Visit] = (),
    *,
    without: int | None = None,
) -> dict[int, tuple[Ground, ...]]:
    """Booking id → what may stand against it, for all live bookings to come."""
    today = now.date()
    links = session.scalars(
        select(Separation).where(
            Separation.closed_on.is_(None),
            or_(Separation.until.is_(None), Separation.until >= today),
        )
    ).all()
    shunned = session.scalars(
        select(CaseVenue).where(
            CaseVenue.closed_on.is_(None),
            or_(CaseVenue.until.is_(None), CaseVenue.until >= today),
        )
    ).all()
    if not links and not shunned:
        return {}
    concerned = {id_ for link in links for id_ in (link.first_id, link.second_id)}
    concerned |= {each.case_id for each in shunned}
    asked = [*more]
    since = min([now, *(each.starts - ONE_DAY for each in asked)])
    there = _visits(session, catalogue, since, concerned)
    visits = [*(each for each in there if each.booking_id != without), *asked]
    found: dict[int, list[Ground]] = defaultdict(list)
    ties = _ties(links)
    _by_link(ties, visits, found, catalogue.numbers.buffers)
    _by_venue(ties, shunned, visits, found)
    return {
        id_: tuple(sorted(set(each), key=lambda ground: ground.mark))
        for id_, each in found.items()
    }


def _visits(
    session: Session, catalogue: Catalogue, since: datetime, concerned: set[int]
) -> list[Visit]:
    rows = session.execute(
        select(
            Booking.id,
            Attendance.case_id,
            Booking.starts,
            Booking.ends,
            Room.venue_id,
        )
        .join(Attendance, Attendance.booking_id == Booking.id)
        .join(BookingRoom, BookingRoom.booking_id == Booking.id)
        .join(Room, Room.id == BookingRoom.room_id)
        .where(Booking.ends > since, Booking.status.in_(LIVE))
        .order_by(Booking.id)
    )
    return [
        Visit(booking_id, case_id, starts, ends, venue_id, _place(catalogue, venue_id))
        for booking_id, case_id, starts, ends, venue_id in rows
        if case_id in concerned
    ]


def _place(catalogue: Catalogue, venue_id: int) -> tuple[str, int]:
    """A venue with its neighbours, as far as keeping apart goes."""
    cluster = catalogue.venues[venue_id].cluster_id
    return ("venue", venue_id) if cluster is None else ("cluster", cluster)


def _by_link(
    ties: Ties,
    visits: Iterable[Visit],
    found: dict[int, list[Ground]],
    buffers: Mapping[str, int],
) -> None:
    by_place: dict[tuple[tuple[str, int], date], list[Visit]] = defaultdict(list)
    by_booking: dict[int, list[Visit]] = defaultdict(list)
    for each in visits:
        by_place[each.place, each.starts.date()].append(each)
        by_booking[each.booking_id].append(each)
    for visit in visits:
        day = visit.starts.date()
        kept = _kept_from(ties, visit.case_id, day)
        if not kept:
            continue
        near = [
            other
            for ahead in (-ONE_DAY, ONE_DAY * 0, ONE_DAY)
            for other in by_place.get((visit.place, day + ahead), ())
        ]
        for other in (*near, *by_booking[visit.booking_id]):
            for link in kept.get(other.case_id, ()):
                itself = other.booking_id == visit.booking_id
                if itself and visit.case_id > other.case_id:
                    continue  # it is said once, from the first of the two
                if not itself and not _both(visit, other, buffers[link.kind]):
                    continue
                found[visit.booking_id].append(
                    Ground(
                        link.id,
                        by_link=True,
                        court=link.court_condition,
                        case_id=visit.case_id,
                        other=None if itself else other.booking_id,
                        other_case=other.case_id,
                    )
                )


def _by_venue(
    ties: Ties,
    shunned: Iterable[CaseVenue],
    visits: Iterable[Visit],
    found: dict[int, list[Ground]],
) -> None:
    for visit in visits:
        day = visit.starts.date()
        whole = _same_person(ties, visit.case_id, day)
        for each in shunned:
            if (
                each.case_id in whole
                and each.venue_id == visit.venue_id
                and _holds(each, day)
            ):
                found[visit.booking_id].append(
                    Ground(
                        each.id,
                        by_link=False,
                        court=each.court_condition,
                        case_id=visit.case_id,
                    )
                )


def _both(visit: Visit, other: Visit, buffer: int) -> bool:
    """Whether neither could be booked beside the other.

    Rounding out to half-days is not the same seen from both: where one of them could
    have been booked, they are further from each other than the buffer asks. One that is
    still wanted comes second, so that only its own side counts.
    """
    return _meet(visit, other, buffer) and (
        visit.booking_id == WANTED or _meet(other, visit, buffer)
    )


def _meet(visit: Visit, other: Visit, buffer: int) -> bool:
    """Whether both are there in one half-day, the other one's way there counted."""
    reach = timedelta(minutes=buffer)
    return any(
        visit.starts < ends
        and starts < visit.ends
        and other.starts < ends + reach
        and other.ends > starts - reach
        for starts, ends in halves([visit.starts.date()])
    )


def _ties(links: Iterable[Separation]) -> Ties:
    """The links of each case."""
    found: Ties = defaultdict(list)
    for link in links:
        found[link.first_id].append(link)
        found[link.second_id].append(link)
    return found


def _kept_from(ties: Ties, case_id: int, day: date) -> Mapping[int, list[Separation]]:
    """Whom the case is kept from on that day, by any reference, and by which links."""
    found: dict[int, list[Separation]] = defaultdict(list)
    for id_ in _same_person(ties, case_id, day):
        for link in ties.get(id_, ()):
            if link.kind != SAME and _holds(link, day):
                for twin in _same_person(ties, _end(link, id_), day):
                    found[twin].append(link)
    return found


def _same_person(ties: Ties, case_id: int, day: date) -> set[int]:
    found, fresh = {case_id}, {case_id}
    while fresh:
        fresh = {
            _end(link, id_)
            for id_ in fresh
            for link in ties.get(id_, ())
            if link.kind == SAME and _holds(link, day)
        } - found
        found |= fresh
    return found


def _end(link: Separation, case_id: int) -> int:
    """The other end of the link."""
    return link.second_id if link.first_id == case_id else link.first_id


def _holds(row: Separation | CaseVenue, day: date) -> bool:
    return row.since <= day and (row.until is None or row.until >= day)
