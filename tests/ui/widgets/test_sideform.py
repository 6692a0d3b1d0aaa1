"""A form with the names at the left."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from ui.widgets.field import Field
from ui.widgets.sideform import Folded, SideForm


def test_names_stand_left_of_their_inputs(qtbot: QtBot) -> None:
    form, field = SideForm(), Field("People", QLineEdit())
    form.add("People", field)
    qtbot.addWidget(form)
    form.resize(500, 100)
    form.show()

    label = next(each for each in form.findChildren(QLabel) if each.text() == "People")
    assert label.buddy() is field.entry
    assert label.mapTo(form, label.rect().topLeft()).x() == 0
    assert field.entry.mapTo(form, field.entry.rect().topLeft()).x() > label.width()


def test_a_row_can_be_left_out(qtbot: QtBot) -> None:
    form, field = SideForm(), Field("Worker", QLineEdit())
    form.add("Worker", field)
    qtbot.addWidget(form)
    form.show()

    form.show_row("Worker", shown=False)

    assert not field.isVisible()


def test_what_is_folded_shows_how_to_change_it(qtbot: QtBot) -> None:
    editor = QLineEdit()
    folded = Folded(editor, name="When")
    folded.words.setText("Thursday 26 November 2026")
    qtbot.addWidget(folded)
    folded.show()
    assert not editor.isVisible()

    folded.link.click()

    assert editor.isVisible()
    assert folded.link.text() == "Done"
    assert folded.link.accessibleName() == "Change: When"


def test_long_words_wrap_instead_of_being_cut(qtbot: QtBot) -> None:
    folded = Folded(QLineEdit(), name="When")
    folded.words.setText("Thursday 26 November 2026, 3:30pm to 4:30pm")
    qtbot.addWidget(folded)
    folded.resize(900, 80)
    folded.show()
    line = folded.words.height()

    folded.resize(180, 200)
    qtbot.waitUntil(lambda: folded.words.height() > line)

    assert folded.words.width() <= 180
