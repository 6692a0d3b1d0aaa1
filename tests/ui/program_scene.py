"""Starts the whole program on a database, and waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.world import NOW
from ui.dialogs.opening import OpeningDialog
from ui.jobs import Job
from ui.preferences import Preferences
from ui.program import Program
from venues.address import Place
from venues.gazetteer import HEADER, Gazetteer

EMPTY = bytes(HEADER.size + 4)
"""A list with no postcode in it."""

LONG = 30_000  # milliseconds: the first start loads everything
ALL = ["today", "find", "schedule", "venues", "settings", "help"]

Start = Callable[..., Program]


def starting(
    qtbot: QtBot, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """Start the program on a file; the list of postcodes is not what is tried here."""
    monkeypatch.setattr(Gazetteer, "open", lambda **_: Gazetteer(EMPTY))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made: list[Program] = []

    def begin(path: Place | None, login: str = "") -> Program:
        program = Program(app, preferences, path, login, now=lambda: NOW)
        made.append(program)
        with qtbot.waitExposed(program.window):
            program.start()
        return program

    yield begin
    for program in made:
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()


def seated(qtbot: QtBot, program: Program) -> Program:
    """Wait until somebody sits before it."""
    qtbot.waitUntil(lambda: program.settled, timeout=LONG)
    rest(qtbot, program)
    return program


def rest(qtbot: QtBot, program: Program) -> None:
    """Wait until nothing is under way any more."""
    qtbot.waitUntil(lambda: not program.jobs.findChildren(Job), timeout=LONG)
    QApplication.processEvents()


def asked(qtbot: QtBot, program: Program) -> OpeningDialog:
    """The dialog about a file that cannot simply be opened."""
    qtbot.waitUntil(lambda: bool(dialogs(program)), timeout=LONG)
    return dialogs(program)[0]


def dialogs(program: Program) -> list[OpeningDialog]:
    found = program.window.findChildren(OpeningDialog)
    return [each for each in found if each.isVisible()]


def pages(program: Program) -> list[str]:
    """The pages that the rail offers."""
    return [key for key in ALL if program.window.pages.entry(key) is not None]
