"""Steps that can be taken back, each checked like any other change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from ui.jobs import Jobs, Lane, Progress

if TYPE_CHECKING:
    from ui.desk import Desk
    from venues.services.undoing.steps import Step, Steps, Turned


class Source(Protocol):
    """Where it is kept what somebody did, and taken back."""

    def read(self) -> Steps:
        """What can be undone and done again by now."""

    def turn(self, id_: int, references: Mapping[int, str]) -> Turned:
        """Undo that, or do it again.

        Raises:
            VenuesError: it is refused; the text says why.
        """


class UndoStack(QObject):
    """What whoever sits here did in the last day, so that it can be undone.

    It is kept in the database, and read again whenever something was done. Undoing is a
    change of its own, which may be refused; then it is offered no longer, since it will
    not become possible again, unless somebody else was only saving just then.

    Signals:
        changed: another step is next.
        told: a sentence for the message bar.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(self, jobs: Jobs | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.references: dict[int, str] = {}
        self._jobs = jobs
        self._desk: Desk | None = None
        self._source: Source | None = None
        self._steps: Steps | None = None
        self._busy = False
        self._sitting = 0

    def sit(self, desk: Desk) -> None:
        """Somebody sits here from now on: what can be undone is theirs."""
        self.clear()
        self._desk = desk
        desk.changes.committed.connect(self._follow)
        self.follow(_Kept(desk))

    def follow(self, source: Source) -> None:
        """Offer what is kept there."""
        self._source = source
        self.refresh()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._to_undo is not None and not self._busy

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._to_redo is not None and not self._busy

    @property
    def undo_name(self) -> str:
        """What undoing would do: "Undo booking of Willow Room"."""
        return f"Undo {self._to_undo.name}" if self._to_undo else "Undo"

    @property
    def redo_name(self) -> str:
        """What doing again would do: "Redo booking of Willow Room"."""
        return f"Redo {self._to_redo.name}" if self._to_redo else "Redo"

    @Slot()
    def clear(self) -> None:
        """Nobody sits here any more."""
        if self._desk is not None:
            self._desk.changes.committed.disconnect(self._follow)
        self._desk = self._source = self._steps = None
        self._sitting += 1
        self.forget()
        self.changed.emit()

    def forget(self) -> None:
        """Let go of references that had to go from the database.

        Those of new cases that were undone are kept here and nowhere else, so that they
        can be added again.
        """
        self.references.clear()

    @Slot()
    def refresh(self) -> None:
        """Read again what can be undone."""
        # Imported here, since the window is on the screen sooner without it.
        from venues.errors import VenuesError  # noqa: PLC0415

        if self._source is None:
            return
        try:
            self._steps = self._source.read()
        except VenuesError:  # out of reach just now; whoever wants it will be told
            return
        self.changed.emit()

    @Slot()
    def undo(self) -> None:
        """Take the last step back."""
        if self.can_undo and self._to_undo is not None:
            self._turn("Undone", self._to_undo)

    @Slot()
    def redo(self) -> None:
        """Do the step that was last taken back again."""
        if self.can_redo and self._to_redo is not None:
            self._turn("Done again", self._to_redo)

    @Slot(frozenset)
    def _follow(self, tables: frozenset[str]) -> None:
        if "done" in tables:
            self.refresh()

    @property
    def _to_undo(self) -> Step | None:
        return self._steps.undo[0] if self._steps and self._steps.undo else None

    @property
    def _to_redo(self) -> Step | None:
        return self._steps.redo[0] if self._steps and self._steps.redo else None

    def _turn(self, word: str, step: Step) -> None:
        """Take it back or do it again, directly or as a job."""
        if self._source is None:
            return
        self._busy = True
        self.changed.emit()
        work = partial(self._source.turn, step.id, dict(self.references))
        done = partial(self._turned, self._sitting, word)
        failed = partial(self._failed, self._sitting)
        if self._jobs is not None:
            unreported = partial(_without_report, work)
            self._jobs.run(word, unreported, done, failed=failed, lane=Lane.SAVE)
            return
        try:
            turned = work()
        except Exception as error:  # noqa: BLE001 - told, or raised again there
            failed(error)
        else:
            done(turned)

    def _turned(self, sitting: int, word: str, turned: Turned) -> None:
        self._busy = False
        if sitting == self._sitting:
            self.references.update(turned.references)
            self.refresh()
            self.told.emit(f"{word}: {turned.name}.")
        self.changed.emit()

    def _failed(self, sitting: int, error: Exception) -> None:
        from venues.errors import VenuesError  # noqa: PLC0415 - as above

        self._busy = False
        self.refresh()
        self.changed.emit()
        if not isinstance(error, VenuesError):
            raise error
        if sitting == self._sitting:
            self.told.emit(str(error))


class _Kept:
    """What the database keeps of whoever sits at a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self) -> Steps:
        from venues.services.undoing import steps  # noqa: PLC0415 - as above

        with self._desk.database.read() as session:
            return steps.read(session, self._desk.viewer)

    def turn(self, id_: int, references: Mapping[int, str]) -> Turned:
        from venues.services.undoing import steps  # noqa: PLC0415 - as above

        desk = self._desk
        return steps.turn(
            desk.database, id_, desk.viewer, now=desk.now(), references=references
        )


def _without_report(work: Callable[[], object], _progress: Progress) -> object:
    return work()
