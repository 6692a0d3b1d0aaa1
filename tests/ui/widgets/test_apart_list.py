"""The left of the Keep apart page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.models.test_apart_rows import BARRED, LINKED, NEW
from ui.models.apart_rows import KEPT_FROM
from ui.widgets.apart_list import CURRENT, OVER, ApartList
from ui.widgets.apart_list import NEW as TO_CONFIRM
from venues.services.apart.overview import Row


@pytest.fixture
def listed(qtbot: QtBot) -> ApartList:
    made = ApartList(lambda _: "")
    qtbot.addWidget(made)
    made.resize(760, 500)
    made.show()
    made.show_rows([BARRED, LINKED, NEW])
    return made


def cell(listed: ApartList, row: int, column: int) -> QPoint:
    index = listed.table.ordered.index(row, column)
    return listed.table.visualRect(index).center()


def press(qtbot: QtBot, listed: ApartList, row: int, column: int) -> None:
    view = listed.table.viewport()
    place = cell(listed, row, column)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)


def test_the_chips_count_and_narrow(listed: ApartList) -> None:
    texts = [listed.views.chip(key).text() for key in (CURRENT, "soon", OVER)]

    listed.views.choose(TO_CONFIRM)

    assert texts == ["Current 2", "Ending soon 1", "Closed"]
    assert listed.key() == NEW.key


def test_a_press_on_show_asks_for_the_partner(qtbot: QtBot, listed: ApartList) -> None:
    with qtbot.waitSignal(listed.shown) as told:
        press(qtbot, listed, 1, KEPT_FROM)

    assert told.args == [LINKED]


def test_a_press_elsewhere_only_chooses(qtbot: QtBot, listed: ApartList) -> None:
    with qtbot.assertNotEmitted(listed.shown):
        press(qtbot, listed, 1, 0)
        press(qtbot, listed, 0, KEPT_FROM)

    assert listed.key() == BARRED.key


def test_enter_asks_for_the_partner_too(qtbot: QtBot, listed: ApartList) -> None:
    listed.choose(LINKED.key)

    with qtbot.waitSignal(listed.shown) as told:
        qtbot.keyClick(listed.table, Qt.Key.Key_Return)

    assert told.args == [LINKED]


def test_down_goes_from_the_search_into_the_list(
    qtbot: QtBot, listed: ApartList
) -> None:
    listed.activateWindow()
    listed.search.setFocus()

    qtbot.keyClick(listed.search, Qt.Key.Key_Up)
    qtbot.keyClick(listed.search, Qt.Key.Key_Down)

    assert listed.table.hasFocus()


def test_what_is_chosen_stays_chosen_when_the_list_is_read_again(
    listed: ApartList,
) -> None:
    listed.choose(LINKED.key)

    listed.show_rows([BARRED, LINKED, NEW])
    listed.refresh()

    assert listed.key() == LINKED.key


def test_an_empty_list_says_why_and_what_to_do(qtbot: QtBot, listed: ApartList) -> None:
    heard: list[Row | None] = []
    listed.chosen.connect(heard.append)
    listed.explain("Nothing", "Look again.", "Show all")
    listed.show_rows([])

    with qtbot.waitSignal(listed.acted) as told:
        listed.empty.button.click()

    assert listed.empty.isVisible()
    assert (heard[-1], listed.key()) == (None, None)
    assert told.args == ["Show all"]
