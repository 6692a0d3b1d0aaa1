"""When a room is to be looked at again, and what brings that forward."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from venues.domain.record import Record, months_after


class Late(NamedTuple):
    """When a review is due, since when it is overdue and why, and whether it blocks."""

    due: date | None = None
    since: date | None = None
    because: str = ""
    blocked: bool = False


def reviews(record: Record, today: date) -> Late:
    """The review that is due first, of the venue or of the room itself.

    An incident since the last visit asks for one at once, closed or not, of the room
    it happened in or else of the venue. So does a trigger, which was put down as the
    day by which to review.
    """
    due: tuple[date, str] | None = None
    since: tuple[date, str] | None = None
    blocked = False
    for visit, of_room in ((record.venue.visit, False), (record.room.visit, True)):
        if visit is None:
            continue
        by = min(visit.review_by, months_after(visit.made_on, record.limits.review))
        marks = [(by, visit.trigger)]
        marks += [
            (each.happened_on, "incident")
            for each in record.happenings
            if (each.room_id is not None) is of_room
            and visit.made_on < each.happened_on <= today
        ]
        first = min(marks)
        due = min(due, first) if due else first
        if first[0] < today or (first[1] and first[0] <= today):
            since = min(since, first) if since else first
        blocked |= months_after(visit.made_on, record.limits.block) <= today
    if since is None:
        return Late(due[0] if due else None)
    return Late(since[0], since[0], since[1], blocked)
