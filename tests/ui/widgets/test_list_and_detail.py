"""A list with its detail beside it or below it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.list_and_detail import TALL, WIDE, ListAndDetail

SHARES = (13, 7)
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@pytest.fixture
def both(qtbot: QtBot) -> ListAndDetail:
    """Two empty pieces."""
    made = ListAndDetail(QWidget(), QWidget(), SHARES)
    qtbot.addWidget(made)
    made.resize(made.fontMetrics().averageCharWidth() * 130, 700)
    made.show()
    return made


@pytest.fixture
def larger() -> Iterator[QFont]:
    """The program's font at twice its size, put back afterwards."""
    before = QApplication.font()
    font = QFont(before)
    font.setPointSizeF(before.pointSizeF() * 2)
    yield font
    QApplication.setFont(before)


def test_the_list_gets_the_larger_share(both: ListAndDetail) -> None:
    left, right = both.sizes()

    assert left > right


def test_where_there_is_little_room_the_detail_goes_below(both: ListAndDetail) -> None:
    wide = both.orientation()

    both.resize(both.fontMetrics().averageCharWidth() * 100, 900)

    assert (wide, both.orientation()) == (ACROSS, DOWN)


def test_it_never_asks_for_the_width_of_both(both: ListAndDetail) -> None:
    needed = [both.widget(place).minimumWidth() for place in range(2)]

    assert max(needed) <= both.minimumSizeHint().width() < sum(needed)


def test_larger_text_needs_more_room_at_once(
    both: ListAndDetail, larger: QFont
) -> None:
    QApplication.setFont(larger)
    QApplication.processEvents()
    both.fit_text()

    metrics = both.fontMetrics()
    detail = both.widget(1)
    assert detail.minimumWidth() == metrics.averageCharWidth() * WIDE
    assert detail.minimumHeight() == metrics.height() * TALL
    assert both.orientation() == DOWN
