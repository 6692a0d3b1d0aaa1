"""Choosing the paper, with no printer at hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.dialogs.page_set_up import PageSetUpDialog
from ui.paper.page import a4


@pytest.fixture
def dialog(qtbot: QtBot) -> PageSetUpDialog:
    made = PageSetUpDialog(a4())
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.open()
    return made


def test_it_opens_with_the_page_as_it_is(dialog: PageSetUpDialog) -> None:
    assert dialog.paper.currentText() == "A4"
    assert dialog.way.currentText() == "Landscape"
    assert dialog.margin.text() == "10 mm"


def test_what_is_chosen_is_told(dialog: PageSetUpDialog, qtbot: QtBot) -> None:
    dialog.paper.setCurrentText("A3")
    dialog.way.setCurrentText("Portrait")
    dialog.margin.setValue(15)

    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog.margin, Qt.Key.Key_Return)

    (layout,) = chosen.args
    assert layout.pageSize().key() == "A3"
    assert layout.orientation() == QPageLayout.Orientation.Portrait
    assert layout.margins(QPageLayout.Unit.Millimeter).top() == 15
    assert dialog.isHidden()


def test_cancelling_keeps_the_page(dialog: PageSetUpDialog, qtbot: QtBot) -> None:
    told: list[object] = []
    dialog.chosen.connect(told.append)

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert told == []
    assert dialog.isHidden()


def test_every_field_is_named(dialog: PageSetUpDialog) -> None:
    buddies = [label.buddy() for label in dialog.findChildren(QLabel)]

    assert {dialog.paper, dialog.way, dialog.margin} <= set(buddies)
