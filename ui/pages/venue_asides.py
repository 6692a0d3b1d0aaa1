"""Steps aside from a venue: words and a page for whoever comes, and agreements."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui import clipboard
from ui.desk import Desk
from ui.dialogs.block_hires import BlockHiresDialog
from ui.widgets.venue_contacts import BLOCKS, COPY, WAY
from venues.services import directions
from venues.services.venue_details import VenueDetails

COPIED = "Copied the words for a family."
CUT = f"{COPIED} What would tell why they come is left out."
KEYS = frozenset({COPY, WAY, BLOCKS})


class VenueAsides(QObject):
    """What the Contacts tab asks for."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def take(self, what: str, found: VenueDetails) -> None:
        """Take that step with that venue."""
        if what == COPY:
            words = directions.words_of(found.venue)
            clipboard.copy(words.text)
            self._desk.host.say(CUT if words.cut else COPIED)
        elif what == WAY:
            # Loaded only now, as printing takes long to import.
            from ui.dialogs.print_directions import DirectionsDialog  # noqa: PLC0415

            DirectionsDialog(self._desk, found.id, self._page).open()
        elif self._desk.viewer.edits_venues:
            BlockHiresDialog(self._desk, found, self._page).open()
