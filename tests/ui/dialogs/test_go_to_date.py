"""Going to a date."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.go_to_date import GoToDateDialog

TODAY = date(2026, 11, 26)


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """What the dialog belongs to; it deletes itself when it is closed."""
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


@pytest.fixture
def dialog(owner: QWidget) -> GoToDateDialog:
    """The dialog, standing on today."""
    dialog = GoToDateDialog(TODAY, lambda: TODAY, owner)
    dialog.show()
    return dialog


def test_a_date_can_be_typed_and_entered(qtbot: QtBot, dialog: GoToDateDialog) -> None:
    dialog.day.clear()
    qtbot.keyClicks(dialog.day, "3 mar 2027")

    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)

    assert told.args == [date(2027, 3, 3)]


def test_the_calendar_follows_the_typing_and_the_other_way_round(
    qtbot: QtBot, dialog: GoToDateDialog
) -> None:
    dialog.day.clear()
    qtbot.keyClicks(dialog.day, "tomorrow")
    followed = dialog.month.selectedDate()
    dialog.month.clicked.emit(QDate(2026, 12, 24))

    assert followed == QDate(2026, 11, 27)
    assert dialog.day.text() == "Thu 24 Dec 2026"


def test_a_day_taken_in_the_calendar_is_shown_at_once(
    qtbot: QtBot, dialog: GoToDateDialog
) -> None:
    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.month.activated.emit(QDate(2026, 12, 24))

    assert told.args == [date(2026, 12, 24)]
    assert not dialog.isVisible()


def test_what_is_no_date_stays_with_a_sentence(
    qtbot: QtBot, dialog: GoToDateDialog
) -> None:
    dialog.day.setText("soonish")

    with qtbot.assertNotEmitted(dialog.chosen):
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)

    assert dialog.field.complaint.startswith("“soonish” is not a date.")
    assert dialog.day.text() == "soonish"
