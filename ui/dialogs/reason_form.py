"""A reason for a decision, from a list or in one's own words, before it is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.text import muted
from venues.errors import WrongInput

LETTERS = 66
LONGEST = 200
HINT = "No names, only the case reference. No diagnosis, no offence."


class Why(NamedTuple):
    """The reason as it was given, and the reference of a note elsewhere."""

    reason: str
    note: str = ""


class ReasonForm(Editor):
    """Asks why, then does it; ``saved`` carries what ``work`` returned."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        verb: str,
        work: Callable[[Why], object],
        parent: QWidget | None = None,
        *,
        said: str = "",
        reasons: Sequence[str] = (),
        noted: bool = False,
        needed: bool = True,
    ) -> None:
        """``said`` stands above, ``noted`` asks for the reference of a note as well."""
        super().__init__(desk, title, parent)
        self._work, self._needed = work, needed
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.addItems(list(reasons))
        self.reason.setCurrentIndex(-1)
        entry = self.reason.lineEdit()
        if entry is not None:
            entry.setMaxLength(LONGEST)
            entry.setPlaceholderText("Choose one, or say it in your own words")
        self.words = QLineEdit()
        self.words.setMaxLength(LONGEST)
        self.note = QLineEdit()
        self._listed = bool(reasons)
        self.save.setText(verb)
        if said:
            self.body.addWidget(muted(said, wrap=True))
        form = QWidget()
        why = self.reason if reasons else self.words
        rows = [[Entry("reason", "Why" if needed else "Why it is needed", why)]]
        if noted:
            rows.append([Entry("note_reference", "Reference of your note", self.note)])
        self.fields |= lay_out(form, rows)
        self.fields["reason"].hint(
            HINT if needed else f"You may leave this empty. {HINT}"
        )
        if noted:
            self.fields["note_reference"].hint(
                "Where the decision is written down, such as CV-2231. You may leave "
                "this empty."
            )
        self.body.addWidget(form)
        self.body.addStretch(1)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        self.begin()
        why.setFocus()

    def draft(self) -> Why:
        """What is typed.

        Raises:
            WrongInput: nothing is, and a reason is needed.
        """
        text = self.reason.currentText() if self._listed else self.words.text()
        if self._needed and not text.strip():
            raise WrongInput("Say why.", "reason")
        return Why(text.strip(), self.note.text().strip())

    def store(self, draft: Why) -> object:
        """Do what it is the reason for."""
        return self._work(draft)
