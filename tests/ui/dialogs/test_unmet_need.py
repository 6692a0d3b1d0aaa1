"""The form that asks what was missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sit
from tests.venues.services.evidence.test_needs import NEED, own
from tests.world import World
from ui.dialogs.unmet_need import Choices, UnmetNeedEditor, said
from venues.domain.unmet import Instead, Missing
from venues.services.evidence.needs import Need

CONTROL = Qt.KeyboardModifier.ControlModifier
CHOICES = Choices([(1, "Warrington"), (2, "Halton")], [("A2", "Step-free route")])


@pytest.fixture
def seat(qtbot: QtBot, world: World, tmp_path: Path) -> Iterator[Sitting]:
    yield from sit(qtbot, world.database, world.practitioner, tmp_path)


def opened(seat: Sitting, need: Need = NEED) -> UnmetNeedEditor:
    editor = UnmetNeedEditor(seat.desk, need, CHOICES, seat.owner())
    editor.show()
    return editor


def test_it_says_what_is_kept_and_what_is_not(seat: Sitting) -> None:
    assert said(NEED) == (
        "A one-to-one session in the week of 23 November, 2\N{EN DASH}4pm, near WA2, "
        "for 3 people; must have: step-free."
    )
    assert said(replace(NEED, district="", needs=(), people=1)) == (
        "A one-to-one session in the week of 23 November, 2\N{EN DASH}4pm, "
        "for 1 person."
    )


def test_one_key_records_what_was_proposed(seat: Sitting, world: World) -> None:
    editor = opened(seat)
    editor.activateWindow()
    seat.qtbot.waitUntil(editor.isActiveWindow)

    with seat.qtbot.waitSignal(editor.saved) as told:
        seat.qtbot.keyClick(editor, Qt.Key.Key_Return, CONTROL)

    assert own(world) == (NEED,)
    before, now = told.args[0]
    assert before is None
    assert now == NEED


def test_a_criterion_that_is_ticked_counts_as_one(seat: Sitting, world: World) -> None:
    editor = opened(seat, replace(NEED, missing=(Missing.COST,), criteria=()))

    editor.criteria["A2"].setChecked(True)
    editor.instead.setCurrentIndex(editor.instead.findData(Instead.REMOTE.value))
    with seat.qtbot.waitSignal(editor.saved):
        editor.save.click()

    (need,) = own(world)
    assert need.missing == (Missing.CRITERION, Missing.COST)
    assert (need.criteria, need.instead) == (("A2",), Instead.REMOTE)


def test_nothing_ticked_is_said_beside_the_ticks(seat: Sitting, world: World) -> None:
    editor = opened(seat, replace(NEED, missing=(), criteria=(), authority_id=None))

    editor.save.click()
    seat.rest()
    assert editor.fields["authority_id"].complaint == "Choose the authority."

    editor.authority.setCurrentIndex(1)
    editor.save.click()
    seat.rest()
    assert editor.fields["missing"].complaint == "Tick what was missing."
    assert own(world) == ()
