"""The list of my next two weeks, and what is said where there is none."""

from __future__ import annotations

from datetime import datetime

from pytestqt.qtbot import QtBot

from ui.dialogs.road import NONE, RoadDialog
from ui.widgets.empty import EmptyState
from venues.services.road import Copy, Stop

NOW = datetime(2026, 11, 23, 8)
STOP = Stop(
    datetime(2026, 11, 26, 15),
    datetime(2026, 11, 26, 16),
    "Willow Room, Millbrook",
    "B-10001",
    tentative=True,
)


def test_each_appointment_has_its_row(qtbot: QtBot) -> None:
    dialog = RoadDialog(Copy(NOW, "practitioner.04", (STOP,)))
    qtbot.addWidget(dialog)

    model = dialog.table.model()
    shown = [model.index(0, column).data() for column in range(model.columnCount())]
    assert shown == [
        "Thu 26 Nov 2026",
        "3pm to 4pm",
        "B-10001",
        "Provisional",
        "Willow Room, Millbrook",
    ]


def test_without_appointments_or_without_a_copy_it_says_so(qtbot: QtBot) -> None:
    nothing = RoadDialog(Copy(NOW, "practitioner.04", ()))
    none = RoadDialog(None)
    for each in (nothing, none):
        qtbot.addWidget(each)

    assert nothing.findChild(EmptyState) is not None
    assert none.age.text() == NONE
