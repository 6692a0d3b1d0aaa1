"""Which days: from the list, or any two dates."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from ui.widgets.period_choice import OTHER, PeriodChoice
from venues.domain.reporting import Dates, months, quarters

TODAY = date(2026, 11, 26)
OFFERED = (*quarters(TODAY, 2), *months(TODAY, 2))


def made(qtbot: QtBot, *, any_dates: bool = True) -> PeriodChoice:
    choice = PeriodChoice(OFFERED, any_dates=any_dates)
    qtbot.addWidget(choice)
    return choice


def listed(choice: PeriodChoice) -> list[str]:
    rows = (choice.itemText(row) for row in range(choice.count()))
    return [text for text in rows if text]


def test_quarters_come_first_then_months_then_other_dates(qtbot: QtBot) -> None:
    words = [each.words for each in OFFERED]

    assert listed(made(qtbot)) == [*words, OTHER]
    assert listed(made(qtbot, any_dates=False)) == words


def test_choosing_says_which_days_hold(qtbot: QtBot) -> None:
    choice = made(qtbot)

    with qtbot.waitSignal(choice.changed) as told:
        choice.activated.emit(1)

    assert told.args == [OFFERED[1]]
    assert choice.currentText() == "July to September 2026"


def test_other_dates_are_asked_for_and_then_listed(qtbot: QtBot) -> None:
    choice = made(qtbot)
    own = Dates(date(2026, 9, 1), TODAY)

    with qtbot.waitSignal(choice.asked):
        choice.activated.emit(choice.count() - 1)
    assert choice.currentText() == OFFERED[0].words
    choice.choose(own)

    assert choice.dates == own
    assert choice.currentText() == "1 September to 26 November 2026"


def test_the_same_days_again_change_nothing(qtbot: QtBot) -> None:
    choice = made(qtbot)

    with qtbot.assertNotEmitted(choice.changed):
        choice.choose(OFFERED[0])
