"""Says when the shared database is out of reach, and brings everything back with it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.dialogs.road import RoadDialog
from ui.jobs import Lane, Progress
from ui.kinds import Kind
from ui.patience import Patience
from ui.widgets.lostbar import LostBar
from venues.domain import words
from venues.services import road

if TYPE_CHECKING:
    from ui.program import Program
    from venues.database.session import Database

AGAIN = 5_000  # milliseconds between two tries
NOT_UP_TO_DATE = (
    "You stopped waiting for the shared database. What is on the screen may not be up "
    "to date."
)
BACK = "The connection to the shared database is back."


class Connection(QObject):
    """What is on the screen stays and can be read; it is tried again by itself."""

    _lost = Signal()

    def __init__(self, database: Database, program: Program) -> None:
        super().__init__(program)
        self._database = database
        self._program = program
        self.bar = LostBar()
        self.bar.asked.connect(self._try)
        self.bar.ahead.connect(self.show_road)
        program.window.middle.insertWidget(0, self.bar)
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN)
        self._timer.timeout.connect(self._try)
        self.since: datetime | None = None
        self.patience = Patience(program.window, program.jobs)
        self.patience.stopped.connect(partial(program.say, NOT_UP_TO_DATE))
        program.jobs.tell = program.changes.tell = self.patience.tell
        database.accompany(self.patience)
        self._trying = False
        self._lost.connect(self._note)
        database.lost = self._lost.emit
        program.window.closing.connect(self._timer.stop)

    def stop(self) -> None:
        """Another database is used from now on."""
        self._database.lost = None
        self._timer.stop()
        self.bar.deleteLater()
        self.deleteLater()

    @Slot()
    def show_road(self) -> None:
        """Show the copy of my next two weeks that is on this PC."""
        program = self._program
        copy = road.kept(program.login, now=program.now())
        RoadDialog(copy, program.window).open()

    @Slot()
    def _note(self) -> None:
        if self.since is not None:
            return
        self._database.leave_alone()
        self.since = self._program.now()
        self.bar.say(words.clock(self.since.time()))
        self._program.window.status.mark(Kind.WARN)
        self._timer.start()

    @Slot()
    def _try(self) -> None:
        if self._trying or self.since is None:
            return
        self._trying = True
        self.bar.wait(on=True)
        self._program.jobs.run("", self._reach, self._tried, lane=Lane.QUICK)

    def _reach(self, _progress: Progress) -> bool:
        return self._database.reach()

    @Slot(object)
    def _tried(self, there: object) -> None:
        self._trying = False
        self.bar.wait(on=False)
        if not there:
            return
        self._timer.stop()
        self.since = None
        self.bar.hide()
        self._program.window.status.mark(Kind.GOOD)
        self._program.say(BACK)
