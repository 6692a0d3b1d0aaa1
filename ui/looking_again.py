"""Looks for bookings that need review, or are released today, in the background."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ui.desk import Desk
from ui.jobs import Job, Progress
from venues.services import releasing
from venues.services.reviews import sweeping

TITLE = "Looking for bookings that need review"


def begin(
    desk: Desk, failed: Callable[[Exception], object], *, title: str = TITLE
) -> Job:
    """Look at the next weeks; what is found is announced as any change.

    Without a ``title`` it is not shown below the window.
    """
    return desk.jobs.run(title, partial(_look, desk), failed=failed)


def _look(desk: Desk, progress: Progress) -> int:
    releasing.release(desk.database, desk.now())
    return sweeping.sweep(desk.database, desk.now(), progress)
