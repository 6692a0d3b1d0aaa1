"""Things flow like words: into the next line, and never out of sight."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.kinds import Kind
from ui.widgets.badge import Badge
from ui.widgets.flow import Flow, FlowLayout


@pytest.fixture
def flow(qtbot: QtBot) -> Flow:
    made = Flow(gap=6, lines=4)
    qtbot.addWidget(made)
    for _ in range(3):
        box = QLabel()
        box.setFixedSize(50, 20)
        made.add(box)
    return made


def places(flow: Flow) -> list[tuple[int, int]]:
    return [(box.x(), box.y()) for box in flow.findChildren(QLabel)]


def test_a_full_line_goes_on_in_the_next(flow: Flow) -> None:
    flow.resize(110, 100)
    flow.show()

    assert places(flow) == [(0, 0), (56, 0), (0, 24)]
    assert flow.heightForWidth(110) == 44


def test_with_room_enough_there_is_one_line(flow: Flow) -> None:
    assert flow.heightForWidth(162) == 20
    assert flow.heightForWidth(161) == 44
    assert flow.sizeHint().width() == 162


def test_what_is_hidden_takes_no_room(flow: Flow) -> None:
    flow.findChildren(QLabel)[0].hide()

    assert flow.heightForWidth(110) == 20


def test_one_wider_than_the_line_wraps_inside(qtbot: QtBot) -> None:
    flow = Flow()
    qtbot.addWidget(flow)
    badge = Badge(Kind.WARN, "Confidential: part-glazed door, blinds must be down")
    flow.add(badge)
    flow.resize(160, 200)
    flow.show()

    assert badge.width() <= 160
    assert badge.height() >= badge.heightForWidth(badge.width())
    assert badge.height() > Badge(Kind.GOOD, "Safe").sizeHint().height()


def test_clearing_takes_everything_away(flow: Flow, qtbot: QtBot) -> None:
    flow.clear()

    assert flow.flow.count() == 0
    assert flow.heightForWidth(100) == 0
    qtbot.waitUntil(lambda: not flow.findChildren(QLabel))


def test_the_layout_ends_where_it_ends(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(holder)
    box = QLabel()
    layout.addWidget(box)

    assert layout.itemAt(1) is None
    assert layout.takeAt(5) is None
    assert layout.takeAt(0).widget() is box
    assert layout.count() == 0
