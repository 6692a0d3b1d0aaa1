"""Days in lines, with a way to take them off."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.kinds import Kind
from ui.widgets.badge import Badge
from ui.widgets.dayrows import DayRow, DayRows


@pytest.fixture
def rows(qtbot: QtBot) -> DayRows:
    made = DayRows("No day is closed.")
    qtbot.addWidget(made)
    made.resize(600, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def words(rows: DayRows) -> list[str]:
    labels = rows.findChildren(QLabel)
    return [label.text() for label in labels if not label.isHidden()]


def test_each_line_has_its_words(rows: DayRows) -> None:
    rows.show_rows(
        [
            DayRow("Fri 25 Dec", "Christmas Day", Badge(Kind.QUIET, "Bank holiday")),
            DayRow("Mon 28 Dec", "Boxing Day"),
        ]
    )

    assert words(rows) == [
        "Fri 25 Dec",
        "Christmas Day",
        "Bank holiday",
        "Mon 28 Dec",
        "Boxing Day",
    ]
    assert rows.buttons == []


def test_nothing_is_said_in_words(rows: DayRows) -> None:
    rows.show_rows([])

    assert words(rows) == ["No day is closed."]


def test_a_line_is_removed_by_its_own_button(rows: DayRows) -> None:
    removed: list[str] = []
    rows.show_rows(
        [
            DayRow("Fri", "One", remove=lambda: removed.append("One")),
            DayRow("Sat", "Two", remove=lambda: removed.append("Two")),
        ]
    )

    rows.buttons[1].click()

    assert removed == ["Two"]
    assert rows.buttons[1].accessibleName() == "Remove Sat, Two"


def test_the_keyboard_stays_near_a_line_that_is_gone(rows: DayRows) -> None:
    lines = [DayRow(day, "Training", remove=lambda: None) for day in ("1", "2", "3")]
    rows.show_rows(lines)
    rows.activateWindow()
    rows.buttons[2].setFocus()

    rows.show_rows(lines[:2])
    QApplication.processEvents()

    assert rows.buttons[1].hasFocus()
