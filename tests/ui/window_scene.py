"""A window with pages that write down what is asked of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.jobs import Jobs
from ui.preferences import Preferences
from ui.undo import UndoStack
from ui.window import PageEntry, Window

NOW = datetime(2026, 11, 26, 10, 42)


class Page(QWidget):
    """A page that writes down what is asked of it."""

    help_topic = "finding"

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.hints: list[dict[str, object]] = []
        self.field = QLineEdit()
        self.notes = QPlainTextEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.notes)

    def take(self, **hint: object) -> None:
        """Keep what the window hands over."""
        self.hints.append(hint)

    def focus_first(self) -> None:
        """Begin in the field."""
        self.field.setFocus()

    def find_focus(self) -> None:
        """Ctrl+F."""
        self.asked.append("find")

    def print_page(self) -> None:
        """Ctrl+P."""
        self.asked.append("print")

    def go_to_date(self) -> None:
        """Ctrl+G."""
        self.asked.append("date")

    def earlier(self) -> None:
        """PageUp."""
        self.asked.append("earlier")

    def later(self) -> None:
        """PageDown."""
        self.asked.append("later")


class Plain(QWidget):
    """A page that offers nothing of its own."""


class Help(QWidget):
    """A help page that remembers its topics."""

    def __init__(self) -> None:
        super().__init__()
        self.topics: list[str] = []

    def take(self, topic: str = "") -> None:
        """Keep what is to be shown."""
        self.topics.append(topic)


ENTRIES = [
    PageEntry("today", "Today", "calendar-check", 1, Plain),
    PageEntry("find", "Find a room", "search", 2, Page),
    PageEntry("venues", "Venues", "building-2", 4, Plain),
    PageEntry("settings", "Settings", "settings", None, Plain, "Ctrl+,", foot=True),
    PageEntry("help", "Help", "circle-help", None, Help, "F1", foot=True),
]


@dataclass
class Shell:
    """The window with everything it was handed."""

    window: Window
    preferences: Preferences
    jobs: Jobs
    undo: UndoStack

    @property
    def page(self) -> Page:
        """The page that finds rooms."""
        page = self.window.page("find")
        assert isinstance(page, Page)
        return page


def kept(folder: Path) -> Preferences:
    file = str(folder / "settings.ini")
    preferences = Preferences(QSettings(file, QSettings.Format.IniFormat))
    preferences.sign_in("practitioner.04")
    return preferences


def opened(qtbot: QtBot, folder: Path) -> Iterator[Shell]:
    """The window, in front, until the test is over."""
    preferences, jobs = kept(folder), Jobs()
    undo = UndoStack(jobs)
    window = Window(
        ENTRIES, preferences=preferences, jobs=jobs, undo=undo, now=lambda: NOW
    )
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Shell(window, preferences, jobs, undo)
    jobs.close()
