"""The top of a page keeps its title whole and its buttons in reach."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.widgets.buttons import Button
from ui.widgets.header import PageHeader
from ui.widgets.text import Words


def test_it_says_what_the_page_is(qtbot: QtBot) -> None:
    header = PageHeader("Today", "Thursday 26 November 2026")
    qtbot.addWidget(header)

    header.say("Book Willow Room", "Millbrook Family Hub, Warrington")

    assert header.title() == "Book Willow Room"


def test_buttons_stand_at_the_right_in_their_order(qtbot: QtBot) -> None:
    header = PageHeader("Venues", "61 venues, 148 rooms")
    qtbot.addWidget(header)
    first, second, beside = Button("Import…"), Button("New venue"), Words("4 new")
    header.add(first)
    header.add(second)
    header.beside(beside)
    header.resize(900, 40)
    header.show()

    assert beside.x() < first.x() < second.x()
    assert second.geometry().right() >= 899 - 1


def test_a_narrow_header_cuts_its_subtitle_and_nothing_else(qtbot: QtBot) -> None:
    header = PageHeader("Find a room", "Thursday 26 November 2026, 3:30pm")
    qtbot.addWidget(header)
    button = Button("Copy as text")
    header.add(button)

    header.resize(header.minimumSizeHint())
    header.show()

    assert button.width() >= button.sizeHint().width()
    assert header.minimumSizeHint().width() < header.sizeHint().width()
