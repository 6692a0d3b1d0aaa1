"""Which bookings may stand beside somebody they must be kept from.

This only narrows down which bookings the rules are asked about, in few statements for
all of them together; what the rules say then is what counts. What lies behind each is
given as a mark, by which a new reason is told from one that was decided on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from venues.database.catalogue import Catalogue
from venues.database.models import Attendance, Booking, BookingRoom, Room
from venues.database.no_go import LIVE, halves
from venues.domain.period import Period
from venues.services.reviews import ties as all_ties
from venues.services.reviews.ties import Ties

ONE_DAY = timedelta(days=1)
WANTED = 0  # in place of the id of a booking that is not made yet
FEW = 20
"""So many cases are looked up one by one; for more the days are read through."""


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
    place = _place(catalogue, venue_id)
    asked = [
        Visit(WANTED, id_, period.starts, period.ends, venue_id, place)
        for id_ in case_ids
    ]
    known = all_ties.read(session, now.date())
    return _grounds(session, catalogue, known, asked, without).get(WANTED, ())


def of_booking(
    session: Session, catalogue: Catalogue, now: datetime, booking_id: int
) -> tuple[Ground, ...]:
    """What may stand against that booking now."""
    known = all_ties.read(session, now.date())
    return grounds(session, catalogue, known, (booking_id,)).get(booking_id, ())


def grounds(
    session: Session, catalogue: Catalogue, known: Ties, booking_ids: Sequence[int]
) -> dict[int, tuple[Ground, ...]]:
    """Booking id → what may stand against it, for those bookings, in two statements.

    Bookings on days that lie close together are read the quickest. One alone always
    costs the same, whether anything is on record or not.
    """
    alone = len(booking_ids) == 1
    if not known.cases and not alone:
        return {}
    here = _visits(session, catalogue, (Booking.id.in_(booking_ids),))
    asked = [each for each in here if alone or each.case_id in known.cases]
    return _grounds(session, catalogue, known, asked, None)


def _grounds(
    session: Session,
    catalogue: Catalogue,
    known: Ties,
    asked: Sequence[Visit],
    without: int | None,
) -> dict[int, tuple[Ground, ...]]:
    """What stands against these visits, of one another or of all there are."""
    if not asked:
        return {}
    ids = {each.booking_id for each in asked}
    there = _near(session, catalogue, known, asked)
    others = [each for each in there if each.booking_id not in {without, *ids}]
    found: dict[int, list[Ground]] = defaultdict(list)
    _by_link(known, asked, [*others, *asked], found, catalogue.numbers.buffers)
    _by_venue(known, asked, found)
    return {
        id_: tuple(sorted(set(each), key=lambda ground: ground.mark))
        for id_, each in found.items()
    }


def _near(
    session: Session, catalogue: Catalogue, known: Ties, asked: Sequence[Visit]
) -> list[Visit]:
    """Whoever those people are kept from, around those days, where they are.

    Somebody who has left already counts: the half-day they were there is closed.
    """
    days = [each.starts.date() for each in asked]
    around = known.around(each.case_id for each in asked)
    places = {each.place for each in asked}
    case_id: Any = Attendance.case_id
    if len(around) > FEW:  # no planner looks through this, so it goes by time
        case_id = func.coalesce(case_id, 0)
    there = _visits(
        session,
        catalogue,
        (
            Booking.starts >= datetime.combine(min(days) - ONE_DAY, time()),
            Booking.starts < datetime.combine(max(days) + 2 * ONE_DAY, time()),
            case_id.in_(sorted(around)),
        ),
    )
    return [each for each in there if each.place in places]


def _visits(
    session: Session, catalogue: Catalogue, where: Iterable[ColumnElement[bool]]
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
        .where(Booking.status.in_(LIVE), *where)
    )
    # Sorted here: asked to sort, a planner would read all rooms of all times first.
    return [Visit(*row, _place(catalogue, row[-1])) for row in sorted(rows)]


def _place(catalogue: Catalogue, venue_id: int) -> tuple[str, int]:
    """A venue with its neighbours, as far as keeping apart goes."""
    cluster = catalogue.venues[venue_id].cluster_id
    return ("venue", venue_id) if cluster is None else ("cluster", cluster)


def _by_link(
    known: Ties,
    asked: Iterable[Visit],
    there: Iterable[Visit],
    found: dict[int, list[Ground]],
    buffers: Mapping[str, int],
) -> None:
    by_place: dict[tuple[tuple[str, int], date], list[Visit]] = defaultdict(list)
    by_booking: dict[int, list[Visit]] = defaultdict(list)
    for each in there:
        by_place[each.place, each.starts.date()].append(each)
        by_booking[each.booking_id].append(each)
    for visit in asked:
        day = visit.starts.date()
        kept = known.kept_from(visit.case_id, day)
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
                        court=link.court,
                        case_id=visit.case_id,
                        other=None if itself else other.booking_id,
                        other_case=other.case_id,
                    )
                )


def _by_venue(
    known: Ties, asked: Iterable[Visit], found: dict[int, list[Ground]]
) -> None:
    for visit in asked:
        for each in known.not_at(visit.case_id, visit.starts.date()):
            if each.venue_id == visit.venue_id:
                found[visit.booking_id].append(
                    Ground(
                        each.id, by_link=False, court=each.court, case_id=visit.case_id
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
        for starts, ends in _halves(visit.starts.date())
    )


@lru_cache(maxsize=256)
def _halves(day: date) -> tuple[tuple[datetime, datetime], ...]:
    return tuple(halves([day]))
