"""Says that the shared database takes its time, and lets whoever waits stop that."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from ui.dialogs.message import MessageDialog
from ui.widgets.text import announce

HEADING = "Waiting for the shared database"
SENTENCE = "What is on the screen stays as it is. Press Escape to wait no longer."
OURS = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
"""Keys that the dialog has a use for itself."""


class PatienceDialog(MessageDialog):
    """In front of everything as long as it takes.

    It opens while somebody may be typing, so no button of it has the keyboard: what is
    typed is kept, and handed on in the end.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, HEADING, SENTENCE)
        self._typed: list[QKeyEvent] = []
        self._meant_for = QApplication.focusWidget()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(HEADING)
        self.body.addWidget(bar)
        self.stop = self.cancel("Stop waiting")
        self.stop.setAutoDefault(False)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()
        announce(self, f"{HEADING}. {SENTENCE}")

    def end(self) -> None:
        """Go away, and hand on what was typed."""
        meant_for = self._meant_for
        self.hide()
        self.deleteLater()
        if meant_for is None or not shiboken6.isValid(meant_for):
            return
        meant_for.window().activateWindow()
        meant_for.setFocus()
        for event in self._typed:
            QCoreApplication.postEvent(meant_for, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in OURS or self.stop.hasFocus():
            super().keyPressEvent(event)
        else:
            self._typed.append(event.clone())
