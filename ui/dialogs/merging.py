"""For managers: moves everything of a wrong reference to the right one."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.text import muted
from venues.services.apart import merging

WHAT = (
    "Bookings, links, venues not to use and lists move over. What would then be there "
    "twice becomes one, as strict as both. The wrong reference stays on record and "
    "cannot be used any more. This cannot be undone."
)
LETTERS = 60


class MergeDialog(Editor):
    """The wrong reference, and the one that it should have been."""

    def __init__(self, desk: Desk, wrong: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Merge two references", parent)
        self.wrong, self.right = QLineEdit(wrong), QLineEdit()
        form = QWidget()
        self.fields |= lay_out(
            form,
            [
                [
                    Entry("wrong", "Wrong reference", self.wrong),
                    Entry("right", "Right reference", self.right),
                ]
            ],
        )
        self.body.addWidget(form)
        self.body.addWidget(muted(WHAT, wrap=True))
        self.save.setText("Merge")
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        self.begin()
        self.right.setFocus()

    def draft(self) -> tuple[str, str]:
        """Both references as they are typed."""
        return self.wrong.text(), self.right.text()

    def store(self, draft: Any) -> object:
        """Merge them; gives back what moved over."""
        wrong, right = draft
        desk = self.desk
        today = desk.now().date()
        with desk.database.write() as session:
            return merging.merge(session, wrong, right, desk.viewer, today=today)
