"""What somebody did last is undone, or done again, as the window does it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from venues.database.session import Database
from venues.domain.people import Viewer
from venues.services.undoing import steps
from venues.services.undoing.steps import Steps, Turned


def listed(database: Database, viewer: Viewer) -> Steps:
    """What the viewer can undo, and do again."""
    with database.read() as session:
        return steps.read(session, viewer)


def undo(
    database: Database,
    viewer: Viewer,
    now: datetime,
    references: Mapping[int, str] | None = None,
) -> Turned:
    """Undo what the viewer did last."""
    database.actor = viewer.staff_id
    id_ = listed(database, viewer).undo[0].id
    return steps.turn(database, id_, viewer, now=now, references=references)


def redo(
    database: Database,
    viewer: Viewer,
    now: datetime,
    references: Mapping[int, str] | None = None,
) -> Turned:
    """Do again what the viewer undid last."""
    database.actor = viewer.staff_id
    id_ = listed(database, viewer).redo[0].id
    return steps.turn(database, id_, viewer, now=now, references=references)
