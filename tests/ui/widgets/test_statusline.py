"""The foot of the window says where the data is, who sits here and when it is."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from ui.kinds import Kind
from ui.widgets.statusline import Dot, StatusLine


class Clock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 26, 15, 30, 40)

    def __call__(self) -> datetime:
        """The time it shows."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def line(clock: Clock, qtbot: QtBot) -> StatusLine:
    made = StatusLine(clock)
    qtbot.addWidget(made)
    made.resize(1200, made.sizeHint().height())
    made.show()
    return made


def test_it_says_what_it_was_told(line: StatusLine, qtbot: QtBot) -> None:
    line.say_place("This PC · Venues.sqlite")
    line.say_backup("Backed up 8:02am")
    line.say_signed_in("Signed in as practitioner.04 · Practitioner")

    qtbot.waitUntil(lambda: line.place.text() == "This PC · Venues.sqlite")
    assert line.backup.text() == "Backed up 8:02am"
    assert line.signed_in.text() == "Signed in as practitioner.04 · Practitioner"


def test_the_time_changes_with_the_minute(line: StatusLine, clock: Clock) -> None:
    line.tick()
    assert line.time.text() == "Thursday 26 November 2026, 3:30pm"
    assert 19_000 < line.findChild(QTimer).interval() < 21_000

    clock.now = datetime(2026, 11, 26, 15, 31)
    line.findChild(QTimer).timeout.emit()

    assert line.time.text() == "Thursday 26 November 2026, 3:31pm"


def test_the_clock_waits_for_its_first_tick(line: StatusLine) -> None:
    line.twenty_four(on=True)
    assert line.time.text() == ""

    line.tick()

    assert line.time.text() == "Thursday 26 November 2026, 15:30"


def test_trouble_is_a_mark_and_not_only_a_colour(
    line: StatusLine, qtbot: QtBot
) -> None:
    dot = line.findChild(Dot)
    line.say_place("This PC · Venues.sqlite")
    well = dot.grab().toImage()

    line.say_place("The server does not answer", Kind.BAD)

    assert dot.grab().toImage() != well


def test_a_narrow_line_keeps_the_time_whole(line: StatusLine) -> None:
    line.say_place("This PC · Venues.sqlite")
    line.say_signed_in("Signed in as practitioner.04 · Practitioner, Warrington")
    line.tick()

    line.resize(420, line.height())

    words = line.time.fontMetrics().horizontalAdvance(line.time.text())
    assert line.time.width() >= words
    assert line.signed_in.text().endswith("…")


def test_where_there_is_little_room_the_date_is_short(line: StatusLine) -> None:
    line.say_place("This PC · Venues.sqlite · Sample data")
    line.say_signed_in("Signed in as practitioner.04 · Practitioner, Warrington")
    line.tick()

    line.resize(620, line.height())

    assert line.time.text() == "Thu 26 Nov 2026, 3:30pm"
