"""Says at once that the booking on the page was changed by somebody else."""

from __future__ import annotations

from ui.desk import Desk
from ui.pages.booking_versions import CANCELLED
from ui.pages.checks_card import ChecksCard
from venues.errors import VenuesError
from venues.services import booking_edits
from venues.services.booking_edits import Edit

SHOWS = frozenset({"booking", "booking_room", "worker", "attendance"})

OVERTAKEN = (
    "This booking was changed elsewhere just now. What you typed is kept: compare "
    "theirs with yours, then save."
)


class Overtaken:
    """Looks when something changed; each version is told of once."""

    def __init__(self, desk: Desk, card: ChecksCard) -> None:
        self._desk = desk
        self._card = card
        self._told: tuple[int, int] | None = None

    def look(self, edit: Edit | None, tables: frozenset[str]) -> None:
        """Compare what was opened with what is stored now."""
        if edit is None or not tables & SHOWS:
            return
        try:
            with self._desk.database.read() as session:
                theirs = booking_edits.open_booking(session, edit.id, self._desk.viewer)
        except VenuesError as trouble:
            self._card.fail(str(trouble))
            return
        if theirs.version == edit.version or self._told == (edit.id, theirs.version):
            return
        self._told = edit.id, theirs.version
        if theirs.live:
            self._card.fail(OVERTAKEN, stale=True)
        else:
            self._card.fail(CANCELLED)
