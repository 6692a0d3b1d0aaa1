"""Steps that can be taken back, each checked like any other change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from ui.jobs import Jobs, Lane, Progress

if TYPE_CHECKING:
    from ui.desk import Desk
    from venues.services.undoing.steps import Steps

DEEPEST = 50  # steps of this sitting; older ones are forgotten


class Step(NamedTuple):
    """Something that was done: its name, how to take it back and how to do it again.

    ``after`` is the number of the newest step in the database when it was done.
    """

    name: str
    undo: Callable[[], object]
    redo: Callable[[], object]
    after: int = 0


class UndoStack(QObject):
    """What whoever sits here did in the last day, so that it can be undone.

    It is kept in the database, and read again whenever something was done. Undoing is a
    change of its own, which may be refused; then the step is dropped, since it will not
    become possible again, unless somebody else was only saving just then.

    Signals:
        changed: another step is next.
        told: a sentence for the message bar.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(self, jobs: Jobs | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._desk: Desk | None = None
        self._steps: Steps | None = None
        self._references: dict[int, str] = {}
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._busy = False
        self._sitting = 0

    def sit(self, desk: Desk) -> None:
        """Somebody sits here from now on: what can be undone is theirs."""
        self.clear()
        self._desk = desk
        desk.changes.committed.connect(self._follow)
        self.refresh()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._next(undo=True)) and not self._busy

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._next(undo=False)) and not self._busy

    @property
    def undo_name(self) -> str:
        """What undoing would do: "Undo booking of Willow Room"."""
        step = self._next(undo=True)
        return f"Undo {step.name}" if step else "Undo"

    @property
    def redo_name(self) -> str:
        """What doing again would do: "Redo booking of Willow Room"."""
        step = self._next(undo=False)
        return f"Redo {step.name}" if step else "Redo"

    def push(
        self, name: str, undo: Callable[[], object], redo: Callable[[], object]
    ) -> None:
        """Remember a step that succeeded.

        The name stands after "Undo", so it begins small: "booking of Willow Room".
        It never holds a case reference.
        """
        self._done.append(Step(name, undo, redo, self._newest()))
        del self._done[:-DEEPEST]
        self._undone.clear()
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Nobody sits here any more."""
        if self._desk is not None:
            self._desk.changes.committed.disconnect(self._follow)
        self._desk = self._steps = None
        self._sitting += 1
        self.forget()

    def forget(self) -> None:
        """Let go of what may still know what had to go from the database."""
        self._references.clear()
        self._done.clear()
        self._undone.clear()
        self.changed.emit()

    @Slot()
    def refresh(self) -> None:
        """Read again what can be undone."""
        # Imported here, since the window is on the screen sooner without them.
        from venues.errors import VenuesError  # noqa: PLC0415
        from venues.services.undoing import steps  # noqa: PLC0415

        if self._desk is None:
            return
        try:
            with self._desk.database.read() as session:
                found = steps.read(session, self._desk.viewer)
        except VenuesError:  # out of reach just now; whoever wants it will be told
            return
        if self._steps is not None and found.undo != self._steps.undo:
            self._undone.clear()
        self._steps = found
        self.changed.emit()

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        if self.can_undo:
            step = self._next(undo=True)
            if isinstance(step, Step):
                self._do(step, step.undo, self._done, self._undone)
            else:
                self._turn("Undone", step)

    @Slot()
    def redo(self) -> None:
        """Do the step that was last taken back again."""
        if self.can_redo:
            step = self._next(undo=False)
            if isinstance(step, Step):
                self._do(step, step.redo, self._undone, self._done)
            else:
                self._turn("Done again", step)

    @Slot(frozenset)
    def _follow(self, tables: frozenset[str]) -> None:
        if "done" in tables:
            self.refresh()

    def _next(self, *, undo: bool) -> Any:
        """The step that comes next: of the database, or one that only memory knows."""
        known = self._done if undo else self._undone
        own = known[-1] if known else None
        found = (self._steps.undo if undo else self._steps.redo) if self._steps else ()
        if own is not None and (not found or not undo or own.after >= found[0].id):
            return own
        if not undo and self._done and found and self._done[-1].after >= found[0].id:
            return None
        return found[0] if found else None

    def _newest(self) -> int:
        known = self._steps
        steps = (*known.undo, *known.redo) if known else ()
        return max((step.id for step in steps), default=0)

    def _turn(self, word: str, step: Any) -> None:
        """Take a step of the database back, or do it again."""
        if self._desk is None:
            return
        work = partial(_turned, self._desk, step.id, dict(self._references))
        done = partial(self._have_turned, self._sitting, word)
        failed = partial(self._not_turned, self._sitting)
        self._begin(work, word, done, failed)

    def _have_turned(self, sitting: int, word: str, turned: Any) -> None:
        self._busy = False
        if sitting == self._sitting:
            self._references.update(turned.references)
            self.refresh()
            self.told.emit(f"{word}: {turned.name}.")
        self.changed.emit()

    def _not_turned(self, sitting: int, error: Exception) -> None:
        from venues.errors import VenuesError  # noqa: PLC0415 - as above

        self._busy = False
        self.changed.emit()
        if not isinstance(error, VenuesError):
            raise error
        if sitting == self._sitting:
            self.refresh()
            self.told.emit(str(error))

    def _begin(
        self,
        work: Callable[[], object],
        word: str,
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Do the work, directly or as a job."""
        self._busy = True
        self.changed.emit()
        if self._jobs is not None:
            unreported = partial(_without_report, work)
            self._jobs.run(word, unreported, done, failed=failed, lane=Lane.SAVE)
            return
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - told, or raised again there
            failed(error)
        else:
            done(result)

    def _do(
        self,
        step: Step,
        work: Callable[[], object],
        source: list[Step],
        target: list[Step],
    ) -> None:
        """Do the work of a step that only memory knows, and move it if it succeeded."""
        word = "Undone" if source is self._done else "Done again"
        done = partial(self._moved, self._sitting, step, target, word)
        failed = partial(self._failed, self._sitting, step, source)
        source.pop()
        self._begin(work, word, done, failed)

    def _moved(
        self, sitting: int, step: Step, target: list[Step], word: str, _: object
    ) -> None:
        self._busy = False
        if sitting == self._sitting:
            target.append(step)
            self.told.emit(f"{word}: {step.name}.")
        self.changed.emit()

    def _failed(
        self, sitting: int, step: Step, source: list[Step], error: Exception
    ) -> None:
        # Imported here, since the window is on the screen sooner without it.
        from venues.errors import Busy, VenuesError  # noqa: PLC0415

        self._busy = False
        if isinstance(error, Busy) and sitting == self._sitting:
            source.append(step)
        self.changed.emit()
        if not isinstance(error, VenuesError):
            raise error
        if sitting == self._sitting:
            self.told.emit(str(error))


def _turned(desk: Desk, id_: int, references: dict[int, str]) -> object:
    from venues.services.undoing import steps  # noqa: PLC0415 - as above

    return steps.turn(
        desk.database, id_, desk.viewer, now=desk.now(), references=references
    )


def _without_report(work: Callable[[], object], _progress: Progress) -> object:
    return work()
