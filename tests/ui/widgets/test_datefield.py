"""Dates are typed, stepped to, or picked from a calendar."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from ui.widgets.datefield import Calendar, DateField
from ui.widgets.field import Field

TODAY = date(2026, 11, 26)

# Said of every list and calendar that drops down where there is no screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    made = DateField(TODAY, lambda: TODAY)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("26/11/2026", TODAY),
        ("27 Nov", date(2026, 11, 27)),
        ("tomorrow", date(2026, 11, 27)),
        ("Thursday", TODAY),
    ],
)
def test_a_date_is_read_as_people_write_it(
    field: DateField, qtbot: QtBot, words: str, meant: date
) -> None:
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert field.value() == meant


def test_it_is_shown_with_its_weekday(field: DateField) -> None:
    assert field.text() == "Thu 26 Nov 2026"


def test_arrows_go_from_day_to_day(field: DateField, qtbot: QtBot) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "Fri 27 Nov 2026"

    for _ in range(2):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "Wed 25 Nov 2026"


def test_words_without_sense_stay_and_are_complained_of(qtbot: QtBot) -> None:
    entry = DateField(TODAY, lambda: TODAY)
    field = Field("Date", entry)
    qtbot.addWidget(field)
    field.show()
    entry.selectAll()
    qtbot.keyClicks(entry, "31 Feb")
    assert field.complaint == ""

    qtbot.keyClick(entry, Qt.Key.Key_Return)

    assert "31 Feb" in field.complaint
    assert entry.text() == "31 Feb"
    qtbot.keyClick(entry, Qt.Key.Key_Down)
    assert entry.text() == "31 Feb"


def test_typing_is_followed_while_it_makes_sense(
    field: DateField, qtbot: QtBot
) -> None:
    heard: list[object] = []
    field.changed.connect(heard.append)

    field.selectAll()
    qtbot.keyClicks(field, "27 Nov")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)

    assert date(2026, 11, 27) in heard
    assert heard[-1] is None


def test_the_calendar_opens_by_keyboard_and_picks(
    field: DateField, qtbot: QtBot
) -> None:
    qtbot.keyClick(field, Qt.Key.Key_F4)
    calendar = field.findChild(Calendar)
    assert calendar.isVisible()
    assert calendar.month.selectedDate() == QDate(2026, 11, 26)

    with qtbot.waitSignal(field.changed) as changed:
        calendar.month.activated.emit(QDate(2026, 12, 3))

    assert changed.args == [date(2026, 12, 3)]
    assert not calendar.isVisible()
    assert field.text() == "Thu 3 Dec 2026"


def test_the_calendar_begins_on_monday(field: DateField) -> None:
    field.open_calendar()

    month = field.findChild(Calendar).month
    assert month.firstDayOfWeek() == Qt.DayOfWeek.Monday
    field.findChild(Calendar).hide()


def test_its_button_has_a_name(field: DateField) -> None:
    names = {
        QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
        for button in field.children()
        if button.isWidgetType() and button.metaObject().className().endswith("Button")
    }

    assert names == {"Open the calendar"}


def test_a_whole_date_fits(field: DateField) -> None:
    field.resize(field.minimumSizeHint())

    words = field.fontMetrics().horizontalAdvance("Wed 28 Nov 2028")
    assert field.width() > words + field.fontMetrics().height()
