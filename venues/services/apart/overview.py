"""The list of all that keeps people apart: one reference a row, no partner."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from venues.database import catalogue
from venues.database.models import Case, CaseVenue, Separation, Venue
from venues.domain.apart import KINDS, Stage, Standing, before_and_after, standing
from venues.domain.people import Viewer
from venues.services.apart import access
from venues.services.apart.ending import CASE, LINK, VENUE, Key
from venues.services.apart.references import GONE

NOT_CONFIRMED = "New, not confirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One link, venue not to use, or unconfirmed case, by one reference.

    ``kept_from`` is the venue's name and nothing for a link: its partner is opened on
    request (``looking.partner``).
    """

    key: Key
    case: str
    case_id: int
    kept_from: str = ""
    kind: str = ""
    before_and_after: str = ""
    court_condition: bool = False
    until: date | None = None
    standing: Standing


def rows(
    session: Session, viewer: Viewer, *, today: date, text: str = ""
) -> tuple[Row, ...]:
    """All of them, what presses most first; with ``text`` those of such a reference.

    A link found by its other reference is shown by that one.

    Raises:
        NotAllowed: the viewer does not keep people apart.
    """
    access.check(viewer)
    fits = _fitting(text)
    found = [
        *_links(session, today, fits),
        *_venues(session, today, fits),
        *_unconfirmed(session, fits),
    ]
    return tuple(sorted(found, key=_order))


def current(found: Iterable[Row]) -> tuple[Row, ...]:
    """What holds, or will."""
    return _of(found, {Stage.CURRENT, Stage.SOON, Stage.DUE})


def soon(found: Iterable[Row]) -> tuple[Row, ...]:
    """What ends soon or is to be looked at again."""
    return _of(found, {Stage.SOON, Stage.DUE})


def over(found: Iterable[Row]) -> tuple[Row, ...]:
    """What is closed or has ended."""
    return _of(found, {Stage.OVER})


def to_confirm(found: Iterable[Row]) -> tuple[Row, ...]:
    """Cases that somebody typed and nobody has confirmed."""
    return tuple(row for row in found if row.key.what == CASE)


def _of(found: Iterable[Row], stages: set[Stage]) -> tuple[Row, ...]:
    return tuple(
        row for row in found if row.key.what != CASE and row.standing.stage in stages
    )


def _order(row: Row) -> tuple[Any, ...]:
    return row.standing.stage, row.until or date.max, row.case, row.key


def _fitting(text: str) -> Callable[[str], bool]:
    """Whether a reference is like what was typed, hyphens and spaces aside."""
    sought = _bare(text)
    return lambda reference: sought in _bare(reference)


def _bare(text: str) -> str:
    return "".join(each for each in text.upper() if each.isalnum())


def _links(session: Session, today: date, fits: Callable[[str], bool]) -> Iterable[Row]:
    first, second = aliased(Case), aliased(Case)
    buffers = catalogue.read(session).numbers.buffers
    statement = (
        select(
            Separation.id,
            Separation.kind,
            Separation.court_condition,
            Separation.until,
            Separation.review_on,
            Separation.closed_on,
            first.reference,
            first.id,
            second.reference,
            second.id,
        )
        .join(first, first.id == Separation.first_id)
        .join(second, second.id == Separation.second_id)
    )
    for id_, kind, court, until, review_on, closed_on, *pair in session.execute(
        statement
    ):
        sides = sorted(((pair[0] or GONE, pair[1]), (pair[2] or GONE, pair[3])))
        shown = next((side for side in sides if fits(side[0])), None)
        if shown is not None:
            yield Row(
                key=Key(LINK, id_),
                case=shown[0],
                case_id=shown[1],
                kind=KINDS[kind],
                before_and_after=before_and_after(kind, buffers),
                court_condition=court,
                until=until,
                standing=standing(
                    today, until=until, review_on=review_on, closed_on=closed_on
                ),
            )


def _venues(
    session: Session, today: date, fits: Callable[[str], bool]
) -> Iterable[Row]:
    statement = (
        select(
            CaseVenue.id,
            CaseVenue.case_id,
            Case.reference,
            Venue.name,
            CaseVenue.court_condition,
            CaseVenue.until,
            CaseVenue.review_on,
            CaseVenue.closed_on,
        )
        .join(Case, Case.id == CaseVenue.case_id)
        .join(Venue, Venue.id == CaseVenue.venue_id)
    )
    for id_, case_id, reference, venue, court, *dates in session.execute(statement):
        until, review_on, closed_on = dates
        if fits(reference or GONE):
            yield Row(
                key=Key(VENUE, id_),
                case=reference or GONE,
                case_id=case_id,
                kept_from=venue,
                kind="Not to use",
                before_and_after="Always",
                court_condition=court,
                until=until,
                standing=standing(
                    today, until=until, review_on=review_on, closed_on=closed_on
                ),
            )


def _unconfirmed(session: Session, fits: Callable[[str], bool]) -> Iterable[Row]:
    statement = select(Case.id, Case.reference).where(
        Case.confirmed.is_(False),
        Case.reference.is_not(None),
        Case.merged_into.is_(None),
    )
    for id_, reference in session.execute(statement):
        if reference and fits(reference):
            yield Row(
                key=Key(CASE, id_),
                case=reference,
                case_id=id_,
                kind="New case",
                standing=Standing(Stage.DUE, NOT_CONFIRMED),
            )
