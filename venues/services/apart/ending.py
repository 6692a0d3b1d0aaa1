"""Closing what keeps a case away, opening it again, renewing it, confirming it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from venues.database.models import CaseVenue, Separation
from venues.domain.people import Viewer
from venues.errors import WrongInput
from venues.services.apart import access, checks, links, not_to_use
from venues.services.apart.announcing import announce
from venues.services.apart.drafts import Link, NotToUse

LINK, VENUE, CASE = "link", "venue", "case"


class Key(NamedTuple):
    """Which record is meant: a link, a venue not to use, or a case itself."""

    what: str
    id: int


def close(session: Session, key: Key, viewer: Viewer, *, today: date) -> None:
    """End it today; it stays on record.

    Raises:
        NotAllowed: the viewer does not keep people apart.
        WrongInput: it is closed already.
        NotFound: it is not there.
    """
    access.check(viewer)
    row = _row(session, key)
    if row.closed_on is not None:
        raise WrongInput("That is closed already.")
    row.closed_on, row.closed_by = today, viewer.staff_id
    session.flush()
    announce(session, _cases(row))


def reopen(session: Session, key: Key, viewer: Viewer) -> None:
    """Let it hold again as it did before it was closed.

    Raises:
        NotAllowed: the viewer does not keep people apart.
        WrongInput: it is not closed, or another one took its place.
        NotFound: it is not there.
    """
    access.check(viewer)
    row = _row(session, key)
    if row.closed_on is None:
        raise WrongInput("That is not closed.")
    if _replaced(session, row):
        raise WrongInput("Another one was recorded in its place. Change that one.")
    row.closed_on = row.closed_by = None
    session.flush()
    announce(session, _cases(row))


def renew(
    session: Session,
    keys: Sequence[Key],
    viewer: Viewer,
    *,
    until: date | None,
    review_on: date,
    today: date,
) -> tuple[tuple[Link | NotToUse, Link | NotToUse], ...]:
    """Give all of them another end and review; returns each before and after.

    Raises:
        NotAllowed: the viewer does not keep people apart.
        WrongInput: nothing is chosen, one is closed, or a date cannot be used.
        NotFound: one is not there.
    """
    access.check(viewer)
    if not keys:
        raise WrongInput("Choose at least one to renew.", "keys")
    for name, when in (("until", until), ("review_on", review_on)):
        if when is not None and when < today:
            raise WrongInput("That day is past. Choose one to come.", name)
    done = []
    for key in keys:
        row = _row(session, key)
        if row.closed_on is not None:
            raise WrongInput("One of them is closed by now. Look again.", "keys")
        checks.dates(today, since=row.since, until=until, review_on=review_on)
        before = _stored(session, row)
        row.until, row.review_on = until, review_on
        session.flush()
        announce(session, _cases(row))
        done.append((before, _stored(session, row)))
    return tuple(done)


def confirm(
    session: Session, link_id: int, viewer: Viewer, *, role: str, today: date
) -> tuple[Link, Link]:
    """Write down that a link was confirmed today, and whose word that is.

    Raises:
        NotAllowed: the viewer does not keep people apart.
        WrongInput: there is no such role.
        NotFound: it is not there.
    """
    access.check(viewer)
    link = links.row(session, link_id)
    before = links.stored(session, link)
    link.confirmed_by_role, link.confirmed_on = checks.role(role), today
    session.flush()
    return before, links.stored(session, link)


def _row(session: Session, key: Key) -> Separation | CaseVenue:
    if key.what == LINK:
        return links.row(session, key.id)
    return not_to_use.row(session, key.id)


def _cases(row: Separation | CaseVenue) -> tuple[int, ...]:
    if isinstance(row, Separation):
        return row.first_id, row.second_id
    return (row.case_id,)


def _stored(session: Session, row: Separation | CaseVenue) -> Link | NotToUse:
    if isinstance(row, Separation):
        return links.stored(session, row)
    return not_to_use.stored(session, row)


def _replaced(session: Session, row: Separation | CaseVenue) -> bool:
    """Whether another like it holds by now."""
    if isinstance(row, Separation):
        others = links.between(session, row.first_id, row.second_id)
        return any(other.kind == row.kind for other in others)
    return any(
        other.venue_id == row.venue_id and other.closed_on is None
        for other in not_to_use.of_case(session, row.case_id)
    )
