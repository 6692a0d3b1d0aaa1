"""A lost connection is said, and comes back with everything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.relay import Relay
from tests.ui.program_scene import LONG, rest
from ui.dialogs.crash import CrashHook
from ui.program import Program
from venues.errors import Lost

pytestmark = pytest.mark.qt_no_exception_capture


def test_a_lost_connection_is_said_and_comes_back_with_everything(
    qtbot: QtBot, wired: tuple[Relay, Program], hook: CrashHook
) -> None:
    relay, program = wired
    assert program.connection is not None
    bar = program.connection.bar
    program.show_page("schedule")
    rest(qtbot, program)

    relay.cut()
    with pytest.raises(Lost):
        program.show_page("venues")
    rest(qtbot, program)

    assert program.window.pages.front == "schedule"
    assert bar.text == "No connection to the shared database since 8am"
    assert hook.dialog is None
    relay.mend()
    qtbot.mouseClick(bar.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=LONG)
    assert program.window.messages.text.endswith("is back.")
    program.show_page("venues")
    rest(qtbot, program)
    assert program.window.pages.front == "venues"
