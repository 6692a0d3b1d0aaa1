"""Sample data: what somebody asked a manager, and was told."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from venues.database.models import SignOff
from venues.domain.people import Role
from venues.services.sample.company import PICTURED
from venues.services.sample.rows import Rows
from venues.services.sample.traces import Around

ASKED = timedelta(days=3)


def add(rows: Rows, around: Around) -> None:
    """One that a manager declined; what was asked for is let go of by then."""
    manager = around.person("manager.01")
    asker = next(
        person
        for person in around.people
        if person.role is Role.PRACTITIONER and person.login != PICTURED
    )
    entry = around.ahead()[0].entry
    morning = datetime.combine(around.today - ASKED, time(9, 40))
    rows.add(
        SignOff,
        asked_by=asker.id,
        made_at=morning,
        room_id=entry.sites[0].room.id,
        starts=entry.starts,
        ends=entry.ends,
        asked={},
        why="The only place near enough",
        state="no",
        reason="Another place will do",
        decided_by=manager.id,
        decided_at=morning + timedelta(hours=5),
    )
