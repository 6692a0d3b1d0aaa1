"""How people come to a venue, come in and wait: a tab of its editor."""

from __future__ import annotations

from datetime import time
from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from ui.dialogs import entries
from ui.dialogs.row_form import Cell, RowForm, Value
from ui.theme import M
from ui.widgets.field import Field
from ui.widgets.fieldrows import Entry, lay_out
from venues.domain.amounts import read_number
from venues.domain.typed import NotUnderstood
from venues.domain.words import clock
from venues.errors import WrongInput
from venues.services.venue_drafts import EntranceDraft, VenueDraft, WaitingDraft

LAST_BUSES = {
    "last_bus": "Last bus, Mon to Fri",
    "last_bus_saturday": "On Saturday",
    "last_bus_sunday": "On Sunday",
}


class ArrivingForm(QWidget):
    """Words for a family, bus, rail and parking, doors and waiting spaces."""

    def __init__(self, *, twenty_four: bool) -> None:
        super().__init__()
        self._show_time = partial(clock, twenty_four=twenty_four)
        self.arrival = entries.several_lines(lines=2)
        self.bus, self.rail, self.parking = QLineEdit(), QLineEdit(), QLineEdit()
        self.last = {name: QLineEdit() for name in LAST_BUSES}
        self.entrances = RowForm(
            "entrance", [Cell("Entrance", 4), Cell("Step-free", 1, QCheckBox)]
        )
        self.waiting_spaces = RowForm(
            "waiting space",
            [Cell("Waiting space", 3), Cell("Seats"), Cell("Entrance", 3, self._doors)],
        )
        form = QWidget()
        self.fields = lay_out(
            form,
            [
                [Entry("arrival", "Words for a family", self.arrival)],
                [Entry("bus", "Bus", self.bus)],
                [
                    Entry(name, words, self.last[name])
                    for name, words in LAST_BUSES.items()
                ],
                [
                    Entry("rail", "Rail", self.rail),
                    Entry("parking", "Parking", self.parking),
                ],
            ],
        )
        self.fields["arrival"].hint("Which door, and where to wait; nothing of why.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(M)
        layout.addWidget(form)
        for name, title, rows in (
            ("entrances", "Entrances", self.entrances),
            ("waiting_spaces", "Waiting spaces", self.waiting_spaces),
        ):
            self.fields[name] = Field(title, rows)
            layout.addWidget(self.fields[name])
        layout.addStretch(1)

    def show_venue(self, venue: VenueDraft) -> None:
        """Show what is known of the venue."""
        self.arrival.setPlainText(venue.arrival)
        self.bus.setText(venue.bus)
        self.rail.setText(venue.rail)
        self.parking.setText(venue.parking)
        for name, entry in self.last.items():
            when: time | None = getattr(venue, name)
            entry.setText(self._show_time(when) if when else "")
        self.entrances.show_rows(venue.entrances)
        self.waiting_spaces.show_rows(
            [
                (each.name, str(each.seats), each.entrance)
                for each in venue.waiting_spaces
            ]
        )

    def values(self) -> dict[str, Any]:
        """What is typed, as values of a draft.

        Raises:
            WrongInput: a time or a number cannot be read.
        """
        times = {
            name: entries.clock_time(entry, name) for name, entry in self.last.items()
        }
        return {
            "arrival": self.arrival.toPlainText(),
            "bus": self.bus.text(),
            "rail": self.rail.text(),
            "parking": self.parking.text(),
            "entrances": tuple(
                EntranceDraft(str(name), bool(step_free))
                for name, step_free in self.entrances.rows()
            ),
            "waiting_spaces": tuple(
                WaitingDraft(str(name), _seats(seats), str(door))
                for name, seats, door in self.waiting_spaces.rows()
            ),
            **times,
        }

    def _doors(self) -> QComboBox:
        """The entrances that are typed above, to choose from."""
        box = QComboBox()
        box.setEditable(True)
        box.addItem("")
        box.addItems([str(name) for name, _ in self.entrances.rows() if name])
        return box


def _seats(typed: Value) -> int:
    if not str(typed).strip():
        return WaitingDraft().seats
    try:
        return read_number(str(typed))
    except NotUnderstood as reason:
        raise WrongInput(str(reason), "waiting_spaces") from reason
