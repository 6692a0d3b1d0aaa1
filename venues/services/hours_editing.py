"""Changing when a venue, or one of its rooms, is open, staffed and ours to use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise, zip_longest

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database.models import Hours, Room, Venue
from venues.domain.hours_words import Between, say_hours
from venues.domain.opening import Stretch
from venues.domain.people import Viewer
from venues.domain.week import SEASONS, USES, dated
from venues.domain.words import DAYS
from venues.errors import NotFound, Stale, WrongInput
from venues.services import venue_details
from venues.services.venue_editing import may_edit

Key = tuple[int, str, str]


def save(
    session: Session,
    venue_id: int,
    wanted: Iterable[Stretch],
    viewer: Viewer,
    *,
    opened: Iterable[Stretch],
    room_id: int | None = None,
) -> tuple[Stretch, ...]:
    """Bring the weekly hours of a venue (or a room of it) to what is wanted.

    Stretches that hold between dates only stay as they are. A room without hours of
    its own has its venue's. Returns all hours as stored.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: hours that end before they start or overlap; the field is
            "weekday use", such as "0 open".
        Stale: somebody else changed the hours since they were opened.
        NotFound: there is no such venue or room.
    """
    may_edit(viewer)
    _exists(session, venue_id, room_id)
    stored = venue_details.hours(session, venue_id).get(room_id, ())
    if stored != tuple(sorted(opened, key=lambda each: each[:5])):
        raise Stale(
            "Somebody else changed these hours since you opened them. "
            "Look at them again before you save."
        )
    groups = _groups(wanted)
    _check(groups)
    rows: dict[Key, list[Hours]] = defaultdict(list)
    for row in session.scalars(
        select(Hours)
        .where(
            Hours.venue_id == venue_id,
            Hours.room_id.is_not_distinct_from(room_id),
            Hours.valid_from.is_(None),
            Hours.valid_until.is_(None),
        )
        .order_by(Hours.opens)
    ):
        rows[row.weekday, row.use, row.season].append(row)
    for key in sorted({*rows, *groups}):
        _bring(session, venue_id, room_id, key, rows[key], groups.get(key, []))
    session.flush()
    return venue_details.hours(session, venue_id).get(room_id, ())


def _exists(session: Session, venue_id: int, room_id: int | None) -> None:
    if session.get(Venue, venue_id) is None:
        raise NotFound("That venue is no longer in the list.")
    room = None if room_id is None else session.get(Room, room_id)
    if room_id is not None and (room is None or room.venue_id != venue_id):
        raise NotFound("That room is no longer in the list.")


def _groups(wanted: Iterable[Stretch]) -> dict[Key, list[Between]]:
    groups: dict[Key, list[Between]] = defaultdict(list)
    for each in wanted:
        if not dated(each):
            key = (each.weekday, each.use, each.season)
            groups[key].append(Between(each.opens, each.closes))
    return {key: sorted(spans) for key, spans in groups.items()}


def _check(groups: dict[Key, list[Between]]) -> None:
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
    weekday, use, season = key
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
                )
            )
        else:
            row.opens, row.closes = span
