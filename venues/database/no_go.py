"""When which venues are not for a case: the only way the rules hear of links.

One statement, the same on both engines. A window is the other person's appointment
widened by the buffer of its kind and then rounded out to whole half-days (until 1pm,
1pm to 5pm, from 5pm) at that venue and its cluster, the same rounding for every kind,
so that stepping a start time finds neither the appointment nor the kind. The half-days
are handed in with their reach already widened, so that no date arithmetic is left to
the engine.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from itertools import pairwise, product
from typing import Any

from sqlalchemy import (
    CTE,
    BindParameter,
    ColumnElement,
    Date,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    func,
    null,
    or_,
    select,
    text,
    union,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from venues.database.engines.ties import SAME
from venues.database.keys import on_a_server
from venues.database.models import (
    Attendance,
    Booking,
    BookingRoom,
    Case,
    CaseVenue,
    Room,
    Tie,
    Venue,
)
from venues.database.models.base import MOMENT
from venues.database.models.booking import LONGEST_HOLD
from venues.domain.circumstances import Window

LIVE = ("provisional", "confirmed")
BOUNDS = (time(0, 0), time(13, 0), time(17, 0))
"""Where the half-days of a day begin: morning, afternoon, evening."""


HALF = ("kind", "starts", "ends", "reach_from", "reach_until")
"""A half-day, and how far around it an appointment reaches into it."""

_ON_A_SERVER = text(
    "SELECT venue_id, starts, ends FROM venues_no_go("
    "CAST(:cases AS int[]), CAST(:days AS date[]), CAST(:without AS int[]))"
)

Without = int | Collection[int] | None
"""A booking that is left out, or several that are to move at the same time."""


def left_out(without: Without) -> list[int]:
    """The ids of those bookings; one that is nobody's where there are none."""
    if isinstance(without, Collection):
        return sorted(without) or [0]
    return [without or 0]


def halves(days: Iterable[date]) -> list[tuple[datetime, datetime]]:
    """The half-days of those days, in order."""
    found: list[tuple[datetime, datetime]] = []
    for day in sorted(set(days)):
        marks = [datetime.combine(day, bound) for bound in BOUNDS]
        marks.append(datetime.combine(day, time()) + timedelta(days=1))
        found += pairwise(marks)
    return found


def windows(
    session: Session,
    case_ids: Iterable[int],
    days: Iterable[date],
    buffers: dict[str, int],
    *,
    without: Without = None,
) -> tuple[Window, ...]:
    """The windows on those days for any of the cases, leaving some bookings out.

    ``buffers`` maps the kind of link to minutes. The rows carry no kind, no pair and
    no count, and come in a fixed order.
    """
    wanted, days = sorted(set(case_ids)), sorted(set(days))
    marks = halves(days)
    if not wanted or not marks:
        return ()
    if on_a_server(session):
        asked = {"cases": wanted, "days": days, "without": left_out(without)}
        rows = session.execute(_ON_A_SERVER, asked)
    else:
        reach = timedelta(minutes=max(buffers.values(), default=0))
        values = given(wanted, marks, without, reach)
        values |= _half_days_given(tuple(marks), tuple(buffers.items()))
        rows = session.execute(_windows(len(marks) * (len(buffers) + 1)), values)
    return tuple(Window(venue_id, starts, ends) for venue_id, starts, ends in rows)


@lru_cache(maxsize=64)
def _half_days_given(
    marks: tuple[tuple[datetime, datetime], ...], buffers: tuple[tuple[str, int], ...]
) -> dict[str, Any]:
    """The half-days with the reach of each kind; the same days are asked all day."""
    given: dict[str, Any] = {}
    whole = product((("", 0), *buffers), marks)
    for n, ((kind, minutes), (starts, ends)) in enumerate(whole):
        reach = timedelta(minutes=minutes)
        given[f"half{n}_kind"] = kind
        given[f"half{n}_starts"], given[f"half{n}_ends"] = starts, ends
        given[f"half{n}_reach_from"] = starts - reach
        given[f"half{n}_reach_until"] = ends + reach
    return given


def given(
    case_ids: list[int],
    marks: list[tuple[datetime, datetime]],
    without: Without,
    reach: timedelta = timedelta(),
) -> dict[str, Any]:
    """The values for the statements here, those half-days widened by the reach."""
    first = marks[0][0] - reach
    return {
        "case_ids": case_ids,
        "first_day": marks[0][0].date(),
        "first_moment": marks[0][0],
        "last_day": marks[-1][0].date(),
        "without": left_out(without),
        "earliest": first - timedelta(hours=LONGEST_HOLD),
        "from": first,
        "until": marks[-1][1] + reach,
    }


