"""From rows to the facts the rules look at, in a fixed number of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from typing import Any

from sqlalchemy import Select, TextClause, bindparam, select, text
from sqlalchemy.orm import Session

from venues.database import case_facts, engagements, no_go, term_days
from venues.database.catalogue import Catalogue
from venues.database.keys import on_a_server
from venues.database.models import Hold
from venues.database.models.booking import LONGEST_HOLD
from venues.database.no_go import Without
from venues.domain.circumstances import Circumstances
from venues.domain.people import Viewer
from venues.domain.places import Point
from venues.domain.proposal import Appointment, Day, Proposal, Span, proposed
from venues.domain.proposal import Room as RoomFacts

FEW = 5
"""One room in so many, or more, is read by time and not space by space."""


def holds(
    session: Session,
    first: datetime,
    until: datetime,
    *,
    space_ids: Collection[int] | None = None,
    without: int | None = None,
) -> dict[int, list[Span]]:
    """Space id → what holds it between the two moments, in order of time.

    No hold lasts longer than ``LONGEST_HOLD`` hours, so the index need be read back
    no further than that. One booking can be left out: the one being changed.
    """
    given: dict[str, Any] = {
        "earliest": first - timedelta(hours=LONGEST_HOLD),
        "first": first,
        "until": until,
    }
    if space_ids is not None:
        given["space_ids"] = sorted(space_ids)
    if without is not None:
        given["without"] = without
    make = _taken if on_a_server(session) else _holds
    statement = make(some=space_ids is not None, but_one=without is not None)
    taken: dict[int, list[Span]] = defaultdict(list)
    for space_id, starts, ends in session.execute(statement, given):
        taken[space_id].append(Span(starts, ends))
    return taken


@cache
def _holds(*, some: bool, but_one: bool) -> Select[int, datetime, datetime]:
    """The statement, made once for each of its forms."""
    hold = Hold.__table__.c
    statement = select(hold.space_id, hold.starts, hold.ends).where(
        hold.starts > bindparam("earliest"),
        hold.starts < bindparam("until"),
        hold.ends > bindparam("first"),
    )
    if some:
        statement = statement.where(
            hold.space_id.in_(bindparam("space_ids", expanding=True))
        )
    if but_one:
        statement = statement.where(
            hold.booking_id.is_distinct_from(bindparam("without"))
        )
    return statement.order_by(hold.starts)


@cache
def _taken(*, some: bool, but_one: bool) -> TextClause:
    """The same on a server, where only one's own holds have a booking.

    No two holds of a space begin at once.
    """
    said = """
        SELECT space, "from", until FROM taken
        WHERE "from" > :earliest AND "from" < :until AND until > :first"""
    if some:
        said += " AND space = ANY(CAST(:space_ids AS int[]))"
    if but_one:
        said += """ AND NOT EXISTS (SELECT FROM hold WHERE booking_id = :without
            AND space_id = space AND starts = "from")"""
    return text(f'{said} ORDER BY "from"')


def busy_days(
    session: Session,
    catalogue: Catalogue,
    rooms: Collection[RoomFacts],
    day: date,
    *,
    without: int | None = None,
) -> dict[int, Day]:
    """Room id → its hours, closures and what holds it on that day."""
    midnight = datetime.combine(day, time())
    space_ids = None
    if len(rooms) * FEW < len(catalogue.rooms):
        space_ids = {space_id for room in rooms for space_id in room.space_ids}
    taken = holds(
        session,
        midnight,
        midnight + timedelta(days=1),
        space_ids=space_ids,
        without=without,
    )
    bare = catalogue.days(day, rooms if space_ids is not None else None)
    found = {}
    for room in rooms:
        hours = bare[room.id]
        if len(room.space_ids) == 1:
            spans = taken.get(room.space_ids[0])
            busy = tuple(spans) if spans else ()
        else:
            busy = tuple(
                sorted({span for id_ in room.space_ids for span in taken.get(id_, ())})
            )
        found[room.id] = hours.taken(busy) if busy else hours
    return found


def circumstances(
    session: Session,
    catalogue: Catalogue,
    viewer: Viewer,
    asked: Appointment,
    *,
    near: Point | None = None,
    district: str = "",
    without: Without = None,
    today: date | None = None,
) -> Circumstances:
    """What is true of the people concerned, in three statements at most."""
    day = asked.period.day
    known = case_facts.read(
        session,
        asked.case_ids,
        day,
        school=partial(term_days.at_school, catalogue, day),
        without=without,
        visited=asked.booking,
    )
    return Circumstances(
        no_go=no_go.windows(
            session, asked.case_ids, [day], catalogue.numbers.buffers, without=without
        ),
        engagements=engagements.read(
            session, viewer, asked.worker_ids, day, without=without
        ),
        case_times=known.times,
        near=near,
        travel_limit=catalogue.numbers.travel_limit(district),
        today=today,
        case=known.facts,
        numbers=catalogue.numbers,
        bank_holiday=term_days.bank_holiday(catalogue, day),
        half_terms=term_days.half_terms(catalogue, day),
        shut_rooms=term_days.shut_rooms(catalogue, day),
    )


def proposal(
    asked: Appointment, room: RoomFacts, day: Day, about: Circumstances
) -> Proposal:
    """All that a rule needs to know of one room."""
    return proposed(asked, room, day, about, asked.hold(room))


def proposals(
    asked: Appointment,
    rooms: Iterable[RoomFacts],
    days: dict[int, Day],
    about: Circumstances,
) -> Iterator[Proposal]:
    """The same for many rooms; most of them are held for the same time."""
    holds_by_turnaround: dict[int, Span] = {}
    for room in rooms:
        held = holds_by_turnaround.get(room.turnaround)
        if held is None:
            held = holds_by_turnaround[room.turnaround] = asked.hold(room)
        yield proposed(asked, room, days[room.id], about, held)
