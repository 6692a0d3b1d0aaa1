"""A list that asks for no more room than it must have."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from ui.widgets.modest import modest

CHOICES = ["All", "Cheshire West and Chester, and everything around it"]


def test_its_longest_choice_makes_it_no_wider(qtbot: QtBot) -> None:
    box, other = modest(QComboBox()), QComboBox()
    for each in (box, other):
        qtbot.addWidget(each)
        each.addItems(CHOICES)

    assert box.minimumSizeHint().width() < other.minimumSizeHint().width()
