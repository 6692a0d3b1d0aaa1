"""What is to be printed, and what is still missing."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from ui.dialogs.print_choice import PrintChoice
from venues.domain.proposal import Venue
from venues.domain.sheets import Sheet

MONDAY = date(2026, 11, 23)
HALTON, WARRINGTON = 1, 2


def venue(id_: int, name: str, authority_id: int) -> Venue:
    return Venue(id_, name, "Town", "Authority", authority_id, "active")


VENUES = [venue(1, "Lantern", HALTON), venue(2, "Millbrook", WARRINGTON)]


@pytest.fixture
def choice(qtbot: QtBot) -> PrintChoice:
    made = PrintChoice(date(2026, 11, 26), lambda: date(2026, 11, 26))
    qtbot.addWidget(made)
    made.offer(VENUES, WARRINGTON)
    made.tick(())
    made.show()
    return made


def sheet_only(choice: PrintChoice, sheet: Sheet) -> None:
    for each, box in choice.sheets.items():
        box.setChecked(each is sheet)


def test_the_team_week_of_ones_own_authority_is_chosen_at_first(
    choice: PrintChoice,
) -> None:
    assert choice.chosen_sheets() == (Sheet.TEAM,)
    assert choice.venues.ticked() == (2,)
    assert choice.monday() == MONDAY
    assert choice.trouble() == ""


def test_without_an_authority_every_venue_is_chosen(choice: PrintChoice) -> None:
    choice.offer(VENUES, None)

    choice.tick(())

    assert choice.venues.ticked() == (1, 2)
    assert choice.here.isHidden()


def test_links_choose_many_at_once(choice: PrintChoice) -> None:
    chosen = []
    for link in (choice.all, choice.none, choice.here):
        link.click()
        chosen.append(choice.venues.ticked())

    assert chosen == [(1, 2), (), (2,)]


def test_a_venue_that_is_given_is_the_one_chosen(choice: PrintChoice) -> None:
    choice.tick((1,))

    assert choice.venues.ticked() == (1,)


def test_arrows_go_from_week_to_week(choice: PrintChoice) -> None:
    back, on = choice.week.findChildren(QToolButton)[:2]

    on.click()
    on.click()
    back.click()

    assert choice.monday() == date(2026, 11, 30)


def test_a_date_that_cannot_be_read_is_said_beside_the_field(
    choice: PrintChoice,
) -> None:
    choice.day.setText("someday")
    choice.day.editingFinished.emit()

    assert choice.monday() is None
    assert "week cannot be read" in choice.trouble()
    assert choice.week.complaint
    assert choice.day.text() == "someday"


def test_no_sheet_is_too_few(choice: PrintChoice) -> None:
    choice.sheets[Sheet.TEAM].setChecked(False)

    assert choice.trouble() == "Nothing is chosen to print. Tick a sheet."


def test_no_venue_is_too_few_but_for_ones_own_week(choice: PrintChoice) -> None:
    choice.none.click()
    without = choice.trouble()

    sheet_only(choice, Sheet.OWN)

    assert without == "No venue is chosen. Tick at least one."
    assert choice.trouble() == ""
    assert not choice.venues.isEnabled()


def test_a_file_for_each_is_offered_for_several_venues_only(
    choice: PrintChoice,
) -> None:
    one = choice.alone.isEnabled()
    choice.all.click()

    assert not one
    assert choice.alone.isEnabled()


def test_each_sheet_says_what_it_is_for(choice: PrintChoice) -> None:
    for sheet, box in choice.sheets.items():
        assert box.accessibleDescription() == sheet.purpose
