"""Links two cases, or changes a link."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from ui.desk import Desk
from ui.dialogs.apart_dates import DatesForm
from ui.dialogs.editor import Editor
from ui.theme import M
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.text import muted
from venues.domain.apart import KINDS
from venues.services.apart import links
from venues.services.apart.drafts import Link

WHAT = (
    "No reason is recorded, and nobody else is told: they only hear that a venue is "
    "not available."
)
LETTERS = 60


class LinkEditor(Editor):
    """Two references, how they are linked, and until when."""

    def __init__(
        self,
        desk: Desk,
        link: Link,
        parent: QWidget | None = None,
    ) -> None:
        """``link`` is the one to change, or what is proposed for a new one.

        Of one that is changed the references are not shown: they stay as they are.
        """
        super().__init__(desk, "Change a link" if link.id else "New link", parent)
        self._link = link
        self.first, self.second = QLineEdit(), QLineEdit()
        self.kind = QComboBox()
        self.kind.addItem("Choose…", "")
        for key, words in KINDS.items():
            self.kind.addItem(words, key)
        self.kind.setCurrentIndex(max(0, self.kind.findData(link.kind)))
        self.court = QCheckBox("Court condition")
        self.court.setChecked(link.court_condition)
        self.dates = DatesForm(
            self._today,
            since=link.since,
            until=link.until,
            review_on=link.review_on,
        )
        self._lay_out_form()
        self.begin()
        (self.kind if link.id else self.first).setFocus()

    def draft(self) -> Link:
        """What is typed.

        Raises:
            WrongInput: a date cannot be read.
        """
        return replace(
            self._link,
            first=self._link.first or self.first.text(),
            second=self._link.second or self.second.text(),
            kind=self.kind.currentData(),
            court_condition=self.court.isChecked(),
            **self.dates.dates(),  # type: ignore[arg-type] # dates, by their names
        )

    def store(self, draft: Any) -> object:
        """Save the link; gives back what was before, if anything, and what is now."""
        opened = self._link if self._link.id else None
        name = "change of a link" if opened else "new link"
        with self.desk.database.write(name) as session:
            saved = links.save(
                session,
                draft,
                self.desk.viewer,
                today=self.desk.now().date(),
                opened=opened,
            )
        return opened, saved

    def _today(self) -> date:
        return self.desk.now().date()

    def _lay_out_form(self) -> None:
        form = QWidget()
        pair = [
            Entry("first", "Case reference", self.first),
            Entry("second", "The other one", self.second),
        ]
        how = [
            Entry("kind", "Kind of link", self.kind, 3),
            Entry("court", "", self.court, 2),
        ]
        self.fields |= lay_out(form, [how] if self._link.id else [pair, how])
        self.fields |= self.dates.fields
        self.body.setSpacing(M)
        self.body.addWidget(form)
        self.body.addWidget(self.dates)
        self.body.addWidget(muted(WHAT, wrap=True))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
