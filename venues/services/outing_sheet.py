"""Who is out as a list for paper, for whoever answers for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from venues.database import catalogue as catalogues
from venues.domain import words
from venues.domain.outings import Out
from venues.domain.people import Viewer
from venues.domain.sheets import Head, OutSheet, Sheet
from venues.errors import NotAllowed
from venues.services import outings

TITLES = ("Who", "Where", "When", "Check out by", "Buddy", "Now")
NOT_FOR_YOU = "Who is out is for managers and the duty manager. Ask one of them."


def listed(
    session: Session,
    viewer: Viewer,
    now: datetime,
    *,
    authority_id: int | None = None,
) -> tuple[Out, ...]:
    """Everybody who is out or will be today, of one authority or of all.

    Raises:
        NotAllowed: the viewer does not answer for everybody.
    """
    if not viewer.watches_outings:
        raise NotAllowed(NOT_FOR_YOU)
    return tuple(
        each
        for each in outings.of_today(session, viewer, now)
        if each.checked_out is None
        and (authority_id is None or each.authority_id == authority_id)
    )


def row(out: Out, now: datetime) -> tuple[str, ...]:
    """An outing in the words of the columns."""
    day = "" if out.starts.date() == now.date() else f"{words.day_month(out.starts)}, "
    return (
        ", ".join(part for part in (out.name, out.phone) if part),
        out.place,
        f"{day}{words.span(out.starts, out.ends, column=True)}",
        words.clock(out.check_out, column=True),
        out.buddy,
        out.standing(now).value,
    )


def sheet(
    session: Session,
    viewer: Viewer,
    *,
    now: datetime,
    authority_id: int | None = None,
) -> OutSheet:
    """The list as it stands now; no case and no kind of appointment is on it.

    Raises:
        NotAllowed: the viewer does not answer for everybody.
    """
    found = listed(session, viewer, now, authority_id=authority_id)
    return OutSheet(
        _head(session, viewer, now, authority_id), TITLES, tuple(_rows(found, now))
    )


def _rows(found: Iterable[Out], now: datetime) -> Iterable[tuple[str, ...]]:
    return (row(each, now) for each in found)


def _head(
    session: Session, viewer: Viewer, now: datetime, authority_id: int | None
) -> Head:
    catalogue = catalogues.read(session)
    authority = catalogue.authorities.get(authority_id or 0)
    today, at = words.day(now.date()), words.clock(now, column=True)
    by = f"Printed by {viewer.login}, {today}, {at}."
    return Head(
        sheet=Sheet.OUT,
        monday=now.date(),
        title=f"Who is out: {today}",
        subtitle=" · ".join((authority.name if authority else "All four", f"at {at}")),
        marking=catalogue.numbers.marking,
        sample=catalogue.settings.get("sample") == "yes",
        printed=f"{by} Data as of {at}.",
        destroy=f"Destroy at the end of {today}.",
    )
