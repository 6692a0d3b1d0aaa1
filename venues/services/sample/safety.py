"""Sample data: who would be alone in a building, and who checks out with somebody."""

from __future__ import annotations

from datetime import datetime, timedelta

from venues.domain.meeting import ALONE
from venues.domain.needs import STAFFED_AFTER
from venues.domain.numbers import Numbers
from venues.domain.sun import sunset_near
from venues.services.sample.diary import Entry
from venues.services.sample.hours import Opening


def alone(opening: Opening, entry: Entry) -> bool:
    """Whether the one worker has nobody else in the building for a part of the time.

    Such a booking stands on a plan that a manager has approved.
    """
    if len(entry.wish.workers) > 1 or entry.wish.kind.set in ALONE:
        return False
    until = entry.ends + timedelta(minutes=STAFFED_AFTER)
    return not any(
        span.starts <= entry.starts and until <= span.ends
        for span in opening.spans(entry.sites[0], entry.starts.date(), "staffed")
    )


def late(opening: Opening, entry: Entry) -> bool:
    """Whether it ends late or in the dark, or at either edge of the building's day."""
    if entry.wish.kind.set in ALONE:
        return False
    numbers, site, day = Numbers(), entry.sites[0], entry.starts.date()
    if entry.ends.time() > numbers.late:
        return True
    point = site.room.venue.point
    if point is not None:
        sets = datetime.combine(day, sunset_near(point, day))
        if entry.ends > sets + timedelta(minutes=numbers.dark_after):
            return True
    opened = opening.spans(site, day, "open")
    edge = timedelta(minutes=numbers.edge_minutes)
    return bool(opened) and (
        entry.starts < opened[0].starts + edge or entry.ends > opened[-1].ends - edge
    )
