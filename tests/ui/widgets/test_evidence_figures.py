"""All figures of some days together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.evidence_scene import evidence, press
from ui.widgets.evidence_figures import FIRST, EvidenceFigures
from ui.widgets.figure_card import FigureCard
from venues.services.evidence import measures


@pytest.fixture
def figures(qtbot: QtBot) -> EvidenceFigures:
    made = EvidenceFigures()
    qtbot.addWidget(made)
    made.resize(1100, 800)
    made.show()
    made.show_evidence(evidence())
    QApplication.processEvents()
    return made


def test_every_measure_has_its_card_the_four_first_ones_at_the_head(
    figures: EvidenceFigures,
) -> None:
    def keys(cards: object) -> list[str]:
        return [each.shown.definition.key for each in cards]  # type: ignore[attr-defined]

    assert tuple(keys(figures.first.cards())) == FIRST
    assert {*FIRST, *keys(figures.others.cards())} == set(measures.MEASURES)


def test_the_pictures_show_their_tables(figures: EvidenceFigures) -> None:
    assert figures.heat.table.key == "band"
    assert figures.use.table.lines[0].label == "Library"
    assert figures.fixes.table.lines[0].label == "Put right: the lift"
    assert figures.missing.text() == "Most often missing: Step-free way in (2)."


def test_a_card_and_a_picture_open_their_measure(
    figures: EvidenceFigures, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(figures.opened) as told:
        figures.card("cost").click()
    assert told.args == ["cost", ""]
    with qtbot.waitSignal(figures.opened) as told:
        press(figures.heat, Qt.Key.Key_Return)
    assert told.args == ["unmet", "band"]


def test_what_is_not_told_is_said_at_the_head(figures: EvidenceFigures) -> None:
    assert not figures.notice.isVisible()
    told = evidence()
    kept = replace(told.measures["kept"], notice="Choose a month.")

    figures.show_evidence(replace(told, measures={**told.measures, "kept": kept}))

    assert figures.notice.isVisible()
    assert figures.notice.text() == "Choose a month."


def test_nothing_runs_out_of_a_narrow_window(
    figures: EvidenceFigures, qtbot: QtBot
) -> None:
    figures.resize(500, 800)
    QApplication.processEvents()

    assert figures.minimumSizeHint().width() <= 500
    cards = figures.findChildren(FigureCard)
    assert all(card.geometry().right() <= 500 for card in cards if card.isVisible())
