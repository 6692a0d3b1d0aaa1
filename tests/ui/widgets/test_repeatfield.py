"""How an appointment repeats, as one sentence."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.repeatfield import RepeatField

FIRST = date(2026, 12, 31)


@pytest.fixture
def field(qtbot: QtBot) -> RepeatField:
    widget = RepeatField(lambda: FIRST)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def test_closed_it_is_one_sentence(field: RepeatField) -> None:
    assert field.box.currentText() == "Does not repeat"

    field.editor.choose("weekly")

    assert field.box.currentText() == "Every week on Thursday, 12 times"
    assert not field.editor.isVisible()
    assert not field.note.isVisible()


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_F4]
)
def test_a_key_opens_it_and_escape_closes_it(
    qtbot: QtBot, field: RepeatField, key: Qt.Key
) -> None:
    field.setFocus()
    qtbot.keyClick(field.box, key)
    assert field.editor.how.hasFocus()

    qtbot.keyClick(field.editor.how, Qt.Key.Key_Escape)

    assert field.box.hasFocus()
    assert not field.is_open


def test_pressed_again_it_closes(qtbot: QtBot, field: RepeatField) -> None:
    field.box.showPopup()
    field.box.showPopup()

    assert not field.is_open


def test_months_that_lack_the_date_are_named(field: RepeatField) -> None:
    field.open(on=True)
    field.editor.times.setValue(4)
    field.editor.choose("monthly")

    assert field.note.text() == (
        "February 2027 and April 2027 have no 31st, and nothing is booked then."
    )


def test_a_rule_that_makes_no_sense_is_said_in_its_place(field: RepeatField) -> None:
    field.editor.choose("weekly")
    field.editor.ends.setCurrentIndex(1)
    field.editor.until.choose(date(2026, 12, 1))

    assert field.box.currentText().startswith("It ends before it begins.")


def test_the_sentence_goes_along_with_the_first_date(field: RepeatField) -> None:
    field.editor.choose("weekly")

    field.start_on(date(2027, 1, 1))
    field.start_on(date(2027, 1, 1))

    assert field.box.currentText() == "Every week on Friday, 12 times"


def test_turning_the_wheel_changes_nothing(field: RepeatField) -> None:
    at = QPointF(field.box.rect().center())
    wheel = QWheelEvent(
        at,
        at,
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own order
    )

    QApplication.sendEvent(field.box, wheel)

    assert not wheel.isAccepted()


def test_other_keys_do_nothing(qtbot: QtBot, field: RepeatField) -> None:
    qtbot.keyClick(field.box, Qt.Key.Key_E)

    assert not field.is_open
    assert field.value() is None


def test_it_forgets_and_closes(field: RepeatField) -> None:
    field.editor.choose("weekly")
    field.open(on=True)

    field.never()

    assert field.value() is None
    assert not field.is_open
