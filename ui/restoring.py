"""Puts a backup in the place of the database that is open, and says how to go back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from ui.program import Program
    from venues.services.restoring import Restored

Load = Callable[..., Any]


class Restoring(QObject):
    """The way of one backup: the pages are put away first, then it is put in place."""

    def __init__(self, program: Program, load: Load) -> None:
        """``load`` does what ``ui.loading`` has under a name, off this thread."""
        super().__init__(program)
        self._program = program
        self._load = load

    def begin(self, backup: Path) -> None:
        """Put it in the place of the program's database, and open that."""
        program = self._program
        program.leave()
        program.jobs.run(
            f"Restoring {backup.name}",
            partial(self._load, "restored", program.place, backup, program.now()),
            self._restored,
            failed=self._not_restored,
        )

    def begin_anew(self) -> None:
        """Put an empty database in the place of sample data, and open that."""
        program = self._program
        program.leave()
        program.jobs.run(
            "Removing the sample data",
            partial(self._load, "anew", program.place, program.now()),
            self._emptied,
            failed=self._not_restored,
        )

    @Slot(object)
    def _emptied(self, kept: Path | None) -> None:
        beside = f" It is kept as {kept.name}, and can be restored." if kept else ""
        self._program.say(f"The sample data was removed.{beside}")
        self._program.load()

    @Slot(object)
    def _restored(self, done: Restored) -> None:
        """The way back is to restore what was there, which was kept."""
        program = self._program
        beside = (
            f" What was there before is kept as {done.kept.name}." if done.kept else ""
        )
        cleared = f" {done.cleared}" if done.cleared else ""
        offer = ("Undo", partial(program.restore, done.kept)) if done.kept else None
        program.say(f"The backup was restored.{beside}{cleared}", offer=offer)
        program.load()

    @Slot(object)
    def _not_restored(self, trouble: Exception) -> None:
        self._program.jobs.unexpected.emit(trouble)
        self._program.load()
