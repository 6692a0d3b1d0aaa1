"""What is known of something: names at the left, words at the right."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.theme import L, M, S
from ui.widgets.tallwords import TallWords
from ui.widgets.text import MUTED, Words

Fact = tuple[str, str]
"""A name and its words; a fact without words is left out."""

SHARE = 2, 5
"""How the width is divided between names and words."""


class FactList(QWidget):
    """Facts under headings; the words can be marked and copied."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(S)
        for column, share in enumerate(SHARE):
            self._grid.setColumnStretch(column, share)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_facts(self, groups: Iterable[tuple[str, Iterable[Fact]]]) -> None:
        """Show these groups; one without a fact is left out."""
        self._clear()
        row = 0
        for title, facts in groups:
            told = [(name, words) for name, words in facts if words]
            if not told:
                continue
            if title:
                heading = TallWords(title, strong=True)
                heading.setContentsMargins(0, L - S if row else 0, 0, 0)
                self._grid.addWidget(heading, row, 0, 1, 2)
                row += 1
            for name, words in told:
                self._add(row, name, words)
                row += 1

    def words(self) -> dict[str, str]:
        """What is shown, name by name."""
        found = {}
        for row in range(self._grid.rowCount()):
            cells = [self._grid.itemAtPosition(row, column) for column in (0, 1)]
            labels = [cell.widget() for cell in cells if cell is not None]
            texts = [label.text() for label in labels if isinstance(label, Words)]
            if len(texts) == 2 and labels[0] is not labels[1]:  # noqa: PLR2004 - name and words
                found[texts[0]] = texts[1]
        return found

    def _add(self, row: int, name: str, words: str) -> None:
        top = Qt.AlignmentFlag.AlignTop
        label, value = TallWords(name, ink=MUTED), TallWords(words)
        flags = Qt.TextInteractionFlag
        value.setTextInteractionFlags(flags.TextSelectableByMouse)
        value.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._grid.addWidget(label, row, 0, top)
        self._grid.addWidget(value, row, 1, top)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
