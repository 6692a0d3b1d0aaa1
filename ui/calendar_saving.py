"""Saves a calendar file of somebody's own appointments, to be opened elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.desk import Desk
from ui.dialogs.files import CALENDARS, ask_where
from ui.jobs import Lane, Progress
from ui.preferences import Setting
from venues.errors import VenuesError
from venues.services import calendars

FOLDER = Setting("calendar_folder", "")
NAME = "Appointments.ics"
SAVED = (
    "Saved {name}. Open it in your calendar; opening a newer one later "
    "brings the changes."
)


class CalendarSaving(QObject):
    """Asks where to, and writes the file off the interface's thread."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._wanted: tuple[int, ...] | None = None

    def ask(self, booking_ids: Iterable[int] | None = None) -> QFileDialog:
        """Ask where to put a file of those bookings, or of all of one's own."""
        self._wanted = None if booking_ids is None else tuple(booking_ids)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._desk.preferences[FOLDER] or QStandardPaths.writableLocation(
            documents
        )
        return ask_where(
            self._window,
            "Save a calendar file",
            Path(folder) / NAME,
            self.save,
            CALENDARS,
        )

    @Slot(str)
    def save(self, path: str) -> None:
        """Write the file there and say so, or why not."""
        self._desk.preferences[FOLDER] = str(Path(path).parent)
        self._desk.jobs.run(
            "Saving a calendar file",
            partial(self._write, Path(path), self._wanted),
            partial(self._saved, Path(path).name),
            failed=self._failed,
            lane=Lane.LONG,
        )

    def _write(
        self, path: Path, wanted: tuple[int, ...] | None, _progress: Progress
    ) -> None:
        # Imported here: calendars are written seldom, and reading dates costs time.
        from venues.services import calendar_file  # noqa: PLC0415

        desk = self._desk
        now = desk.now()
        with desk.database.read() as session:
            if wanted is None:
                entries = calendars.mine(session, desk.viewer, now=now)
            else:
                entries = calendars.of_bookings(session, desk.viewer, wanted)
        calendar_file.write(path, entries, at=now)

    def _saved(self, name: str, _: object) -> None:
        self._desk.host.say(SAVED.format(name=name))

    def _failed(self, trouble: Exception) -> None:
        if isinstance(trouble, VenuesError):
            self._desk.host.say(str(trouble))
        else:
            self._desk.jobs.unexpected.emit(trouble)
