"""A venue, its bookings, and the words for those that are chosen."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.widgets.asking_view import AskingView
from venues.domain.venue_request import Wanted
from venues.services.venue_answers import Answer
from venues.services.venue_asking import Asking, Item


def item(id_: int, said: str = "to ask") -> Item:
    return Item(
        booking_id=id_,
        version=1,
        wanted=Wanted(
            starts=datetime(2026, 12, id_, 15),
            ends=datetime(2026, 12, id_, 16),
            rooms=f"Room {id_}",
        ),
        answer=Answer(said=said),
    )


HALL = Asking(
    1,
    "Weaver Hall",
    "Community Team",
    (("Caretaker", "0161 496 0000"), ("Desk", "")),
    (item(1, "asked"), item(2), item(3)),
)
SCHOOL = Asking(2, "Cedar School", "", (), (item(4, "asked"),))


@pytest.fixture
def view(qtbot: QtBot) -> AskingView:
    made = AskingView(lambda: False, single=False)
    qtbot.addWidget(made)
    made.show_asked((HALL, SCHOOL))
    made.show()
    return made


def ids(view: AskingView) -> list[int]:
    return [each.booking_id for each in view.chosen()]


def test_at_first_all_that_is_to_ask_is_chosen(view: AskingView) -> None:
    assert view.venues.item(0).text() == "Weaver Hall\n2 to ask, 1 asked"
    assert view.contacts.text() == "Caretaker: 0161 496 0000\nDesk"
    assert ids(view) == [2, 3]
    assert view.words.toPlainText().count("\n- ") == 2


def test_another_venue_shows_its_own(view: AskingView) -> None:
    view.venues.setCurrentRow(1)

    assert view.name.text() == "Cedar School"
    assert view.contacts.text() == "No contact is on record."
    assert ids(view) == [4]


def test_the_words_follow_what_is_chosen(qtbot: QtBot, view: AskingView) -> None:
    with qtbot.waitSignal(view.turned):
        view.table.selectRow(0)

    assert ids(view) == [1]
    assert "Room 1" in view.words.toPlainText()
    assert "Room 2" not in view.words.toPlainText()


def test_what_is_chosen_stays_chosen_when_it_is_read_again(view: AskingView) -> None:
    view.venues.setCurrentRow(1)
    view.venues.setCurrentRow(0)
    view.table.selectRow(0)

    view.show_asked((SCHOOL, HALL))

    assert view.venues.currentRow() == 1
    assert ids(view) == [1]


def test_a_venue_that_is_done_gives_way_to_the_next(view: AskingView) -> None:
    view.show_asked((SCHOOL,))
    beside = view.name.text()
    view.show_asked(())

    assert beside == "Cedar School"
    assert view.chosen() == []
    assert view.words.toPlainText() == ""


def test_enter_is_for_the_answer(qtbot: QtBot, view: AskingView) -> None:
    with qtbot.waitSignal(view.opened):
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
