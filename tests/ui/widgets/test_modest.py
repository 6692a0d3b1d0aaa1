"""A list that asks for no more room than it must have."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from ui.widgets.modest import ModestBox

CHOICES = ["All", "Cheshire West and Chester, and everything around it"]


def test_its_longest_choice_makes_it_no_wider(qtbot: QtBot) -> None:
    box, other = ModestBox(), QComboBox()
    for each in (box, other):
        qtbot.addWidget(each)
        each.addItems(CHOICES)

    assert box.minimumSizeHint().width() < other.minimumSizeHint().width()


def test_it_grows_small_again_with_the_text(qtbot: QtBot) -> None:
    box = ModestBox()
    qtbot.addWidget(box)
    small = box.font()
    large = box.font()
    large.setPointSizeF(small.pointSizeF() * 2)
    before = box.minimumSizeHint().height()
    box.setFont(large)
    assert box.minimumSizeHint().height() > before

    box.setFont(small)

    assert box.minimumSizeHint().height() == before
