"""A page to read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import palettes
from ui.widgets.reading import MOST, Reading

TEXT = """# Keys

Everything works without the mouse. See [Printing](printing).

## Everywhere

- one
- two

| Keys | What they do |
|---|---|
| Ctrl+L | Blank the screen |
"""


@pytest.fixture
def reading(qtbot: QtBot) -> Reading:
    made = Reading("Help")
    qtbot.addWidget(made)
    made.resize(600, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.show_text(TEXT)
    return made


def test_headings_lists_and_tables_are_shown(reading: Reading) -> None:
    tables = [
        frame
        for frame in reading.document().rootFrame().childFrames()
        if isinstance(frame, QTextTable)
    ]

    assert reading.toPlainText().startswith("Keys\nEverything works")
    assert [(table.rows(), table.columns()) for table in tables] == [(2, 2)]
    assert reading.document().firstBlock().blockFormat().headingLevel() == 1


def test_a_link_names_another_page(qtbot: QtBot, reading: Reading) -> None:
    with qtbot.waitSignal(reading.wanted) as wanted:
        reading.anchorClicked.emit(QUrl("printing"))

    assert wanted.args == ["printing"]


def test_each_place_with_a_word_is_marked(reading: Reading) -> None:
    reading.mark("the screen")

    found = [each.cursor.selectedText().lower() for each in reading.extraSelections()]
    assert sorted(found) == ["screen", "the", "the", "the"]
    reading.mark("")
    assert reading.extraSelections() == []


def test_marks_have_an_end(reading: Reading) -> None:
    reading.show_text("word " * (MOST + 50))

    reading.mark("word")

    assert len(reading.extraSelections()) == MOST


def test_it_follows_another_palette_and_stays_where_it_was(reading: Reading) -> None:
    reading.show_text(TEXT * 10)
    reading.mark("mouse")
    reading.verticalScrollBar().setValue(120)

    reading.setPalette(palettes.dark())
    QApplication.processEvents()

    assert reading.verticalScrollBar().value() == 120
    assert len(reading.extraSelections()) == 10


def test_nothing_to_show_is_no_trouble(qtbot: QtBot) -> None:
    empty = Reading("Help")
    qtbot.addWidget(empty)

    empty.setPalette(palettes.dark())

    assert empty.toPlainText() == ""


def test_a_long_page_is_shown_from_its_top(qtbot: QtBot) -> None:
    made = Reading("Help")
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show_text(TEXT * 20)

    with qtbot.waitExposed(made):
        made.show()

    assert made.verticalScrollBar().maximum() > 0
    assert made.verticalScrollBar().value() == 0
