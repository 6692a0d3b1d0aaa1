"""``apart add``, ``close`` and ``list``, and ``reason``."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from venues.commands import options
from venues.commands.desk import Desk
from venues.commands.schedule import venue_ids
from venues.database import catalogue as catalogues
from venues.domain.apart import KINDS, column_date, date_words
from venues.domain.people import Viewer
from venues.domain.words import count
from venues.errors import WrongInput
from venues.services.apart import (
    access,
    ending,
    links,
    looking,
    not_to_use,
    overview,
    reasons,
    references,
)
from venues.services.apart.drafts import Link, NotToUse
from venues.services.apart.ending import LINK, VENUE, Key
from venues.services.apart.overview import Row

STATES: dict[str, Callable[..., tuple[Row, ...]]] = {
    "current": overview.current,
    "soon": overview.soon,
    "closed": overview.over,
    "new": overview.to_confirm,
}
Named = Callable[..., ArgumentParser]


def add(commands: Any, named: Named) -> None:
    """The options of each."""
    parser = named(commands, "add", add_, "keep a case from another, or from a venue")
    _about(parser, "needed for a link")
    arg = parser.add_argument
    arg("--court", action="store_true", help="it is a court's condition")
    arg("--from", dest="since", metavar="DATE", help="today without")
    arg("--until", metavar="DATE", help="in six months without; or 'never'")
    arg("--review", metavar="DATE", help="in six months without")
    parser = named(commands, "close", close, "close what keeps a case away")
    _about(parser, "all kinds without")
    parser = named(commands, "list", list_, "what is recorded, one reference a row")
    parser.add_argument("--state", choices=STATES, default="current")
    parser.add_argument("--case", metavar="REF", help=options.DASH)
    parser.add_argument(
        "--partners", action="store_true", help="show both references (recorded)"
    )


def _about(parser: ArgumentParser, kind: str) -> None:
    parser.add_argument("first", metavar="REF", help=options.DASH)
    parser.add_argument("second", nargs="?", metavar="REF", help=options.DASH)
    parser.add_argument("--kind", choices=KINDS, help=kind)
    parser.add_argument("--venue", metavar="NAME", help="in place of a second case")


def add_(desk: Desk) -> int:
    """Link two cases, or keep one from a venue."""
    with desk.writing("new record") as (session, viewer):
        access.check(viewer)
        made: Link | NotToUse
        if _venue(desk):
            made = _add_venue(desk, session, viewer)
            said = f"{made.case} must not use {made.venue}"
        else:
            made = _add_link(desk, session, viewer)
            kind = KINDS[made.kind].lower()
            said = f"Linked {made.first} and {made.second}: {kind}"
    until = f", until {date_words(made.until)}" if made.until else ""
    review = f" Looked at again {column_date(made.review_on)}."
    desk.answer(asdict(made), [f"{said}{until}.{review}"])
    return 0


def _add_link(desk: Desk, session: Session, viewer: Viewer) -> Link:
    given, today = desk.options, desk.now.date()
    proposed = links.proposed(session, today)
    draft = replace(
        proposed,
        first=desk.typed(given.first) or "",
        second=desk.typed(given.second) or "",
        kind=given.kind or "",
        court_condition=given.court,
        since=_day(desk, given.since) or proposed.since,
        until=_until(desk, proposed.until),
        review_on=_day(desk, given.review) or proposed.review_on,
    )
    return links.save(session, draft, viewer, today=today)


def _add_venue(desk: Desk, session: Session, viewer: Viewer) -> NotToUse:
    given, today = desk.options, desk.now.date()
    (venue_id,) = venue_ids(catalogues.read(session), [given.venue])
    reference = desk.typed(given.first) or ""
    proposed = not_to_use.proposed(session, reference, today)
    draft = replace(
        proposed,
        venue_id=venue_id,
        court_condition=given.court,
        since=_day(desk, given.since) or proposed.since,
        until=_until(desk, proposed.until),
        review_on=_day(desk, given.review) or proposed.review_on,
    )
    return not_to_use.save(session, draft, viewer, today=today)


def close(desk: Desk) -> int:
    """Close what keeps a case away; it stays on record."""
    given = desk.options
    with desk.writing("closing of a record") as (session, viewer):
        access.check(viewer)
        one = references.find(session, desk.typed(given.first) or "", "first")
        if _venue(desk):
            (venue_id,) = venue_ids(catalogues.read(session), [given.venue])
            keys = [
                Key(VENUE, row.id)
                for row in not_to_use.of_case(session, one.id)
                if row.venue_id == venue_id and row.closed_on is None
            ]
        else:
            other = references.find(session, desk.typed(given.second) or "", "second")
            keys = [
                Key(LINK, row.id)
                for row in links.between(session, one.id, other.id)
                if given.kind in {None, row.kind}
            ]
        if not keys:
            raise WrongInput("There is nothing like that to close.")
        for key in keys:
            ending.close(session, key, viewer, today=desk.now.date())
    desk.answer(
        {"closed": [{"what": key.what, "id": key.id} for key in keys]},
        [f"Closed {count(len(keys), 'record')}."],
    )
    return 0


def _venue(desk: Desk) -> bool:
    """Whether a venue is meant, and not a second case."""
    given = desk.options
    if bool(given.venue) == bool(given.second):
        raise WrongInput("Give a second reference, or --venue NAME.", "second")
    return bool(given.venue)


def _until(desk: Desk, proposed: date | None) -> date | None:
    text = desk.options.until
    return None if text == "never" else _day(desk, text) or proposed


def _day(desk: Desk, text: str | None) -> date | None:
    return options.day(text, desk.now.date()) if text else None


def list_(desk: Desk) -> int:
    """List what is recorded; the partners only when they are asked for."""
    given = desk.options
    with desk.writing() as (session, viewer):
        text = desk.typed(given.case) or ""
        found = overview.rows(session, viewer, today=desk.now.date(), text=text)
        rows = STATES[given.state](found)
        partners: dict[Key, str] = {}
        if given.partners:
            for row in rows:
                if row.key.what == LINK:
                    link = looking.partner(session, row.key.id, viewer)
                    both = {link.first, link.second}
                    partners[row.key] = " ".join(both - {row.case})
    desk.answer(
        {"rows": [_facts(row, partners) for row in rows]},
        [
            *(_line(row, partners) for row in rows),
            f"{count(len(rows), 'record')}. What is not here may still be so.",
        ],
    )
    return 0


def reason(desk: Desk) -> int:
    """Say what stands behind a refusal; the look is recorded."""
    with desk.writing() as (session, viewer):
        found = reasons.read(session, desk.options.code, viewer)
    desk.answer(
        asdict(found) | {"applies": found.applies},
        [found.words, *(found.causes or (reasons.OVER,))],
    )
    return 0


def _facts(row: Row, partners: dict[Key, str]) -> dict[str, Any]:
    return {
        "id": row.key.id,
        "what": row.key.what,
        "case": row.case,
        "kept_from": partners.get(row.key, row.kept_from) or None,
        "kind": row.kind,
        "before_and_after": row.before_and_after,
        "court_condition": row.court_condition,
        "until": row.until,
        "state": row.standing.words,
    }


def _line(row: Row, partners: dict[Key, str]) -> str:
    kept = partners.get(row.key, row.kept_from)
    told = (
        row.case,
        f"from {kept}" if kept else "",
        row.kind.lower(),
        "court condition" if row.court_condition else "",
        f"until {column_date(row.until)}" if row.until else "",
        row.standing.words.lower(),
    )
    return "  " + ", ".join(each for each in told if each)
