"""The Settings page: its sections, and who has which."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.world import World
from ui.pages.settings import OF_THE_BOARD, SECTIONS, SettingsPage


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.manager, tmp_path)


@pytest.fixture
def board(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.board, tmp_path)


def opened(seat: Sitting) -> SettingsPage:
    page = SettingsPage(seat.desk)
    seat.show(page)
    return page


def test_every_section_can_be_shown(seat: Sitting) -> None:
    page = opened(seat)

    for key in SECTIONS:
        page.take(section=key)
        shown = [name for name in SECTIONS if is_shown(page, name)]
        assert shown == [key]


def is_shown(page: SettingsPage, key: str) -> bool:
    section = page.section(key)
    return section is not None and section.isVisible()


def test_a_section_is_made_when_somebody_goes_there(
    qtbot: QtBot, seat: Sitting
) -> None:
    page = opened(seat)
    assert page.section("look") is None

    page.focus_first()
    qtbot.keyClick(page.sections, Qt.Key.Key_Down)

    assert is_shown(page, "look")


def test_a_hint_that_means_nothing_changes_nothing(seat: Sitting) -> None:
    page = opened(seat)

    page.take(section="weather")

    assert is_shown(page, "me")


def test_a_board_reader_has_a_few_sections_only(board: Sitting) -> None:
    page = opened(board)

    assert tuple(page.sections.offered()) == OF_THE_BOARD
    page.take(section="database")
    assert page.section("database") is None


def test_everything_that_takes_the_keyboard_has_a_name(seat: Sitting) -> None:
    page = opened(seat)

    for key in SECTIONS:
        page.take(section=key)
        nameless = [
            widget
            for widget in page.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not widget.accessibleName()
            and not getattr(widget, "text", str)()
        ]
        assert nameless == [], key
