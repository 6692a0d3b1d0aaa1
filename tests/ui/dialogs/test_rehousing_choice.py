"""Another place for one booking, chosen by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.venues.services.rehousing.leaving import book, made
from tests.world import World
from ui.dialogs.rehousing_choice import RehousingChoice
from venues.domain.findings import Reason
from venues.services.rehousing import planning
from venues.services.rehousing.values import Choices, Obstacle


@pytest.fixture
def choices(world: World) -> Choices:
    id_ = book(world)
    return planning.choices(made(world), id_)


def opened(qtbot: QtBot, choices: Choices) -> RehousingChoice:
    dialog = RehousingChoice(choices, lambda: False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_the_best_place_is_in_front_and_one_press_takes_it(
    qtbot: QtBot, choices: Choices
) -> None:
    dialog = opened(qtbot, choices)
    assert dialog.current() == choices.targets[0]
    assert not dialog.reason.isVisible()

    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.take.click()

    assert told.args[0] == (choices.targets[0], "")


def test_what_has_to_be_agreed_to_needs_a_reason(
    qtbot: QtBot, choices: Choices
) -> None:
    warned = replace(choices.targets[0], warnings=("Blinds must be down.",))
    dialog = opened(qtbot, replace(choices, targets=(warned,)))
    heard: list[object] = []
    dialog.chosen.connect(heard.append)

    dialog.take.click()
    assert heard == []
    dialog.reason.setText("They agreed")
    dialog.take.click()

    assert heard == [(warned, "They agreed")]


def test_where_nothing_suits_it_says_why(qtbot: QtBot, choices: Choices) -> None:
    obstacle = Obstacle(Reason.BOOKED, "in use at that time", 3)
    dialog = opened(qtbot, replace(choices, targets=(), obstacles=(obstacle,)))

    assert dialog.current() is None
    assert not dialog.take.isEnabled()
    dialog.table.opened.emit(None)
    assert dialog.isVisible()
