"""Records that something happened at a venue."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from ui.desk import Desk
from ui.dialogs.editor import Editor
from ui.widgets.datefield import DateField
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.notefield import NoteField
from ui.widgets.text import muted
from venues.domain.typed import NotUnderstood
from venues.errors import WrongInput
from venues.services import incidents

NEUTRAL = (
    "Everybody who books reads it, such as “the fire door was chained shut”. "
    "Name nobody."
)
FOLLOWS = "The place is reviewed before it counts as suitable again."


class Happened(NamedTuple):
    """An incident as it is typed."""

    words: str
    happened_on: date
    room_id: int | None
    suspends: bool


class IncidentEditor(Editor):
    """When, where and what happened, in neutral words."""

    def __init__(
        self,
        desk: Desk,
        venue_id: int,
        rooms: Mapping[int, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, "New incident", parent)
        self._venue_id = venue_id
        self.when = DateField(self._today(), self._today)
        self.where = QComboBox()
        self.where.addItem("The whole venue", None)
        for id_, name in rooms.items():
            self.where.addItem(name, id_)
        self.words = NoteField("")
        self.suspends = QCheckBox("Stop bookings here until it is closed")
        self.suspends.setVisible(desk.viewer.edits_venues)
        form = QWidget()
        self.fields |= lay_out(
            form,
            [
                [
                    Entry("happened_on", "When", self.when),
                    Entry("room_id", "Where", self.where),
                ],
                [Entry("words", "What happened", self.words)],
            ],
        )
        self.fields["words"].hint(NEUTRAL)
        self.body.addWidget(form)
        self.body.addWidget(self.suspends)
        self.body.addWidget(muted(FOLLOWS, wrap=True))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)
        self.begin()
        self.words.setFocus()

    def draft(self) -> Happened:
        """What is typed.

        Raises:
            WrongInput: the day cannot be read.
        """
        try:
            when = self.when.value()
        except NotUnderstood as reason:
            raise WrongInput(str(reason), "happened_on") from reason
        return Happened(
            self.words.toPlainText(),
            when,
            self.where.currentData(),
            self.suspends.isChecked(),
        )

    def store(self, draft: Any) -> object:
        """Write it down; gives back the incident."""
        with self.desk.database.write("record of an incident") as session:
            return incidents.record(
                session,
                self._venue_id,
                self.desk.viewer,
                words=draft.words,
                happened_on=draft.happened_on,
                room_id=draft.room_id,
                suspends=draft.suspends,
                now=self.desk.now(),
            )

    def _today(self) -> date:
        return self.desk.now().date()
