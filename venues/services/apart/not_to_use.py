"""Venues that a case must not use: read, added and changed. No reason is stored."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from venues.database import catalogue
from venues.database.models import Case, CaseVenue, Staff, Venue
from venues.domain.apart import months_later
from venues.domain.people import Viewer
from venues.errors import NotFound, WrongInput
from venues.services.apart import access, checks, references
from venues.services.apart.announcing import announce
from venues.services.apart.drafts import NotToUse
from venues.services.apart.references import GONE

DOUBLE = "That venue is recorded for the case already. Change that, or renew it."


def proposed(session: Session, reference: str, today: date) -> NotToUse:
    """A new one as it is proposed: for some months from today, then looked at again."""
    months = catalogue.read(session).numbers.link_months
    later = months_later(today, months)
    return NotToUse(case=reference, since=today, until=later, review_on=later)


def row(session: Session, id_: int) -> CaseVenue:
    """The stored row.

    Raises:
        NotFound: there is none.
    """
    found = session.get(CaseVenue, id_)
    if found is None:
        raise NotFound("That venue is no longer on record for the case.")
    return found


def read(session: Session, id_: int, viewer: Viewer) -> NotToUse:
    """One venue not to use.

    Raises:
        NotAllowed: the viewer does not keep people apart.
        NotFound: there is none.
    """
    access.check(viewer)
    return stored(session, row(session, id_))


def stored(session: Session, kept: CaseVenue) -> NotToUse:
    """A row as it is shown and compared."""
    reference = select(Case.reference).where(Case.id == kept.case_id)
    venue = select(Venue.name).where(Venue.id == kept.venue_id)
    by = select(Staff.login).where(Staff.id == kept.set_by)
    return NotToUse(
        id=kept.id,
        case=session.scalar(reference) or GONE,
        venue_id=kept.venue_id,
        venue=session.scalar(venue) or "",
        court_condition=kept.court_condition,
        since=kept.since,
        until=kept.until,
        review_on=kept.review_on,
        closed_on=kept.closed_on,
        set_by=session.scalar(by) or "",
    )


def save(
    session: Session,
    draft: NotToUse,
    viewer: Viewer,
    *,
    today: date,
    opened: NotToUse | None = None,
) -> NotToUse:
    """Keep a case from a venue, or change what was ``opened``; returns it as stored.

    Raises:
        NotAllowed: the viewer does not keep people apart.
        WrongInput: something typed cannot be used; names the field.
        Stale: somebody else changed it since it was opened.
        NotFound: it is not there any more.
    """
    access.check(viewer)
    if opened is None:
        case = references.find(session, draft.case)
        kept = CaseVenue(case_id=case.id, set_by=viewer.staff_id)
    else:
        kept = row(session, opened.id or 0)
        checks.same(stored(session, kept), opened)
    if session.get(Venue, draft.venue_id or 0) is None:
        raise WrongInput("Choose the venue from the list.", "venue_id")
    checks.dates(today, since=draft.since, until=draft.until, review_on=draft.review_on)
    kept.venue_id, kept.court_condition = draft.venue_id or 0, draft.court_condition
    kept.since, kept.until = draft.since or today, draft.until
    kept.review_on = draft.review_on
    _not_double(session, kept)
    session.add(kept)
    session.flush()
    announce(session, (kept.case_id,))
    return stored(session, kept)


def of_case(session: Session, case_id: int) -> list[CaseVenue]:
    """All venues ever recorded for that case, closed ones too."""
    of_it = select(CaseVenue).where(CaseVenue.case_id == case_id)
    return list(session.scalars(of_it.order_by(CaseVenue.id)))


def _not_double(session: Session, kept: CaseVenue) -> None:
    with session.no_autoflush:
        others = of_case(session, kept.case_id)
    for other in others:
        same = other.venue_id == kept.venue_id and other.id != kept.id
        if same and (other.closed_on is None or other.since == kept.since):
            raise WrongInput(DOUBLE, "venue_id")
