"""The list of bookings that need review: what a viewer sees of it and may do."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.audit import stamp
from venues.database.models import Booking, Review, Worker
from venues.database.no_go import LIVE
from venues.domain import telling
from venues.domain.free_text import private_words
from venues.domain.people import Role, Viewer
from venues.domain.privacy import Seen, Sight
from venues.domain.proposal import Room
from venues.errors import NotAllowed, NotFound, WrongInput
from venues.services import codes, stays
from venues.services.reviews import kept_apart, moved
from venues.services.reviews.watching import KEPT

KEEPERS = frozenset({Role.COORDINATOR, Role.MANAGER})

FOR_A_PERSON = "About a person. Open the reason to see which booking has to move."
"""What the list says of it; the reason is opened on request, and that is recorded."""

FOR_ITS_WORKER = "It may no longer suit where it is. Its worker is told why."
"""What a coordinator is told of whatever looks at a booking's kind or case: the words
would say which it is."""

TOLD = "Its worker has been told to move it, without a reason."
GONE = "No longer applies."

_TOLD = Review.for_a_person.is_(False) | (
    Review.told_at.is_not(None) & Review.gone_at.is_(None)
)


@dataclass(frozen=True, slots=True)
class Item:
    """One booking on the list and what is the matter with it, as the viewer may know.

    ``seen`` is the booking through the privacy filter. ``for_a_person`` says that
    there is a reason to be opened, ``gone`` that what was the matter went away.
    """

    id: int
    seen: Seen
    room: Room
    words: str
    raised_at: datetime
    for_a_person: bool = False
    told: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """One that was taken off the list, as it was, so that it can be put back."""

    id: int
    how: str


def keeps(viewer: Viewer) -> bool:
    """Whether the whole list is theirs, and not only their own bookings on it."""
    return viewer.role in KEEPERS


def read(session: Session, viewer: Viewer, now: datetime) -> tuple[Item, ...]:
    """What is open, the soonest appointment first.

    Coordinators and managers see all of it; anybody else their own bookings, and of
    what is about a person only what they were told of.
    """
    rows = session.scalars(
        select(Review)
        .join(Booking, Booking.id == Review.booking_id)
        .where(_open(viewer, now))
        .order_by(Booking.starts, Review.id)
    ).all()
    by_booking: dict[int, list[Review]] = defaultdict(list)
    for row in rows:
        by_booking[row.booking_id].append(row)
    catalogue = catalogues.read(session)
    seen = stays.of_bookings(
        session, catalogue, viewer, Booking.id.in_(sorted(by_booking))
    )
    return tuple(
        Item(
            row.id,
            each,
            catalogue.rooms[each.room_id],
            words_of(row, viewer, each),
            row.raised_at,
            for_a_person=row.for_a_person and keeps(viewer),
            told=row.told_at is not None,
            gone=row.gone_at is not None,
        )
        for each in seen
        if each.booking_id is not None
        for row in by_booking[each.booking_id]
    )


def count(session: Session, viewer: Viewer, now: datetime) -> int:
    """How many wait on the whole list; 0 for whoever does not keep it."""
    if not keeps(viewer):
        return 0
    waiting = select(Review.id).join(Booking).where(_open(viewer, now))
    return len(session.scalars(waiting).all())


def of_worker(
    session: Session, where: ColumnElement[bool]
) -> tuple[tuple[int, str], ...]:
    """Booking id and words for those who work in these bookings, whatever their role.

    Of what is about a person nothing is said until it is known which booking moves,
    and nothing when the cause went away.
    """
    rows = session.scalars(
        select(Review)
        .join(Booking, Booking.id == Review.booking_id)
        .where(where, Review.resolved_at.is_(None), _TOLD)
        .order_by(Review.id)
    )
    return tuple((row.booking_id, _plain(row)) for row in rows)


def words_of(row: Review, viewer: Viewer, seen: Seen) -> str:
    """What the viewer is told of it: of a person only what everybody is told."""
    if not row.for_a_person and seen.sight is not Sight.FULL and not _tellable(row):
        return FOR_ITS_WORKER if row.gone_at is None else GONE
    if not (row.for_a_person and keeps(viewer)):
        return _plain(row)
    if row.gone_at is not None:
        return GONE
    return TOLD if row.told_at is not None else FOR_A_PERSON


def quoting(code: str | None) -> str:
    """What the worker of the booking that moves is told, the same for any reason."""
    sentence = "This venue is no longer available for this case at this time"
    return f"{sentence} ({code})." if code else f"{sentence}."


def keep(
    session: Session, review_id: int, viewer: Viewer, reason: str, *, now: datetime
) -> Taken:
    """Take it off the list with a reason; the booking stays as it is.

    Raises:
        WrongInput: no reason, or one that names somebody.
        NotAllowed: it is about a person, and the viewer is no manager or a court
            condition lies behind it.
        NotFound: it is not on the viewer's list.
    """
    row = _one(session, review_id, viewer, now)
    said = _reason(reason)
    if row.for_a_person and row.gone_at is None:
        if viewer.role is not Role.MANAGER:
            raise NotAllowed(
                "Only a manager keeps a booking where people are kept apart. "
                "Ask one of them, or say which booking moves."
            )
        catalogue = catalogues.read(session)
        grounds = kept_apart.of_booking(session, catalogue, now, row.booking_id)
        if any(each.court for each in grounds):
            raise NotAllowed(
                "A court condition lies behind it, so one of the bookings has to move."
            )
    row.resolved_at, row.resolved_by = stamp(), viewer.staff_id
    row.how = f"{KEPT}{said}"
    session.flush()
    return Taken(row.id, row.how)


def tell(session: Session, review_id: int, viewer: Viewer, *, now: datetime) -> str:
    """Say that this is the booking that moves: its worker is told, without a cause.

    Returns the code that its worker may quote.

    Raises:
        NotAllowed: the viewer keeps nobody apart.
        NotFound: it is not about a person, or no longer on the list.
    """
    if not keeps(viewer):
        raise NotAllowed("A coordinator or a manager says which booking moves.")
    row = _one(session, review_id, viewer, now)
    if not row.for_a_person or row.gone_at is not None:
        raise NotFound("There is nothing to tell about that any more.")
    if row.code is None:
        booking = session.get_one(Booking, row.booking_id)
        row.code = codes.of_booking(session, booking)
    row.told_at = stamp()
    session.flush()
    return row.code


def tell_no_more(
    session: Session, review_id: int, viewer: Viewer, *, now: datetime
) -> None:
    """Take back that the booking moves, while nobody has moved it.

    Raises:
        NotFound: it is no longer on the list.
    """
    row = _one(session, review_id, viewer, now)
    row.told_at = None
    session.flush()


def one(session: Session, review_id: int, viewer: Viewer, now: datetime) -> Review:
    """The row, if it is on the viewer's list."""
    return _one(session, review_id, viewer, now)


