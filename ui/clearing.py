"""Lets go of what is kept no longer, once a day, when nobody waits for anything."""

from __future__ import annotations

from functools import partial

from ui import backed_up
from ui.desk import Desk
from ui.jobs import Progress
from venues.errors import VenuesError
from venues.services import retention
from venues.services.retention import Cleared


def begin(desk: Desk) -> None:
    """See to it in the background; Settings tells what came of it."""
    desk.jobs.run(
        "", partial(_run, desk), partial(_done, desk), failed=_leave_for_later
    )


def _run(desk: Desk, _progress: Progress) -> Cleared | None:
    path = desk.database.path
    backup = backed_up.elsewhere(desk.preferences, path) if path else None
    return retention.run(desk.database, desk.now(), (backup,) if backup else ())


def _done(desk: Desk, cleared: Cleared | None) -> None:
    """Steps that could be taken back may still know what had to go."""
    if cleared is not None and cleared.references:
        desk.undo.forget()


def _leave_for_later(trouble: Exception) -> None:
    """Busy, or a clock that is wrong: Settings says so, and the next start tries."""
    if not isinstance(trouble, VenuesError):
        raise trouble
