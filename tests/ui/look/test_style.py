"""The style gives each control its room, at any size of text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QStyle,
    QTableWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dressed
from ui import palettes, theme


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[theme.Colours]:
    yield from dressed(qapp)


def larger(widget: QWidget) -> None:
    font = QFont(widget.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    widget.setFont(font)


def test_fields_and_buttons_in_a_row_are_equally_high(qtbot: QtBot) -> None:
    row = [QLineEdit(), QComboBox(), QSpinBox(), QPushButton("Book")]
    for widget in row:
        qtbot.addWidget(widget)

    assert len({widget.sizeHint().height() for widget in row}) == 1


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QSpinBox, QPushButton])
def test_a_control_grows_with_its_text(kind: type[QWidget], qtbot: QtBot) -> None:
    widget = kind()
    qtbot.addWidget(widget)

    larger(widget)

    assert widget.sizeHint().height() >= widget.fontMetrics().height() + 8


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_ticks_grow_with_their_words(kind: type[QWidget], qtbot: QtBot) -> None:
    widget = kind("Step-free")
    qtbot.addWidget(widget)
    before = widget.sizeHint().height()

    larger(widget)

    assert widget.sizeHint().height() > before * 1.4


def test_a_combo_box_shows_its_longest_choice_whole(qtbot: QtBot) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["1 hour", "Referral order panel, with two waiting spaces"])
    box.resize(box.sizeHint())

    option = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        _option(box),
        QStyle.SubControl.SC_ComboBoxEditField,
        box,
    )

    assert option.width() >= box.fontMetrics().horizontalAdvance(box.itemText(1))


def _option(box: QComboBox) -> object:
    from PySide6.QtWidgets import QStyleOptionComboBox  # noqa: PLC0415

    option = QStyleOptionComboBox()
    option.initFrom(box)
    option.subControls = QStyle.SubControl.SC_All
    return option


def test_a_column_being_sorted_does_not_cut_its_title(qtbot: QtBot) -> None:
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    table.setHorizontalHeaderLabels(["Suitable for"])
    table.setSortingEnabled(True)
    table.resizeColumnsToContents()

    words = table.horizontalHeader().fontMetrics().horizontalAdvance("Suitable for")

    assert table.columnWidth(0) >= words + 16


def test_the_verb_comes_last_in_a_dialog(qtbot: QtBot) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    save = box.addButton("Save", QDialogButtonBox.ButtonRole.AcceptRole)
    cancel = box.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
    box.show()

    assert cancel.x() < save.x()


def test_the_text_of_a_note_keeps_off_its_round_corners(qtbot: QtBot) -> None:
    note = QPlainTextEdit()
    qtbot.addWidget(note)
    note.show()

    assert note.frameWidth() >= 4


def test_grid_lines_are_hairlines(qtbot: QtBot) -> None:
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    hint = QStyle.StyleHint.SH_Table_GridLineColor
    from PySide6.QtWidgets import QStyleOptionViewItem  # noqa: PLC0415

    option = QStyleOptionViewItem()
    option.initFrom(table)

    rgb = table.style().styleHint(hint, option, table) & 0xFFFFFFFF

    assert rgb == theme.colours(palettes.light()).hairline.rgb()


def test_every_standard_control_is_drawn(qtbot: QtBot) -> None:
    for kind in (QLineEdit, QComboBox, QSpinBox, QPushButton, QToolButton, QCheckBox):
        widget = kind()
        qtbot.addWidget(widget)
        widget.resize(120, 32)
        plain = widget.grab().toImage()
        widget.setEnabled(False)

        assert kind is QToolButton or widget.grab().toImage() != plain
