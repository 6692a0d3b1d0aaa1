"""What is recorded of a venue or a room, need by need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from ui.theme import M, S
from ui.widgets.text import Words, small
from venues.domain.needs import words
from venues.services.venue_drafts import FeatureDraft

ANSWERS: dict[str, bool | None] = {"Not recorded": None, "Yes": True, "No": False}
TITLES = ("Need", "Met here", "Note")


class FeatureForm(QWidget):
    """One line for each need: whether it is met here, and a word about it."""

    def __init__(self, needs: Sequence[str]) -> None:
        super().__init__()
        self.answers: dict[str, QComboBox] = {}
        self.notes: dict[str, QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(2, 1)
        for column, title in enumerate(TITLES):
            grid.addWidget(small(title), 0, column)
        for row, need in enumerate(needs, start=1):
            answer, note = QComboBox(), QLineEdit()
            answer.addItems(list(ANSWERS))
            label = Words(words(need))
            label.setBuddy(answer)
            answer.setAccessibleName(words(need))
            note.setAccessibleName(f"Note on {words(need).lower()}")
            self.answers[need], self.notes[need] = answer, note
            for column, widget in enumerate((label, answer, note)):
                grid.addWidget(widget, row, column)
        grid.setRowStretch(len(needs) + 1, 1)

    def show_features(self, features: Sequence[FeatureDraft]) -> None:
        """Show what is recorded; every other need is not."""
        known = {each.need: each for each in features}
        for need, answer in self.answers.items():
            each = known.get(need)
            word = "Not recorded"
            if each is not None:
                word = "Yes" if each.present else "No"
            answer.setCurrentText(word)
            self.notes[need].setText(each.note if each else "")

    def features(self) -> tuple[FeatureDraft, ...]:
        """What is recorded now."""
        found = []
        for need, answer in self.answers.items():
            present = ANSWERS[answer.currentText()]
            if present is not None:
                note = self.notes[need].text().strip()
                found.append(FeatureDraft(need, present, note))
        return tuple(found)
