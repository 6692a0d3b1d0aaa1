"""Bank holidays, one-off closed days and school terms: the days that are not alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.database.models import ClosedDay, Term
from venues.database.venue_facts import Authority
from venues.domain import holidays
from venues.domain.people import Viewer
from venues.domain.words import day, listing
from venues.errors import NotAllowed, NotFound, WrongInput
from venues.services import in_the_way

LONGEST_NAME = 120
YEARS_EITHER_WAY = 10
"""Further away a year is a slip of the finger."""

LONGEST_TERM = timedelta(days=200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A day on which every venue is closed, or those of one authority.

    ``id`` is None until it is stored.
    """

    day: date
    name: str
    authority_id: int | None = None
    bank_holiday: bool = False
    id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolTerm:
    """A school term of an authority, first and last day included."""

    authority_id: int
    name: str
    since: date
    until: date
    id: int | None = None


def authorities(session: Session) -> tuple[Authority, ...]:
    """The local authorities, by name."""
    known = catalogues.read(session).authorities.values()
    return tuple(sorted(known, key=lambda each: each.name))


def closed_days(session: Session, year: int) -> tuple[Closed, ...]:
    """The closed days of one year, in order."""
    rows = session.scalars(
        select(ClosedDay)
        .where(ClosedDay.day >= date(year, 1, 1), ClosedDay.day <= date(year, 12, 31))
        .order_by(ClosedDay.day, ClosedDay.id)
    )
    return tuple(_closed(row) for row in rows)


def missing_holidays(session: Session, year: int) -> tuple[Closed, ...]:
    """The bank holidays of England in that year that nobody has put down yet."""
    known = set(
        session.scalars(select(ClosedDay.day).where(ClosedDay.authority_id.is_(None)))
    )
    return tuple(
        Closed(day=when, name=name, bank_holiday=True)
        for when, name in holidays.england(year).items()
        if when not in known
    )


def close(
    session: Session, viewer: Viewer, *wanted: Closed, now: datetime
) -> tuple[Closed, ...]:
    """Close every venue, or those of an authority, on those days.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: no name, a year far away, or the day is closed already.
        Clash: live bookings stand in the way; lists them.
    """
    _may_edit(viewer)
    rows = []
    for each in wanted:
        name = _name(each.name, "Say why it is closed, such as staff training day.")
        _check_year(each.day, now, "day")
        _check_open(session, each)
        _check_free(session, viewer, each, now)
        rows.append(
            ClosedDay(
                day=each.day,
                name=name,
                authority_id=each.authority_id,
                bank_holiday=each.bank_holiday,
            )
        )
    session.add_all(rows)
    session.flush()
    return tuple(_closed(row) for row in rows)


def reopen(session: Session, viewer: Viewer, *closed: Closed) -> None:
    """Take closed days off the list; the history keeps them.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        NotFound: somebody else has taken one off already.
    """
    _may_edit(viewer)
    for each in closed:
        row = session.get(ClosedDay, each.id) if each.id is not None else None
        if row is None:
            raise NotFound(f"{day(each.day)} is off the list already.")
        session.delete(row)
    session.flush()


def terms(session: Session, authority_id: int) -> tuple[SchoolTerm, ...]:
    """The terms of one authority, in order of time."""
    rows = session.scalars(
        select(Term).where(Term.authority_id == authority_id).order_by(Term.since)
    )
    return tuple(_term(row) for row in rows)


def add_term(
    session: Session, viewer: Viewer, wanted: SchoolTerm, *, now: datetime
) -> SchoolTerm:
    """Put a term down.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        WrongInput: no name, the dates cannot be, or it overlaps another.
    """
    _may_edit(viewer)
    name = _name(wanted.name, "Name the term, such as Autumn term, first half.")
    _check_year(wanted.since, now, "since")
    if wanted.until < wanted.since:
        raise WrongInput("A term ends after it starts. Choose a later day.", "until")
    if wanted.until - wanted.since > LONGEST_TERM:
        raise WrongInput("That is longer than any term. Check the year.", "until")
    for other in terms(session, wanted.authority_id):
        if other.since <= wanted.until and wanted.since <= other.until:
            raise WrongInput(
                f"{other.name} runs from {day(other.since)} to {day(other.until)}. "
                "Choose days outside it, or remove it first.",
                "since",
            )
    row = Term(
        authority_id=wanted.authority_id,
        name=name,
        since=wanted.since,
        until=wanted.until,
    )
    session.add(row)
    session.flush()
    return _term(row)


def remove_term(session: Session, viewer: Viewer, term: SchoolTerm) -> None:
    """Take a term off the list.

    Raises:
        NotAllowed: the viewer does not keep the catalogue.
        NotFound: somebody else has taken it off already.
    """
    _may_edit(viewer)
    row = session.get(Term, term.id) if term.id is not None else None
    if row is None:
        raise NotFound(f"{term.name} is off the list already.")
    session.delete(row)
    session.flush()


def _may_edit(viewer: Viewer) -> None:
    if not viewer.edits_venues:
        raise NotAllowed(
            "Closed days and terms are kept by coordinators and managers. "
            "Ask one of them."
        )


def _name(typed: str, otherwise: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise WrongInput(otherwise, "name")
    if len(name) > LONGEST_NAME:
        raise WrongInput(f"Shorten it to {LONGEST_NAME} characters.", "name")
    return name


def _check_year(when: date, now: datetime, field: str) -> None:
    if abs(when.year - now.year) > YEARS_EITHER_WAY:
        raise WrongInput(
            f"{day(when)} is more than {YEARS_EITHER_WAY} years away. Check the year.",
            field,
        )


def _check_open(session: Session, wanted: Closed) -> None:
    """The same day is put down once for all, or once for each authority."""
    places = catalogues.read(session).authorities
    names = [
        places[row.authority_id].name if row.authority_id else "every venue"
        for row in session.scalars(select(ClosedDay).where(ClosedDay.day == wanted.day))
        if None in (row.authority_id, wanted.authority_id)
        or row.authority_id == wanted.authority_id
    ]
    if names:
        raise WrongInput(
            f"{day(wanted.day)} is closed already, for {listing(names)}.", "day"
        )


def _check_free(
    session: Session, viewer: Viewer, wanted: Closed, now: datetime
) -> None:
    first = datetime.combine(wanted.day, time())
    until = first + timedelta(days=1)
    in_the_way.refuse(
        session,
        viewer,
        room_ids=[
            room.id
            for room in catalogues.read(session).rooms.values()
            if wanted.authority_id in (None, room.venue.authority_id)
        ],
        first=max(first, now),
        until=until,
    )


def _closed(row: ClosedDay) -> Closed:
    return Closed(
        id=row.id,
        day=row.day,
        name=row.name,
        authority_id=row.authority_id,
        bank_holiday=row.bank_holiday,
    )


def _term(row: Term) -> SchoolTerm:
    return SchoolTerm(
        id=row.id,
        authority_id=row.authority_id,
        name=row.name,
        since=row.since,
        until=row.until,
    )
