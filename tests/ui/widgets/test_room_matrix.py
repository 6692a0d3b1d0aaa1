"""Rooms and kinds of appointment: how each room stands for each of them."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.assessing_scene import sheet, standing
from ui.kinds import Kind
from ui.models.assessing import STATES
from ui.models.table import KIND_ROLE, Role
from ui.widgets.room_matrix import RoomMatrix
from venues.domain.checklist import COUNTED
from venues.domain.judgement import Judgement, State
from venues.services.assessment_sheet import Sheet

TODAY = date(2026, 11, 23)


def of(**states: State) -> Sheet:
    """Oak stands for each set as it is said, Elm is suitable for all."""
    rooms = {
        1: {code: Judgement(states.get(code, State.SUITABLE)) for code in COUNTED},
        2: dict.fromkeys(COUNTED, Judgement(State.SUITABLE)),
    }
    return sheet(standing=standing(rooms=rooms), rooms={1: "Oak", 2: "Elm"})


def made(qtbot: QtBot, shown: Sheet) -> RoomMatrix:
    matrix = RoomMatrix()
    qtbot.addWidget(matrix)
    matrix.resize(500, 400)
    matrix.show()
    matrix.show_sheet(shown, TODAY)
    return matrix


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("code", COUNTED)
def test_every_state_of_every_set_is_a_word_with_its_icon(
    qtbot: QtBot, code: str, state: State
) -> None:
    matrix = made(qtbot, of(**{code: state}))
    assert matrix.table is not None

    cell = matrix.table.ordered.index(COUNTED.index(code), 1)

    kind, words = STATES[state]
    assert cell.data(Role.DisplayRole) == words
    assert cell.data(KIND_ROLE) == kind
    assert cell.siblingAtColumn(2).data(KIND_ROLE) == Kind.GOOD


def test_the_chosen_kind_says_why_of_each_room(qtbot: QtBot) -> None:
    matrix = made(qtbot, of(PA=State.NOT_ASSESSED))
    assert matrix.table is not None
    together = matrix.why.text()

    matrix.table.select(matrix.table.ordered.index(COUNTED.index("PA"), 0))

    assert together == "Oak, Elm: Suitable."
    assert matrix.why.text() == "Oak: Not assessed yet.\nElm: Suitable."
    assert matrix.table.ordered.index(3, 1).data(Role.ToolTipRole) == (
        "Not assessed yet."
    )


def test_the_chosen_kind_stays_chosen(qtbot: QtBot) -> None:
    matrix = made(qtbot, of())
    assert matrix.table is not None
    matrix.table.select(matrix.table.ordered.index(4, 0))

    matrix.show_sheet(of(VI=State.OVERDUE), TODAY)

    assert matrix.table.current() == "VI"


def test_many_rooms_are_scrolled_and_few_fill_the_width(qtbot: QtBot) -> None:
    matrix = made(qtbot, of())
    assert matrix.table is not None
    wide = matrix.table.horizontalHeader().stretchLastSection()
    matrix.resize(200, 400)

    assert wide
    qtbot.waitUntil(
        lambda: (
            matrix.table is not None
            and not matrix.table.horizontalHeader().stretchLastSection()
        )
    )
