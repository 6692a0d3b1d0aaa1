"""Pages are kept as long as somebody may open them."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.pagestack import PageEntry, PageStack, offered


class Page(QLabel):
    """A page that takes hints."""

    def take(self, words: str) -> None:
        """Show what was handed over."""
        self.setText(words)


def stack(qtbot: QtBot) -> PageStack:
    made = PageStack()
    qtbot.addWidget(made)
    made.offer(
        [
            PageEntry("find", "Find a room", "search", 2, Page),
            PageEntry("help", "Help", "circle-help", shortcut="F1"),
        ]
    )
    return made


def test_a_hint_is_handed_over_before_the_page_is_seen(qtbot: QtBot) -> None:
    pages = stack(qtbot)

    page = pages.bring("find", {"words": "for Thursday"})

    assert isinstance(page, Page)
    assert page.text() == "for Thursday"
    assert pages.front_page() is page


def test_without_a_hint_nothing_is_taken(qtbot: QtBot) -> None:
    pages = stack(qtbot)
    pages.bring("find", {"words": "for Thursday"})

    page = pages.bring("find", {})

    assert isinstance(page, Page)
    assert page.text() == "for Thursday"


def test_unknown_and_empty_entries_bring_nothing(qtbot: QtBot) -> None:
    pages = stack(qtbot)

    assert pages.bring("evidence", {}) is None
    assert pages.bring("help", {}) is None
    assert pages.front == ""


def test_other_entries_throw_the_old_pages_away(qtbot: QtBot) -> None:
    pages = stack(qtbot)
    pages.bring("find", {})

    pages.offer([])

    assert pages.page("find") is None
    assert pages.count() == 0
    assert pages.entry("find") is None


def test_the_keys_come_from_number_or_shortcut() -> None:
    assert PageEntry("find", "Find a room", "search", 2).keys == "Ctrl+2"
    assert PageEntry("help", "Help", "circle-help", shortcut="F1").keys == "F1"
    assert PageEntry("other", "Other", "x").keys == ""


def test_only_methods_are_offered(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.later = "soon"

    assert offered(page, "later") is None
    assert offered(page, "show") is not None
    assert offered(None, "show") is None
