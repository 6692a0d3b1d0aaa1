"""Keeps a case from a venue, or changes that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ui.desk import Desk
from ui.dialogs.apart_dates import DatesForm
from ui.dialogs.editor import Editor
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.modest import ModestBox
from ui.widgets.text import muted
from venues.database import catalogue as catalogues
from venues.services.apart import not_to_use
from venues.services.apart.drafts import NotToUse

WHAT = "Bookings for this case at this venue are refused all day, without a reason."
LETTERS = 60


class NotToUseEditor(Editor):
    """Which venue, whether a court said so, and until when."""

    def __init__(
        self,
        desk: Desk,
        kept: NotToUse,
        parent: QWidget | None = None,
    ) -> None:
        """``kept`` is what to change, or what is proposed for a new one."""
        super().__init__(desk, "Venue not to use", parent)
        self._kept = kept
        self.case = QLineEdit(kept.case)
        self.case.setReadOnly(kept.id is not None)
        self.venue = ModestBox()
        self.venue.addItem("Choose…", None)
        with desk.database.read() as session:
            venues = catalogues.read(session).venues.values()
        for venue in sorted(venues, key=lambda each: each.name.casefold()):
            if venue.status != "retired" or venue.id == kept.venue_id:
                self.venue.addItem(venue.name, venue.id)
        self.venue.setCurrentIndex(max(0, self.venue.findData(kept.venue_id)))
        self.court = QCheckBox("Court condition")
        self.court.setChecked(kept.court_condition)
        self.dates = DatesForm(
            self._today,
            since=kept.since,
            until=kept.until,
            review_on=kept.review_on,
        )
        self._lay_out_form()
        self.begin()
        (self.venue if kept.case else self.case).setFocus()

    def draft(self) -> NotToUse:
        """What is typed.

        Raises:
            WrongInput: a date cannot be read.
        """
        return replace(
            self._kept,
            case=self.case.text(),
            venue_id=self.venue.currentData(),
            court_condition=self.court.isChecked(),
            **self.dates.dates(),  # type: ignore[arg-type] # dates, by their names
        )

    def store(self, draft: Any) -> object:
        """Save it; gives back what was before, if anything, and what is now."""
        opened = self._kept if self._kept.id else None
        verb = "change of a" if opened else "new"
        with self.desk.database.write(f"{verb} venue not to use") as session:
            saved = not_to_use.save(
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
        self.fields |= lay_out(
            form,
            [
                [
                    Entry("case", "Case reference", self.case, 2),
                    Entry("venue_id", "Venue", self.venue, 3),
                ],
                [Entry("court", "", self.court)],
            ],
        )
        self.fields |= self.dates.fields
        self.body.addWidget(form)
        self.body.addWidget(self.dates)
        self.body.addWidget(muted(WHAT, wrap=True))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
