"""Lines of inputs that can be added and taken away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from ui.dialogs.row_form import Cell, RowForm
from ui.widgets.buttons import IconButton


def typed() -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    return box


CELLS = (Cell("Name", 2), Cell("Step-free", 1, QCheckBox), Cell("Door", 1, typed))
ROWS = [("Main", True, "A"), ("Side", False, "B")]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def form(qtbot: QtBot) -> RowForm:
    """Two lines of three inputs."""
    form = RowForm("entrance", CELLS)
    qtbot.addWidget(form)
    form.show_rows(ROWS)
    form.show()
    return form


def test_what_is_shown_comes_back(form: RowForm) -> None:
    assert form.rows() == ROWS


def test_a_line_that_is_added_is_empty_and_has_the_keyboard(
    qtbot: QtBot, form: RowForm
) -> None:
    with qtbot.waitSignal(form.changed):
        qtbot.mouseClick(form.add, LEFT)

    qtbot.waitUntil(form.line(2)[0].hasFocus)
    assert form.rows()[2] == ("", False, "")


def test_a_line_that_is_taken_away_goes(qtbot: QtBot, form: RowForm) -> None:
    remover = form.findChildren(IconButton)[0]

    with qtbot.waitSignal(form.changed):
        qtbot.mouseClick(remover, LEFT)

    assert form.rows() == ROWS[1:]
    assert form.focusWidget() is form.line(0)[0]


def test_without_lines_the_keyboard_goes_to_the_button(form: RowForm) -> None:
    form.remove(0)
    form.remove(0)

    assert form.rows() == []
    assert form.focusWidget() is form.add


def test_other_lines_take_the_place_of_those_before(form: RowForm) -> None:
    form.show_rows(ROWS[:1])

    assert form.rows() == ROWS[:1]
    assert len(form.findChildren(QLineEdit)) == 2  # one is inside the combo box


def test_every_input_is_told_by_its_name_and_line(form: RowForm) -> None:
    form.remove(0)

    names = [entry.accessibleName() for entry in form.line(0)]

    assert names == ["Name, entrance 1", "Step-free, entrance 1", "Door, entrance 1"]
    assert form.findChildren(IconButton)[0].toolTip() == "Take away entrance 1"
