"""The rows behind a figure: which bookings, searches, rooms or sectors it counts.

Nothing here carries a case, a reference or anybody's name. Bookings come through the
privacy filter, and of what says more of a booking than a coordinator is told, only a
manager gets the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from venues.database.models import Booking, Search, UnmetNeed
from venues.domain import unmet
from venues.domain.checklist import COUNTED
from venues.domain.figures import Definition
from venues.domain.people import Role, Viewer
from venues.domain.words import short_day, span
from venues.errors import NotAllowed, NotFound
from venues.services import stays
from venues.services.demand import Band, Ended
from venues.services.evidence import booked, coverage, measures, reviewed, suited
from venues.services.evidence.ground import Ground
from venues.services.evidence.scope import Scope
from venues.services.evidence.unmet_need import SETS_SAID

MOST = 500
"""Rows that are read; a longer list is no list to read."""

NO_ROWS = "Rows are not shown to board readers."
MANAGERS_ROWS = (
    "A list of these would say what each booking is for, or what came of it, so only "
    "a manager sees it."
)
NO_LIST = "There is no list of what was refused: it would say who asked for what."


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows as they are shown; ``total`` is how many there are, also beyond these."""

    heads: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    total: int


def why_not(viewer: Viewer, definition: Definition) -> str:
    """Why the viewer gets no rows behind a measure; nothing where they do."""
    if viewer.role is Role.BOARD:
        return NO_ROWS
    if definition.key == "refusals":
        return NO_LIST
    if viewer.role is not Role.MANAGER and definition.telling:
        return MANAGERS_ROWS
    return ""


def read(
    session: Session,
    scope: Scope,
    viewer: Viewer,
    key: str,
    authority_id: int | None = None,
) -> Rows:
    """What a measure counts in those days, of one authority or of all.

    Raises:
        NotAllowed: the viewer gets no rows of it.
        NotFound: there is no such measure.
    """
    measures.check(viewer)
    if key not in measures.MEASURES:
        raise NotFound("There is no such measure.")
    if why := why_not(viewer, measures.MEASURES[key].definition):
        raise NotAllowed(why)
    ground = Ground(session, scope)
    if key in _OF_BOOKINGS:
        return _bookings(ground, viewer, _OF_BOOKINGS[key], authority_id)
    return _OTHERS[key](ground, authority_id)


_Where = Callable[[], ColumnElement[bool]]

_OF_BOOKINGS: dict[str, _Where] = {
    "use": lambda: Booking.id.is_not(None),
    "cost": lambda: or_(Booking.cost.is_(None), Booking.cost > 0),
    "kept": lambda: Booking.outcome.in_((*booked.KEPT, *booked.MISSED)),
    "cost_kept": lambda: and_(
        Booking.outcome.in_((*booked.KEPT, *booked.MISSED)),
        or_(Booking.cost.is_(None), Booking.cost > 0),
    ),
    "attendance": lambda: Booking.outcome.in_((*booked.KEPT, *booked.MISSED)),
    "choice": booked.is_victims,
    "police": booked.is_risk,
    "panels": booked.is_panel,
}
"""Measure → which of the bookings that stood it is about."""


def _bookings(
    ground: Ground, viewer: Viewer, where: _Where, authority_id: int | None
) -> Rows:
    given = {
        "first": ground.scope.dates.starts,
        "until": ground.scope.dates.until,
        **booked.of_kinds(ground.catalogue),
    }
    conditions = and_(booked.stands(), where())
    if authority_id is not None:
        conditions = and_(conditions, Booking.authority_id == authority_id)
    session = ground.session
    total = session.scalar(select(func.count(Booking.id)).where(conditions), given)
    first = select(Booking.id).where(conditions)
    ids = session.scalars(first.order_by(Booking.starts, Booking.id).limit(MOST), given)
    seen = stays.of_bookings(
        session, ground.catalogue, viewer, Booking.id.in_(ids.all())
    )
    full = viewer.role is Role.MANAGER
    rooms = ground.catalogue.rooms
    lines = tuple(
        (
            short_day(row.starts.date()),
            span(row.starts, row.ends),
            rooms[row.room_id].venue.name,
            rooms[row.room_id].name,
            *((row.kind,) if full else ()),
        )
        for row in seen
    )
    heads = ("Day", "Time", "Venue", "Room", *(("Kind",) if full else ()))
    return Rows(heads, lines, total or 0)


