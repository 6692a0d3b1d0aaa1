"""Puts bookings on the review list when something changed after they were made.

What hits bookings is found in the unit of work that changes it, whatever service did
it: by what is different in the catalogue from when the unit began, and by whether links
between cases were touched. What only the calendar brings about (a review runs out, a
control or a link ends) is found by ``sweep``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.audit import ACTOR, stamp
from venues.database.catalogue import Catalogue
from venues.database.models import Booking, Review
from venues.database.session import BEFORE, TOUCHED, Database
from venues.services.reviews import hits
from venues.services.reviews.hits import WATCHED, Hit

PEOPLE = frozenset({"separation", "case_venue", "case_hours"})
"""Tables whose rows keep people apart; a new reference alone changes nothing."""

PLACES = frozenset(
    {
        "answer",
        "appointment_type",
        "assessment",
        "closed_day",
        "closure",
        "cluster",
        "criterion",
        "feature",
        "hours",
        "incident",
        "room",
        "room_space",
        "setting",
        "space",
        "term",
        "venue",
    }
)
"""Tables that the catalogue is made of."""

UNTIMED = frozenset({"R13"})
"""Rules that no passing of time turns, and that older bookings were not asked: whether
the building is staffed is looked at when something about it changes."""

AHEAD = timedelta(weeks=8)
"""How far the daily pass looks: as far as most appointments are booked."""

KEPT = "Kept: "
"""How a review begins that was decided on with a reason."""


def watch(database: Database, now: Callable[[], datetime]) -> None:
    """From now on, each change of that database is followed by the question it asks."""
    database.watch(partial(follow, now=now))


def follow(session: Session, *, now: Callable[[], datetime]) -> None:
    """Look at the bookings that the change behind this session may have hit."""
    touched: set[str] = session.info.get(TOUCHED, set())
    if not touched & (PEOPLE | PLACES):
        return
    catalogue = catalogues.read(session)
    before: Catalogue | None = session.info.get(BEFORE, {}).get("catalogue")
    rooms = _changed(before, catalogue)
    if touched & PEOPLE or rooms is None or rooms:
        put_down(session, catalogue, now(), rooms)


def sweep(session: Session, now: datetime) -> int:
    """Look at the bookings of the next weeks; returns how many are new on the list.

    Those further away are looked at as their time comes nearer, and at once when
    something about them changes. So the pass takes as long however many there are.
    Nobody did what the calendar brings about, so nobody stands in the history of it.
    """
    session.info[ACTOR] = None
    return put_down(session, catalogues.read(session), now, None, until=now + AHEAD)


def put_down(
    session: Session,
    catalogue: Catalogue,
    now: datetime,
    room_ids: Collection[int] | None,
    *,
    until: datetime | None = None,
) -> int:
    """Bring the list to what the rules say now; returns how many came onto it.

    With ``room_ids`` only bookings in these rooms and those of cases that are kept
    apart were looked at. Nothing is taken off: a cause that went away is marked so.
    """
    found = {
        (hit.booking_id, hit.cause): hit
        for hit in hits.find(session, catalogue, now, room_ids=room_ids, until=until)
    }
    known = {
        (row.booking_id, row.cause): row
        for row in session.scalars(
            select(Review)
            .join(Booking, Booking.id == Review.booking_id)
            .where(*hits.coming(now, until), Review.cause.in_(WATCHED))
        )
    }
    came = 0
    for key, hit in found.items():
        row = known.get(key)
        if row is None:
            if room_ids is not None or hit.cause not in UNTIMED:
                session.add(_row(hit))
                came += 1
        elif row.resolved_at is not None and not _decided(row, hit):
            _again(row, hit)
            came += 1
        else:
            _still(row, hit)
    if room_ids is None:
        _gone(row for key, row in known.items() if key not in found)
    session.flush()
    return came


def settle(session: Session, booking_id: int, how: str) -> None:
    """The booking was moved, changed or cancelled: nothing stands against it now."""
    for row in session.scalars(
        select(Review).where(
            Review.booking_id == booking_id, Review.resolved_at.is_(None)
        )
    ):
        row.resolved_at = stamp()
        row.how = how


def _changed(before: Catalogue | None, now: Catalogue) -> set[int] | None:
    """The rooms about which a rule may say something else; None is any of them."""
    if before is None:
        return None
    if before.revision == now.revision:
        return set()
    shared = ("kinds_by_id", "closed_days", "terms", "numbers")
    if any(getattr(before, name) != getattr(now, name) for name in shared):
        return None
    venues: dict[int, set[int]] = defaultdict(set)
    for room in now.rooms.values():
        venues[room.venue.id].add(room.id)
    found = {id_ for id_, room in now.rooms.items() if before.rooms.get(id_) != room}
    for key in {*before.stretches, *now.stretches}:
        if before.stretches.get(key) != now.stretches.get(key):
            found |= venues[key[0]]
    for venue_id in {*before.shut, *now.shut}:
        if before.shut.get(venue_id) != now.shut.get(venue_id):
            found |= venues[venue_id]
    return found


def _row(hit: Hit) -> Review:
    return Review(
        booking_id=hit.booking_id,
        cause=hit.cause,
        words=hit.words,
        for_a_person=hit.for_a_person,
        grounds=hit.grounds or None,
        raised_at=stamp(),
    )


def _decided(row: Review, hit: Hit) -> bool:
    """Whether a person looked at the very same thing and kept the booking."""
    same = row.words == hit.words and (row.grounds or "") == hit.grounds
    return row.how.startswith(KEPT) and same


def _again(row: Review, hit: Hit) -> None:
    row.raised_at = stamp()
    row.resolved_at = row.resolved_by = row.told_at = row.code = row.gone_at = None
    row.how = ""
    row.words, row.grounds = hit.words, hit.grounds or None


def _still(row: Review, hit: Hit) -> None:
    """It is there already; what is the matter may be something else by now."""
    if row.resolved_at is None:
        row.words, row.grounds = hit.words, hit.grounds or None
        row.gone_at = None


def _gone(rows: Iterable[Review]) -> None:
    for row in rows:
        if row.resolved_at is None and row.gone_at is None:
            row.gone_at = stamp()
