"""Going back from a form: at once, unless something was typed in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ui.dialogs.editor import contents
from ui.dialogs.message import tell


class Leaving(QObject):
    """Asks before something that was typed and not saved is left."""

    def __init__(self, form: QWidget, leave: Callable[[], object]) -> None:
        super().__init__(form)
        self._form = form
        self._leave = leave
        self._start: list[object] = []

    def begin(self) -> None:
        """Everything is as it was: from now on a difference is somebody's."""
        self._start = contents(self._form)

    def touch(self) -> None:
        """What the form shows is somebody's already."""
        self._start = []

    @Slot()
    def ask(self) -> None:
        """Leave, or ask first."""
        if contents(self._form) == self._start:
            self._leave()
            return
        tell(
            self._form.window(),
            "Leave without saving?",
            "What you typed here is not saved, and is gone when you leave.",
            action="Leave",
            run=self._leave,
            cancel="Keep editing",
        )