def _searches(ground: Ground, authority_id: int | None) -> Rows:
    dates, names = ground.scope.dates, _names(ground)
    where = [
        Search.week >= dates.first,
        Search.week <= dates.last,
        Search.ended == Ended.LEFT.value,
    ]
    if authority_id is not None:
        where.append(Search.authority_id == authority_id)
    rows = ground.session.execute(
        select(
            Search.week, Search.authority_id, Search.set, Search.band, Search.results
        )
        .where(*where)
        .order_by(Search.week, Search.id)
    ).all()
    lines = (
        (
            short_day(row.week),
            names.get(row.authority_id, "More than one"),
            SETS_SAID.get(row.set, row.set),
            _band(row.band),
            str(row.results),
        )
        for row in rows
    )
    return _rows(("Week from", "Authority", "For", "Time", "Rooms that fitted"), lines)


def _needs(ground: Ground, authority_id: int | None) -> Rows:
    dates, names = ground.scope.dates, _names(ground)
    where = [
        UnmetNeed.week >= dates.first,
        UnmetNeed.week <= dates.last,
        UnmetNeed.withdrawn_on.is_(None),
    ]
    if authority_id is not None:
        where.append(UnmetNeed.authority_id == authority_id)
    rows = ground.session.scalars(
        select(UnmetNeed).where(*where).order_by(UnmetNeed.week, UnmetNeed.id)
    )
    questions = ground.catalogue.assessed.checklist.questions
    words = {code: each.words for code, each in questions.items()}
    lines = (
        (
            short_day(row.week),
            names.get(row.authority_id, "More than one"),
            SETS_SAID.get(row.set, row.set),
            _band(row.band),
            "; ".join(unmet.said(row.reasons, words)),
        )
        for row in rows
    )
    return _rows(("Week from", "Authority", "For", "Time", "What was missing"), lines)


def _reviews(ground: Ground, authority_id: int | None) -> Rows:
    said = dict(reviewed.DEFINITION.splits[0].heads)
    rooms = ground.catalogue.rooms
    lines = (
        (rooms[id_].venue.name, rooms[id_].name, said[state])
        for id_, state in reviewed.states(ground).items()
        if authority_id in {None, rooms[id_].venue.authority_id}
    )
    return _rows(("Venue", "Room", "Assessment"), sorted(lines))


def _sectors(ground: Ground, authority_id: int | None) -> Rows:
    found: dict[str, list[str]] = {}
    names = _names(ground)
    for code in COUNTED:
        for each in coverage.reach(ground, code, coverage.When.ANY):
            if authority_id in {None, each.sector.authority_id}:
                sets = found.setdefault(each.sector.name, [])
                sets += [SETS_SAID[code]] if each.venue_id is None else []
    lines = (
        (
            name,
            names[ground.scope.sectors[name].authority_id],
            "; ".join(missing) or "Nothing",
        )
        for name, missing in found.items()
    )
    return _rows(("Sector", "Authority", "Nothing suitable in reach for"), lines)


def _fixes(ground: Ground, authority_id: int | None) -> Rows:
    venues = ground.catalogue.venues
    lines = (
        (
            fix.words,
            str(fix.opens),
            str(len(fix.rooms)),
            "; ".join(venues[id_].name for id_ in fix.venues),
        )
        for fix in suited.fixes(ground, authority_id)
    )
    return _rows(("What to do", "Opens", "Rooms concerned", "Where"), lines)


_OTHERS: dict[str, Callable[[Ground, int | None], Rows]] = {
    "unmet": _searches,
    "needs": _needs,
    "reviews": _reviews,
    "coverage": _sectors,
    "suitable": _fixes,
}


def _rows(heads: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> Rows:
    found = tuple(lines)
    return Rows(heads, found[:MOST], len(found))


def _band(name: str) -> str:
    return Band(name).words if name in set(Band) else name


def _names(ground: Ground) -> dict[int | None, str]:
    return {id_: each.name for id_, each in ground.catalogue.authorities.items()}
