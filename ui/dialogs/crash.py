"""What is said when the program itself went wrong, and what may be copied of it."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPlainTextEdit, QWidget

from ui import clipboard
from ui.dialogs.message import MessageDialog
from ui.kinds import Kind
from ui.widgets.buttons import Button
from ui.widgets.text import small
from venues.errors import Lost, Stopped
from venues.faults import HEADING, SAFE, neutral

SENTENCE = f"{SAFE} Close the program and start it again."

log = logging.getLogger("venues")


class CrashDialog(MessageDialog):
    """Says that the fault is ours, and offers neutral text for whoever mends it."""

    def __init__(self, parent: QWidget | None, report: str) -> None:
        super().__init__(parent, f"{HEADING}.", SENTENCE)
        self.mark(Kind.BAD)
        self.report = report
        self.body.addWidget(
            small(
                "These lines hold nothing about anybody. Send them to your help desk."
            )
        )
        lines = QPlainTextEdit(report)
        lines.setReadOnly(True)
        lines.setTabChangesFocus(True)
        lines.setAccessibleName("Lines for the help desk")
        lines.setFixedHeight(lines.fontMetrics().height() * 7)
        self.body.addWidget(lines)
        copying = Button("Copy these lines", icon="copy")
        copying.clicked.connect(self._copy)
        self.buttons.addButton(copying, QDialogButtonBox.ButtonRole.ActionRole)
        self.primary("Close")

    @Slot()
    def _copy(self) -> None:
        clipboard.copy(self.report)


class CrashHook(QObject):
    """Takes the place of ``sys.excepthook``; one dialog at a time, from any thread."""

    _caught = Signal(str)

    def __init__(
        self,
        application: QApplication,
        *,
        window: Callable[[], QWidget | None],
        version: str = "",
    ) -> None:
        super().__init__(application)
        self._window = window
        self._version = version
        self.dialog: CrashDialog | None = None
        self._caught.connect(self._show)

    def install(self) -> None:
        """Catch from now on whatever nobody else caught."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread

    def caught(
        self,
        kind: type[BaseException],
        error: BaseException,
        traceback: TracebackType | None,
    ) -> None:
        """Write what is neutral to the log, and show it."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, traceback)
            return
        if issubclass(kind, Lost | Stopped):
            return  # no fault of ours, and the window says what is the matter
        report = neutral(kind, traceback, self._version)
        log.critical(report)
        self._caught.emit(report)

    def _caught_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.caught(caught.exc_type, caught.exc_value, caught.exc_traceback)

    @Slot(str)
    def _show(self, report: str) -> None:
        if self.dialog is not None:
            return  # one fault often brings others; the first is the one to read
        self.dialog = CrashDialog(self._window(), report)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    @Slot()
    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
