"""``case show``, ``set``, ``rename``, ``merge`` and ``everything``."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from venues.commands import options
from venues.commands.desk import Desk
from venues.database import catalogue as catalogues
from venues.domain import needs
from venues.domain.apart import CONFIRMERS, date_words, nothing_recorded
from venues.domain.apart import confirmed as confirmed_words
from venues.domain.people import Viewer
from venues.domain.words import DAYS, span
from venues.services import people
from venues.services.apart import (
    access,
    holdings,
    looking,
    merging,
    overview,
    records,
    references,
)
from venues.services.apart.drafts import CanAttend, OnList, Record

YES_NO = {"yes": True, "no": False}
Named = Callable[..., ArgumentParser]


def add(commands: Any, named: Named) -> None:
    """The options of each."""
    parser = named(commands, "show", show, "what is known of a case (recorded)")
    parser.add_argument("reference", metavar="REF", help=options.DASH)
    parser = named(commands, "set", set_, "add a case, or change what is known of it")
    add_ = parser.add_argument
    add_("reference", metavar="REF", help=options.DASH)
    add_("--kind", choices=["child", "victim"], help="needed for a new one")
    add_("--authority", metavar="CODE", help="WAR")
    add_("--sector", metavar="SECTOR", help="WA2 9")
    add_("--need", action="append", metavar="CODE", help="all of them; none: 'none'")
    add_("--two-workers", choices=YES_NO)
    add_("--in-education", choices=YES_NO)
    add_("--ends", metavar="DATE", help="or 'never'")
    add_("--hold", metavar="DATE", help="keep it until then; or 'no'")
    add_("--hours", action="append", metavar="DAY=FROM-TO", help="all; or 'any'")
    add_("--hours-until", metavar="DATE")
    add_("--court", action="store_true", help="the hours are a court's condition")
    add_("--on-list", action="append", default=[], metavar="LOGIN")
    add_("--off-list", action="append", default=[], metavar="LOGIN")
    add_("--confirm", choices=CONFIRMERS, help="whose word it is")
    parser = named(commands, "rename", rename, "put a reference right (managers)")
    parser.add_argument("reference", metavar="REF", help=options.DASH)
    parser.add_argument("right", metavar="RIGHT", help=options.DASH)
    parser = named(commands, "merge", merge, "move all of one to another (managers)")
    parser.add_argument("wrong", metavar="WRONG", help=options.DASH)
    parser.add_argument("right", metavar="RIGHT", help=options.DASH)
    parser = named(commands, "everything", everything, "all that is held (managers)")
    parser.add_argument("reference", metavar="REF", help=options.DASH)


def show(desk: Desk) -> int:
    """Say what is known of the case; whoever it is kept from is not told here."""
    with desk.writing() as (session, viewer):
        text = _typed(desk, desk.options.reference)
        record = looking.by_reference(session, text, viewer)
        facts, lines = _said(session, viewer, record, desk.now.date())
    desk.answer(facts, lines)
    return 0


def set_(desk: Desk) -> int:
    """Add the case or change it, then say what is known of it."""
    today = desk.now.date()
    with desk.writing("change of a case") as (session, viewer):
        access.check(viewer)
        text = references.tidy(session, _typed(desk, desk.options.reference))
        opened = _opened(session, text, viewer)
        draft = _changed(desk, session, opened or Record(reference=text))
        record = records.save(session, draft, viewer, today=today, opened=opened)
        if desk.options.confirm:
            role = desk.options.confirm
            _, record = records.confirm(
                session, record.id or 0, viewer, role=role, today=today
            )
        facts, lines = _said(session, viewer, record, today)
    desk.answer(facts, lines)
    return 0


def rename(desk: Desk) -> int:
    """Put a reference right."""
    wrong, right = (
        _typed(desk, desk.options.reference),
        _typed(desk, desk.options.right),
    )
    with desk.writing() as (session, viewer):
        record = records.rename(session, wrong, right, viewer, today=desk.now.date())
    desk.answer({"reference": record.reference}, [f"It is {record.reference} now."])
    return 0


def merge(desk: Desk) -> int:
    """Move all of the wrong reference to the right one."""
    wrong, right = _typed(desk, desk.options.wrong), _typed(desk, desk.options.right)
    with desk.writing() as (session, viewer):
        done = merging.merge(session, wrong, right, viewer, today=desk.now.date())
    desk.answer(
        asdict(done), [f"{done.wrong} is part of {done.right} now.", done.words]
    )
    return 0


def everything(desk: Desk) -> int:
    """Say all that is held on a reference."""
    with desk.writing() as (session, viewer):
        text = _typed(desk, desk.options.reference)
        held = holdings.everything(session, text, viewer)
    desk.answer({"reference": held.reference, **held.groups}, holdings.lines(held))
    return 0


def _typed(desk: Desk, text: str) -> str:
    return desk.typed(text) or ""


def _opened(session: Session, text: str, viewer: Viewer) -> Record | None:
    if references.known(session, text) is None:
        return None
    return looking.by_reference(session, text, viewer)


def _changed(desk: Desk, session: Session, record: Record) -> Record:
    """The record with what was given of it in place."""
    given, today = desk.options, desk.now.date()
    changes: dict[str, Any] = {}
    if given.kind or record.id is None:
        changes["kind"] = given.kind or ""
    if given.authority:
        known = catalogues.read(session)
        (changes["authority_id"],) = options.authorities(known, [given.authority])
    if given.sector is not None:
        changes["sector"] = given.sector
    if given.need is not None:
        changes["needs"] = tuple(each for each in given.need if each != "none")
    for name in ("two_workers", "in_education"):
        if getattr(given, name) is not None:
            changes[name] = YES_NO[getattr(given, name)]
    if given.ends is not None:
        never = given.ends == "never"
        changes["ends_on"] = None if never else options.day(given.ends, today)
    if given.hold is not None:
        changes["on_hold"] = given.hold != "no"
        until = options.day(given.hold, today) if given.hold != "no" else None
        changes["hold_until"] = until
    if given.hours is not None:
        changes["hours"] = _hours(desk)
    changes["lists"] = _lists(desk, session, record)
    return replace(record, **changes)


def _hours(desk: Desk) -> tuple[CanAttend, ...]:
    given, today = desk.options, desk.now.date()
    until = options.day(given.hours_until, today) if given.hours_until else None
    found = []
    for text in given.hours:
        if text == "any":
            continue
        name, _, hours = text.partition("=")
        starts, _, ends = hours.partition("-")
        weekday = options.day(name, today).weekday()
        opens = options.moment(starts, today, "hours").time()
        closes = options.moment(ends, today, "hours").time()
        found.append(CanAttend(weekday, opens, closes, given.court, until))
    return tuple(found)


def _lists(desk: Desk, session: Session, record: Record) -> tuple[OnList, ...]:
    given, today = desk.options, desk.now.date()
    off = {people.staff_id(session, each, today) for each in given.off_list}
    kept = [
        replace(each, until=today)
        if each.staff_id in off and (each.until is None or each.until > today)
        else each
        for each in record.lists
    ]
    kept += [
        OnList(people.staff_id(session, each, today), today) for each in given.on_list
    ]
    return tuple(kept)


def _said(
    session: Session, viewer: Viewer, record: Record, today: date
) -> tuple[dict[str, Any], list[str]]:
    """The record as facts and as lines, with what is recorded of keeping it apart."""
    found = overview.rows(session, viewer, today=today, text=record.reference)
    kept = [row for row in overview.current(found) if row.case == record.reference]
    catalogue = catalogues.read(session)
    area = catalogue.authorities.get(record.authority_id or 0)
    staff = people.logins(session)
    facts = asdict(record) | {
        "authority": area.code if area else "",
        "lists": [
            {"login": staff[each.staff_id], "since": each.since, "until": each.until}
            for each in record.lists
        ],
        "apart": [
            {"id": row.key.id, "what": row.key.what, "kind": row.kind} for row in kept
        ],
    }
    marks = [
        record.kind.capitalize(),
        area.name if area else "",
        record.sector,
        *(needs.words(each) for each in record.needs),
        "Two workers" if record.two_workers else "",
        "In education" if record.in_education else "",
    ]
    lines = [f"{record.reference}: {', '.join(mark for mark in marks if mark)}."]
    lines += [_attends(each) for each in record.hours]
    lines += [f"On the list of {staff[each.staff_id]}." for each in record.lists]
    if record.on_hold and record.hold_until:
        lines.append(f"On hold until {date_words(record.hold_until)}.")
    on, role = record.confirmed_on, record.confirmed_by_role
    if kept:
        lines += [f"{row.kind}: {row.standing.words}." for row in kept]
        lines.append(f"{confirmed_words(on, role)}.")
    else:
        lines.append(nothing_recorded(on, role))
    return facts, lines


def _attends(each: CanAttend) -> str:
    court = ", court condition" if each.court_condition else ""
    until = f", until {date_words(each.until)}" if each.until else ""
    when = f"{DAYS[each.weekday]} {span(each.opens, each.closes)}"
    return f"Can attend {when}{court}{until}."
