"""Steps that can be taken back, each checked like any other change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from ui.jobs import Jobs, Lane, Progress

DEEPEST = 50  # steps; older ones are forgotten


class Step(NamedTuple):
    """Something that was done: its name, how to take it back and how to do it again."""

    name: str
    undo: Callable[[], object]
    redo: Callable[[], object]


class UndoStack(QObject):
    """What was done in this sitting, so that it can be undone.

    A step is pushed after it succeeded. Undoing is a change of its own, which may be
    refused; then the step is dropped, since it will not become possible again, unless
    somebody else was only saving just then.

    Signals:
        changed: another step is next.
        told: a sentence for the message bar.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(self, jobs: Jobs | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._busy = False
        self._sitting = 0

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done) and not self._busy

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._undone) and not self._busy

    @property
    def undo_name(self) -> str:
        """What undoing would do: "Undo booking of Willow Room"."""
        return f"Undo {self._done[-1].name}" if self._done else "Undo"

    @property
    def redo_name(self) -> str:
        """What doing again would do: "Redo booking of Willow Room"."""
        return f"Redo {self._undone[-1].name}" if self._undone else "Redo"

    def push(
        self, name: str, undo: Callable[[], object], redo: Callable[[], object]
    ) -> None:
        """Remember a step that succeeded.

        The name stands after "Undo", so it begins small: "booking of Willow Room".
        It never holds a case reference.
        """
        self._done.append(Step(name, undo, redo))
        del self._done[:-DEEPEST]
        self._undone.clear()
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Forget every step, as when somebody else signs in."""
        self._done.clear()
        self._undone.clear()
        self._sitting += 1
        self.changed.emit()

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        if self.can_undo:
            step = self._done[-1]
            self._do(step, step.undo, self._done, self._undone)

    @Slot()
    def redo(self) -> None:
        """Do the step that was last taken back again."""
        if self.can_redo:
            step = self._undone[-1]
            self._do(step, step.redo, self._undone, self._done)

    def _do(
        self,
        step: Step,
        work: Callable[[], object],
        source: list[Step],
        target: list[Step],
    ) -> None:
        """Do the work, directly or as a job, and move the step if it succeeded."""
        self._busy = True
        self.changed.emit()
        word = "Undone" if source is self._done else "Done again"
        done = partial(self._moved, self._sitting, step, target, word)
        failed = partial(self._failed, self._sitting, step, source)
        source.pop()
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


def _without_report(work: Callable[[], object], _progress: Progress) -> object:
    return work()
