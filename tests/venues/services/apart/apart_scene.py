"""What tests of keeping apart do to the small world: links, bookings, refusals.

It is Monday 23 November 2026, 8am. Case 1 is WA-20417 (a child's), 2 is WA-20466 (a
victim's), 3 is WA-20418 (another child's).
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select

from venues.database.models import CaseVenue, Look, Separation
from venues.domain.people import Audience
from venues.domain.period import Period
from venues.errors import Refused
from venues.services import attempts, bookings
from venues.services.apart import links
from venues.services.apart.drafts import Link

TODAY = date(2026, 11, 23)
THURSDAY = date(2026, 11, 26)
CHILD, VICTIM, OTHER = 1, 2, 3
FIRST, SECOND, THIRD = "WA-20417", "WA-20466", "WA-20418"
MILLBROOK, LIBRARY, RAILSIDE = 1, 2, 3
RAILSIDE_ROOM = 5


def day(number: int) -> date:
    """So many days from today."""
    return TODAY + timedelta(days=number)


def link(world: Any, **changed: Any) -> int:
    """WA-20417 and WA-20466 are linked; gives the link's id."""
    usual = {
        "first_id": CHILD,
        "second_id": VICTIM,
        "kind": "same offence",
        "since": day(-10),
        "until": day(200),
        "review_on": day(150),
    }
    with world.database.write() as session:
        row = Separation(**usual | changed)
        session.add(row)
        session.flush()
        return row.id


def bar(world: Any, **changed: Any) -> int:
    """WA-20417 must not use Railside; gives the row's id."""
    usual = {
        "case_id": CHILD,
        "venue_id": RAILSIDE,
        "since": day(-10),
        "until": day(200),
        "review_on": day(150),
    }
    with world.database.write() as session:
        row = CaseVenue(**usual | changed)
        session.add(row)
        session.flush()
        return row.id


def book(world: Any, hour: int = 15, when: date = THURSDAY, **changed: Any) -> int:
    """A booking of WA-20417 in Willow Room, or with any of it changed."""
    viewer = changed.pop("viewer", world.practitioner)
    starts = datetime.combine(when, time(hour))
    wanted = world.request(period=Period.lasting(starts, 60), **changed)
    with world.database.write() as session:
        return bookings.book(session, wanted, viewer, now=world.now).id


def victim(world: Any, **changed: Any) -> dict[str, Any]:
    """What makes a booking the victim's."""
    usual = {
        "viewer": world.victim_worker,
        "audience": Audience.VICTIM,
        "kind": "VIC",
        "references": (SECOND,),
        "worker_ids": (world.victim_worker.staff_id,),
    }
    return usual | changed


def refused(world: Any, hour: int = 15, **changed: Any) -> str:
    """The code of an attempt that is refused for a person."""
    viewer = changed.pop("viewer", world.practitioner)
    starts = datetime.combine(THURSDAY, time(hour))
    wanted = world.request(period=Period.lasting(starts, 60), **changed)
    try:
        attempts.book(world.database, wanted, viewer, now=world.now)
    except Refused as refusal:
        return refusal.code or ""
    raise AssertionError("It was not refused.")


def looks(world: Any) -> list[tuple[int | None, str, int]]:
    """Who looked at what."""
    with world.database.read() as session:
        rows = session.execute(
            select(Look.staff_id, Look.what, Look.row_id).order_by(Look.id)
        )
        return [tuple(row) for row in rows]


def read_link(world: Any, link_id: int) -> Link:
    """The link as it is stored."""
    with world.database.read() as session:
        return links.stored(session, links.row(session, link_id))
