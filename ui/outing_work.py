"""Notes what happens while somebody is out, and lets it be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ui.desk import Desk
from ui.jobs import Lane, Progress
from venues.database.session import Database
from venues.domain.outings import Out
from venues.domain.people import Viewer
from venues.domain.words import clock
from venues.errors import VenuesError
from venues.services import outing_marks, outing_plans
from venues.services.outing_marks import Marked, Marks
from venues.services.outing_plans import Draft

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
            partial(_write, desk.database, work),
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
            partial(_write, desk.database, work),
            self._cancelled,
            failed=self._failed,
            lane=Lane.SAVE,
        )

    def _noted(self, what: str, out: Out, marked: Marked) -> None:
        desk = self._desk
        step = MarkStep(desk.database, desk.viewer, marked)
        desk.undo.push(NAMES[what], step.undo, step.redo)
        desk.host.say(self._words(what, out, marked.after), undoable=True)
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
    def _cancelled(self, before: Draft) -> None:
        desk = self._desk
        step = PlanStep(desk.database, desk.viewer, desk.now, 0, before)
        desk.undo.push("cancelled outing", step.plan, step.cancel)
        desk.host.say("The outing is cancelled.", undoable=True)
        self.ended.emit("")

    @Slot(object)
    def _failed(self, trouble: Exception) -> None:
        self.ended.emit(str(trouble) if isinstance(trouble, VenuesError) else "")
        if not isinstance(trouble, VenuesError):
            raise trouble


class MarkStep:
    """Something that was noted, to be taken back and noted again."""

    def __init__(self, database: Database, viewer: Viewer, marked: Marked) -> None:
        self._database = database
        self._viewer = viewer
        self._marked = marked

    def undo(self) -> None:
        """As it was before."""
        self._put(self._marked.after, self._marked.before)

    def redo(self) -> None:
        """As it was noted."""
        self._put(self._marked.before, self._marked.after)

    def _put(self, found: Marks, wanted: Marks) -> None:
        with self._database.write() as session:
            outing_marks.put_back(
                session, self._viewer, self._marked.id, found=found, wanted=wanted
            )


class PlanStep:
    """An outing that was planned, changed or cancelled; its id is another each time."""

    def __init__(
        self,
        database: Database,
        viewer: Viewer,
        now: Callable[[], datetime],
        outing_id: int,
        draft: Draft,
        before: Draft | None = None,
    ) -> None:
        self._database = database
        self._viewer = viewer
        self._now = now
        self._id = outing_id
        self.draft = draft
        self._before = before

    def plan(self) -> None:
        """Put it down."""
        with self._database.write() as session:
            self._id = outing_plans.plan(
                session, self._viewer, self.draft, now=self._now()
            )

    def cancel(self) -> None:
        """Nobody goes."""
        with self._database.write() as session:
            outing_plans.cancel(session, self._viewer, self._id)

    def change(self) -> None:
        """As it was changed to."""
        self._bring(self.draft)

    def back(self) -> None:
        """As it was before it was changed."""
        if self._before is not None:
            self._bring(self._before)

    def _bring(self, draft: Draft) -> None:
        with self._database.write() as session:
            outing_plans.change(session, self._viewer, self._id, draft, now=self._now())


def _write(
    database: Database, work: Callable[[Any], Any], _progress: Progress
) -> object:
    with database.write() as session:
        return work(session)
