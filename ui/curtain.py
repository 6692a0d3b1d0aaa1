"""Covers every window of the program at once, and uncovers them again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.widgets.cover import Cover


class Curtain(QObject):
    """In front of the main window and its dialogs while nobody should look.

    Signals:
        lifted: somebody came back.
    """

    lifted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._covers: list[Cover] = []
        self._note = ""

    @property
    def closed(self) -> bool:
        """Whether everything is covered."""
        return bool(self._covers)

    @Slot()
    def close(self) -> None:
        """Cover everything; lists and menus that are open are shut."""
        if self.closed or not self._window.isVisible():
            return
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        dialogs = [
            window
            for window in QApplication.topLevelWidgets()
            if isinstance(window, QDialog) and window.isVisible()
        ]
        # The last cover has the keyboard: that of the dialog in front, if any.
        self._covers = [
            Cover(window, self._note) for window in (self._window, *dialogs)
        ]
        for cover in self._covers:
            cover.lifted.connect(self.open)

    def say(self, note: str) -> None:
        """Show a sentence on what is covered; it names nobody."""
        self._note = note
        for cover in self._covers:
            cover.say(note)

    @Slot()
    def open(self) -> None:
        """Uncover everything."""
        covers, self._covers = self._covers, []
        for cover in covers:
            cover.lift()
        if covers:
            self.lifted.emit()
