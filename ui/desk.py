"""What a page is handed: the database, who sits here, how to speak to the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from ui.changes import Changes
from ui.jobs import Jobs
from ui.preferences import Preferences
from ui.undo import UndoStack
from ui.widgets.messagebar import Offer
from venues.address import Place
from venues.database.session import Database
from venues.domain.people import Viewer

if TYPE_CHECKING:
    from venues.gazetteer import Gazetteer


class Host(Protocol):
    """The window, as far as a page needs it."""

    def say(
        self, message: str, *, undoable: bool = False, offer: Offer | None = None
    ) -> None:
        """Show a quiet message; with ``undoable`` it offers to undo the last step.

        ``offer`` is a button's words, and what it does: something one may do about it.
        """
        ...

    def show_page(self, key: str, **hint: Any) -> None:
        """Bring a page to the front; ``hint`` is handed to the page's ``take``."""
        ...

    def count(self, key: str, number: int) -> None:
        """Show in the rail how many things wait on a page."""
        ...

    def sign_in(self, viewer: Viewer) -> None:
        """Let somebody else sit here."""
        ...

    def open(self, place: Place, login: str) -> None:
        """Open another database in this window, in the place of this one if it can."""
        ...

    def restore(self, backup: Path) -> None:
        """Put a backup in the place of the database, and open it."""
        ...

    def begin_anew(self) -> None:
        """Start empty, in the place of sample data."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a page may use; nothing is global.

    ``now`` is the clock (local time, to the minute is enough). ``gazetteer`` gives the
    postcodes once they have been read, and None until then.
    """

    database: Database
    viewer: Viewer
    now: Callable[[], datetime]
    changes: Changes
    jobs: Jobs
    undo: UndoStack
    preferences: Preferences
    host: Host
    gazetteer: Callable[[], Gazetteer | None]

    def for_viewer(self, viewer: Viewer) -> Desk:
        """The same desk with somebody else sitting at it."""
        return replace(self, viewer=viewer)
