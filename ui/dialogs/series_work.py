"""What is asked and done when a series is changed, for its form and for undoing."""

from __future__ import annotations

from typing import Any

from ui.desk import Desk
from venues.domain.findings import Finding
from venues.services import attempts
from venues.services.series import changing, extending, outlook
from venues.services.series.change import Change
from venues.services.series.changing import Changed
from venues.services.series.extending import More
from venues.services.series.opened import Opened
from venues.services.series.outlook import Outlook

Wanted = Change | More
"""Dates that are to be otherwise, or further ones."""


def look_at(desk: Desk, session: Any, opened: Opened, wanted: Wanted) -> Outlook:
    """What would become of each date.

    Raises:
        VenuesError: something of it cannot be used.
    """
    viewer, now = desk.viewer, desk.now()
    if isinstance(wanted, More):
        return extending.look(session, opened, wanted, viewer, now=now)
    return outlook.look(session, opened, wanted, viewer, now=now)


def carry_out(desk: Desk, opened: Opened, wanted: Wanted) -> Changed:
    """Write it in one unit of work.

    Raises:
        DatesRefused: a date does not fit, and no way out is chosen for it.
        Overtaken: somebody else changed some of it since it was opened.
        VenuesError: something else of it cannot be done.
    """
    viewer, now = desk.viewer, desk.now()
    id_ = opened.chosen.booking_id

    def work(session: Any) -> Changed:
        if isinstance(wanted, More):
            return extending.extend(session, id_, wanted, viewer, now=now)
        return changing.change(session, id_, wanted, viewer, now=now, seen=opened)

    room_id = opened.usual.room_ids[0]
    if isinstance(wanted, Change) and wanted.room_ids:
        room_id = wanted.room_ids[0]
    return attempts.change_series(desk.database, viewer, room_id, work)


def acceptable(found: Outlook) -> list[Finding]:
    """Warnings that a reason passes, each once."""
    kept: dict[str, Finding] = {}
    for planned in found.planned:
        for each in planned.findings:
            if each.acceptable:
                kept.setdefault(each.rule, each)
    return list(kept.values())
