"""Lines of an assessment: a badge, what it is about, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.kinds import Kind
from ui.theme import M, S
from ui.widgets.badge import Badge
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Hairline
from ui.widgets.flow import Flow
from ui.widgets.tallwords import TallWords
from ui.widgets.text import MUTED

SHARES = 0, 5, 4
"""How the width is divided between badge, words and what is known."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One line; ``ways`` are the words of links, their spoken names and what they do.

    Without ``said`` the words go across.
    """

    kind: Kind
    badge: str
    words: str
    said: str = ""
    ways: tuple[tuple[str, str, Callable[[], object]], ...] = ()


class AssessmentLines(QWidget):
    """The lines of one group, with hairlines between them."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Shown, ...] = ()
        self.links: list[LinkButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(S)
        for column, share in enumerate(SHARES):
            self._grid.setColumnStretch(column, share)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        self.hide()

    def show_lines(self, lines: Iterable[Shown]) -> None:
        """Show these lines instead of those that are there."""
        told = tuple(lines)
        if told == self.lines:
            return
        self.lines, self.links = told, []
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, line in enumerate(told):
            self._add(line, 3 * place)
        self.setVisible(bool(told))

    def words(self) -> dict[str, tuple[str, str]]:
        """What is shown: the words of a line, its badge and what is known."""
        return {line.words: (line.badge, line.said) for line in self.lines}

    def _add(self, line: Shown, row: int) -> None:
        top = Qt.AlignmentFlag.AlignTop
        if row:
            self._grid.addWidget(Hairline(), row, 0, 1, len(SHARES))
        wide = 1 if line.said else 2
        self._grid.addWidget(Badge(line.kind, line.badge), row + 1, 0, top)
        self._grid.addWidget(TallWords(line.words), row + 1, 1, 1, wide, top)
        if line.said:
            said = TallWords(line.said, ink=MUTED)
            self._grid.addWidget(said, row + 1, 2, top)
        if line.ways:
            links = Flow(gap=M)
            for words, name, way in line.ways:
                link = LinkButton(words)
                link.setAccessibleName(name)
                link.clicked.connect(way)
                links.add(link)
                self.links.append(link)
            self._grid.addWidget(links, row + 2, 1, 1, 2, top)
