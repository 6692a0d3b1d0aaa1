"""Links between two cases: read, added and changed."""

from __future__ import annotations

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from venues.database import catalogue
from venues.database.models import Case, Separation, Staff
from venues.domain.apart import KINDS, months_later
from venues.domain.people import Viewer
from venues.errors import NotFound, WrongInput
from venues.services.apart import access, checks, references
from venues.services.apart.announcing import announce
from venues.services.apart.drafts import Link
from venues.services.apart.references import GONE

DOUBLE = "These two are linked that way already. Change that link, or renew it."


def proposed(session: Session, today: date) -> Link:
    """A new link as it is proposed: for some months, then looked at again."""
    months = catalogue.read(session).numbers.link_months
    later = months_later(today, months)
    return Link(since=today, until=later, review_on=later)


def row(session: Session, link_id: int) -> Separation:
    """The stored link.

    Raises:
        NotFound: there is none.
    """
    link = session.get(Separation, link_id)
    if link is None:
        raise NotFound("That link is no longer on record.")
    return link


def read(session: Session, link_id: int, viewer: Viewer) -> Link:
    """The link with both its references: only after a look was written down.

    Raises:
        NotAllowed: the viewer does not keep people apart.
        NotFound: there is none.
    """
    access.check(viewer)
    return stored(session, row(session, link_id))


def stored(session: Session, link: Separation) -> Link:
    """A row as it is shown and compared; the references stand in order."""
    ids = (link.first_id, link.second_id)
    found = session.execute(select(Case.id, Case.reference).where(Case.id.in_(ids)))
    names = {id_: reference or GONE for id_, reference in found}
    first, second = sorted(names[id_] for id_ in ids)
    by = select(Staff.login).where(Staff.id == link.set_by)
    return Link(
        id=link.id,
        first=first,
        second=second,
        kind=link.kind,
        court_condition=link.court_condition,
        since=link.since,
        until=link.until,
        review_on=link.review_on,
        closed_on=link.closed_on,
        confirmed_on=link.confirmed_on,
        confirmed_by_role=link.confirmed_by_role,
        set_by=session.scalar(by) or "",
    )


def save(
    session: Session,
    draft: Link,
    viewer: Viewer,
    *,
    today: date,
    opened: Link | None = None,
) -> Link:
    """Link two cases, or change the link that was ``opened``; returns it as stored.

    Raises:
        NotAllowed: the viewer does not keep people apart.
        WrongInput: something typed cannot be used; names the field.
        Stale: somebody else changed it since it was opened.
        NotFound: it is not there any more.
    """
    access.check(viewer)
    if opened is None:
        pair = _pair(session, draft)
        link = Separation(first_id=pair[0], second_id=pair[1], set_by=viewer.staff_id)
    else:
        link = row(session, opened.id or 0)
        checks.same(stored(session, link), opened)
    if draft.kind not in KINDS:
        raise WrongInput("Choose what kind of link it is.", "kind")
    checks.dates(today, since=draft.since, until=draft.until, review_on=draft.review_on)
    _not_double(session, link, draft.kind)
    link.kind, link.court_condition = draft.kind, draft.court_condition
    link.since, link.until = draft.since or today, draft.until
    link.review_on = draft.review_on
    link.confirmed_on = draft.confirmed_on if opened else today
    link.confirmed_by_role = draft.confirmed_by_role if opened else viewer.role.value
    session.add(link)
    session.flush()
    announce(session, (link.first_id, link.second_id))
    return stored(session, link)


def between(session: Session, one: int, other: int) -> list[Separation]:
    """The links of those two cases that are not closed, whichever way round."""
    first, second = sorted((one, other))
    return list(
        session.scalars(
            select(Separation)
            .where(
                Separation.first_id == first,
                Separation.second_id == second,
                Separation.closed_on.is_(None),
            )
            .order_by(Separation.id)
        )
    )


def of_cases(session: Session, case_ids: set[int]) -> list[Separation]:
    """All links of those cases, closed ones too."""
    ids = sorted(case_ids)
    either = or_(Separation.first_id.in_(ids), Separation.second_id.in_(ids))
    rows = session.scalars(select(Separation).where(either).order_by(Separation.id))
    return list(rows)


def _pair(session: Session, draft: Link) -> tuple[int, int]:
    one = references.find(session, draft.first, "first")
    other = references.find(session, draft.second, "second")
    if one.id == other.id:
        raise WrongInput("Type another reference: a link joins two cases.", "second")
    first, second = sorted((one.id, other.id))
    return first, second


def _not_double(session: Session, link: Separation, kind: str) -> None:
    """One live link of a kind between two cases: two could be closed apart."""
    if link.closed_on is not None:
        return
    for other in between(session, link.first_id, link.second_id):
        if other.kind == kind and other.id != link.id:
            raise WrongInput(DOUBLE, "kind")
