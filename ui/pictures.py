"""Takes pictures of the program's own pages, for the guide and the demonstration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSize
from PySide6.QtWidgets import QApplication

from ui.palettes import Look
from ui.preferences import LOOK, Preferences
from ui.program import Program

SIZE = QSize(1366, 800)
PATIENCE = 20_000
"""Milliseconds a page may take to come to rest."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, the page, what the page is told, and its look."""

    name: str
    page: str
    hint: dict[str, Any] = field(default_factory=dict)
    look: Look = Look.LIGHT
    login: str = ""


SHOTS: tuple[Shot, ...] = (
    Shot("today", "today"),
    Shot("find", "find", {"example": True}),
    Shot("find-dark", "find", look=Look.DARK),
    Shot("schedule-day", "schedule", {"view": "day"}),
    Shot("schedule-week", "schedule", {"view": "week"}),
    Shot("schedule-room", "schedule", {"view": "room"}),
    Shot("venues", "venues"),
    Shot("settings", "settings"),
    Shot("help", "help"),
)


class Camera:
    """A window offscreen, turned from page to page."""

    def __init__(
        self,
        app: QApplication,
        preferences: Preferences,
        path: Path,
        *,
        now: Callable[[], datetime],
    ) -> None:
        self._app = app
        self._preferences = preferences
        self._program = Program(app, preferences, path, now=now)
        self._program.window.resize(SIZE)

    def every_page(self, folder: Path, login: str) -> list[Path]:
        """A picture of each page in the folder, as that person sees it."""
        folder.mkdir(parents=True, exist_ok=True)
        self._program.login = login
        self._program.start()
        self._wait(lambda: self._program.desk is not None)
        self._wait(lambda: self._program.gazetteer() is not None)
        return [self._take(folder, shot) for shot in SHOTS]

    def close(self) -> None:
        """Put the window away."""
        self._program.window.close()

    def _take(self, folder: Path, shot: Shot) -> Path:
        self._preferences[LOOK] = shot.look.value
        self._program.show_page(shot.page, **shot.hint)
        self._rest()
        path = folder / f"{shot.name}.png"
        self._program.window.grab().save(str(path))
        self._preferences[LOOK] = Look.LIGHT.value
        return path

    def _rest(self) -> None:
        """Let timers run out and jobs finish."""
        deadline = QDeadlineTimer(600)
        while not deadline.hasExpired():
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def _wait(self, ready: Callable[[], bool]) -> None:
        deadline = QDeadlineTimer(PATIENCE)
        while not ready():
            if deadline.hasExpired():
                raise TimeoutError("The window did not come to rest.")
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