def appointments(whose: CTE) -> CTE:
    """Appointments near the days asked about, of the cases in ``whose``.

    Read by time first, so that years of past bookings cost nothing: the case's own
    index is kept out of it by ``coalesce``, which no planner looks through. Rooms and
    venues come later, for the few that are left.
    """
    case_id = func.coalesce(Attendance.case_id, 0)
    return (
        select(Attendance.case_id, Booking.id, Booking.starts, Booking.ends)
        .select_from(Booking)
        .join(Attendance, Attendance.booking_id == Booking.id)
        .where(
            Booking.starts > bindparam("earliest", type_=MOMENT),
            Booking.starts < bindparam("until", type_=MOMENT),
            Booking.ends > bindparam("from", type_=MOMENT),
            Booking.status.in_(LIVE),
            Booking.id.not_in(bindparam("without", expanding=True)),
            case_id.in_(select(whose.c.id)),
        )
        .cte("about")
        .prefix_with("MATERIALIZED")
    )


@cache
def _windows(halves_: int) -> Select[Any]:
    """The statement for that many half-days; made once, so that it is compiled once."""
    return statement(_half_days(halves_))


def statement(half: CTE) -> Select[Any]:
    """The statement over those half-days, with the reach of each kind of link."""
    asked = with_twins()
    kept = _kept_from()
    closed = _closed(kept, half)
    here, near = aliased(Venue), aliased(Venue)
    by_person = (
        select(near.id.label("venue_id"), closed.c.starts, closed.c.ends)
        .select_from(closed)
        .join(here, here.id == closed.c.venue_id)
        .join(near, or_(near.id == here.id, near.cluster_id == here.cluster_id))
    )
    by_venue = (
        select(CaseVenue.venue_id, half.c.starts, half.c.ends)
        .select_from(asked)
        .join(CaseVenue, CaseVenue.case_id == asked.c.id)
        .join(half, half.c.kind == "")
        .where(_current())
    )
    group = (
        select(null().label("venue_id"), half.c.starts, half.c.ends)
        .select_from(kept)
        .join(half, half.c.kind == "")
        .where(kept.c.id.in_(_wanted()), kept.c.id != kept.c.root)
    )
    found = union(by_person, by_venue, group).subquery()
    return select(
        found.c.venue_id.cast(Integer), found.c.starts, found.c.ends
    ).order_by(found.c.starts, found.c.venue_id)


def _closed(kept: CTE, half: CTE) -> CTE:
    """The half-days that the appointments of those people close, by venue."""
    about = appointments(kept)
    return (
        select(Room.venue_id, half.c.starts, half.c.ends)
        .select_from(about)
        .join(kept, kept.c.id == about.c.case_id)
        .join(
            half,
            and_(
                half.c.kind == kept.c.kind,
                about.c.starts < half.c.reach_until,
                about.c.ends > half.c.reach_from,
            ),
        )
        .join(BookingRoom, BookingRoom.booking_id == about.c.id)
        .join(Room, Room.id == BookingRoom.room_id)
        .distinct()
        .cte("closed")
        .prefix_with("MATERIALIZED")
    )


def _half_days(number: int) -> CTE:
    return union_all(
        *(
            select(
                bindparam(f"half{n}_kind", type_=String).label("kind"),
                *(
                    bindparam(f"half{n}_{name}", type_=MOMENT).label(name)
                    for name in HALF[1:]
                ),
            )
            for n in range(number)
        )
    ).cte("half")


def with_twins() -> CTE:
    """Each case asked for and, under its own root, all of the same person's others."""
    other = func.coalesce(Tie.other_id, Case.id)
    return (
        select(Case.id.label("root"), other.label("id"))
        .outerjoin(Tie, and_(Tie.case_id == Case.id, Tie.kind == SAME, _tied()))
        .where(Case.id.in_(_wanted()))
        .cte("asked")
        .prefix_with("MATERIALIZED")
    )


def _kept_from() -> CTE:
    """Whom the cases are kept from, by any of their references, and why.

    The reason decides only how wide a window is before it is rounded.
    """
    return (
        select(Tie.case_id.label("root"), Tie.other_id.label("id"), Tie.kind)
        .where(Tie.case_id.in_(_wanted()))
        .where(Tie.kind != SAME, _tied())
        .cte("kept")
        .prefix_with("MATERIALIZED")
    )


def _wanted() -> BindParameter[Any]:
    return bindparam("case_ids", expanding=True)


def _tied() -> ColumnElement[bool]:
    """In force on any of the days."""
    return and_(
        Tie.since <= bindparam("last_day", type_=Date),
        Tie.until >= bindparam("first_day", type_=Date),
    )


def _current() -> ColumnElement[bool]:
    """Recorded, not closed, and in force on any of the days."""
    return and_(
        CaseVenue.closed_on.is_(None),
        CaseVenue.since <= bindparam("last_day", type_=Date),
        or_(
            CaseVenue.until.is_(None),
            CaseVenue.until >= bindparam("first_day", type_=Date),
        ),
    )
