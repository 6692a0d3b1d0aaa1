"""Everything held on one reference, to read and to copy."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.holdings import HoldingsDialog
from venues.services.apart.holdings import Holdings

HELD = Holdings(
    "WA-20417",
    {
        "case": (
            {
                "reference": "WA-20417",
                "confirmed_on": None,
                "confirmed_by_role": "",
            },
        ),
        "links": (),
    },
)


def test_it_is_read_and_copied_whole(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = HoldingsDialog(HELD, owner)
    dialog.open()

    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    dialog.shut.click()

    assert copied.startswith("Everything held on WA-20417\n")
    assert copied.endswith("Links: 0")
    assert not dialog.isVisible()
