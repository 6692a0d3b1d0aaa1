"""One of a few holds: by mouse, by arrows, and for those who listen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from ui.widgets.segmented import Segmented

AUDIENCES = [
    ("child", "Child"),
    ("victim", "Victim"),
    ("family", "Family"),
    ("staff", "Staff"),
]


@pytest.fixture
def audience(qtbot: QtBot) -> Segmented:
    made = Segmented("Who is it for?", AUDIENCES)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_first_holds_until_somebody_chooses(
    audience: Segmented, qtbot: QtBot
) -> None:
    assert audience.value() == "child"

    with qtbot.waitSignal(audience.changed) as changed:
        qtbot.mouseClick(audience.segment("family"), Qt.MouseButton.LeftButton)

    assert changed.args == ["family"]
    assert audience.value() == "family"


def test_arrows_choose(audience: Segmented, qtbot: QtBot) -> None:
    audience.setFocus()

    qtbot.keyClick(audience.segment("child"), Qt.Key.Key_Right)
    assert audience.value() == "victim"
    assert audience.segment("victim").hasFocus()

    qtbot.keyClick(audience.segment("victim"), Qt.Key.Key_Left)
    assert audience.value() == "child"


def test_choosing_what_holds_says_nothing(audience: Segmented) -> None:
    heard: list[str] = []
    audience.changed.connect(heard.append)

    audience.choose("child")
    audience.choose("staff")

    assert heard == ["staff"]


def test_a_key_that_is_not_there_is_refused(audience: Segmented) -> None:
    with pytest.raises(KeyError):
        audience.choose("nobody")


def test_nothing_moves_when_another_holds(audience: Segmented) -> None:
    before = audience.sizeHint()

    audience.choose("family")

    assert audience.sizeHint() == before


def test_it_is_heard_as_one_choice_of_several(audience: Segmented) -> None:
    spoken = QAccessible.queryAccessibleInterface(audience.segment("victim"))

    assert spoken.role() == QAccessible.Role.RadioButton
    assert spoken.text(QAccessible.Text.Name) == "Victim"


def test_the_one_that_holds_is_seen(audience: Segmented) -> None:
    before = audience.grab().toImage()

    audience.choose("staff")

    assert audience.grab().toImage() != before
