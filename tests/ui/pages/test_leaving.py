"""What was typed is not left by one key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.message import MessageDialog
from ui.pages.leaving import Leaving


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[QWidget]:
    """A form with one input."""
    form = QWidget()
    qtbot.addWidget(form)
    QVBoxLayout(form).addWidget(QLineEdit("Side door"))
    form.show()
    yield form
    for dialog in form.findChildren(MessageDialog):
        dialog.close()


def left(form: QWidget) -> tuple[Leaving, list[str]]:
    """The way back from the form, and how often it was taken."""
    gone: list[str] = []
    leaving = Leaving(form, lambda: gone.append("left"))
    leaving.begin()
    return leaving, gone


def test_a_form_as_it_was_is_left_at_once(form: QWidget) -> None:
    leaving, gone = left(form)

    leaving.ask()

    assert gone == ["left"]
    assert form.findChild(MessageDialog) is None


def test_what_was_typed_is_asked_about_and_escape_keeps_it(
    qtbot: QtBot, form: QWidget
) -> None:
    leaving, gone = left(form)
    form.findChild(QLineEdit).setText("Blue door")

    leaving.ask()
    dialog = form.findChild(MessageDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert gone == []
    assert form.findChild(QLineEdit).text() == "Blue door"


def test_whoever_says_so_leaves_it(qtbot: QtBot, form: QWidget) -> None:
    leaving, gone = left(form)
    form.findChild(QLineEdit).setText("Blue door")

    leaving.ask()
    form.findChild(MessageDialog).accept()

    assert gone == ["left"]


def test_what_was_put_together_counts_as_typed(form: QWidget) -> None:
    leaving, gone = left(form)

    leaving.touch()
    leaving.ask()

    assert gone == []
