"""Keeps a standing agreement: which room is hired, on which day, from when to when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.preferences import TWENTY_FOUR
from ui.widgets.datefield import DateField
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.timefield import TimeField
from venues.domain.typed import NotUnderstood
from venues.domain.words import DAYS
from venues.errors import WrongInput
from venues.services import block_hires
from venues.services.block_hires import BlockDraft
from venues.services.venue_drafts import RoomDraft, VenueDraft

OPENS, CLOSES = time(16), time(18)


class BlockEditor(Editor):
    """One agreement; ``saved`` carries what it was before, and what it is now."""

    def __init__(
        self,
        desk: Desk,
        venue: VenueDraft,
        rooms: Sequence[RoomDraft],
        opened: BlockDraft | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = "Standing agreement" if opened else "New standing agreement"
        super().__init__(desk, title, parent)
        self._opened, self._venue = opened, venue
        four = desk.preferences[TWENTY_FOUR]
        self.what = QComboBox()
        self.what.addItem("The whole venue", None)
        for room in rooms:
            if room.status == "active" or (opened and opened.room_id == room.id):
                self.what.addItem(room.name, room.id)
        self.weekday = QComboBox()
        for number, name in enumerate(DAYS):
            self.weekday.addItem(name, number)
        self.opens = TimeField(OPENS, twenty_four=four)
        self.closes = TimeField(CLOSES, twenty_four=four)
        self.since = DateField(self._today(), self._today)
        self.until = DateField(self._today(), self._today)
        self.endless = QCheckBox("Until further notice")
        self.endless.setChecked(True)
        self.terms = QLineEdit()
        self._lay_out_form()
        if opened is not None:
            self._show(opened)
        self.endless.toggled.connect(self._follow)
        self._follow()
        self.begin()
        self.what.setFocus()

    def draft(self) -> BlockDraft:
        """What is typed.

        Raises:
            WrongInput: a date or a time cannot be read.
        """
        endless = self.endless.isChecked()
        return BlockDraft(
            venue_id=self._venue.id or 0,
            room_id=self.what.currentData(),
            weekday=self.weekday.currentData(),
            opens=_value(self.opens, "opens"),
            closes=_value(self.closes, "closes"),
            since=_value(self.since, "since"),
            until=None if endless else _value(self.until, "until"),
            terms=self.terms.text(),
        )

    def store(self, draft: Any) -> object:
        """Save it; gives back what was before and what is now."""
        name = f"agreement with {self._venue.name}"
        with self.desk.database.write(name) as session:
            saved = block_hires.save(
                session, draft, self.desk.viewer, opened=self._opened
            )
        return self._opened, saved

    def _today(self) -> date:
        return self.desk.now().date()

    def _show(self, block: BlockDraft) -> None:
        self.what.setCurrentIndex(max(0, self.what.findData(block.room_id)))
        self.weekday.setCurrentIndex(block.weekday)
        self.opens.choose(block.opens)
        self.closes.choose(block.closes)
        self.since.choose(block.since)
        self.endless.setChecked(block.until is None)
        if block.until is not None:
            self.until.choose(block.until)
        self.terms.setText(block.terms)

    @Slot()
    def _follow(self) -> None:
        self.fields["until"].setEnabled(not self.endless.isChecked())

    def _lay_out_form(self) -> None:
        form = QWidget()
        self.fields |= lay_out(
            form,
            [
                [Entry("room_id", "What is hired", self.what)],
                [
                    Entry("weekday", "Every", self.weekday, 2),
                    Entry("opens", "From", self.opens, 2),
                    Entry("closes", "Until", self.closes, 2),
                ],
                [
                    Entry("since", "First day", self.since, 2),
                    Entry("until", "Last day", self.until, 2),
                    Entry("endless", "", self.endless, 2),
                ],
                [Entry("terms", "Terms", self.terms)],
            ],
        )
        self.fields["terms"].hint("Such as “a month's notice to give a week back”.")
        self.body.addWidget(form)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 74)


def _value(entry: DateField | TimeField, field: str) -> Any:
    try:
        return entry.value()
    except NotUnderstood as reason:
        raise WrongInput(str(reason), field) from reason
