"""An empty page says why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.empty import EmptyState


def words(state: EmptyState) -> list[str]:
    return [label.text() for label in state.findChildren(QLabel) if label.isVisible()]


def test_it_offers_what_to_do(qtbot: QtBot) -> None:
    state = EmptyState(
        "calendar-x",
        "Nothing is booked today",
        "Find a room to make the first booking.",
        action="Find a room",
    )
    qtbot.addWidget(state)
    state.show()

    with qtbot.waitSignal(state.pressed):
        qtbot.mouseClick(state.button, Qt.MouseButton.LeftButton)

    assert words(state) == [
        "Nothing is booked today",
        "Find a room to make the first booking.",
    ]


def test_without_an_action_there_is_no_button(qtbot: QtBot) -> None:
    state = EmptyState("calendar-x", "Nothing is booked today")
    qtbot.addWidget(state)
    state.show()

    assert not state.button.isVisible()
    assert words(state) == ["Nothing is booked today"]


def test_it_can_say_something_else(qtbot: QtBot) -> None:
    state = EmptyState("calendar-x", "Nothing is booked today")
    qtbot.addWidget(state)
    state.show()

    state.say("No room fits", "Try another day.", action="Next day")

    assert words(state) == ["No room fits", "Try another day."]
    assert state.button.text() == "Next day"
