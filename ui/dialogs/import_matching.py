"""Which column of a foreign list is which."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from ui.dialogs.import_views import Step
from ui.theme import M, S
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.field import Field
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.text import MUTED, Elided, Words
from venues.services.spreadsheets.looking import Look
from venues.services.spreadsheets.matching import TARGETS
from venues.services.venue_words import STATUS

LEAVE_OUT = "Leave out"
GUESSED = "Say what each column is. Those that were recognised are filled in."
REMEMBERED = "A list with these headings was imported before, so its columns are known."
MOST_COLUMNS = 60
"""Columns that are offered; no list of venues has more."""


class Choice(QComboBox):
    """What a column is; turning the wheel over it moves the list, not the choice."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.setAccessibleName(f"What {heading} is")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addItem(LEAVE_OUT, "")
        for key, column in TARGETS.items():
            self.addItem(column.title, key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class MatchStep(Step):
    """The columns of the list with examples, and what each of them is.

    Signals:
        sheet_chosen: another sheet of the file is meant; carries its name.
    """

    sheet_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("Match the columns", GUESSED)
        self.sheet = QComboBox()
        self.status = QComboBox()
        for key, words in STATUS.items():
            if key != "retired":
                self.status.addItem(words, key)
        self.status.setCurrentIndex(self.status.findData("active"))
        self.kind = QLineEdit()
        self.kind.setPlaceholderText("library")
        self.choices: dict[int, Choice] = {}
        self.back = Button("Back")
        self.go = PrimaryButton("Show what would change")
        top = QWidget()
        self.fields: dict[str, Field] = lay_out(
            top,
            [
                [
                    Entry("sheet", "Sheet", self.sheet),
                    Entry("status", "New venues are", self.status),
                    Entry("kind", "What kind new venues are", self.kind),
                ]
            ],
        )
        top.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.StyledPanel)
        self._area.setAccessibleName("Columns")
        self.column.addWidget(top)
        self.column.addWidget(self._area, 1)
        self.end(self.back, self.go)
        self.sheet.activated.connect(self._choose_sheet)

    def show_look(self, look: Look) -> None:
        """Show what is in the file."""
        self.notice.clear()
        self.say(REMEMBERED if look.remembered else GUESSED)
        self.sheet.clear()
        self.sheet.addItems(look.sheets)
        self.sheet.setCurrentText(look.sheet)
        self.fields["sheet"].setVisible(len(look.sheets) > 1)
        self.choices = {}
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(M, M, M, M)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(S)
        for column, words in enumerate(("Column", "What is in it", "It is")):
            grid.addWidget(Words(words, ink=MUTED, strong=True), 0, column)
        line = 0
        for place, title in enumerate(look.titles):
            examples = look.examples[place]
            if line >= MOST_COLUMNS or not (examples or title[:1] != "("):
                continue
            line += 1
            choice = Choice(title)
            wanted = choice.findData(look.match.get(place, ""))
            choice.setCurrentIndex(max(wanted, 0))
            self.choices[place] = choice
            name = Words(title, strong=True)
            name.setBuddy(choice)
            grid.addWidget(name, line, 0)
            grid.addWidget(Elided(" · ".join(examples), ink=MUTED), line, 1)
            grid.addWidget(choice, line, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(line + 1, 1)
        self._area.setWidget(table)

    def match(self) -> dict[int, str]:
        """Column → what it is."""
        return {
            place: choice.currentData()
            for place, choice in self.choices.items()
            if choice.currentData()
        }

    def extra(self) -> Mapping[str, Any]:
        """What holds for every new venue."""
        kind = self.kind.text().strip()
        found: dict[str, Any] = {"status": self.status.currentData()}
        return found | ({"kind": kind} if kind else {})

    def complaint(self) -> str:
        """Why it cannot go on with this match, or nothing."""
        chosen = list(self.match().values())
        if "name" not in chosen:
            return "Say which column has the names of the venues."
        for key in chosen:
            if chosen.count(key) > 1:
                title = TARGETS[key].title
                return f"Two columns are “{title}”. Leave one of them out."
        return ""

    @Slot()
    def _choose_sheet(self) -> None:
        self.sheet_chosen.emit(self.sheet.currentText())
