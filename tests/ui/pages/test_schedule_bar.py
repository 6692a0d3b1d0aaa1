"""The tools above the schedule."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.pages.schedule_bar import ScheduleBar


@pytest.fixture
def bar(qtbot: QtBot) -> ScheduleBar:
    """The tools, with something to choose from."""
    bar = ScheduleBar()
    qtbot.addWidget(bar)
    bar.offer_scopes([("all", "All four authorities", 0), ("venue:7", "Hub", 1)], "all")
    bar.offer_rooms([(None, "Hub", 0), (3, "Oak Room", 1), (4, "Den", 1)], 4)
    bar.say("Thursday 26 November 2026", "day")
    bar.resize(1138, bar.heightForWidth(1138))
    bar.show()
    return bar


@pytest.mark.parametrize(
    ("name", "signal", "carried"),
    [
        ("earlier", "stepped", [-1]),
        ("later", "stepped", [1]),
        ("today", "stepped", [0]),
        ("date", "date_asked", []),
        ("print", "print_asked", []),
        ("new", "booking_asked", []),
    ],
)
def test_each_button_says_what_is_wanted(
    qtbot: QtBot, bar: ScheduleBar, name: str, signal: str, carried: list[int]
) -> None:
    with qtbot.waitSignal(getattr(bar, signal)) as told:
        qtbot.mouseClick(getattr(bar, name), Qt.MouseButton.LeftButton)

    assert told.args[: len(carried)] == carried


def test_the_lists_carry_the_key_of_what_was_chosen(
    qtbot: QtBot, bar: ScheduleBar
) -> None:
    bar.scope.setCurrentIndex(1)
    with qtbot.waitSignal(bar.scope_changed) as scope:
        bar.scope.activated.emit(1)
    with qtbot.waitSignal(bar.room_changed) as room:
        bar.room.activated.emit(2)

    assert scope.args == ["venue:7"]
    assert room.args == [4]


def test_a_venue_in_the_list_of_rooms_is_a_heading_not_a_choice(
    bar: ScheduleBar,
) -> None:
    model = bar.room.model()

    enabled = [
        bool(model.flags(model.index(n, 0)) & Qt.ItemFlag.ItemIsEnabled)
        for n in range(3)
    ]

    assert enabled == [False, True, True]
    assert bar.room.currentText() == "Den"


@pytest.mark.parametrize(
    ("view", "today", "earlier", "list_"),
    [
        ("day", "Today", "Earlier day", "scope"),
        ("week", "This week", "Earlier week", "scope"),
        ("room", "This week", "Earlier week", "room"),
    ],
)
def test_the_words_follow_the_view(
    bar: ScheduleBar, view: str, today: str, earlier: str, list_: str
) -> None:
    bar.say("23 to 28 November 2026", view)

    assert bar.today.text() == today
    assert bar.earlier.accessibleName() == earlier
    assert bar.scope.isVisible() == (list_ == "scope")
    assert bar.room.isVisible() == (list_ == "room")


def test_the_view_can_be_set_without_saying_so(qtbot: QtBot, bar: ScheduleBar) -> None:
    with qtbot.assertNotEmitted(bar.view_changed):
        bar.choose_view("week")

    assert bar.view.value() == "week"


def test_everything_that_takes_the_keyboard_has_a_name(bar: ScheduleBar) -> None:
    tools = (bar.earlier, bar.later, bar.date, bar.scope, bar.room)

    assert all(tool.accessibleName() for tool in tools)
    assert bar.date.accessibleName().startswith("Thursday 26 November 2026")


def test_the_date_is_as_wide_as_its_words(bar: ScheduleBar) -> None:
    before = bar.date.sizeHint().width()

    bar.date.say("Wednesday 30 September 2026")

    assert bar.date.sizeHint().width() > before
    assert not bar.date.grab().isNull()
