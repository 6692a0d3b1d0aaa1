"""What is looked after as long as somebody sits here, whichever page is in front."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from ui.desk import Desk
from ui.live import Live
from ui.overdue import Overdue
from ui.road import Road
from ui.waiting import Waiting
from ui.widgets.alertbar import AlertBar
from ui.window import Window


class Watching(QObject):
    """The number beside Today, who has not checked out, and what others change."""

    def __init__(self, desk: Desk, window: Window, parent: QObject) -> None:
        super().__init__(parent)
        self.bar = AlertBar()
        window.middle.insertWidget(0, self.bar)
        self._live = Live(desk, self)
        self._waiting = Waiting(desk, self)
        self._overdue = Overdue(
            desk, self.bar, window, self, curtain=window.curtain.say
        )

        self.road = Road(desk, self) if desk.database.path is None else None

    @Slot()
    def stop(self) -> None:
        """Somebody else sits here now."""
        self._live.stop()
        self._waiting.stop()
        self._overdue.stop()
        if self.road is not None:
            self.road.stop()
        self.bar.deleteLater()
