"""Cards side by side, as many in a row as have room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import M

LETTERS = 26
"""Width of a card at least, unless it is said otherwise."""


class CardGrid(QWidget):
    """Up to so many columns, fewer where the window is narrow."""

    def __init__(self, most: int, letters: int = LETTERS) -> None:
        super().__init__()
        self._most, self._letters = most, letters
        self._cards: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(M)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these in the place of those before."""
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = list(cards)
        self._columns = 0
        self._place()

    def cards(self) -> Sequence[QWidget]:
        """What is shown, in order."""
        return self._cards

    def _place(self) -> None:
        least = self._letters * self.fontMetrics().averageCharWidth() + M
        columns = max(1, min(self._most, self.width() // least))
        if columns == self._columns:
            return
        for column in range(self._most):
            self._grid.setColumnStretch(column, int(column < columns))
        self._columns = columns
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
            card.show()

    def minimumSizeHint(self) -> QSize:
        """No wider than the widest card: the others can stand below it."""
        widths = [card.minimumSizeHint().width() for card in self._cards]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
