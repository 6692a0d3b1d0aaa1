"""What the editors of the catalogue share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from tests.ui import venue_scene as scene
from ui.desk import Desk
from ui.dialogs.editor import ALIKE, CHOSEN, Editor, bring_to_front, contents
from ui.dialogs.versions import VersionsDialog
from ui.models.versions import Difference
from ui.widgets.fieldrows import Entry, lay_out
from venues.database.session import Database
from venues.errors import Clash, Stale, WrongInput

KEY = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier


class NameEditor(Editor):
    """Asks for a name, and does with it what a test wants."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Name")
        self.name = QLineEdit("Oak")
        self.tabs = QTabWidget()
        form = QWidget()
        self.fields |= lay_out(form, [[Entry("name", "Name", self.name)]])
        self.tabs.addTab(QWidget(), "First")
        self.tabs.addTab(form, "Second")
        self.body.addWidget(self.tabs)
        self.trouble: Exception | None = None
        self.stored: list[str] = []
        self.gate = Event()
        self.gate.set()
        self.theirs: str | None = None
        self.begin()

    def draft(self) -> str:
        """The name, which must not be empty."""
        if not self.name.text():
            raise WrongInput("Give it a name.", "name")
        return self.name.text()

    def store(self, draft: Any) -> object:
        """Keep the name, or fail as the test wants it."""
        self.gate.wait(5)
        if self.trouble is not None:
            raise self.trouble
        self.stored.append(draft)
        return draft

    def offer_both(self, draft: Any) -> bool:
        """Show the other name beside one's own."""
        if self.theirs is None:
            return super().offer_both(draft)
        differ = draft != self.theirs
        found = [Difference("name", "Name", draft, self.theirs)] if differ else []
        self.compare("Oak", found, partial(self.take, draft))
        return True

    def take(self, mine: str, kept: frozenset[str]) -> None:
        """Show the name that was chosen."""
        self.name.setText(mine if "name" in kept else self.theirs or "")


@pytest.fixture
def editor(qtbot: QtBot, database: Database) -> Iterator[NameEditor]:
    """An editor with the name Oak in it, opened."""
    with scene.desk(database) as (desk, _told):
        editor = NameEditor(desk)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(editor)
        editor.open()
        yield editor
        editor.gate.set()


def test_ctrl_enter_saves_and_closes(qtbot: QtBot, editor: NameEditor) -> None:
    editor.name.setText("Elm")

    with qtbot.waitSignal(editor.saved) as told:
        qtbot.keyClick(editor, KEY, CTRL)

    assert told.args == ["Elm"]
    assert not editor.isVisible()


def test_what_cannot_be_read_is_said_beside_its_field(editor: NameEditor) -> None:
    editor.name.clear()

    editor.try_to_save()

    assert editor.fields["name"].complaint == "Give it a name."
    assert editor.tabs.currentIndex() == 1
    assert editor.stored == []


def test_what_was_mended_is_no_longer_complained_of(
    qtbot: QtBot, editor: NameEditor
) -> None:
    editor.name.clear()
    editor.try_to_save()
    editor.name.setText("Elm")

    with qtbot.waitSignal(editor.saved):
        editor.try_to_save()

    assert editor.fields["name"].complaint == ""


def test_what_the_service_refuses_is_said_and_nothing_is_lost(
    qtbot: QtBot, editor: NameEditor
) -> None:
    editor.trouble = Clash("2 bookings stand in the way.")
    editor.name.setText("Elm")

    editor.try_to_save()
    scene.until(qtbot, lambda: editor.notice.text)

    assert editor.notice.text == "2 bookings stand in the way."
    assert editor.name.text() == "Elm"
    assert editor.isVisible()
    assert editor.save.isEnabled()


