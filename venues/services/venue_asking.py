"""Asking venues for their rooms: whom to ask, and for what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.catalogue import Catalogue
from venues.database.models import Booking, BookingRoom, Contact, Venue, Worker
from venues.database.models.booking import LONGEST_HOLD
from venues.database.no_go import LIVE
from venues.domain import privacy, venue_request
from venues.domain.people import Role, Viewer
from venues.domain.privacy import Seen, Sight
from venues.domain.venue_request import Wanted
from venues.domain.words import listing
from venues.services import booking_reading, stays, venue_answers
from venues.services.venue_answers import ASKED, NO, NOT_NEEDED, OPEN, TO_ASK, Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A booking of one venue's rooms, with what the venue has said to it.

    ``urgent`` says that hardly a working day is left; ``own`` that whoever looks works
    in it; ``full`` that they may open it.
    """

    booking_id: int
    version: int
    wanted: Wanted
    answer: Answer
    workers: tuple[str, ...] = ()
    urgent: bool = False
    own: bool = False
    full: bool = False


@dataclass(frozen=True, slots=True)
class Asking:
    """A venue, how it is reached, and what it is to be asked."""

    venue_id: int
    name: str
    hirer: str
    contacts: tuple[tuple[str, str], ...]
    items: tuple[Item, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        """Who may answer for the venue, by role."""
        return tuple(dict.fromkeys(role for role, _ in self.contacts))

    def text(self, booking_ids: Collection[int]) -> str:
        """The request for those bookings, to be copied."""
        wanted = [each.wanted for each in self.items if each.booking_id in booking_ids]
        return venue_request.text(self.hirer, self.name, wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many bookings wait for a venue, and how many of them hardly can."""

    to_ask: int = 0
    asked: int = 0
    refused: int = 0
    urgent: int = 0

    @property
    def any(self) -> bool:
        """Whether anything waits at all."""
        return bool(self.to_ask or self.asked or self.refused)


def may_keep_queue(viewer: Viewer) -> bool:
    """Whether they see to the asking for everybody."""
    return viewer.role in {Role.COORDINATOR, Role.MANAGER}


def queue(session: Session, viewer: Viewer, now: datetime) -> tuple[Asking, ...]:
    """What is to be asked, waits for an answer, or was refused, by venue.

    A coordinator and a manager see to all of it; anybody else to their own.
    """
    return _read(session, viewer, _waiting(viewer, now), now)


def tally(session: Session, viewer: Viewer, now: datetime) -> Tally:
    """How long that queue is, in one statement."""
    catalogue = catalogues.read(session)
    rows = session.execute(
        select(Booking.id, Booking.venue_answer, Booking.starts, BookingRoom.room_id)
        .join(BookingRoom, BookingRoom.booking_id == Booking.id)
        .where(
            _waiting(viewer, now),
            Booking.status.in_(LIVE),
            BookingRoom.role == "main",
        )
    ).all()
    said = [row.venue_answer for row in rows]
    return Tally(
        to_ask=said.count(TO_ASK),
        asked=said.count(ASKED),
        refused=said.count(NO),
        urgent=sum(
            row.venue_answer in OPEN
            and venue_answers.is_urgent(catalogue, row.starts.date(), now.date())
            for row in rows
        ),
    )


def of_booking(
    session: Session, viewer: Viewer, booking_id: int, now: datetime
) -> Asking | None:
    """The same for one booking, whatever was said; None where nobody is asked.

    Raises:
        NotFound: it is not theirs.
    """
    booking_reading.by_id(session, booking_id, viewer)
    where = (Booking.id == booking_id) & (Booking.venue_answer != NOT_NEEDED)
    return next(iter(_read(session, viewer, where, now)), None)


def _waiting(viewer: Viewer, now: datetime) -> ColumnElement[bool]:
    """What is not over and has no yes, of one's own or, for a keeper, of everybody."""
    where = (
        (Booking.starts > now - timedelta(hours=LONGEST_HOLD))
        & (Booking.ends > now)
        & Booking.venue_answer.in_((*OPEN, NO))
    )
    if may_keep_queue(viewer):
        return where
    own = select(Worker.booking_id).where(Worker.staff_id.in_(sorted(viewer.owns)))
    return where & Booking.id.in_(own)


def _read(
    session: Session, viewer: Viewer, where: ColumnElement[bool], now: datetime
) -> tuple[Asking, ...]:
    catalogue = catalogues.read(session)
    seen = [
        row
        for row in stays.of_bookings(
            session, catalogue, viewer, where & Booking.status.in_(LIVE)
        )
        if not row.masked
    ]
    ids = [row.booking_id for row in seen if row.booking_id is not None]
    answers = {
        booking.id: venue_answers.of(booking)
        for booking in session.scalars(select(Booking).where(Booking.id.in_(ids)))
    }
    rooms = _rooms(session, ids)
    venues: defaultdict[int, list[Item]] = defaultdict(list)
    for row in seen:
        id_ = row.booking_id or 0
        item = _item(catalogue, row, rooms[id_], answers[id_], now.date())
        venues[_asked_venue(catalogue, row.room_id, rooms[id_])].append(item)
    hirers, contacts = _hirers(session, venues), _contacts(session, venues)
    return tuple(
        Asking(
            id_,
            catalogue.venues[id_].name,
            hirers[id_],
            tuple(contacts[id_]),
            tuple(venues[id_]),
        )
        for id_ in sorted(venues, key=lambda each: catalogue.venues[each].name.lower())
    )


def _asked_venue(catalogue: Catalogue, main: int, rooms: list[int]) -> int:
    """Whose rooms they are: of several venues, the one that has to be asked."""
    venues = [catalogue.rooms[id_].venue for id_ in (main, *rooms)]
    return next((each.id for each in venues if each.by_request), venues[0].id)


def _item(
    catalogue: Catalogue, row: Seen, rooms: list[int], answer: Answer, today: date
) -> Item:
    told = privacy.arrangement(row)
    names = [catalogue.rooms[id_].name for id_ in rooms]
    set_up = (f"seats {told.layout}",) if told.layout else ()
    return Item(
        booking_id=row.booking_id or 0,
        version=row.version,
        wanted=Wanted(
            starts=told.starts,
            ends=told.ends,
            rooms=listing(names),
            people=told.people,
            set_up=(*set_up, *(_small(each) for each in told.set_up)),
        ),
        answer=answer,
        workers=row.workers,
        urgent=answer.said in OPEN
        and venue_answers.is_urgent(catalogue, row.starts.date(), today),
        own=row.own,
        full=row.sight is Sight.FULL,
    )


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _rooms(session: Session, ids: list[int]) -> defaultdict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for booking_id, room_id in session.execute(
        select(BookingRoom.booking_id, BookingRoom.room_id)
        .where(BookingRoom.booking_id.in_(ids))
        .order_by(BookingRoom.id)
    ):
        found[booking_id].append(room_id)
    return found


def _hirers(session: Session, venue_ids: Iterable[int]) -> dict[int, str]:
    rows = session.execute(
        select(Venue.id, Venue.neutral_name).where(Venue.id.in_(sorted(venue_ids)))
    )
    return dict(rows.all())


def _contacts(
    session: Session, venue_ids: Iterable[int]
) -> defaultdict[int, list[tuple[str, str]]]:
    found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in session.execute(
        select(Contact.venue_id, Contact.role, Contact.phone, Contact.email)
        .where(Contact.venue_id.in_(sorted(venue_ids)))
        .order_by(Contact.id)
    ):
        ways = ", ".join(part for part in (row.phone, row.email) if part)
        found[row.venue_id].append((row.role, ways))
    return found
