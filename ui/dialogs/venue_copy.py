"""Asks for the name of a venue that is made from another one."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.text import muted
from venues.services import venue_copying
from venues.services.venue_drafts import VenueDraft

WHAT = (
    "Rooms, hours, features, contacts and hire terms are copied. Assessments, "
    "closures, photos and bookings are not. The copy is a candidate: nothing can be "
    "booked there until you have looked it through and made it active."
)


class VenueCopying(Editor):
    """Takes one name; the rest is that of the other venue."""

    def __init__(
        self, desk: Desk, source: VenueDraft, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, f"Copy {source.name}", parent)
        self._source = source
        self.name = QLineEdit(source.name)
        form = QWidget()
        self.fields |= lay_out(form, [[Entry("name", "Name of the copy", self.name)]])
        self.body.addWidget(muted(WHAT, wrap=True))
        self.body.addWidget(form)
        self.save.setText("Copy")
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)
        self.begin()
        self.name.selectAll()
        self.name.setFocus()

    def draft(self) -> str:
        """The name as it is typed."""
        return self.name.text()

    def store(self, draft: Any) -> object:
        """Make the copy and give it back."""
        with self.desk.database.write(f"adding of {draft}") as session:
            return venue_copying.make(
                session,
                self._source.id or 0,
                draft,
                self.desk.viewer,
                now=self.desk.now(),
                gazetteer=self.desk.gazetteer(),
            )
