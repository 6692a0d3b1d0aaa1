"""Somebody's own week in full, for nobody but them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from venues.domain import words
from venues.domain.needs import NEEDS
from venues.domain.privacy import Seen
from venues.domain.proposal import LAYOUTS, Room
from venues.domain.sheets import Appointment, OwnSheet
from venues.services.diary import Diary
from venues.services.sheet_order import SATURDAY, Order, head


def own_week(order: Order, read: Diary) -> OwnSheet:
    """The viewer's own bookings of a diary that holds no others."""
    rooms = {room.id: room for room in read.rooms}
    bookings: dict[int | None, list[Seen]] = defaultdict(list)
    for each in read.seen.values():
        for row in each:
            bookings[row.booking_id].append(row)
    made = [_appointment(order, rooms, rows) for rows in bookings.values()]
    made.sort(key=lambda each: each.starts)
    days = []
    for day in read.days:
        today = tuple(each for each in made if each.starts.date() == day)
        if today or day.weekday() <= SATURDAY:
            days.append((day, today))
    return OwnSheet(head(order, None), tuple(days))


def _appointment(
    order: Order, rooms: dict[int, Room], rows: Sequence[Seen]
) -> Appointment:
    """One booking, with all its rooms."""
    row = rows[0]
    venue = rooms[row.room_id].venue
    when = [order.span(row.starts, row.ends)]
    if (row.held_from, row.held_until) != (row.starts, row.ends):
        held = order.span(row.held_from or row.starts, row.held_until or row.ends)
        when.append(f"Held {held}")
    state = ["Provisional"] if row.status == "provisional" else []
    state += ["Venue not confirmed"] if row.not_confirmed else []
    set_up = [f"Seats {LAYOUTS[row.layout]}"] if row.layout in LAYOUTS else []
    set_up += [NEEDS.get(need, need) for need in row.needs]
    others = [name for name in row.workers if name != order.viewer.name]
    return Appointment(
        starts=row.starts,
        time=tuple(when),
        where=(
            words.listing(sorted({rooms[each.room_id].name for each in rows})),
            ", ".join(filter(None, (venue.name, venue.town))),
        ),
        what=tuple(filter(None, (row.kind, row.cases, row.reference, *state))),
        people=tuple(
            filter(
                None,
                (
                    words.count(row.people or 0, "person", "people"),
                    f"With {words.listing(others)}" if others else "",
                    ", ".join(set_up),
                ),
            )
        ),
        notes=tuple(filter(None, (row.arrival, row.note))),
    )
