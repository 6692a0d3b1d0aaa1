"""Words that see to their own height."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.tallwords import TallWords

LONG = "fit Thursday 26 November, 3:30pm to 4:30pm, for 3 people"


def test_they_grow_where_their_place_is_narrow(qtbot: QtBot) -> None:
    page = QWidget()
    words = TallWords(LONG)
    QVBoxLayout(page).addWidget(words)
    qtbot.addWidget(page)
    page.resize(900, 300)
    page.show()
    wide = words.height()

    page.resize(160, 300)
    qtbot.waitUntil(lambda: words.height() > wide)

    assert words.height() >= words.heightForWidth(words.width())


def test_the_page_around_them_is_not_asked_for_its_height(qtbot: QtBot) -> None:
    page = QWidget()
    QVBoxLayout(page).addWidget(TallWords(LONG))
    qtbot.addWidget(page)

    assert not page.hasHeightForWidth()


def test_other_words_get_the_height_they_need(qtbot: QtBot) -> None:
    words = TallWords()
    qtbot.addWidget(words)
    words.resize(120, 20)

    words.say(LONG)

    assert words.minimumHeight() > words.fontMetrics().height()


def test_fewer_words_give_the_height_back(qtbot: QtBot) -> None:
    words = TallWords()
    qtbot.addWidget(words)
    words.resize(120, 20)
    words.say(LONG)

    words.say("fit")

    assert words.minimumHeight() <= words.fontMetrics().height() + 1
