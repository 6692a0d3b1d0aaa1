"""Notes what happens while somebody is out, and lets it be taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ui.desk import Desk
from ui.jobs import Lane, Progress
from venues.database.session import Database
from venues.domain.outings import Out
from venues.domain.words import clock
from venues.errors import VenuesError
from venues.services import outing_marks, outing_plans
from venues.services.outing_marks import Marked, Marks

CHECK_IN, CHECK_OUT, MORE, RANG = "check in", "check out", "more", "rang"
WORK: dict[str, Callable[..., Marked]] = {
    CHECK_IN: outing_marks.check_in,
    CHECK_OUT: outing_marks.check_out,
    MORE: outing_marks.more_time,
    RANG: outing_marks.rang,
}
NAMES = {
    CHECK_IN: "check-in",
    CHECK_OUT: "check-out",
    MORE: "15 minutes more",
    RANG: "note of a call",
}


class OutingWork(QObject):
    """Saves off the interface's thread, one thing after another.

    Signals:
        ended: it was noted or refused; carries why it was refused, or an empty text.
    """

    ended = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def note(self, what: str, out: Out) -> None:
        """Note a check-in, a check-out, more time or a call."""
        desk = self._desk
        work = partial(WORK[what], viewer=desk.viewer, outing_id=out.id, now=desk.now())
        desk.jobs.run(
            "Saving",
            partial(_write, desk.database, work, NAMES[what]),
            partial(self._noted, what, out),
            failed=self._failed,
            lane=Lane.SAVE,
        )

    def cancel(self, out: Out) -> None:
        """Nobody goes after all."""
        desk = self._desk
        work = partial(outing_plans.cancel, viewer=desk.viewer, outing_id=out.id)
        desk.jobs.run(
            "Saving",
            partial(_write, desk.database, work, "cancelled outing"),
            self._cancelled,
            failed=self._failed,
            lane=Lane.SAVE,
        )

    def _noted(self, what: str, out: Out, marked: Marked) -> None:
        self._desk.host.say(self._words(what, out, marked.after), undoable=True)
        self.ended.emit("")

    def _words(self, what: str, out: Out, after: Marks) -> str:
        if what == MORE:
            due = clock(after.check_out)
            return f"Check-out is due at {due}."
        if what == RANG:
            return "Noted. You are reminded again in 15 minutes."
        done = "in" if what == CHECK_IN else "out"
        if out.mine and out.staff_id == self._desk.viewer.staff_id:
            return f"You are checked {done}."
        return f"{out.name} is checked {done}."

    @Slot(object)
    def _cancelled(self, _before: object) -> None:
        self._desk.host.say("The outing is cancelled.", undoable=True)
        self.ended.emit("")

    @Slot(object)
    def _failed(self, trouble: Exception) -> None:
        self.ended.emit(str(trouble) if isinstance(trouble, VenuesError) else "")
        if not isinstance(trouble, VenuesError):
            raise trouble


def _write(
    database: Database, work: Callable[[Any], Any], name: str, _progress: Progress
) -> object:
    with database.write(name) as session:
        return work(session)
