"""A dialog tells one thing, waits for nobody, and leads somewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.message import MessageDialog, tell
from ui.kinds import Kind


def told(qtbot: QtBot, **more: object) -> tuple[QWidget, MessageDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = tell(
        window,
        "The room was booked a moment ago",
        "Somebody else was quicker. Choose another room.",
        **more,
    )
    qtbot.waitUntil(dialog.isVisible)
    return window, dialog


def verbs(dialog: MessageDialog) -> set[str]:
    return {button.text() for button in dialog.findChildren(QPushButton)}


def test_it_tells_and_can_be_closed(qtbot: QtBot) -> None:
    _, dialog = told(qtbot)
    assert verbs(dialog) == {"Close"}
    assert dialog.sentence.text().startswith("Somebody else was quicker.")

    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_enter_does_what_the_verb_says(qtbot: QtBot) -> None:
    done: list[bool] = []
    _, dialog = told(qtbot, action="Find another", run=lambda: done.append(True))
    assert verbs(dialog) == {"Find another", "Cancel"}

    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    assert done == [True]


def test_escape_changes_nothing(qtbot: QtBot) -> None:
    done: list[bool] = []
    _, dialog = told(
        qtbot,
        action="Cancel booking",
        run=lambda: done.append(True),
        cancel="Keep booking",
        kind=Kind.WARN,
    )
    assert verbs(dialog) == {"Cancel booking", "Keep booking"}

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert done == []


def test_it_is_heard_when_it_opens(qtbot: QtBot) -> None:
    _, dialog = told(qtbot)

    spoken = QAccessible.queryAccessibleInterface(dialog)
    assert spoken.text(QAccessible.Text.Name) == "The room was booked a moment ago"
    assert dialog.windowTitle() == "Venues"


def test_what_is_to_be_done_comes_last(qtbot: QtBot) -> None:
    _, dialog = told(qtbot, action="Cancel booking", cancel="Keep booking")
    places = {b.text(): b.x() for b in dialog.findChildren(QPushButton)}

    assert dialog.focusWidget().text() in verbs(dialog)
    assert len(places) == 2
