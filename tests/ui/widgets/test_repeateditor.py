"""Everything that can be said of how an appointment repeats."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.repeateditor import RepeatEditor
from venues.domain.recurrence import Every, Repeat
from venues.domain.typed import NotUnderstood

THURSDAY = date(2026, 11, 26)


@pytest.fixture
def editor(qtbot: QtBot) -> RepeatEditor:
    widget = RepeatEditor(lambda: THURSDAY)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def ways(editor: RepeatEditor) -> list[str]:
    return [editor.how.itemText(place) for place in range(editor.how.count())]


def test_the_ways_are_named_after_the_first_date(editor: RepeatEditor) -> None:
    assert ways(editor) == [
        "Does not repeat",
        "Every day",
        "Every weekday, Monday to Friday",
        "Every week on Thursday",
        "Every fortnight on Thursday",
        "Every few weeks, on days I choose",
        "Every month on the 26th",
        "Every month on the fourth Thursday",
        "Every month on the last Thursday",
        "On dates I choose",
    ]


@pytest.mark.parametrize(
    ("how", "repeat"),
    [
        ("no", None),
        ("daily", Repeat(every=Every.DAY, times=12)),
        ("weekdays", Repeat(every=Every.WEEKDAY, times=12)),
        ("weekly", Repeat(every=Every.WEEK, times=12)),
        ("fortnight", Repeat(every=Every.WEEK, interval=2, times=12)),
        ("weeks", Repeat(every=Every.WEEK, times=12, weekdays=(3,))),
        ("monthly", Repeat(every=Every.MONTH, times=12)),
        ("monthly weekday 4", Repeat(every=Every.MONTH_WEEKDAY, place=4, times=12)),
        ("monthly weekday -1", Repeat(every=Every.MONTH_WEEKDAY, place=-1, times=12)),
        ("dates", Repeat(every=Every.PICKED, picked=(THURSDAY,))),
    ],
)
def test_each_way_is_its_rule(
    editor: RepeatEditor, how: str, repeat: Repeat | None
) -> None:
    editor.choose(how)

    assert editor.value() == repeat


def test_every_few_weeks_has_its_own_days(editor: RepeatEditor) -> None:
    editor.choose("weeks")
    editor.interval.setValue(3)
    editor.days.choose(["0", "3"])

    found = editor.value()

    assert found is not None
    assert (found.interval, found.weekdays) == (3, (0, 3))
    assert editor.days.isVisible()


def test_it_ends_with_a_date(editor: RepeatEditor) -> None:
    editor.choose("weekly")
    editor.ends.setCurrentIndex(1)
    editor.until.choose(date(2027, 1, 14))

    found = editor.value()

    assert found is not None
    assert (found.until, found.times) == (date(2027, 1, 14), None)
    assert editor.until.isVisible()
    assert not editor.times.isVisible()


def test_a_last_date_that_cannot_be_read_is_said(
    qtbot: QtBot, editor: RepeatEditor
) -> None:
    editor.choose("weekly")
    editor.ends.setCurrentIndex(1)
    editor.until.setText("some day")

    with qtbot.waitSignal(editor.misunderstood):
        editor.until.editingFinished.emit()

    with pytest.raises(NotUnderstood):
        editor.value()


def test_holidays_are_left_out(editor: RepeatEditor) -> None:
    editor.choose("weekly")
    editor.term.setChecked(True)
    editor.holidays.setChecked(True)

    found = editor.value()

    assert found is not None
    assert (found.term_only, found.skip_holidays) == (True, True)


def test_what_was_said_goes_along_with_the_first_date(editor: RepeatEditor) -> None:
    editor.choose("weeks")

    editor.start_on(date(2026, 12, 1))

    assert editor.how.currentData() == "weeks"
    assert editor.days.chosen() == ("1",)
    assert "Every week on Tuesday" in ways(editor)


def test_days_that_were_chosen_stay(editor: RepeatEditor) -> None:
    editor.choose("weeks")
    editor.days.choose(["0", "2"])

    editor.start_on(date(2026, 12, 1))

    assert editor.days.chosen() == ("0", "2")


def test_a_place_in_the_month_that_is_gone_becomes_the_nearest(
    editor: RepeatEditor,
) -> None:
    editor.choose("monthly weekday -1")

    editor.start_on(date(2026, 12, 3))

    assert editor.how.currentText() == "Every month on the first Thursday"


def test_forgotten_it_is_as_it_was(editor: RepeatEditor) -> None:
    editor.choose("weeks")
    editor.interval.setValue(4)
    editor.times.setValue(5)
    editor.picks.choose([date(2026, 12, 3)])
    editor.term.setChecked(True)

    editor.never()

    assert editor.value() is None
    assert not editor.term.isVisible()
    editor.choose("weeks")
    assert editor.value() == Repeat(every=Every.WEEK, times=12, weekdays=(3,))
