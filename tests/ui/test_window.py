"""The window: its pages, what it says, and what it remembers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.remembered import Remembered
from tests.ui.window_scene import ENTRIES, NOW, Shell, kept, opened
from ui.jobs import Jobs
from ui.preferences import GEOMETRY, LAST_PAGE, TWENTY_FOUR
from ui.undo import UndoStack
from ui.window import PageEntry, Window
from venues.errors import Busy

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    yield from opened(qtbot, tmp_path)


def test_pages_are_made_when_somebody_goes_there_first(shell: Shell) -> None:
    assert shell.window.page("find") is None

    shell.window.show_page("find")
    page = shell.window.page("find")
    shell.window.show_page("today")
    shell.window.show_page("find")

    assert page is not None
    assert shell.window.page("find") is page
    assert shell.window.page("venues") is None


def test_the_title_is_the_pages_and_never_that_of_a_booking(shell: Shell) -> None:
    shell.window.show_page("find", case="WA-20417")

    assert shell.window.windowTitle() == "Venues \N{EN DASH} Find a room"
    assert shell.page.hints == [{"case": "WA-20417"}]


def test_a_page_that_this_person_has_not_is_not_opened(shell: Shell) -> None:
    shell.window.show_page("today")

    shell.window.show_page("evidence")

    assert shell.window.pages.front == "today"


def test_the_keyboard_goes_where_work_begins(shell: Shell, qtbot: QtBot) -> None:
    shell.window.show_page("find")
    assert shell.page.field.hasFocus()

    shell.window.show_page("today")
    assert shell.window.rail.button("today").hasFocus()


def test_a_message_offers_to_undo(shell: Shell, qtbot: QtBot) -> None:
    done: list[str] = []
    shell.undo.follow(Remembered().did("booking", lambda: done.append("undo")))
    shell.window.say("Booked.", undoable=True)
    assert shell.window.messages.text == "Booked."

    qtbot.mouseClick(shell.window.messages.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: done == ["undo"])

    assert done == ["undo"]


def test_a_job_that_failed_says_why(shell: Shell, qtbot: QtBot) -> None:
    def fail(progress: object) -> None:
        raise Busy("Somebody else is saving. Try again in a moment.")

    shell.jobs.run("", fail)
    qtbot.waitUntil(lambda: bool(shell.window.messages.text))

    assert shell.window.messages.text.startswith("Somebody else is saving.")


def test_somebody_else_gets_their_own_pages(shell: Shell, qtbot: QtBot) -> None:
    shell.window.show_page("find")

    shell.window.offer([ENTRIES[0]])
    qtbot.keyClick(shell.window, Qt.Key.Key_2, CONTROL)
    shell.window.show_page("today")

    assert shell.window.page("find") is None
    assert shell.window.windowTitle() == "Venues \N{EN DASH} Today"


def test_an_entry_without_a_page_only_asks(shell: Shell, qtbot: QtBot) -> None:
    shell.window.offer([ENTRIES[0], PageEntry("find", "Find a room", "search", 2)])
    shell.window.show_page("today")

    with qtbot.waitSignal(shell.window.asked) as asked:
        qtbot.keyClick(shell.window, Qt.Key.Key_2, CONTROL)

    assert asked.args == ["find"]
    assert shell.window.rail.button("today").isChecked()


def test_the_window_remembers_page_and_place(shell: Shell, tmp_path: Path) -> None:
    shell.window.show_page("venues")

    shell.window.close()

    after = kept(tmp_path)
    assert after[LAST_PAGE] == "venues"
    assert not after[GEOMETRY].isEmpty()
    shell.window.offer(ENTRIES)
    shell.window.show_first()
    assert shell.window.pages.front == "venues"


def test_the_first_page_is_today_when_the_last_one_is_gone(shell: Shell) -> None:
    shell.preferences[LAST_PAGE] = "evidence"

    shell.window.show_first()

    assert shell.window.pages.front == "today"


def test_a_narrow_window_shows_icons_alone(shell: Shell) -> None:
    shell.window.resize(1366, 768)
    wide = shell.window.rail.sizeHint().width()

    shell.window.resize(780, 560)

    assert shell.window.rail.sizeHint().width() < wide / 2
    assert shell.window.rail.button("find").toolTip() == "Find a room"


def test_the_window_fits_a_small_screen(shell: Shell) -> None:
    shell.window.show_page("find")

    assert shell.window.minimumSizeHint().width() <= 1366
    assert shell.window.minimumSizeHint().height() <= 728


def test_the_clock_follows_the_setting(shell: Shell, qtbot: QtBot) -> None:
    clock = shell.window.status.time
    qtbot.waitUntil(lambda: bool(clock.text()))
    assert clock.text() == "Thursday 26 November 2026, 10:42am"

    shell.preferences[TWENTY_FOUR] = True

    assert clock.text() == "Thursday 26 November 2026, 10:42"


def test_it_says_once_when_it_has_been_seen(qtbot: QtBot, tmp_path: Path) -> None:
    jobs = Jobs()
    window = Window(
        ENTRIES,
        preferences=kept(tmp_path),
        jobs=jobs,
        undo=UndoStack(),
        now=lambda: NOW,
    )
    qtbot.addWidget(window)
    seen: list[bool] = []
    window.painted.connect(lambda: seen.append(True))

    window.show()
    qtbot.waitUntil(lambda: bool(seen))
    window.repaint()
    jobs.close()

    assert seen == [True]
