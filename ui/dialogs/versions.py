"""Somebody else saved the same record: both versions side by side, to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ui.models.versions import Difference
from ui.theme import XL, L, M, S, Size
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import Hairline, Scroller
from ui.widgets.choice import Choice
from ui.widgets.tallwords import TallWords
from ui.widgets.text import MUTED, Words, announce, strong

HEADING = "Somebody else saved it meanwhile"
SENTENCE = (
    "Nothing that you typed is lost. Choose what to go on with; "
    "nothing is saved until you save again."
)
WIDE, HIGH = 92, 30  # letters and lines, as far as the screen goes
LABELS, VALUES = 2, 5  # shares of the width


class VersionsDialog(QDialog):
    """Yours and theirs, field by field, with one of the two chosen in each.

    Theirs is proposed where nothing was changed here, and yours everywhere else.
    Escape leaves everything as it is typed.

    Signals:
        chosen: go on with these; carries the names of the fields kept as they are
            typed here, as a frozenset. All others are to be theirs.
    """

    chosen = Signal(frozenset)

    def __init__(
        self, what: str, differences: Sequence[Difference], parent: QWidget | None
    ) -> None:
        """``what`` is the record in words, such as "Willow Room"; never a case."""
        super().__init__(parent)
        self.setWindowTitle(f"Two versions of {what}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.mine: dict[str, Choice] = {}
        self.theirs: dict[str, Choice] = {}
        self.all_mine = Button("All yours")
        self.all_theirs = Button("All theirs")
        self.back = Button("Keep editing")
        self.go = PrimaryButton("Go on with these")
        self.go.setDefault(True)
        self._lay_out(differences)
        self.all_mine.clicked.connect(self._choose_mine)
        self.all_theirs.clicked.connect(self._choose_theirs)
        self.back.clicked.connect(self.reject)
        self.go.clicked.connect(self._go)

    def kept(self) -> frozenset[str]:
        """The fields that stay as they are typed here."""
        return frozenset(
            name for name, one in self.mine.items() if one.button.isChecked()
        )

    @Slot()
    def _choose_mine(self) -> None:
        for one in self.mine.values():
            one.button.setChecked(True)

    @Slot()
    def _choose_theirs(self) -> None:
        for one in self.theirs.values():
            one.button.setChecked(True)

    @Slot()
    def _go(self) -> None:
        kept = self.kept()
        self.accept()
        self.chosen.emit(kept)

    def _lay_out(self, differences: Sequence[Difference]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, L + S, XL, L)
        layout.setSpacing(M)
        layout.addWidget(Words(HEADING, size=Size.TITLE, strong=True, wrap=True))
        layout.addWidget(TallWords(SENTENCE, ink=MUTED))
        table = QWidget()
        table.setLayout(self._rows(differences))
        layout.addWidget(Scroller(table), 1)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.all_mine)
        line.addWidget(self.all_theirs)
        line.addStretch(1)
        line.addWidget(self.back)
        line.addWidget(self.go)
        layout.addLayout(line)
        metrics = self.fontMetrics()
        rows = 11 + 4 * len(differences)
        wanted = QSize(
            WIDE * metrics.averageCharWidth(), min(rows, HIGH) * metrics.height()
        )
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.94))

    def _rows(self, differences: Sequence[Difference]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, M, 0)
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(S)
        for column, share in enumerate((LABELS, VALUES, VALUES)):
            grid.setColumnStretch(column, share)
        grid.addWidget(strong("Yours"), 0, 1)
        grid.addWidget(strong("Theirs"), 0, 2)
        for row, one in enumerate(differences):
            mine = Choice(f"{one.label}, yours", one.mine)
            theirs = Choice(f"{one.label}, theirs", one.theirs)
            group = QButtonGroup(self)
            group.addButton(mine.button)
            group.addButton(theirs.button)
            (mine if one.changed else theirs).button.setChecked(True)
            self.mine[one.name], self.theirs[one.name] = mine, theirs
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(Hairline(), 2 * row + 1, 0, 1, 3)
            grid.addWidget(TallWords(one.label, ink=MUTED), 2 * row + 2, 0, top)
            grid.addWidget(mine, 2 * row + 2, 1, top)
            grid.addWidget(theirs, 2 * row + 2, 2, top)
        grid.setRowStretch(2 * len(differences) + 1, 1)
        return grid

    def open(self) -> None:
        """Show it over its window, which waits; nothing else of the program does."""
        super().open()
        announce(self, f"{HEADING}. {SENTENCE}")
