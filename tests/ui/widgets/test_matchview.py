"""The list of rooms that fit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.models.test_matches import _found, match
from ui.models import matches
from ui.widgets.matchview import MatchView
from venues.services.finding import Match

Key = Qt.Key


def room(number: int) -> Match:
    one = match().room
    return match(replace(one, id=number, name=f"Room {number}"))


@pytest.fixture
def view(qtbot: QtBot) -> MatchView:
    made = MatchView()
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    made.show_rows(matches.rows(_found(room(1), room(2), room(3))))
    return made


def test_the_first_room_is_chosen_at_first(view: MatchView) -> None:
    chosen = view.chosen()

    assert chosen is not None
    assert chosen.room.id == 1


def test_arrows_choose_and_enter_books(qtbot: QtBot, view: MatchView) -> None:
    qtbot.keyClick(view, Key.Key_Down)

    with qtbot.waitSignal(view.opened) as heard:
        qtbot.keyClick(view, Key.Key_Return)

    assert heard.args[0].room.id == 2


def test_the_chosen_room_stays_chosen_wherever_it_comes_to_stand(
    view: MatchView,
) -> None:
    view.setCurrentIndex(view.rooms.index(2))

    view.show_rows(matches.rows(_found(room(3), room(1))))

    assert view.currentIndex().row() == 0


def test_a_room_that_is_gone_leaves_the_first_chosen(view: MatchView) -> None:
    view.setCurrentIndex(view.rooms.index(2))

    view.show_rows(matches.rows(_found(room(1), room(2))))

    assert view.currentIndex().row() == 0


def test_it_is_as_tall_as_its_rows_and_two_are_always_in_view(view: MatchView) -> None:
    rows = [view.sizeHintForRow(row) for row in range(3)]

    assert view.sizeHint().height() == sum(rows)
    assert view.minimumSizeHint().height() == sum(rows[:2])


def test_without_rooms_there_is_nothing_to_choose(qtbot: QtBot) -> None:
    view = MatchView()
    qtbot.addWidget(view)

    qtbot.keyClick(view, Key.Key_Return)

    assert view.chosen() is None
