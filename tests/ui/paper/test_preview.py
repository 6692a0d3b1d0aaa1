"""Leafing through pages before they are printed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests import paper_sheets as sheets
from ui.paper.document import Document
from ui.paper.preview import Preview

ROOMS = [sheets.room(f"Room {number}") for number in range(30)]


@pytest.fixture
def preview(qtbot: QtBot) -> Preview:
    """Three pages or more, in a window of its own."""
    shown = Preview()
    qtbot.addWidget(shown)
    shown.resize(700, 600)
    shown.show_document(Document([sheets.week(*ROOMS)]))
    shown.show()
    return shown


def last(preview: Preview) -> int:
    assert preview.document is not None
    return len(preview.document.pages) - 1


def test_pages_are_turned_with_buttons_as_far_as_there_are_any(
    preview: Preview, qtbot: QtBot
) -> None:
    assert not preview.back.isEnabled()

    for _ in range(last(preview)):
        qtbot.mouseClick(preview.on, Qt.MouseButton.LeftButton)

    assert preview.number == last(preview)
    assert not preview.on.isEnabled()
    qtbot.mouseClick(preview.back, Qt.MouseButton.LeftButton)
    assert preview.number == last(preview) - 1


def test_pages_are_turned_with_keys(preview: Preview, qtbot: QtBot) -> None:
    qtbot.keyClick(preview.sheet, Qt.Key.Key_PageDown)
    qtbot.keyClick(preview.sheet, Qt.Key.Key_PageDown)
    qtbot.keyClick(preview.sheet, Qt.Key.Key_PageUp)

    assert preview.number == 1
    expected = f"Page 2 of {last(preview) + 1}"
    assert preview.sheet.accessibleDescription() == expected


def test_other_keys_are_left_to_the_window(preview: Preview, qtbot: QtBot) -> None:
    qtbot.keyClick(preview.sheet, Qt.Key.Key_A)

    assert preview.number == 0


def test_a_new_document_opens_at_the_same_page(preview: Preview) -> None:
    preview.turn_to(1)

    preview.show_document(Document([sheets.week(*ROOMS[:20])]))
    same = preview.number
    preview.show_document(Document([sheets.week(ROOMS[0])]))

    assert same == 1
    assert preview.number == 0


def test_without_a_document_there_is_nothing_to_turn(preview: Preview) -> None:
    preview.show_document(None)

    assert preview.sheet.isHidden()
    assert not preview.on.isEnabled()
    assert not preview.zoom.isEnabled()
    assert not preview.sheet.grab().isNull()


def test_the_whole_page_is_in_view_until_it_is_made_larger(
    preview: Preview, qtbot: QtBot
) -> None:
    whole = preview.sheet.size()

    qtbot.mouseClick(preview.zoom, Qt.MouseButton.LeftButton)
    larger = preview.sheet.width()
    qtbot.mouseClick(preview.zoom, Qt.MouseButton.LeftButton)

    assert preview.rect().contains(whole.width() - 1, whole.height() - 1)
    assert abs(whole.width() / whole.height() - 842 / 595) < 0.02
    assert larger > whole.width() * 1.5
    assert preview.sheet.size() == whole


def test_paper_is_white_and_has_words(preview: Preview) -> None:
    preview.sheet.clearFocus()

    picture = preview.sheet.grab().toImage()

    shades = {
        picture.pixelColor(x, y).lightness()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 5)
    }
    assert max(shades) == 255
    assert min(shades) < 100
