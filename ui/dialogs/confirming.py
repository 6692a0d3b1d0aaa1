"""Asks whose word it is that a record still is so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.text import muted
from venues.domain.apart import CONFIRMERS, date_words

LETTERS = 48
Change = Callable[[Any, str], object]
"""What writes it down; it is handed the session and the role."""


class ConfirmDialog(Editor):
    """One choice; today's date is written down with it."""

    def __init__(
        self, desk: Desk, sentence: str, change: Change, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, "Confirm", parent)
        self._change = change
        self.role = QComboBox()
        for key, words in CONFIRMERS.items():
            self.role.addItem(words[0].upper() + words[1:], key)
        form = QWidget()
        self.fields |= lay_out(form, [[Entry("role", "Whose word it is", self.role)]])
        self.body.addWidget(muted(sentence, wrap=True))
        self.body.addWidget(form)
        today = date_words(desk.now().date())
        self.body.addWidget(muted(f"It is written down with today, {today}."))
        self.save.setText("Confirm")
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        self.begin()
        self.role.setFocus()

    def draft(self) -> str:
        """The role that is chosen."""
        return str(self.role.currentData())

    def store(self, draft: Any) -> object:
        """Write it down; gives back what was before and what is now."""
        with self.desk.database.write("confirming") as session:
            return self._change(session, draft)
