"""The whole program on a shared database, at the end of a wire."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.relay import Relay, relayed
from tests.server import Kept
from tests.ui.program_scene import rest, seated, starting
from ui.dialogs.crash import CrashHook
from ui.preferences import Preferences
from ui.program import Program


@pytest.fixture
def wired(
    qtbot: QtBot,
    shared_world: Kept,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[tuple[Relay, Program]]:
    """A coordinator before the program, whose database is at the end of a wire."""
    file = str(tmp_path / "preferences.ini")
    preferences = Preferences(QSettings(file, QSettings.Format.IniFormat))
    begun = contextmanager(starting)(qtbot, preferences, monkeypatch)
    with (
        tempfile.TemporaryDirectory(prefix="wire-") as folder,  # a short name
        relayed(shared_world.reset(), Path(folder)) as (relay, address),
        begun as start,
    ):
        program = seated(qtbot, start(address, "coordinator.01"))
        yield relay, program
        relay.delay = 0
        relay.mend()
        rest(qtbot, program)
        program.window.close()


@pytest.fixture
def hook(wired: tuple[Relay, Program], monkeypatch: pytest.MonkeyPatch) -> CrashHook:
    """Hears of what nobody caught, as in the program itself."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made = CrashHook(app, window=lambda: wired[1].window)
    monkeypatch.setattr(sys, "excepthook", made.caught)
    return made


class Watch:
    """Looks at the window while it waits, as somebody sitting before it would."""

    def __init__(self, program: Program) -> None:
        self.seen = 0
        self.press: Qt.Key | None = None
        self._program = program
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(20)

    def _look(self) -> None:
        assert self._program.connection is not None
        if (dialog := self._program.connection.patience.dialog) is not None:
            self.seen += 1
            if self.press is not None:
                QTest.keyClick(dialog, self.press)
                self.press = None
