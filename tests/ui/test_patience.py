"""A slow server is waited for in sight, and no longer than somebody wants to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.relay import Relay
from tests.ui.program_scene import LONG, rest
from tests.ui.wired import Watch
from ui.dialogs.crash import CrashHook
from ui.program import Program
from venues.errors import Stopped

pytestmark = pytest.mark.qt_no_exception_capture


def test_a_slow_server_is_waited_for_in_sight_and_what_is_typed_is_kept(
    qtbot: QtBot, wired: tuple[Relay, Program]
) -> None:
    relay, program = wired
    field = QLineEdit(program.window)
    field.show()
    program.window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    watch = Watch(program)
    relay.delay = 0.05
    watch.press = Qt.Key.Key_7

    program.show_page("venues")
    rest(qtbot, program)

    assert watch.seen >= 3
    assert program.connection is not None
    patience = program.connection.patience
    qtbot.waitUntil(lambda: patience.dialog is None, timeout=LONG)
    assert program.window.page("venues") is not None
    qtbot.waitUntil(lambda: field.text() == "7", timeout=LONG)


def test_nobody_has_to_wait_for_a_slow_server(
    qtbot: QtBot, wired: tuple[Relay, Program], hook: CrashHook
) -> None:
    relay, program = wired
    watch = Watch(program)
    relay.delay = 0.05
    watch.press = Qt.Key.Key_Escape

    with pytest.raises(Stopped):
        program.show_page("venues")

    rest(qtbot, program)
    qtbot.waitUntil(lambda: program.window.messages.text.startswith("You stopped"))
    assert hook.dialog is None
    relay.delay = 0
    program.show_page("venues")
    rest(qtbot, program)
    assert program.window.pages.front == "venues"
