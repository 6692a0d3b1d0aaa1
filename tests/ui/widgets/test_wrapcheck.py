"""A tick whose words wrap."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.wrapcheck import WrapCheck

WORDS = "The child and the victim have both said yes"


@pytest.fixture
def tick(qtbot: QtBot) -> WrapCheck:
    made = WrapCheck(WORDS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_stands_on_one_line_where_there_is_room(tick: WrapCheck) -> None:
    tick.resize(tick.sizeHint())

    assert tick.text() == WORDS


def test_its_words_wrap_where_there_is_less(tick: WrapCheck) -> None:
    one_line = tick.sizeHint().height()

    tick.resize(tick.sizeHint().width() // 2, one_line)

    assert len(tick.text().splitlines()) > 1
    assert tick.text().split() == WORDS.split()
    assert tick.sizeHint().height() > one_line
    assert tick.accessibleName() == WORDS


def test_it_asks_for_no_more_than_its_longest_word(tick: WrapCheck) -> None:
    assert tick.minimumSizeHint().width() < tick.sizeHint().width() // 2


def test_larger_letters_wrap_again(tick: WrapCheck) -> None:
    tick.resize(tick.sizeHint())
    font = tick.font()
    font.setPointSizeF(font.pointSizeF() * 2)

    tick.setFont(font)

    assert len(tick.text().splitlines()) > 1