def _one(session: Session, review_id: int, viewer: Viewer, now: datetime) -> Review:
    row = session.scalar(
        select(Review)
        .join(Booking, Booking.id == Review.booking_id)
        .where(Review.id == review_id, _open(viewer, now))
    )
    if row is None:
        raise NotFound("That is no longer on the list. Look at it again.")
    return row


def _open(viewer: Viewer, now: datetime) -> ColumnElement[bool]:
    coming = (
        Review.resolved_at.is_(None) & (Booking.ends > now) & Booking.status.in_(LIVE)
    )
    if keeps(viewer):
        return coming
    own = select(Worker.booking_id).where(Worker.staff_id.in_(sorted(viewer.owns)))
    return coming & Booking.id.in_(own) & _TOLD


def _tellable(row: Review) -> bool:
    """Whether its words look at nothing but times, rooms, workers and set-up."""
    return row.cause == moved.CAUSE or row.cause in telling.PLAIN


def _plain(row: Review) -> str:
    """What is said to whoever may not know of people."""
    if row.for_a_person:
        return quoting(row.code)
    return row.words if row.gone_at is None else f"{GONE} It was: {row.words}"


def _reason(text: str) -> str:
    said = " ".join(text.split())
    if not said:
        raise WrongInput("Say why it can stay as it is.", "reason")
    if kind := private_words(said):
        raise WrongInput(
            f"Use the case reference only. This looks like {kind}.", "reason"
        )
    return said
