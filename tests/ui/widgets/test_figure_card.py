"""A figure says what it is, how much, and how it was."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.evidence_scene import press, shown
from ui.widgets.figure_card import FigureCard
from venues.domain.figures import Said


def made(qtbot: QtBot, key: str = "unmet", **changed: object) -> FigureCard:
    card = FigureCard(replace(shown(key), **changed), "October 2026")  # type: ignore[arg-type]
    qtbot.addWidget(card)
    return card


def test_it_says_its_number_and_the_one_before(qtbot: QtBot) -> None:
    card = made(qtbot)

    assert card.number.text() == "11"
    assert card.detail.text() == "1 before"
    assert card.accessibleName() == "Searches with no booking. 11. 1 before"


def test_hovering_says_what_it_means_and_when_before_was(qtbot: QtBot) -> None:
    card = made(qtbot)

    assert card.shown.definition.words[:40] in card.toolTip()
    assert "Before is October 2026." in card.toolTip()
    assert card.accessibleDescription() in card.toolTip()


def test_what_is_not_told_of_these_days_says_so(qtbot: QtBot) -> None:
    card = made(
        qtbot, headline=Said("\N{EN DASH}"), before=None, notice="Choose a month."
    )

    assert card.detail.text() == "Not for these days"


def test_nothing_before_is_not_compared(qtbot: QtBot) -> None:
    card = made(qtbot, "cost", before=Said("\N{EN DASH}", "No hires"))

    assert "before" not in card.detail.text()


def test_it_is_a_button(qtbot: QtBot) -> None:
    card = made(qtbot)

    with qtbot.waitSignal(card.clicked):
        press(card, Qt.Key.Key_Space)
    card.grab()
