"""The list of venues, and the search in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.catalogue import Catalogue
from venues.database.models import Authority, Venue
from venues.database.session import MEMO
from venues.domain.opening import cut, hours_on
from venues.domain.proposal import Span

_KEPT = "venue list"


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueRow:
    """A venue in the list.

    ``rooms`` counts those in use; ``hours`` are those of one day, and ``closed`` says
    why there are none although the weekday has some. ``recorded`` is off when nobody
    has written any hours down.
    """

    id: int
    uuid: UUID
    name: str
    town: str
    postcode: str
    authority_id: int
    authority: str
    authority_short: str
    kind: str
    rooms: int
    status: str
    hours: tuple[Span, ...]
    closed: str
    recorded: bool
    order: str
    """The name as it stands in the order of names."""
    sought: str
    """The words that the search looks through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for in the list.

    Every word of the search must stand in the name, town, postcode or authority;
    capitals, apostrophes and the space of a postcode do not matter. No authorities,
    statuses or kinds chosen means all of them. ``among`` are the ids of the only
    venues that are let through, None for all.
    """

    search: str = ""
    authority_ids: Collection[int] = ()
    statuses: Collection[str] = ()
    kinds: Collection[str] = ()
    among: Collection[int] | None = None

    def of(self, rows: Iterable[VenueRow]) -> tuple[VenueRow, ...]:
        """Those of the rows that are looked for."""
        words = fold(self.search).split()
        return tuple(
            row
            for row in rows
            if (self.among is None or row.id in self.among)
            and (not self.authority_ids or row.authority_id in self.authority_ids)
            and (not self.statuses or row.status in self.statuses)
            and (not self.kinds or row.kind in self.kinds)
            and all(word in row.sought for word in words)
        )


def venues(
    session: Session,
    *,
    today: date,
    search: str = "",
    authority_ids: Collection[int] = (),
    statuses: Collection[str] = (),
) -> tuple[VenueRow, ...]:
    """The venues by name, with the hours of today."""
    wanted = Wanted(search=search, authority_ids=authority_ids, statuses=statuses)
    return find(session, wanted, today=today)


def find(session: Session, wanted: Wanted, *, today: date) -> tuple[VenueRow, ...]:
    """The venues that are looked for, by name, with the hours of today."""
    return wanted.of(_all(session, today))


def areas(session: Session) -> list[tuple[int, str]]:
    """The four authorities by id, with their names, to narrow the list to."""
    rows = session.execute(select(Authority.id, Authority.name).order_by(Authority.id))
    return [(id_, name) for id_, name in rows]


def fold(text: str) -> str:
    """The text as the search sees it."""
    return text.casefold().translate(_FOLDED)


_FOLDED = str.maketrans(dict.fromkeys("'\N{RIGHT SINGLE QUOTATION MARK}.,", ""))


def _all(session: Session, today: date) -> tuple[VenueRow, ...]:
    """Every venue, worked out once for each day and each change of the catalogue."""
    catalogue = catalogues.read(session)
    memo = session.info.setdefault(MEMO, {})
    mark = (catalogue.revision, today)
    kept: tuple[object, tuple[VenueRow, ...]] | None = memo.get(_KEPT)
    if kept is None or kept[0] != mark:
        kept = (mark, _read(session, catalogue, today))
        memo[_KEPT] = kept
    return kept[1]


def _read(session: Session, catalogue: Catalogue, today: date) -> tuple[VenueRow, ...]:
    rooms = Counter(
        room.venue.id for room in catalogue.rooms.values() if room.status == "active"
    )
    rows = session.execute(
        select(
            Venue.id,
            Venue.uuid,
            Venue.name,
            Venue.town,
            Venue.postcode,
            Venue.authority_id,
            Venue.kind,
            Venue.status,
        )
    )
    found = []
    for id_, uuid, name, town, postcode, authority_id, kind, status in rows:
        authority = catalogue.authorities[authority_id]
        hours, closed = _hours(catalogue, id_, authority_id, today)
        sought = (name, town, postcode, authority.name, authority.short)
        found.append(
            VenueRow(
                id=id_,
                uuid=uuid,
                name=name,
                town=town,
                postcode=postcode,
                authority_id=authority_id,
                authority=authority.name,
                authority_short=authority.short,
                kind=kind,
                rooms=rooms[id_],
                status=status,
                hours=hours,
                closed=closed,
                recorded=(id_, None) in catalogue.stretches,
                order=fold(name),
                sought=fold("\n".join((*sought, postcode.replace(" ", "")))),
            )
        )
    found.sort(key=lambda row: (row.order, row.id))
    return tuple(found)


def _hours(
    catalogue: Catalogue, venue_id: int, authority_id: int, day: date
) -> tuple[tuple[Span, ...], str]:
    """When the building is open that day; else why it is not, if it would be."""
    term = catalogue.in_term(authority_id, day)
    stretches = catalogue.stretches.get((venue_id, None), ())
    usual = hours_on(stretches, day, "open", term=term)
    if not usual:
        return (), ""
    for name, whose in catalogue.closed_days.get(day, ()):
        if whose in {None, authority_id}:
            return (), name
    midnight = datetime.combine(day, time())
    shut = [
        each
        for each in catalogue.shut.get(venue_id, ())
        if each.room_id is None
        and each.starts < midnight + timedelta(days=1)
        and midnight < each.ends
    ]
    left = cut(usual, shut) if shut else usual
    return left, "" if left else shut[0].reason
