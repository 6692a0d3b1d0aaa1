"""A list of sections, of which one is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui import palettes
from ui.widgets.sections import Sections


@pytest.fixture
def sections(qtbot: QtBot) -> Sections:
    made = Sections("Sections", [("me", "My name"), ("look", "Look"), ("days", "Days")])
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_keyboard_goes_from_one_to_the_next(
    qtbot: QtBot, sections: Sections
) -> None:
    chosen: list[str] = []
    sections.choose("days")
    sections.chosen.connect(chosen.append)

    qtbot.keyClick(sections, Qt.Key.Key_Up)
    qtbot.keyClick(sections, Qt.Key.Key_Up)
    qtbot.keyClick(sections, Qt.Key.Key_End)

    assert chosen == ["look", "me", "days"]
    assert sections.key() == "days"


def test_what_is_not_there_changes_nothing(sections: Sections) -> None:
    sections.choose("look")

    sections.choose("weather")

    assert sections.key() == "look"


def test_some_may_be_offered_only(sections: Sections) -> None:
    sections.choose("look")

    sections.keep(["look", "days"])
    assert sections.offered() == ["look", "days"]
    assert sections.key() == "look"

    sections.keep(["me"])
    assert sections.key() == "me"
    sections.choose("days")
    assert sections.key() == "me"


def test_none_may_be_offered_too(sections: Sections) -> None:
    sections.choose("look")

    sections.keep([])

    assert sections.key() == ""


@pytest.mark.parametrize("palette", ["light", "dark", "high_contrast"])
def test_the_one_that_is_shown_stands_out(sections: Sections, palette: str) -> None:
    sections.setPalette(getattr(palettes, palette)())
    sections.choose("look")
    sections.setFocus()
    other = sections.visualItemRect(sections.item(0)).center()
    QTest.mouseMove(sections.viewport(), QPoint(other))

    picture: QImage = sections.grab().toImage()

    ratio = picture.devicePixelRatio()
    line = sections.visualItemRect(sections.item(1))
    here = picture.pixelColor(int(1 * ratio), int(line.center().y() * ratio))
    there = picture.pixelColor(int(1 * ratio), int(other.y() * ratio))
    assert here != there


def test_it_grows_with_the_text(sections: Sections) -> None:
    narrow = sections.width()
    font = sections.font()
    font.setPointSizeF(font.pointSizeF() * 2)

    sections.setFont(font)

    assert sections.width() > narrow
