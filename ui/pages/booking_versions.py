"""A booking that somebody else saved meanwhile: theirs beside what is typed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import time
from functools import partial
from typing import Any

from ui.desk import Desk
from ui.models import versions
from ui.models.matches import place
from ui.models.versions import Difference
from venues.database import catalogue as catalogues
from venues.domain.meeting import NOTHING_SAID, Meeting
from venues.domain.needs import NEEDS
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.domain.proposal import LAYOUTS
from venues.domain.words import clock, count, day, listing, span
from venues.services import people
from venues.services.asking import Request

LABELS = {
    "when": "When",
    "whom": "For",
    "references": "Case references",
    "people": "People",
    "seating": "Seating",
    "needs": "Must have",
    "workers": "Workers",
    "rooms": "Rooms",
    "check_out": "Check out",
    "arrival": "How to arrive",
    "note": "Notes for the room",
    "meeting": "Meeting",
}
SOMEBODY = "somebody who has left"

CANCELLED = (
    "Somebody else cancelled this booking since you opened it. What you typed is kept "
    "here; if it is still needed, book the room again."
)


@dataclass(frozen=True, slots=True)
class Version:
    """A booking as somebody reads it, so that what belongs together is one choice."""

    when: Period
    whom: tuple[Audience, str]
    references: tuple[str, ...]
    people: int
    seating: str | None
    needs: tuple[str, ...]
    workers: tuple[int, ...]
    rooms: tuple[int, ...]
    check_out: tuple[int, time | None] | None
    arrival: str
    note: str
    meeting: Meeting = NOTHING_SAID


def version(request: Request) -> Version:
    """The request with nothing in it that only looks different."""
    buddy = request.buddy_id
    return Version(
        when=request.period,
        whom=(request.audience, request.kind),
        references=tuple(sorted(request.references)),
        people=request.people,
        seating=request.layout,
        needs=tuple(sorted(request.needs)),
        workers=request.worker_ids,
        rooms=request.room_ids,
        check_out=None if buddy is None else (buddy, request.check_out),
        arrival=request.arrival.strip(),
        note=request.note.strip(),
        meeting=request.meeting,
    )


def differences(
    desk: Desk, opened: Request, mine: Request, theirs: Request
) -> tuple[Difference, ...]:
    """What of mine differs from theirs, each in words."""
    before, here, there = (version(each) for each in (opened, mine, theirs))
    with desk.database.read() as session:
        catalogue = catalogues.read(session)
        names = {one.id: one.name for one in people.staff(session, desk.now().date())}
    worded = _words(catalogue, names)
    return versions.differences(
        LABELS, before, here, there, lambda name, value: worded[name](value)
    )


def merged(mine: Request, theirs: Request, kept: Collection[str]) -> Request:
    """Theirs with what is kept of mine, as a request that can be saved."""
    chosen = versions.merged(version(mine), version(theirs), kept)
    buddy, check_out = chosen.check_out or (None, None)
    audience, kind = chosen.whom
    return replace(
        theirs,
        period=chosen.when,
        audience=audience,
        kind=kind,
        references=chosen.references,
        people=chosen.people,
        layout=chosen.seating,
        needs=chosen.needs,
        worker_ids=chosen.workers,
        room_ids=chosen.rooms,
        buddy_id=buddy,
        check_out=check_out,
        arrival=chosen.arrival,
        note=chosen.note,
        meeting=chosen.meeting,
        accepted={**theirs.accepted, **mine.accepted},
        near=mine.near,
        district=mine.district,
    )


def _words(
    catalogue: catalogues.Catalogue, names: dict[int, str]
) -> dict[str, Callable[[Any], str]]:
    """For each part of a booking how it is read."""

    def rooms(ids: tuple[int, ...]) -> str:
        found = [catalogue.rooms[id_] for id_ in ids]
        return f"{listing([one.name for one in found])}, {place(found[0])}"

    def whom(value: tuple[Audience, str]) -> str:
        return f"{value[0].words}, {catalogue.kinds[value[1]].label}"

    def check_out(value: tuple[int, time | None] | None) -> str:
        if value is None:
            return ""
        buddy, at = value
        name = names.get(buddy, SOMEBODY)
        return f"With {name} at {clock(at)}" if at else f"With {name}"

    return {
        "when": lambda period: f"{day(period.day)}, {span(period.starts, period.ends)}",
        "whom": whom,
        "references": listing,
        "people": str,
        "seating": lambda code: LAYOUTS.get(code, ""),
        "needs": partial(_listed, NEEDS),
        "workers": partial(_listed, names),
        "rooms": rooms,
        "check_out": check_out,
        "arrival": str,
        "note": str,
        "meeting": _said,
    }


def _said(said: Meeting) -> str:
    """What is said of a meeting, in a line."""
    parts = [said.police] if said.police else []
    if said.panel_members:
        parts.append(count(said.panel_members, "panel member"))
    if said.order_on:
        parts.append(f"order made on {day(said.order_on)}")
    if said.venues_offered:
        parts.append(f"{count(said.venues_offered, 'venue')} offered")
    if said.waiting_ids:
        parts.append(f"{count(len(said.waiting_ids), 'room')} to wait in")
    parts += ["both have said yes"] if said.both_agreed else []
    parts += ["a plan for working alone"] if said.lone_plan else []
    return listing(parts)


def _listed(names: dict[Any, str], keys: Iterable[Any]) -> str:
    return listing([names.get(key, SOMEBODY) for key in keys])
