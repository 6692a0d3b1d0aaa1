"""A copy of my next two weeks is there when the shared database is not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.relay import Relay
from tests.ui.program_scene import LONG, rest
from tests.world import NOW, World
from ui.dialogs.crash import CrashHook
from ui.dialogs.road import RoadDialog
from ui.program import Program
from venues.errors import Lost
from venues.services import bookings, road

pytestmark = pytest.mark.qt_no_exception_capture


def test_a_booking_is_in_the_copy_and_the_copy_opens_without_a_connection(
    qtbot: QtBot, wired: tuple[Relay, Program], world: World, hook: CrashHook
) -> None:
    relay, program = wired
    program.sign_in(world.practitioner)
    rest(qtbot, program)
    desk = program.desk
    assert desk is not None
    with desk.database.write() as session:
        request = world.request(references=())
        booked = bookings.book(session, request, desk.viewer, now=NOW)
    qtbot.waitUntil(
        lambda: bool((copy := road.kept(program.login, now=NOW)) and copy.stops),
        timeout=LONG,
    )
    relay.cut()
    with pytest.raises(Lost):
        program.show_page("venues")
    rest(qtbot, program)
    assert program.connection is not None

    qtbot.mouseClick(program.connection.bar.weeks, Qt.MouseButton.LeftButton)

    dialog = program.window.findChild(RoadDialog)
    assert dialog is not None
    model = dialog.table.model()
    shown = [model.index(0, column).data() for column in range(model.columnCount())]
    assert booked.reference in shown
    assert any(words.startswith("Willow Room, Millbrook") for words in shown)
    assert dialog.age.text().startswith("As of Monday 23 November 2026, 8am.")
    dialog.close()
    assert hook.dialog is None
