"""Changing when a venue, or one of its rooms, is open, staffed and ours to use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import pairwise, zip_longest
from operator import attrgetter

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Hours, Room, Venue
from venues.domain.hours_words import Between, say_hours
from venues.domain.opening import Stretch
from venues.domain.people import Viewer
from venues.domain.week import SEASONS, USES, Dates, between
from venues.domain.words import DAYS, day
from venues.errors import NotFound, Stale, WrongInput
from venues.services import venue_details
from venues.services.venue_editing import may_edit

USUAL: Dates = (None, None)

Key = tuple[int, str, str, date | None, date | None]
"""Weekday, use and season of hours, and the dates between which they hold."""


def save(
    session: Session,
    venue_id: int,
    wanted: Iterable[Stretch],
    viewer: Viewer,
    *,
    opened: Iterable[Stretch],
    room_id: int | None = None,
    dated_too: bool = False,
) -> tuple[Stretch, ...]:
    """Bring the weekly hours of a venue (or a room of it) to what is wanted.

    Stretches that hold between dates only stay as they are, unless those are to be
    brought to what is wanted as well (``dated_too``). A room without hours of its own
    has its venue's. Returns all hours as stored.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: hours that end before they start or overlap; the field is
            "weekday use", such as "0 open". Dates that end before they begin or
            overlap others; the field is "last" or "first".
        Stale: somebody else changed the hours since they were opened.
        NotFound: there is no such venue or room.
    """
    may_edit(viewer)
    _exists(session, venue_id, room_id)
    stored = venue_details.hours(session, venue_id).get(room_id, ())
    if stored != tuple(sorted(opened, key=attrgetter("order"))):
        raise Stale(
            "Somebody else changed these hours since you opened them. "
            "Look at them again before you save."
        )
    groups = check(wanted if dated_too else (s for s in wanted if not s.dated))
    rows = _rows(session, venue_id, room_id, dated_too=dated_too)
    for key in sorted({*rows, *groups}, key=_order):
        _bring(session, venue_id, room_id, key, rows[key], groups.get(key, []))
    session.flush()
    return venue_details.hours(session, venue_id).get(room_id, ())


def check(wanted: Iterable[Stretch]) -> dict[Key, list[Between]]:
    """The hours by weekday, use, season and dates, after a look at each day.

    Raises:
        WrongInput: as ``save`` does.
    """
    groups = _groups(wanted)
    _check_dates({key[3:] for key in groups})
    for dates in {key[3:] for key in groups}:
        _check({key[:3]: spans for key, spans in groups.items() if key[3:] == dates})
    return groups


def _exists(session: Session, venue_id: int, room_id: int | None) -> None:
    if session.get(Venue, venue_id) is None:
        raise NotFound("That venue is no longer in the list.")
    room = None if room_id is None else session.get(Room, room_id)
    if room_id is not None and (room is None or room.venue_id != venue_id):
        raise NotFound("That room is no longer in the list.")


def _rows(
    session: Session, venue_id: int, room_id: int | None, *, dated_too: bool
) -> dict[Key, list[Hours]]:
    rows: dict[Key, list[Hours]] = defaultdict(list)
    for row in session.scalars(
        select(Hours)
        .where(Hours.venue_id == venue_id, Hours.room_id.is_not_distinct_from(room_id))
        .order_by(Hours.opens, Hours.id)
    ):
        dates = (row.valid_from, row.valid_until)
        if dated_too or dates == USUAL:
            rows[row.weekday, row.use, row.season, *dates].append(row)
    return rows


def _groups(wanted: Iterable[Stretch]) -> dict[Key, list[Between]]:
    groups: dict[Key, list[Between]] = defaultdict(list)
    for each in wanted:
        when = (each.valid_from, each.valid_until)
        key = (each.weekday, each.use, each.season, *when)
        groups[key].append(Between(each.opens, each.closes))
    return {key: sorted(spans) for key, spans in groups.items()}


def _order(key: Key) -> tuple[object, ...]:
    return (*key[:3], *between(key[3:]))


def _check_dates(wanted: Iterable[Dates]) -> None:
    """Hours for some dates end after they begin, and no two of them meet."""
    order = sorted(map(between, set(wanted) - {USUAL}))
    for first, last in order:
        if last < first:
            raise WrongInput("The last day comes before the first.", "last")
    for (_, last), (first, _) in pairwise(order):
        if first <= last:
            raise WrongInput(
                f"Other hours hold on {day(first)} already. Choose other dates, or "
                "change those.",
                "first",
            )


def _check(groups: dict[tuple[int, str, str], list[Between]]) -> None:
    """Each day of each season stands on its own: nothing overlaps in it."""
    for season in SEASONS:
        days: dict[tuple[int, str], list[Between]] = defaultdict(list)
        for (weekday, use, held), spans in groups.items():
            if held in {"always", season}:
                days[weekday, use] += spans
        for (weekday, use), spans in days.items():
            where = f"{DAYS[weekday]}, {USES[use].lower()}"
            field = f"{weekday} {use}"
            for each in spans:
                if each.closes <= each.opens:
                    raise WrongInput(
                        f"{where}: hours end after they start, on the same day. "
                        "Give the next day its own.",
                        field,
                    )
            for one, other in pairwise(sorted(spans)):
                if other.opens < one.closes:
                    raise WrongInput(
                        f"{where}: {say_hours([one])} and {say_hours([other])} "
                        "overlap. Make them one, or leave a gap.",
                        field,
                    )


def _bring(
    session: Session,
    venue_id: int,
    room_id: int | None,
    key: Key,
    rows: list[Hours],
    spans: list[Between],
) -> None:
    """Change the rows of one weekday, use and season; the history then reads well."""
    weekday, use, season, valid_from, valid_until = key
    for row, span in zip_longest(rows, spans):
        if span is None:
            session.delete(row)
        elif row is None:
            session.add(
                Hours(
                    venue_id=venue_id,
                    room_id=room_id,
                    weekday=weekday,
                    use=use,
                    season=season,
                    opens=span.opens,
                    closes=span.closes,
                    valid_from=valid_from,
                    valid_until=valid_until,
                )
            )
        else:
            row.opens, row.closes = span
