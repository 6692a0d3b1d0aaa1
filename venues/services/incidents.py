"""Incidents at a venue, and suspending it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import Incident, Venue
from venues.domain.free_text import private_words
from venues.domain.people import Role, Viewer
from venues.domain.record import months_after
from venues.errors import NotAllowed, NotFound, WrongInput
from venues.services.venue_editing import may_edit

LONGEST = 500
"""Characters of what happened."""

OLDEST = 24
"""Months back that an incident is still recorded."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An incident as it is stored."""

    id: int
    venue_id: int
    room_id: int | None
    happened_on: date
    words: str
    suspends: bool
    closed_on: date | None

    @property
    def open(self) -> bool:
        """Whether it is not settled yet."""
        return self.closed_on is None


def of_venue(session: Session, venue_id: int) -> tuple[Recorded, ...]:
    """All incidents of a venue, the open ones first, then the newest first."""
    rows = session.scalars(
        select(Incident)
        .where(Incident.venue_id == venue_id)
        .order_by(
            Incident.closed_on.is_not(None),
            Incident.happened_on.desc(),
            Incident.id.desc(),
        )
    )
    return tuple(_stored(row) for row in rows)


def record(
    session: Session,
    venue_id: int,
    viewer: Viewer,
    *,
    words: str,
    happened_on: date,
    now: datetime,
    room_id: int | None = None,
    suspends: bool = False,
) -> Recorded:
    """Write down what happened; whoever books rooms may, without naming anybody.

    An incident asks for a review of the place. One that ``suspends`` stops all
    bookings there at once, which only coordinators and managers decide.

    Raises:
        NotAllowed: the viewer does not book rooms, or may not suspend.
        WrongInput: no words, words that name somebody, or a day that cannot be.
        NotFound: the venue or room is not there.
    """
    if viewer.role is Role.BOARD:
        raise NotAllowed("A board reader records no incidents.")
    if suspends:
        may_edit(viewer)
    _place(session, venue_id, room_id)
    said = _words(words)
    _day(happened_on, now.date())
    row = Incident(
        venue_id=venue_id,
        room_id=room_id,
        happened_on=happened_on,
        words=said,
        suspends=suspends,
        recorded_by=viewer.staff_id,
    )
    session.add(row)
    session.flush()
    return _stored(row)


def close(
    session: Session, incident_id: int, viewer: Viewer, *, now: datetime
) -> Recorded:
    """Settle an incident; one that suspended the venue suspends it no longer.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: it is closed already.
        NotFound: it is not there.
    """
    may_edit(viewer)
    row = _get(session, incident_id)
    if row.closed_on is not None:
        raise WrongInput("That incident is closed already.", "closed_on")
    row.closed_on, row.closed_by = now.date(), viewer.staff_id
    session.flush()
    return _stored(row)


def reopen(session: Session, incident_id: int, viewer: Viewer) -> Recorded:
    """Take the closing back.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        NotFound: it is not there.
    """
    may_edit(viewer)
    row = _get(session, incident_id)
    row.closed_on = row.closed_by = None
    session.flush()
    return _stored(row)


def withdraw(session: Session, recorded: Recorded, viewer: Viewer) -> None:
    """Take back an incident that was recorded a moment ago.

    Raises:
        NotAllowed: the viewer neither recorded it nor keeps the catalogue.
        NotFound: it is not there.
    """
    row = _get(session, recorded.id)
    if row.recorded_by != viewer.staff_id:
        may_edit(viewer)
    session.delete(row)
    session.flush()


def suspend(session: Session, venue_id: int, viewer: Viewer) -> None:
    """Stop bookings at a venue; those that are made stay until somebody moves them.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: it is not in use.
        NotFound: it is not there.
    """
    may_edit(viewer)
    venue = _venue(session, venue_id)
    if venue.status != "active":
        raise WrongInput("Only a venue in use can be suspended.", "status")
    venue.status = "suspended"
    session.flush()


def lift(session: Session, venue_id: int, viewer: Viewer) -> None:
    """Let a suspended venue be booked again.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: it is not suspended, or an open incident suspends it still.
        NotFound: it is not there.
    """
    may_edit(viewer)
    venue = _venue(session, venue_id)
    holding = select(Incident.id).where(
        Incident.venue_id == venue_id,
        Incident.suspends.is_(True),
        Incident.closed_on.is_(None),
    )
    if session.scalar(holding.limit(1)) is not None:
        raise WrongInput(
            "An open incident suspends this venue. Close the incident first.", "status"
        )
    if venue.status != "suspended":
        raise WrongInput("That venue is not suspended.", "status")
    venue.status = "active"
    session.flush()


def _place(session: Session, venue_id: int, room_id: int | None) -> None:
    catalogue = catalogues.read(session)
    room = None if room_id is None else catalogue.rooms.get(room_id)
    if venue_id not in catalogue.venues or (
        room_id is not None and (room is None or room.venue.id != venue_id)
    ):
        raise NotFound("That place is no longer in the list.")


def _day(happened_on: date, today: date) -> None:
    if happened_on > today:
        raise WrongInput(
            "That day is still to come. Choose today or before.", "happened_on"
        )
    if months_after(happened_on, OLDEST) < today:
        raise WrongInput(
            "That is more than two years ago. Check the year.", "happened_on"
        )


def _words(text: str) -> str:
    said = " ".join(text.split())
    if not said:
        raise WrongInput("Say what happened, without naming anybody.", "words")
    if len(said) > LONGEST:
        raise WrongInput(f"Shorten it to {LONGEST} characters.", "words")
    if kind := private_words(said):
        raise WrongInput(
            f"Everybody reads this, and it looks like {kind}. Leave it out.", "words"
        )
    return said


def _get(session: Session, incident_id: int) -> Incident:
    row = session.get(Incident, incident_id)
    if row is None:
        raise NotFound("That incident is no longer there.")
    return row


def _venue(session: Session, venue_id: int) -> Venue:
    venue = session.get(Venue, venue_id)
    if venue is None:
        raise NotFound("That venue is no longer in the list.")
    return venue


def _stored(row: Incident) -> Recorded:
    return Recorded(
        row.id,
        row.venue_id,
        row.room_id,
        row.happened_on,
        row.words,
        row.suspends,
        row.closed_on,
    )
