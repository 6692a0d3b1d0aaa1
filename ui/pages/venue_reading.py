"""What the Venues page shows, looked up; what takes long on a thread of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ui import favourites
from ui.desk import Desk
from ui.jobs import Progress
from ui.models.venue_rows import Marks
from venues.errors import NotFound
from venues.services import (
    assessment_sheet,
    catalogue_list,
    suitability,
    venue_attention,
    venue_details,
    venue_history,
    venue_pins,
)
from venues.services.assessment_sheet import Sheet
from venues.services.catalogue_list import VenueRow, Wanted
from venues.services.venue_details import VenueDetails
from venues.services.venue_history import HistoryRow
from venues.services.venue_pins import Pin

LOOKING = "the list of venues"
"""The work that is the latest of its kind."""


class VenueReading(QObject):
    """Keeps the rows and marks that were looked up last.

    Signals:
        waiting: it takes a while; what was there holds meanwhile.
        ready: rows and marks are those of now.
    """

    waiting = Signal()
    ready = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pending = False
        self.rows: Sequence[VenueRow] = ()
        self.marks = Marks()

    def begin(self) -> None:
        """Look everything up again.

        After a change of a large catalogue every room is read and judged anew, which
        would hold the window up.
        """
        with self._desk.database.read() as session:
            today = self._desk.now().date()
            self._pending = not suitability.at_hand(session, today=today)
        if self._pending:
            self.waiting.emit()
            self._desk.jobs.latest(LOOKING, self._work_out, self._finish)
        else:
            self._desk.jobs.forget(LOOKING)
            self._finish()

    def _work_out(self, _progress: Progress) -> None:
        """On another thread: what it finds is kept, and at hand afterwards."""
        with self._desk.database.read() as session:
            today = self._desk.now().date()
            suitability.of_all(session, today=today)
            catalogue_list.find(session, Wanted(), today=today)

    def _finish(self, _: object = None) -> None:
        self._pending = False
        desk, now = self._desk, self._desk.now()
        with desk.database.read() as session:
            standing = suitability.of_all(session, today=now.date())
            attention = venue_attention.read(session, desk.viewer, standing, now=now)
        starred = favourites.starred(desk.preferences)
        self.marks = Marks(starred, attention, standing)
        self.rows = self.ask(Wanted())
        self.ready.emit()

    def ask(self, wanted: Wanted) -> Sequence[VenueRow]:
        """The venues that are looked for; of those that were there, while it waits."""
        if self._pending:
            return wanted.of(self.rows)
        with self._desk.database.read() as session:
            return catalogue_list.find(session, wanted, today=self._desk.now().date())

    def details(self, venue_id: int | None) -> VenueDetails | None:
        """All about a venue; None where there is none."""
        if venue_id is None:
            return None
        try:
            with self._desk.database.read() as session:
                return venue_details.details(session, venue_id)
        except NotFound:
            return None

    def pins(self) -> Sequence[Pin]:
        """The venues on the map."""
        with self._desk.database.read() as session:
            return venue_pins.pins(session)

    def history(self, venue_id: int) -> Sequence[HistoryRow]:
        """What was changed of a venue."""
        with self._desk.database.read() as session:
            return venue_history.read(session, venue_id)

    def assessed(self, venue_id: int) -> Sheet:
        """The assessment of a venue and of its rooms."""
        with self._desk.database.read() as session:
            today = self._desk.now().date()
            return assessment_sheet.read(session, venue_id, today=today)
