"""The help: topics, a search over all of them, links between them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.pages.help import HelpPage
from venues.services.help_pages import TOPICS


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.board, tmp_path)


@pytest.fixture
def page(seat: Sitting) -> HelpPage:
    made = HelpPage(seat.desk)
    seat.show(made)
    return made


def shown(page: HelpPage) -> str:
    return page.reading.toPlainText().partition("\n")[0]


def test_the_topic_of_the_page_in_front_is_shown(page: HelpPage) -> None:
    page.take(topic="schedule")

    assert shown(page) == "Schedule"
    assert page.topics.key() == "schedule"


def test_a_topic_that_there_is_not_leaves_it_as_it_is(page: HelpPage) -> None:
    page.take(topic="weather")

    assert shown(page) == "Today"


def test_every_topic_can_be_reached_with_the_keyboard(
    qtbot: QtBot, page: HelpPage
) -> None:
    page.focus_first()

    seen = [page.topics.key()]
    for _ in TOPICS[1:]:
        qtbot.keyClick(page.topics, Qt.Key.Key_Down)
        seen.append(page.topics.key())

    assert seen == list(TOPICS)


def test_a_search_lists_what_has_the_words_and_marks_them(
    qtbot: QtBot, page: HelpPage
) -> None:
    page.find_focus()
    qtbot.keyClicks(page.search, "duty reception")

    assert page.topics.offered() == ["printing"]
    assert shown(page) == "Printing"
    marked = [each.cursor.selectedText() for each in page.reading.extraSelections()]
    assert "Duty" in marked


def test_a_search_for_what_is_not_there_says_so(qtbot: QtBot, page: HelpPage) -> None:
    qtbot.keyClicks(page.search, "zebra")

    assert page.nothing.isVisible()
    assert page.topics.offered()
    assert page.reading.extraSelections() == []


def test_enter_goes_from_the_search_to_what_it_found(
    qtbot: QtBot, page: HelpPage
) -> None:
    page.find_focus()
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.topics.hasFocus()

    qtbot.keyClicks(page.search, "hatched")
    page.find_focus()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert page.topics.offered() == list(TOPICS)


def test_a_link_leads_to_another_topic(page: HelpPage) -> None:
    page.reading.anchorClicked.emit(QUrl("printing"))

    assert shown(page) == "Printing"


def test_other_keys_are_left_to_the_window(qtbot: QtBot, page: HelpPage) -> None:
    page.find_focus()

    qtbot.keyClick(page, Qt.Key.Key_F9)

    assert page.search.hasFocus()
