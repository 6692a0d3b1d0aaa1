"""What stands at the foot of the window: which file, how safe it is, who sits here."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from ui import backed_up
from ui.desk import Desk
from ui.preferences import TWENTY_FOUR
from ui.widgets.statusline import StatusLine
from venues.database import catalogue

TICK = 60_000  # milliseconds: after midnight a backup is of another day


class Foot(QObject):
    """Keeps the status line right for one desk."""

    def __init__(self, status: StatusLine, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._status = status
        self._desk = desk
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.say_backup)
        self._timer.start()
        desk.preferences.changed.connect(self.say_backup)
        desk.changes.committed.connect(self._follow)
        self.say_place()
        self.say_backup()

    @Slot()
    def say_place(self) -> None:
        """Which database this is, and who sits before it."""
        viewer = self._desk.viewer
        with self._desk.database.read() as session:
            places = catalogue.read(session)
        sample = " · Sample data" if places.settings.get("sample") else ""
        database = self._desk.database
        place = f"This PC · {database.path.name}" if database.path else None
        self._status.say_place(f"{place or f'Shared · {database.place}'}{sample}")
        home = places.authorities.get(viewer.authority_id or 0)
        where = f", {home.name}" if home else ""
        self._status.signed_in.say(
            f"Signed in as {viewer.login} · {viewer.role.words}{where}"
        )

    @Slot(frozenset)
    def _follow(self, tables: frozenset[str]) -> None:
        if tables & backed_up.NEWS:
            self.say_backup()

    @Slot()
    def say_backup(self) -> None:
        """When the database was last backed up."""
        preferences, path = self._desk.preferences, self._desk.database.path
        if path is None:  # whoever looks after the server knows
            self._status.backup.say("")
            return
        self._status.backup.say(
            backed_up.words(
                preferences,
                path,
                self._desk.now(),
                twenty_four=preferences[TWENTY_FOUR],
            )
        )