def test_while_it_is_saved_it_waits(qtbot: QtBot, editor: NameEditor) -> None:
    editor.gate.clear()
    editor.name.setText("Elm")

    editor.try_to_save()
    editor.try_to_save()
    editor.reject()
    waiting = (editor.isVisible(), editor.save.isEnabled())
    scene.until(qtbot, editor.waiting.isVisible)
    editor.gate.set()
    scene.until(qtbot, lambda: not editor.isVisible())

    assert waiting == (True, False)
    assert editor.stored == ["Elm"]


def test_escape_closes_when_nothing_is_typed(qtbot: QtBot, editor: NameEditor) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    assert not editor.isVisible()


def question(editor: NameEditor) -> QMessageBox:
    return editor.findChildren(QMessageBox)[0]


def press(editor: NameEditor, words: str) -> None:
    for button in question(editor).buttons():
        if button.text() == words:
            button.click()


def test_escape_asks_when_something_is_typed(qtbot: QtBot, editor: NameEditor) -> None:
    editor.name.setText("Elm")

    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    asked = question(editor).text()
    press(editor, "Keep editing")
    stays = editor.isVisible()

    assert asked == "Leave without saving?"
    assert stays
    assert editor.name.text() == "Elm"


def test_leaving_all_the_same_closes_without_saving(
    qtbot: QtBot, editor: NameEditor
) -> None:
    editor.name.setText("Elm")

    editor.reject()
    press(editor, "Leave")

    scene.until(qtbot, lambda: not editor.isVisible())
    assert editor.stored == []


def test_both_versions_are_shown_and_the_chosen_one_goes_on(
    qtbot: QtBot, editor: NameEditor
) -> None:
    editor.trouble = Stale("Name changed. Look at it again before you save.")
    editor.theirs = "Ash"
    editor.name.setText("Elm")
    editor.try_to_save()
    scene.until(qtbot, lambda: editor.findChildren(VersionsDialog))
    dialog = editor.findChildren(VersionsDialog)[0]

    dialog.all_theirs.click()
    dialog.go.click()

    assert editor.name.text() == "Ash"
    assert editor.notice.text == CHOSEN
    assert editor.changed


def test_the_very_same_from_somebody_else_leaves_nothing_to_save(
    qtbot: QtBot, editor: NameEditor
) -> None:
    editor.trouble = Stale("Name changed. Look at it again before you save.")
    editor.theirs = "Elm"
    editor.name.setText("Elm")

    editor.try_to_save()
    scene.until(qtbot, lambda: editor.notice.text)

    assert editor.notice.text == ALIKE
    assert not editor.changed


def test_without_a_way_to_take_it_over_the_change_is_only_said(
    qtbot: QtBot, editor: NameEditor
) -> None:
    editor.trouble = Stale("Name changed. Look at it again before you save.")

    editor.try_to_save()
    scene.until(qtbot, lambda: editor.notice.text)

    assert editor.notice.text == str(editor.trouble)


def test_a_mistake_of_ours_is_not_hidden(qtbot: QtBot, editor: NameEditor) -> None:
    editor.trouble = ZeroDivisionError("ours")

    with capture_exceptions() as raised:
        editor.try_to_save()
        scene.until(qtbot, lambda: raised)

    assert isinstance(raised[0][1], ZeroDivisionError)


def test_contents_are_everything_that_is_typed_or_chosen(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    line, text, box = QLineEdit(form), QPlainTextEdit(form), QCheckBox(form)
    choice = QComboBox(form)
    choice.addItems(["a", "b"])
    line.setText("one")
    text.setPlainText("two")
    box.setChecked(True)

    assert sorted(map(str, contents(form))) == ["True", "a", "one", "two"]


def test_a_field_is_brought_to_the_front_through_all_its_tabs(qtbot: QtBot) -> None:
    outer, inner, field = QTabWidget(), QTabWidget(), QLineEdit()
    qtbot.addWidget(outer)
    inner.addTab(QWidget(), "a")
    inner.addTab(field, "b")
    outer.addTab(QWidget(), "c")
    outer.addTab(inner, "d")

    bring_to_front(field)

    assert (outer.currentIndex(), inner.currentIndex()) == (1, 1)
