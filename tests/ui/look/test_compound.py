"""The parts of combo boxes, spin boxes and scroll bars lie where they are used."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QScrollBar,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
)
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dressed
from ui import theme
from ui.look import compound
from ui.widgets.buttons import IconButton

Sub = QStyle.SubControl


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[theme.Colours]:
    yield from dressed(qapp)


def scroll(position: int, orientation: Qt.Orientation) -> QStyleOptionSlider:
    option = QStyleOptionSlider()
    option.rect = QRect(0, 0, 200, 200)
    option.orientation = orientation
    option.minimum, option.maximum = 0, 300
    option.pageStep = 100
    option.sliderPosition = position
    return option


def test_the_thumb_is_as_long_as_what_is_seen() -> None:
    option = scroll(0, Qt.Orientation.Vertical)

    assert compound.scroll_part(option, Sub.SC_ScrollBarSlider).height() == 50


def test_the_thumb_moves_from_end_to_end() -> None:
    for orientation in Qt.Orientation:
        begin = compound.scroll_part(scroll(0, orientation), Sub.SC_ScrollBarSlider)
        end = compound.scroll_part(scroll(300, orientation), Sub.SC_ScrollBarSlider)

        assert begin.topLeft() == QPoint(0, 0)
        assert end.bottomRight() == QPoint(199, 199)


def test_there_are_no_buttons_at_the_ends() -> None:
    option = scroll(100, Qt.Orientation.Vertical)

    assert compound.scroll_part(option, Sub.SC_ScrollBarAddLine).isEmpty()
    assert compound.scroll_part(option, Sub.SC_ScrollBarSubLine).isEmpty()


def test_a_press_beside_the_thumb_goes_there(qtbot: QtBot) -> None:
    bar = QScrollBar(Qt.Orientation.Vertical)
    qtbot.addWidget(bar)
    bar.setRange(0, 300)
    bar.setPageStep(100)
    bar.resize(14, 200)
    bar.show()

    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(7, 190))

    assert bar.value() > 200


def test_a_spin_box_steps_where_its_arrows_are(qtbot: QtBot) -> None:
    box = QSpinBox()
    qtbot.addWidget(box)
    box.setValue(3)
    box.resize(120, 31)
    box.show()
    option = QStyleOptionSpinBox()
    option.initFrom(box)
    up = compound.spin_part(option, Sub.SC_SpinBoxUp).center()
    down = compound.spin_part(option, Sub.SC_SpinBoxDown).center()

    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=up)
    assert box.value() == 4

    for _ in range(2):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=down)
    assert box.value() == 2


def test_words_begin_at_the_same_place_in_every_combo_box(qtbot: QtBot) -> None:
    option = QStyleOptionComboBox()
    option.rect = QRect(0, 0, 200, 31)

    plain = compound.combo_part(option, Sub.SC_ComboBoxEditField).left() + 1
    option.editable = True
    editable = compound.combo_part(option, Sub.SC_ComboBoxEditField).left() + 2

    assert plain == editable


def test_the_arrow_of_a_combo_box_is_at_its_right(qtbot: QtBot) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.resize(200, 31)
    image = box.grab().toImage()
    ground = image.pixelColor(100, 15)

    inked = {
        x
        for x in range(3, 197)
        for y in range(5, 26)
        if image.pixelColor(x, y) != ground
    }

    assert min(inked) > 160


def test_an_icon_button_is_drawn_with_its_icon(qtbot: QtBot) -> None:
    one, other = IconButton("chevron-left", "Earlier"), IconButton("x", "Close")
    for button in (one, other):
        qtbot.addWidget(button)
        button.resize(button.sizeHint())

    assert one.grab().toImage() != other.grab().toImage()
    assert one.sizeHint().width() == one.sizeHint().height()
