"""A field says its name, what to type, and what is wrong, to eye and ear."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui import marks
from ui.widgets.field import Field
from ui.widgets.timefield import TimeField


@pytest.fixture
def field(qtbot: QtBot) -> Field:
    made = Field("Case reference", QLineEdit())
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_input_has_the_name_above_it(field: Field) -> None:
    spoken = QAccessible.queryAccessibleInterface(field.entry)

    assert spoken.text(QAccessible.Text.Name) == "Case reference"
    assert field.label.buddy() is field.entry


def test_a_complaint_takes_room_only_while_there_is_one(field: Field) -> None:
    empty = field.sizeHint().height()

    field.complain("“X” is not a case reference. Type it like WA-20417.")
    assert field.sizeHint().height() > empty
    assert field.entry.property(marks.COMPLAINT)

    field.clear()
    assert field.sizeHint().height() == empty
    assert not field.entry.property(marks.COMPLAINT)


def test_a_complaint_is_what_screen_readers_say_of_the_input(field: Field) -> None:
    field.complain("Type a case reference.")

    assert field.entry.accessibleDescription() == "Type a case reference."
    assert field.complaint == "Type a case reference."


def test_a_hint_comes_back_when_the_complaint_goes(field: Field) -> None:
    field.hint("Used for the distance, never kept.")
    field.complain("There is no such postcode.")
    field.clear()

    assert field.entry.accessibleDescription() == "Used for the distance, never kept."


def test_typed_words_stay_when_there_is_a_complaint(field: Field) -> None:
    field.entry.setText("WA-2")

    field.complain("It is too short.")

    assert field.entry.text() == "WA-2"


def test_an_input_that_reads_by_itself_complains_by_itself(qtbot: QtBot) -> None:
    start = TimeField()
    field = Field("Start", start)
    qtbot.addWidget(field)
    field.show()

    start.setEditText("late")
    start.lineEdit().editingFinished.emit()
    assert "late" in field.complaint

    start.setEditText("3pm")
    start.lineEdit().editingFinished.emit()
    assert field.complaint == ""
