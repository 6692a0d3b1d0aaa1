"""As many cards in a row as have room."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.card_grid import CardGrid


def rows(grid: CardGrid) -> list[list[str]]:
    found: dict[int, list[tuple[int, str]]] = {}
    for card in grid.cards():
        assert isinstance(card, QLabel)
        found.setdefault(card.y(), []).append((card.x(), card.text()))
    return [[text for _, text in sorted(line)] for _, line in sorted(found.items())]


def test_a_narrow_window_has_fewer_in_a_row(qtbot: QtBot) -> None:
    grid = CardGrid(3, letters=10)
    qtbot.addWidget(grid)
    grid.show_cards([QLabel(each) for each in "abcd"])
    grid.resize(900, 100)
    grid.show()
    QApplication.processEvents()
    wide = rows(grid)

    grid.resize(12 * grid.fontMetrics().averageCharWidth() * 2, 100)
    QApplication.processEvents()

    assert wide == [["a", "b", "c"], ["d"]]
    assert rows(grid) == [["a", "b"], ["c", "d"]]
    assert grid.minimumSizeHint().width() < 200


def test_new_cards_take_the_place_of_the_old(qtbot: QtBot) -> None:
    grid = CardGrid(2)
    qtbot.addWidget(grid)
    grid.show_cards([QLabel("old")])
    grid.show_cards([QLabel("new")])
    grid.show()
    QApplication.processEvents()

    assert rows(grid) == [["new"]]
