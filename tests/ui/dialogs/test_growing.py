"""Dialogs that hold what is said in them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from ui.dialogs.growing import GrowingDialog
from ui.widgets.text import Words


def test_it_grows_with_what_is_said_and_does_not_shrink(qtbot: QtBot) -> None:
    dialog = GrowingDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    said = Words("Short.", wrap=True)
    column.addWidget(said)
    dialog.resize(200, 60)
    with qtbot.waitExposed(dialog):
        dialog.show()

    said.setText("Much more has to be said than that. " * 12)
    qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()))
    tall = dialog.height()
    said.setText("Short.")
    qtbot.wait(50)

    assert dialog.height() == tall > 60
