"""Shows what another program or another PC changed, within a second or two."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from ui.desk import Desk

TICK = 1_000
"""Milliseconds between looks, each of some microseconds when nothing changed."""


class Live(QObject):
    """Tells the pages, as if it had been changed here."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pulse = desk.database.pulse()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.look)
        if self._pulse is not None:
            self._timer.start()

    @Slot()
    def look(self) -> None:
        """Look now."""
        if self._pulse is not None and (tables := self._pulse.look()):
            self._desk.database.announce(tables)

    @Slot()
    def stop(self) -> None:
        """Somebody else sits here, or the database is let go of."""
        self._timer.stop()
        if self._pulse is not None:
            self._pulse.close()
            self._pulse = None
