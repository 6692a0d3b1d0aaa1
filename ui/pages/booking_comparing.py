"""Puts what somebody else saved beside what is typed, to choose from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.dialogs.versions import VersionsDialog
from ui.pages import booking_versions
from venues.services.asking import Request
from venues.services.booking_edits import Edit


def compare(
    desk: Desk,
    page: QWidget,
    versions: tuple[Edit, Request, Edit],
    room: str,
    took: Callable[[Request], object],
) -> None:
    """Open the dialog; ``took`` is told what to go on with.

    ``versions`` are the booking as it was opened, as it is typed, and as it is stored.
    """
    before, mine, theirs = versions
    found = booking_versions.differences(desk, before.request, mine, theirs.request)
    dialog = VersionsDialog(f"the booking of {room}", found, page)
    dialog.chosen.connect(partial(_take, mine, theirs, took))
    dialog.open()


def _take(
    mine: Request,
    theirs: Edit,
    took: Callable[[Request], object],
    kept: frozenset[str],
) -> None:
    took(booking_versions.merged(mine, theirs.request, kept))
