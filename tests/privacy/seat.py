"""Somebody before the real window, with one file open: what a way out is asked of."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.paper_scene import NOW
from tests.privacy import scene, spoken
from ui.desk import Desk
from ui.jobs import Job
from ui.preferences import Preferences
from ui.program import Program

PATIENCE = 20_000  # milliseconds: the first start loads everything
BRIEF = 400  # milliseconds: timers up to so long are waited for


@dataclass
class Seat:
    """A person, the program they opened, and the folder it all lies in."""

    who: int
    program: Program
    folder: Path
    logged: list[str] = field(default_factory=list)

    @property
    def desk(self) -> Desk:
        """The desk they sit at."""
        assert self.program.desk is not None
        return self.program.desk

    def has(self, page: str) -> bool:
        """Whether their role has that page."""
        return self.program.window.pages.entry(page) is not None

    def turn(self, page: str, **hint: object) -> QWidget:
        """Bring a page to the front, at rest."""
        self.program.show_page(page, **hint)
        self.rest()
        shown = self.program.window.page(page)
        assert shown is not None
        return shown

    def rest(self) -> None:
        """Wait until nothing is under way, nor about to be."""
        wait_until(self._quiet)
        QApplication.processEvents()

    def window(self) -> list[str]:
        """All that the window says with the page in front of it.

        What is in the message bar goes: by itself it would after some seconds, which
        are more or fewer steps from here on a slow machine.
        """
        window = self.program.window
        front = window.page(window.pages.front)
        around = _beside(window.centralWidget(), window.pages)
        said = [window.windowTitle(), window.windowFilePath(), window.messages.text]
        said += [self.desk.undo.undo_name, self.desk.undo.redo_name]
        said += spoken.of(*around, *([front] if front else []))
        window.messages.clear()
        return said

    def dialog(self) -> QDialog:
        """The dialog in front, at rest."""
        wait_until(lambda: bool(self._dialogs()))
        self.rest()
        return self._dialogs()[-1]

    @property
    def shows_dialog(self) -> bool:
        """Whether one is in front."""
        return bool(self._dialogs())

    def close(self, dialog: QDialog) -> None:
        """Put a dialog away."""
        dialog.done(QDialog.DialogCode.Rejected)
        self.rest()

    def _dialogs(self) -> list[QDialog]:
        return [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QDialog) and each.isVisible()
        ]

    def _quiet(self) -> bool:
        timers = [
            timer
            for page in self.program.window.findChildren(QTimer)
            for timer in (page,)
            if timer.isActive() and timer.isSingleShot() and timer.interval() <= BRIEF
        ]
        return not timers and not self.program.jobs.findChildren(Job)


class _Notes(logging.Handler):
    """Writes down every line that anything logs, whatever its level."""

    def __init__(self, kept: list[str]) -> None:
        super().__init__(logging.DEBUG)
        self._kept = kept

    def emit(self, record: logging.LogRecord) -> None:
        self._kept.append(self.format(record))


@contextmanager
def taken(who: int, path: Path) -> Iterator[Seat]:
    """Let that person sit before a window on the file; what is logged is kept."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    file = QSettings(str(path.with_name("settings.ini")), QSettings.Format.IniFormat)
    program = Program(app, Preferences(file), path, scene.LOGINS[who], now=lambda: NOW)
    seat = Seat(who, program, path.parent)
    hints = app.styleHints()
    flash = hints.cursorFlashTime()
    hints.setCursorFlashTime(0)  # where a cursor stood in its blinking tells nothing
    notes, root = _Notes(seat.logged), logging.getLogger()
    level = root.level
    root.addHandler(notes)
    root.setLevel(logging.DEBUG)
    try:
        program.window.resize(1366, 800)
        program.start()
        wait_until(lambda: program.settled)
        seat.rest()
        yield seat
        seat.rest()
    finally:
        hints.setCursorFlashTime(flash)
        root.setLevel(level)
        root.removeHandler(notes)
        QGuiApplication.clipboard().clear()
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
        QApplication.processEvents()


def _beside(widget: QWidget, pages: QWidget) -> list[QWidget]:
    """What stands around the pages, and not the pages themselves."""
    if widget is pages:
        return []
    if not widget.isAncestorOf(pages):
        return [widget]
    inner = widget.findChildren(
        QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    return [found for each in inner for found in _beside(each, pages)]


def pasted() -> list[str]:
    """What lies on the clipboard, in every form it has."""
    content = QGuiApplication.clipboard().mimeData()
    return [
        bytes(content.data(form).data()).decode("utf-8", "replace")
        for form in content.formats()
    ]


def wait_until(ready: object) -> None:
    """Let events pass until it is so.

    Raises:
        TimeoutError: it does not come to be.
    """
    assert callable(ready)
    deadline = QDeadlineTimer(PATIENCE)
    while not ready():
        if deadline.hasExpired():
            raise TimeoutError("The window did not come to rest.")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
