"""A badge is heard as it is seen."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.kinds import Kind
from ui.widgets.badge import Badge


def test_its_kind_is_spoken(qtbot: QtBot) -> None:
    badge = Badge(Kind.BAD, "Safe")
    qtbot.addWidget(badge)

    spoken = QAccessible.queryAccessibleInterface(badge)
    assert spoken.text(QAccessible.Text.Name) == "Safe, not in order"

    badge.say(Kind.QUIET, "Not assessed")
    assert spoken.text(QAccessible.Text.Name) == "Not assessed"
    assert badge.kind is Kind.QUIET


def test_each_kind_looks_different(qtbot: QtBot) -> None:
    pictures = []
    for kind in Kind:
        badge = Badge(kind, "Safe")
        qtbot.addWidget(badge)
        badge.resize(120, 24)
        pictures.append(badge.grab().toImage())

    for number, one in enumerate(pictures):
        for other in pictures[number + 1 :]:
            assert one != other


def test_beside_something_taller_it_keeps_its_height(qtbot: QtBot) -> None:
    line = QWidget()
    qtbot.addWidget(line)
    layout = QHBoxLayout(line)
    badge, tall = Badge(Kind.GOOD, "Clear"), QLabel("one\ntwo\nthree\nfour")
    layout.addWidget(badge)
    layout.addWidget(tall)
    line.show()

    image = badge.grab().toImage()

    middle = image.pixelColor(3, image.height() // 2)
    assert image.pixelColor(3, 1) != middle
    assert badge.width() == badge.sizeHint().width()


def test_new_words_take_their_room(qtbot: QtBot) -> None:
    badge = Badge(Kind.GOOD, "Safe")
    qtbot.addWidget(badge)
    before = badge.sizeHint().width()

    badge.say(Kind.WARN, "Safe: assessment due in 9 days")

    assert badge.sizeHint().width() > before
    assert badge.minimumSizeHint().width() < badge.sizeHint().width()
    assert badge.hasHeightForWidth()
