"""The week of a venue as three of the sheets show it: rooms down, days across."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy.orm import Session

from venues.domain import words
from venues.domain.opening import closed_times
from venues.domain.privacy import IN_USE, Expected, Seen
from venues.domain.proposal import Day, Span, Venue
from venues.domain.sheets import Cell, Entry, Heading, RoomWeek, Sheet, WeekSheet
from venues.services import stays
from venues.services.diary import Diary
from venues.services.sheet_order import SATURDAY, WEEK, Order, head


def weeks(session: Session, order: Order, read: Diary) -> tuple[WeekSheet, ...]:
    """A sheet for each venue of the diary."""
    entries = _entries(session, order, read)
    return tuple(_venue_week(order, read, venue, entries) for venue in read.venues)


def _entries(
    session: Session, order: Order, read: Diary
) -> dict[tuple[int, date], list[Entry]]:
    """Room id and day → what holds the room then, in order of time."""
    if order.sheet is Sheet.RECEPTION:
        starts = datetime.combine(order.monday, time())
        told = stays.expected_between(
            session,
            order.catalogue,
            first=starts,
            until=starts + timedelta(days=WEEK),
            room_ids={room.id for room in read.rooms},
        )
        rows = [(row.room_id, _expected(order, row)) for row in told]
    else:
        made = _door if order.sheet is Sheet.DOOR else _team
        seen = [row for each in read.seen.values() for row in each]
        rows = [(row.room_id, made(order, row)) for row in seen]
    found: dict[tuple[int, date], list[Entry]] = defaultdict(list)
    for room_id, entry in rows:
        for day in read.days:
            midnight = datetime.combine(day, time())
            if entry.starts < midnight + timedelta(days=1) and midnight < entry.ends:
                found[room_id, day].append(entry)
    for each in found.values():
        each.sort(key=lambda entry: entry.starts)
    return found


def _entry(
    order: Order, row: Seen | Expected, lines: Iterable[str], *, own: bool = False
) -> Entry:
    """The row with its hold times: a hold tells nobody how long the meeting is."""
    starts, ends = row.starts, row.ends
    if isinstance(row, Seen):
        starts, ends = row.held_from or starts, row.held_until or ends
    return Entry(starts, ends, order.span(starts, ends), tuple(lines), own=own)


def _door(order: Order, row: Seen) -> Entry:
    return _entry(order, row, ("Room in use", "Please do not enter"))


def _team(order: Order, row: Seen) -> Entry:
    lines = [row.kind, row.cases] if row.own else [IN_USE]
    if order.keeper or (row.own and row.lead != order.viewer.name):
        lines.append(row.lead)
    if row.not_confirmed:
        lines.append("Venue not confirmed")
    return _entry(order, row, filter(None, lines), own=row.own)


def _expected(order: Order, row: Expected) -> Entry:
    if row.people is None:
        return _entry(order, row, (IN_USE,))
    seats = f"{words.count(row.people, 'person', 'people')} expected"
    set_up = [f"Seats {row.layout}"] if row.layout else []
    set_up += [need if not set_up else need.lower() for need in row.set_up]
    lines = [f"Ask for {row.ask_for}", seats, ", ".join(set_up)]
    return _entry(order, row, filter(None, lines))


def _venue_week(
    order: Order,
    read: Diary,
    venue: Venue,
    entries: dict[tuple[int, date], list[Entry]],
) -> WeekSheet:
    rooms = read.rooms_of(venue.id)
    days = [
        day
        for day in read.days
        if day.weekday() <= SATURDAY
        or any(entries.get((room.id, day)) for room in rooms)
        or any(read.hours[room.id, day].usable for room in rooms)
    ]
    hours = {day: [read.hours[room.id, day] for room in rooms] for day in days}
    opening = {day: _opening(each) for day, each in hours.items()}
    return WeekSheet(
        head(order, venue),
        tuple(Heading(day, _hours(order, opening[day])) for day in days),
        tuple(
            RoomWeek(
                room.name,
                "" if order.sheet is Sheet.DOOR else words.count(room.capacity, "seat"),
                tuple(
                    _cell(
                        order,
                        read.hours[room.id, day],
                        opening[day],
                        entries.get((room.id, day), []),
                    )
                    for day in days
                ),
            )
            for room in rooms
        ),
    )


def _opening(hours: Sequence[Day]) -> Span | None:
    """From when to when any room of the venue may be used that day."""
    open_ = [span for day in hours if day.usable for span in (*day.usable, *day.usual)]
    if not open_:
        return None
    return Span(min(each.starts for each in open_), max(each.ends for each in open_))


def _hours(order: Order, opening: Span | None) -> str:
    if opening is None:
        return "closed"
    return words.span(opening.starts, opening.ends, twenty_four=order.twenty_four)


def _cell(order: Order, day: Day, opening: Span | None, entries: list[Entry]) -> Cell:
    """What is booked, and where the room closes within its venue's opening hours."""
    why = f": {day.closed}" if day.closed and order.sheet is Sheet.TEAM else ""
    if opening is None or not day.usable:
        return Cell(tuple(entries), f"Closed{why}")
    closed = [
        _closed(order, day, Span(starts, ends), opening)
        for span in closed_times(day)
        for starts, ends in (
            (max(span.starts, opening.starts), min(span.ends, opening.ends)),
        )
        if starts < ends
    ]
    return Cell(tuple(sorted([*entries, *closed], key=lambda each: each.starts)))


def _closed(order: Order, day: Day, gap: Span, opening: Span) -> Entry:
    """A stretch that is not ours; its reason only where it breaks the usual hours."""
    if gap.starts == opening.starts:
        text = f"Closed until {order.clock(gap.ends)}"
    elif gap.ends == opening.ends:
        text = f"Closed from {order.clock(gap.starts)}"
    else:
        text = f"Closed {order.clock(gap.starts)} to {order.clock(gap.ends)}"
    usual = any(gap.starts < each.ends and each.starts < gap.ends for each in day.usual)
    if usual and day.closed and order.sheet is Sheet.TEAM:
        text += f": {day.closed}"
    return Entry(gap.starts, gap.ends, "", (text,), closed=True)
