"""Every task has its keys, and none of them spoils typing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.remembered import Remembered
from tests.ui.window_scene import Help, Shell, opened

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    yield from opened(qtbot, tmp_path)


def test_the_numbers_of_the_pages_stay_their_own(shell: Shell, qtbot: QtBot) -> None:
    qtbot.keyClick(shell.window, Qt.Key.Key_4, CONTROL)
    assert shell.window.pages.front == "venues"

    qtbot.keyClick(shell.window, Qt.Key.Key_3, CONTROL)
    assert shell.window.pages.front == "venues"

    qtbot.keyClick(shell.window, Qt.Key.Key_Comma, CONTROL)
    assert shell.window.pages.front == "settings"


def test_keys_reach_the_page_in_front(shell: Shell, qtbot: QtBot) -> None:
    shell.window.show_page("find")

    for key in (Qt.Key.Key_F, Qt.Key.Key_P, Qt.Key.Key_G):
        qtbot.keyClick(shell.window, key, CONTROL)
    qtbot.keyClick(shell.page.field, Qt.Key.Key_PageUp)
    qtbot.keyClick(shell.page.field, Qt.Key.Key_PageDown)

    assert shell.page.asked == ["find", "print", "date", "earlier", "later"]


def test_a_page_without_these_ignores_their_keys(shell: Shell, qtbot: QtBot) -> None:
    shell.window.show_page("find")
    page = shell.page
    shell.window.show_page("today")

    for key in (Qt.Key.Key_F, Qt.Key.Key_P, Qt.Key.Key_G):
        qtbot.keyClick(shell.window, key, CONTROL)
    qtbot.keyClick(shell.window, Qt.Key.Key_PageDown)

    assert page.asked == []


def test_undo_in_a_field_takes_back_the_typing(shell: Shell, qtbot: QtBot) -> None:
    undone: list[str] = []
    shell.undo.follow(Remembered().did("booking", lambda: undone.append("booking")))
    shell.window.show_page("find")

    for field in (shell.page.field, shell.page.notes):
        field.setFocus()
        qtbot.keyClicks(field, "WA")
        qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)

    assert shell.page.field.text() == ""
    assert shell.page.notes.toPlainText() == ""
    assert undone == []


def test_undo_elsewhere_takes_back_the_last_step(shell: Shell, qtbot: QtBot) -> None:
    done: list[str] = []
    undo, redo = partial(done.append, "undo"), partial(done.append, "redo")
    shell.undo.follow(Remembered().did("booking of Willow Room", undo, redo))
    shell.window.show_page("today")

    qtbot.keyClick(shell.window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: shell.undo.can_redo)
    qtbot.keyClick(shell.window, Qt.Key.Key_Y, CONTROL)
    qtbot.waitUntil(lambda: shell.undo.can_undo)

    assert done == ["undo", "redo"]
    assert shell.window.messages.text == "Done again: booking of Willow Room."


def test_help_is_about_the_page_in_front(shell: Shell, qtbot: QtBot) -> None:
    shell.window.show_page("find")
    qtbot.keyClick(shell.window, Qt.Key.Key_F1)
    shell.window.show_page("venues")
    qtbot.keyClick(shell.window, Qt.Key.Key_F1)

    helping = shell.window.page("help")
    assert isinstance(helping, Help)
    assert helping.topics == ["finding", "venues"]
