"""Puts bookings on the review list when something changed after they were made.

What hits bookings is found in the unit of work that changes it, whatever service did
it: by what is different in the catalogue from when the unit began, and by the cases
whose links were touched. What only the calendar brings about (a review runs out, a
control or a link ends) is found by ``sweeping``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.audit import stamp
from venues.database.catalogue import Catalogue
from venues.database.models import Review
from venues.database.session import BEFORE, BLIND, CASES, TOUCHED, Database
from venues.domain.rules.base import Rule
from venues.services.reviews import concerned, hits
from venues.services.reviews.hits import ASKED, Hit

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

UNTIMED = frozenset({"R9", "R13"})
"""Rules that no passing of time turns, and that older bookings were not asked: what a
manager accepted, and whether the building is staffed, is looked at when it changes."""

_SETTLE = text("SELECT venues_settle(:booking, :how, :stands)")

KEPT = "Kept: "
"""How a review begins that was decided on with a reason."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What the list has to say else, now that bookings were looked at."""

    new: list[Hit] = field(default_factory=list)
    again: list[tuple[Review, Hit]] = field(default_factory=list)
    other: list[tuple[Review, Hit]] = field(default_factory=list)
    gone: list[Review] = field(default_factory=list)

    @property
    def booking_ids(self) -> set[int]:
        """The bookings concerned."""
        rows = (*self.gone, *(row for row, _ in (*self.again, *self.other)))
        return {row.booking_id for row in rows} | {hit.booking_id for hit in self.new}


def follow(
    session: Session, *, database: Database, now: Callable[[], datetime]
) -> None:
    """Look at the bookings that the change behind this session may have hit.

    On a server a worker's session sees none but its own: what somebody else's may be
    hit by (a worker records nothing but incidents) waits for a coordinator's ``sweep``.
    """
    if session.info.get(BLIND):
        return
    at = now()
    case_ids: set[int] = session.info.get(CASES, set())
    concerns = [*concerned.by_people(session, at, case_ids)]
    catalogue = None
    if session.info.get(TOUCHED, set()) & PLACES:
        catalogue = catalogues.read(session)
        before = _before(session, database)
        concerns += concerned.by_places(before, catalogue, at.date())
    for each in concerns:
        ids = each.bookings(session, at)
        put_down(session, catalogue or catalogues.read(session), at, ids, each.rules)


def _before(session: Session, database: Database) -> Catalogue:
    """The catalogue when the unit began: kept in mind, or as it stands outside."""
    kept: Catalogue | None = session.info.get(BEFORE, {}).get("catalogue")
    if kept is None:
        with database.read() as outside:
            kept = catalogues.read(outside)
    return kept


def put_down(
    session: Session,
    catalogue: Catalogue,
    now: datetime,
    ids: Sequence[int],
    asked: tuple[Rule, ...] = ASKED,
    *,
    timed: bool = False,
) -> int:
    """Bring the list to what the rules say of those; returns how many came onto it.

    ``timed`` says that nothing changed but the day. Nothing is taken off: a cause that
    went away is marked so.
    """
    came = 0
    for piece in hits.pieces(ids):
        changes = compare(session, catalogue, now, piece, asked, timed=timed)
        session.add_all(_row(hit) for hit in changes.new)
        for row, hit in changes.again:
            _again(row, hit)
        for row, hit in changes.other:
            row.words, row.grounds = hit.words, hit.grounds or None
            row.gone_at = None
        for row in changes.gone:
            row.gone_at = stamp()
        session.flush()
        came += len(changes.new) + len(changes.again)
    return came


def compare(
    session: Session,
    catalogue: Catalogue,
    now: datetime,
    ids: Sequence[int],
    asked: tuple[Rule, ...] = ASKED,
    *,
    timed: bool = False,
) -> Changes:
    """What the list does not say yet of a piece of bookings; nothing is written."""
    found = {
        (hit.booking_id, hit.cause): hit
        for hit in hits.find(session, catalogue, now, ids, asked)
    }
    names = {rule.name for rule in asked}
    known = {
        (row.booking_id, row.cause): row
        for row in session.scalars(
            select(Review).where(Review.booking_id.in_(ids), Review.cause.in_(names))
        )
    }
    changes = Changes()
    for key, hit in found.items():
        row = known.get(key)
        if row is None:
            if not (timed and hit.cause in UNTIMED):
                changes.new.append(hit)
        elif row.resolved_at is not None:
            if not _decided(row, hit):
                changes.again.append((row, hit))
        elif row.gone_at is not None or not _same(row, hit):
            changes.other.append((row, hit))
    changes.gone.extend(
        row
        for key, row in known.items()
        if key not in found and row.resolved_at is None and row.gone_at is None
    )
    return changes


def settle(
    session: Session, booking_id: int, how: str, now: datetime | None = None
) -> None:
    """The booking was moved, changed or cancelled.

    With ``now`` what stands against it still stays on the list. That is looked at for
    every booking alike, on the list or not: the time it takes tells nothing.
    """
    still: dict[str, Hit] = {}
    if now is not None:
        catalogue = catalogues.read(session)
        found = hits.find(session, catalogue, now, (booking_id,))
        still = {hit.cause: hit for hit in found}
    blind = bool(session.info.get(BLIND))
    if blind:  # what it is not told of is seen to by the server
        stands = hits.PERSON in still
        asked = {"booking": booking_id, "how": how, "stands": stands}
        session.execute(_SETTLE, asked)
    for row in session.scalars(
        select(Review).where(
            Review.booking_id == booking_id, Review.resolved_at.is_(None)
        )
    ):
        if (hit := still.get(row.cause)) is not None:
            row.words = hit.words
            if not blind:
                row.grounds = hit.grounds or None
        else:
            row.resolved_at = stamp()
            row.how = how
    session.flush()


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
    return row.how.startswith(KEPT) and _same(row, hit)


def _same(row: Review, hit: Hit) -> bool:
    return row.words == hit.words and (row.grounds or "") == hit.grounds


def _again(row: Review, hit: Hit) -> None:
    row.raised_at = stamp()
    row.resolved_at = row.resolved_by = row.told_at = row.code = row.gone_at = None
    row.how = ""
    row.words, row.grounds = hit.words, hit.grounds or None
