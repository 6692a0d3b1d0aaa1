"""Draws every widget into pictures, to be looked at: light, dark, contrast, 200 %.

Run it with a folder: ``python -m tests.ui.gallery FOLDER``.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from tests.ui import gallery_parts as parts
from tests.ui.remembered import Remembered
from ui.application import build
from ui.dialogs.crash import CrashDialog
from ui.dialogs.message import MessageDialog
from ui.jobs import Jobs
from ui.kinds import Kind
from ui.palettes import Look
from ui.preferences import LOOK, TEXT_SIZE, Preferences
from ui.theme import XL, L
from ui.undo import UndoStack
from ui.widgets.buttons import Button, LinkButton, PrimaryButton
from ui.widgets.datefield import Calendar, DateField
from ui.widgets.header import PageHeader
from ui.widgets.overlay import WaitOverlay
from ui.window import PageEntry, Window

SIZE = (1366, 768)
LOOKS = [
    (Look.LIGHT, 100),
    (Look.DARK, 100),
    (Look.CONTRAST, 100),
    (Look.LIGHT, 200),
]
NOW = datetime(2026, 11, 26, 10, 42)


def page() -> QWidget:
    """A page with a form, results, a table and checks."""
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(XL, L, XL, L)
    layout.setSpacing(L)
    header = PageHeader("Find a room", "Thursday 26 November 2026")
    later = Button("None of these work…")
    later.setEnabled(False)
    header.add(LinkButton("Copy as text"))
    header.add(Button("Print…", icon="printer"))
    header.add(later)
    header.add(PrimaryButton("New booking", icon="plus"))
    layout.addWidget(header)
    lower = QHBoxLayout()
    lower.setSpacing(L)
    lower.addWidget(parts.venues(), 3)
    lower.addWidget(parts.checks(), 2)
    right = QVBoxLayout()
    right.setSpacing(L)
    right.addWidget(parts.results())
    right.addLayout(lower, 1)
    body = QHBoxLayout()
    body.setSpacing(L)
    body.addWidget(parts.form())
    body.addLayout(right, 1)
    layout.addLayout(body, 1)
    return widget


def controls() -> QWidget:
    """A page with Qt's own controls."""
    widget = QWidget()
    grid = QGridLayout(widget)
    grid.setContentsMargins(XL, L, XL, L)
    grid.setSpacing(L)
    grid.addWidget(parts.standard(), 0, 0, 2, 1)
    grid.addWidget(parts.tabs(), 0, 1)
    grid.addWidget(parts.badges(), 1, 1)
    return widget


ENTRIES = [
    PageEntry("today", "Today", "calendar-check", 1, controls),
    PageEntry("find", "Find a room", "search", 2, page),
    PageEntry("schedule", "Schedule", "calendar-days", 3, page),
    PageEntry("settings", "Settings", "settings", None, page, "Ctrl+,", foot=True),
    PageEntry("help", "Help", "circle-help", None, page, "F1", foot=True),
]


def window(preferences: Preferences, jobs: Jobs) -> Window:
    """The whole window, with something said and something under way."""
    undo = UndoStack(jobs)
    made = Window(
        ENTRIES, preferences=preferences, jobs=jobs, undo=undo, now=lambda: NOW
    )
    made.status.say_place("This PC · Venues.sqlite")
    made.status.say_backup("Backed up 8:02am")
    made.status.say_signed_in("Signed in as practitioner.04 · Practitioner")
    made.set_count("today", 3)
    made.resize(*SIZE)
    made.show()
    undo.follow(Remembered().did("booking of Willow Room"))
    made.show_page("find")
    made.say("Booked: Willow Room, Thursday 26 November, 3:30pm.", undoable=True)
    return made


def dialogs() -> Iterator[tuple[str, QDialog]]:
    """What opens in front of the window."""
    message = MessageDialog(
        None,
        "Cancel this booking?",
        "Willow Room, Thursday 26 November 2026, 3:30pm to 4:30pm. You can undo it.",
    )
    message.mark(Kind.WARN)
    message.cancel("Keep booking")
    message.primary("Cancel booking")
    yield "message", message
    yield "crash", CrashDialog(None, "Venues 0.1.0\nLookupError\nui/undo.py:127 _do")


def settle(application: QApplication, seconds: float = 0.5) -> None:
    end = monotonic() + seconds
    while monotonic() < end:
        application.processEvents()


def main(folder: Path) -> None:
    """Save a picture of everything in every look."""
    folder.mkdir(parents=True, exist_ok=True)
    file = str(Path(tempfile.mkdtemp(), "settings.ini"))
    preferences = Preferences(QSettings(file, QSettings.Format.IniFormat))
    application = build(["gallery"], preferences)
    jobs = Jobs()
    shown = window(preferences, jobs)
    overlay = WaitOverlay(shown)
    calendar = Calendar(DateField(parts.TODAY, lambda: parts.TODAY))
    pictures: list[tuple[str, Callable[[], QWidget]]] = [
        ("find", lambda: shown),
        ("controls", lambda: shown.show_page("today") or shown),
        ("waiting", lambda: overlay.start() or shown),
        ("blank", lambda: overlay.stop() or shown.blank() or shown),
        ("calendar", lambda: shown.curtain.open() or calendar),
    ]
    for look, size in LOOKS:
        preferences[LOOK], preferences[TEXT_SIZE] = look.value, size
        shown.show_page("find")
        calendar.open(parts.TODAY, parts.TODAY)
        for name, make in pictures:
            widget = make()
            settle(application)
            widget.grab().save(str(folder / f"{name}-{look.value}-{size}.png"))
        calendar.hide()
        for name, dialog in dialogs():
            dialog.show()
            settle(application, 0.1)
            dialog.grab().save(str(folder / f"{name}-{look.value}-{size}.png"))
            dialog.close()
    jobs.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
