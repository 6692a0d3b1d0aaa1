"""One record as it is shown: before a look was written down, and after."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from venues.database import catalogue
from venues.domain import apart
from venues.domain.people import Viewer
from venues.domain.words import DAYS, listing, span
from venues.errors import WrongInput
from venues.services.apart import (
    access,
    links,
    not_to_use,
    records,
    references,
    touched,
)
from venues.services.apart.drafts import CanAttend, Link, NotToUse, Record
from venues.services.apart.ending import LINK, VENUE, Key
from venues.services.apart.touched import Touched

WHERE = "The whole venue and its neighbours (cluster)"
ONLY_THERE = "That venue only"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known of a case, in words: neither its kind nor whom it is kept from."""

    case_id: int
    reference: str
    words: str
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """A record by one reference. A link's ``first`` and ``second`` are left empty."""

    key: Key
    about: About
    link: Link | None = None
    venue: NotToUse | None = None
    before_and_after: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What is shown once the look is written down; the cases in order."""

    about: tuple[About, ...]
    touched: tuple[Touched, ...]

    @property
    def title(self) -> str:
        """All references that it is about: "WA-20391 and WA-20466"."""
        return listing([each.reference for each in self.about])


@dataclass(frozen=True, slots=True)
class Nothing:
    """What is said of a reference with nothing in the list; no id: no case."""

    reference: str
    case_id: int | None
    words: str


def glance(
    session: Session, key: Key, case_id: int, viewer: Viewer, *, today: date
) -> Glance:
    """The record as it stands in the list, with what is known of its one case.

    Raises:
        NotAllowed: the viewer does not keep people apart.
        NotFound: it is not there any more.
    """
    about = _about(session, case_id, viewer, today)
    if key.what == LINK:
        link = links.read(session, key.id, viewer)
        buffers = catalogue.read(session).numbers.buffers
        return Glance(
            key=key,
            about=about,
            link=replace(link, first="", second=""),
            before_and_after=apart.before_and_after(link.kind, buffers),
            where="" if link.kind == apart.SAME else WHERE,
        )
    if key.what == VENUE:
        kept = not_to_use.read(session, key.id, viewer)
        return Glance(key=key, about=about, venue=kept, where=ONLY_THERE)
    return Glance(key=key, about=about)


def opened(
    session: Session, key: Key, case_id: int, viewer: Viewer, *, now: datetime
) -> Opened:
    """All of it. Whoever shows it has had the look written down by ``looking``.

    Raises:
        NotAllowed: the viewer does not keep people apart.
        NotFound: it is not there any more.
    """
    access.check(viewer)
    ids = [case_id]
    closed_on = None
    if key.what == LINK:
        link = links.row(session, key.id)
        ids += [link.first_id + link.second_id - case_id]
        closed_on = link.closed_on
    found = () if closed_on else touched.bookings(session, ids, viewer, now=now)
    today = now.date()
    return Opened(
        about=tuple(_about(session, each, viewer, today) for each in ids),
        touched=found,
    )


def nothing(session: Session, text: str, viewer: Viewer) -> Nothing | None:
    """What to say of a case with nothing on record; None where it is no reference.

    Raises:
        NotAllowed: the viewer does not keep people apart.
    """
    access.check(viewer)
    try:
        reference = references.tidy(session, text)
    except WrongInput:
        return None
    case = references.known(session, text)
    if case is None:
        return Nothing(reference, None, apart.NOTHING)
    words = apart.nothing_recorded(case.confirmed_on, case.confirmed_by_role)
    return Nothing(reference, case.id, words)


def _about(session: Session, case_id: int, viewer: Viewer, today: date) -> About:
    record = records.read(session, case_id, viewer)
    barred = [
        not_to_use.stored(session, row)
        for row in not_to_use.of_case(session, case_id)
        if row.closed_on is None and (row.until is None or row.until >= today)
    ]
    told = [
        *(_barred(each) for each in barred),
        _attends(record, today),
        "Two workers" if record.two_workers else "",
        _hold(record),
        apart.confirmed(record.confirmed_on, record.confirmed_by_role),
    ]
    return About(
        case_id=case_id,
        reference=record.reference or references.GONE,
        words=" · ".join(each for each in told if each),
        confirmed=record.confirmed,
    )


def _barred(kept: NotToUse) -> str:
    until = f" (until {apart.date_words(kept.until)})" if kept.until else ""
    return f"Not to use: {kept.venue}{until}"


def _attends(record: Record, today: date) -> str:
    hours = [each for each in record.hours if each.until is None or each.until >= today]
    return f"Can attend: {listing([_hours(each) for each in hours])}" if hours else ""


def _hours(each: CanAttend) -> str:
    court = " (court condition)" if each.court_condition else ""
    return f"{DAYS[each.weekday][:3]} {span(each.opens, each.closes)}{court}"


def _hold(record: Record) -> str:
    if not record.on_hold or record.hold_until is None:
        return ""
    return f"On hold until {apart.date_words(record.hold_until)}"
