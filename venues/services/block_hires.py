"""Standing agreements: a stretch of each week that is hired, used or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database import facts
from venues.database.catalogue import Catalogue
from venues.database.models import BlockHire, Room
from venues.domain.free_text import private_words
from venues.domain.hire import Block
from venues.domain.people import Viewer
from venues.domain.period import Period, merged, without
from venues.domain.proposal import Venue
from venues.errors import NotFound, Stale, WrongInput
from venues.services.venue_editing import may_edit

WEEKS = 6
"""How far ahead unused time is looked for."""

LEAST = 30
"""Minutes; a shorter gap between two bookings is nothing to give back."""

LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockDraft:
    """A standing agreement as it is typed; without a room it is the whole venue."""

    id: int | None = field(default=None, compare=False)
    venue_id: int
    room_id: int | None = None
    weekday: int = 0
    opens: time = time(9)
    closes: time = time(17)
    since: date
    until: date | None = None
    terms: str = ""


@dataclass(frozen=True, slots=True)
class Unused:
    """Hired time that no booking uses, to be given back or used."""

    venue: Venue
    room: str
    starts: datetime
    ends: datetime
    terms: str


def of_venue(session: Session, venue_id: int) -> tuple[BlockDraft, ...]:
    """The agreements with a venue, in the order of the week."""
    rows = session.scalars(
        select(BlockHire)
        .where(BlockHire.venue_id == venue_id)
        .order_by(BlockHire.weekday, BlockHire.opens, BlockHire.id)
    )
    return tuple(_draft(row) for row in rows)


def save(
    session: Session,
    draft: BlockDraft,
    viewer: Viewer,
    *,
    opened: BlockDraft | None = None,
) -> BlockDraft:
    """Keep an agreement, or change the one that was ``opened``; returns it as stored.

    Bookings that are there already keep the answer they have; those inside it can be
    confirmed together (see ``block_answers``).

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: times or days that cannot be; names the field.
        Stale: somebody else changed it since it was opened.
        NotFound: the room or the agreement is not there.
    """
    may_edit(viewer)
    terms = " ".join(draft.terms.split())
    _check(session, draft, terms)
    row = BlockHire() if opened is None else _same(session, opened)
    row.venue_id, row.room_id = draft.venue_id, draft.room_id
    row.weekday, row.opens, row.closes = draft.weekday, draft.opens, draft.closes
    row.since, row.until, row.terms = draft.since, draft.until, terms
    session.add(row)
    session.flush()
    return _draft(row)


def remove(session: Session, draft: BlockDraft, viewer: Viewer) -> None:
    """Let an agreement go; the history keeps it.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        Stale: somebody else changed it since it was read.
        NotFound: it is not there any more.
    """
    may_edit(viewer)
    session.delete(_same(session, draft))
    session.flush()


def unused(session: Session, now: datetime, *, weeks: int = WEEKS) -> list[Unused]:
    """Hired time of the next weeks that no booking uses, the soonest first.

    Only what lies in hours that we may use; a whole venue is unused while none of its
    rooms is held.
    """
    catalogue = catalogues.read(session)
    blocks = [
        (venue, block) for venue in catalogue.venues.values() for block in venue.blocks
    ]
    if not blocks:
        return []
    last = now + timedelta(weeks=weeks)
    held = facts.holds(session, now, last + timedelta(days=1))
    found = []
    for ahead in range(weeks * 7):
        day = now.date() + timedelta(days=ahead)
        for venue, block in blocks:
            if block.runs_on(day) and venue.status == "active":
                spaces = block.space_ids or _all_spaces(catalogue, venue)
                taken = [span for id_ in spaces for span in held.get(id_, ())]
                periods = [Period(*span) for span in taken]
                for hired in _usable(catalogue, venue, block, day):
                    found += [
                        Unused(venue, _room(catalogue, block), *gap, block.terms)
                        for gap in _gaps(hired, periods, now)
                    ]
    return sorted(found, key=lambda each: (each.starts, each.venue.name, each.room))


def _gaps(
    hired: Period, taken: list[Period], now: datetime
) -> Iterator[tuple[datetime, datetime]]:
    for left in without([hired], taken):
        starts = max(left.starts, now)
        if left.ends - starts >= timedelta(minutes=LEAST):
            yield starts, left.ends


def _usable(
    catalogue: Catalogue, venue: Venue, block: Block, day: date
) -> Iterator[Period]:
    """The hired stretch of that day, as far as the place is open to us at all."""
    starts = datetime.combine(day, block.opens)
    ends = datetime.combine(day, block.closes)
    hours = catalogue.days(day)
    rooms = [
        room
        for room in catalogue.rooms.values()
        if room.venue.id == venue.id and block.room_id in {None, room.id}
    ]
    open_ = [Period(*span) for room in rooms for span in hours[room.id].usable]
    for span in merged(open_):
        first, last = max(starts, span.starts), min(ends, span.ends)
        if first < last:
            yield Period(first, last)


def _all_spaces(catalogue: Catalogue, venue: Venue) -> frozenset[int]:
    return frozenset(
        id_
        for room in catalogue.rooms.values()
        if room.venue.id == venue.id
        for id_ in room.space_ids
    )


def _room(catalogue: Catalogue, block: Block) -> str:
    return catalogue.rooms[block.room_id].name if block.room_id else ""


def _check(session: Session, draft: BlockDraft, terms: str) -> None:
    if draft.closes <= draft.opens:
        raise WrongInput("It must end after it starts.", "closes")
    if draft.until is not None and draft.until < draft.since:
        raise WrongInput("The last day comes before the first.", "until")
    if len(terms) > LONGEST:
        raise WrongInput(f"Shorten the terms to {LONGEST} characters.", "terms")
    if (kind := private_words(terms)) in {"a name", "an e-mail address"}:
        raise WrongInput(f"This looks like {kind}. Leave it out.", "terms")
    if draft.room_id is not None:
        room = session.get(Room, draft.room_id)
        if room is None or room.venue_id != draft.venue_id:
            raise NotFound("That room is no longer in the list.")


def _same(session: Session, opened: BlockDraft) -> BlockHire:
    row = session.get(BlockHire, opened.id)
    if row is None:
        raise NotFound("That agreement is no longer there.")
    if _draft(row) != opened:
        raise Stale(
            "Somebody else changed this agreement since you opened it. "
            "Look at it again before you save."
        )
    return row


def _draft(row: BlockHire) -> BlockDraft:
    return BlockDraft(
        id=row.id,
        venue_id=row.venue_id,
        room_id=row.room_id,
        weekday=row.weekday,
        opens=row.opens,
        closes=row.closes,
        since=row.since,
        until=row.until,
        terms=row.terms,
    )
