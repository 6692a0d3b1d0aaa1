"""Adds a room to a venue, or changes one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.dialogs import entries
from ui.dialogs.editor import Editor
from ui.dialogs.feature_form import FeatureForm
from ui.models import venue_versions, versions
from ui.models.venues import need_choices
from ui.theme import M
from ui.widgets.card import Scroller
from ui.widgets.field import Field
from ui.widgets.fieldrows import Entry, lay_out
from ui.widgets.flow import Flow
from venues.domain.amounts import say_money
from venues.domain.words import listing, minutes
from venues.services import room_editing, venue_details
from venues.services.venue_drafts import RoomDraft
from venues.services.venue_words import REACHED_BY

FLOORS = ("ground floor", "first floor", "second floor", "basement")
DIVIDES = (
    "For a hall that divides: add its parts as rooms first, then tick them here. A "
    "booking of the hall then takes its parts too, and the other way round."
)
SEATS = ("seats_circle", "seats_table", "seats_rows")


class RoomEditor(Editor):
    """A room's seats, floor and turnaround, what it is made of, and what is in it."""

    def __init__(
        self,
        desk: Desk,
        room: RoomDraft,
        together: Sequence[RoomDraft],
        parent: QWidget | None = None,
    ) -> None:
        """``room`` is the one to change, or an empty one; ``together`` all others."""
        super().__init__(desk, room.name or "New room", parent)
        self._opened = room if room.id is not None else None
        self._venue_id = room.venue_id
        self._others = [
            other
            for other in together
            if other.id != room.id
            and (other.status == "active" or self._within(other, room))
        ]
        self.name, self.area, self.notes = QLineEdit(), QLineEdit(), QLineEdit()
        self.seats = {name: QLineEdit() for name in SEATS}
        self.fire, self.turnaround, self.rate = QLineEdit(), QLineEdit(), QLineEdit()
        self.floor = QComboBox()
        self.floor.setEditable(True)
        self.floor.addItems(list(FLOORS))
        self.reached_by = QComboBox()
        for key, words in REACHED_BY.items():
            self.reached_by.addItem(words, key)
        self.made_of = {other.id: QCheckBox(other.name) for other in self._others}
        self.features = FeatureForm(need_choices(room.features, of_room=True))
        self._lay_out_form()
        self._show(room)
        self.begin()
        self.name.setFocus()

    def draft(self) -> RoomDraft:
        """What is typed.

        Raises:
            WrongInput: a number cannot be read.
        """
        return RoomDraft(
            id=self._opened.id if self._opened else None,
            venue_id=self._venue_id,
            status=self._opened.status if self._opened else "active",
            name=self.name.text(),
            seats_circle=entries.whole(self.seats["seats_circle"], "seats_circle"),
            seats_table=entries.whole(self.seats["seats_table"], "seats_table"),
            seats_rows=entries.whole(self.seats["seats_rows"], "seats_rows"),
            fire_capacity=entries.whole(self.fire, "fire_capacity"),
            floor=self.floor.currentText(),
            reached_by=self.reached_by.currentData(),
            area=entries.whole(self.area, "area"),
            turnaround=entries.minutes(self.turnaround, "turnaround"),
            rate=entries.pence(self.rate, "rate"),
            notes=self.notes.text(),
            space_ids=self._spaces(),
            features=self.features.features(),
        )

    def store(self, draft: Any) -> object:
        """Save the room; gives back what was before and what is now."""
        verb = "change" if self._opened else "adding"
        with self.desk.database.write(f"{verb} of {draft.name}") as session:
            saved = room_editing.save(
                session,
                draft,
                self.desk.viewer,
                now=self.desk.now(),
                opened=self._opened,
            )
        return self._opened, saved

    def offer_both(self, draft: Any) -> bool:
        """Show what somebody else saved beside what is typed."""
        with self.desk.database.read() as session:
            rooms = venue_details.rooms(session, self._venue_id)
        for theirs in rooms:
            if self._opened is not None and theirs.id == self._opened.id:
                found = venue_versions.of_room(self._opened, draft, theirs, rooms)
                self.compare(theirs.name, found, partial(self._take, draft, theirs))
                return True
        return False

    def _take(self, mine: RoomDraft, theirs: RoomDraft, kept: frozenset[str]) -> None:
        self._opened = theirs
        self._show(versions.merged(mine, theirs, kept))

    def _spaces(self) -> tuple[int, ...]:
        """The parts of the rooms that are ticked; none is a part of its own."""
        ticked = {id_ for id_, box in self.made_of.items() if box.isChecked()}
        if self._opened is not None and ticked == self._parts(self._opened):
            return self._opened.space_ids
        spaces = (each.space_ids for each in self._others if each.id in ticked)
        return tuple(sorted({space for ids in spaces for space in ids}))

    def _parts(self, room: RoomDraft) -> set[int | None]:
        """The ids of the rooms that it is made of."""
        return {other.id for other in self._others if self._within(other, room)}

    @staticmethod
    def _within(other: RoomDraft, room: RoomDraft) -> bool:
        """Whether the other is a part of the room."""
        parts, whole = set(other.space_ids), set(room.space_ids)
        return bool(parts) and parts <= whole and len(whole) > 1

    def _show(self, room: RoomDraft) -> None:
        self.name.setText(room.name)
        for name, entry in self.seats.items():
            entry.setText(_number(getattr(room, name)))
        self.fire.setText(_number(room.fire_capacity))
        self.floor.setEditText(room.floor)
        self.reached_by.setCurrentIndex(self.reached_by.findData(room.reached_by))
        self.area.setText(_number(room.area))
        self.turnaround.setText(minutes(room.turnaround) if room.turnaround else "none")
        self.rate.setText("" if room.rate is None else say_money(room.rate))
        self.notes.setText(room.notes)
        for id_, box in self.made_of.items():
            box.setChecked(id_ in self._parts(room))
        self.features.show_features(room.features)
        self._tell_parts()

    @Slot()
    def _tell_parts(self) -> None:
        """Say what a booking of this room takes, in the names of the rooms."""
        if "space_ids" not in self.fields:
            return
        parts = [box.text() for box in self.made_of.values() if box.isChecked()]
        room = self._opened
        wholes = [
            other.name
            for other in self._others
            if room is not None and self._within(room, other)
        ]
        if parts:
            said = (
                f"A booking of this room takes {listing(parts)} as well, and it cannot "
                f"be booked while {listing(parts, 'or')} is."
            )
        elif wholes:
            said = f"It is a part of {listing(wholes)}: a booking of one takes both."
        else:
            said = DIVIDES
        self.fields["space_ids"].hint(said)

    def _lay_out_form(self) -> None:
        form = QWidget()
        rows = [
            [Entry("name", "Name", self.name)],
            [
                Entry("seats_circle", "Seats in a circle", self.seats["seats_circle"]),
                Entry("seats_table", "Round a table", self.seats["seats_table"]),
                Entry("seats_rows", "In rows", self.seats["seats_rows"]),
                Entry("fire_capacity", "Fire notice", self.fire),
            ],
            [
                Entry("floor", "Floor", self.floor, 2),
                Entry("reached_by", "Reached by", self.reached_by, 2),
                Entry("area", "Area in m²", self.area),
            ],
            [
                Entry("turnaround", "Turnaround", self.turnaround),
                Entry("rate", "Rate an hour", self.rate),
            ],
            [Entry("notes", "Notes", self.notes)],
        ]
        self.fields |= lay_out(form, rows)
        self.fields["seats_circle"].hint("Leave a layout that is not used empty.")
        self.fields["turnaround"].hint("Turnaround is kept free after each booking.")
        self.fields["rate"].hint("Without a rate, the venue's own holds.")
        if self.made_of:
            boxes = Flow(gap=M)
            for box in self.made_of.values():
                boxes.add(box)
            field = Field("Made of", boxes)
            self.fields["space_ids"] = field
            for box in self.made_of.values():
                box.toggled.connect(self._tell_parts)
            column = form.layout()
            if isinstance(column, QVBoxLayout):
                column.insertWidget(column.count() - 1, field)
        tabs = QTabWidget()
        for title, page in (("Room", form), ("Features", self.features)):
            holder = QWidget()
            inner = QVBoxLayout(holder)
            inner.setContentsMargins(0, M, M, M)
            inner.addWidget(page)
            tabs.addTab(Scroller(holder), title)
        self.body.addWidget(tabs)
        self.take_size(92, 42)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
