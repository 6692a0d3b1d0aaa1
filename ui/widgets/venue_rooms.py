"""The Rooms tab of a venue's detail."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models import venue_facts
from ui.models.table import TableModel
from ui.models.venues import room_columns
from ui.theme import L, M, S
from ui.widgets.buttons import Button
from ui.widgets.card import Hairline, Scroller
from ui.widgets.empty import EmptyState
from ui.widgets.facts import FactList
from ui.widgets.table import Table
from venues.services.venue_details import VenueDetails
from venues.services.venue_drafts import RoomDraft

MOST_ROWS = 7
FEATURES = 4  # the column, which needs much room and stands beneath as well
ROOMY = 24  # letters of features that are worth a column


class RoomsTab(Scroller):
    """The rooms in a table, and all about the chosen one beneath.

    Signals:
        asked: something is to be done: "add room", "change room", "retire room" or
            "bring back room", and the room it is about.
    """

    asked = Signal(str, object)

    def __init__(self, *, may_edit: bool) -> None:
        self._may_edit = may_edit
        self._rooms: tuple[RoomDraft, ...] = ()
        self._model: TableModel[RoomDraft] = TableModel(room_columns(self._together))
        self.table = Table("Rooms", self._model)
        self.table.setSortingEnabled(False)
        self.table.ordered.sort(-1)
        self.facts = FactList()
        self.add = Button("Add room", icon="plus")
        self.change = Button("Change")
        self.retire = Button("Retire")
        self.empty = EmptyState(
            "door-open",
            "No rooms yet",
            "A venue can be booked once it has a room."
            if may_edit
            else "A coordinator adds them.",
        )
        content = QWidget()
        self._lay_out(content)
        super().__init__(content)
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.table.setHorizontalScrollBarPolicy(never)
        self._model.setParent(self)
        self.table.chosen.connect(self._show_room)
        self.table.opened.connect(partial(self._ask, "change room"))
        self.add.clicked.connect(partial(self._ask, "add room"))
        self.change.clicked.connect(partial(self._ask, "change room"))
        self.retire.clicked.connect(self._retire)

    def show_venue(self, found: VenueDetails) -> None:
        """Show the rooms of that venue; the chosen one stays chosen."""
        room = self.current()
        self._rooms = found.rooms
        self._model.show(found.rooms)
        self.table.fit()
        some = bool(found.rooms)
        for widget in (self.table, self._chosen):
            widget.setVisible(some)
        self.empty.setVisible(not some)
        self._fit()
        index = self.table.ordered.find(
            lambda row: room is not None and row.id == room.id
        )
        self.table.select(index if index.isValid() else self.table.ordered.index(0, 0))
        self._show_room(self.table.current())

    def _fit(self) -> None:
        """As high as its rows, and with the features where there is room for them."""
        header = self.table.horizontalHeader()
        line = self.table.verticalHeader().defaultSectionSize()
        rows = min(len(self._rooms), MOST_ROWS)
        self.table.setFixedHeight(header.sizeHint().height() + line * rows + 2)
        used = sum(
            max(self.table.sizeHintForColumn(column), header.sectionSizeHint(column))
            for column in range(FEATURES)
        )
        spare = self.table.viewport().width() - used
        roomy = spare >= ROOMY * self.table.fontMetrics().averageCharWidth()
        self.table.setColumnHidden(FEATURES, not roomy)

    def current(self) -> RoomDraft | None:
        """The room that is chosen."""
        row = self.table.current()
        return row if isinstance(row, RoomDraft) else None

    def _together(self) -> tuple[RoomDraft, ...]:
        return self._rooms

    @Slot(object)
    def _show_room(self, row: object) -> None:
        if isinstance(row, RoomDraft):
            self.facts.show_facts(venue_facts.room(row, self._rooms))
            retired = row.status == "retired"
            self.retire.setText("Bring back" if retired else "Retire")

    def _ask(self, what: str, _about: object = None) -> None:
        room = None if what == "add room" else self.current()
        if self._may_edit and (room is not None or what == "add room"):
            self.asked.emit(what, room)

    @Slot()
    def _retire(self) -> None:
        room = self.current()
        if room is not None:
            retired = room.status == "retired"
            self._ask("bring back room" if retired else "retire room")

    def _lay_out(self, content: QWidget) -> None:
        top = QHBoxLayout()
        top.addStretch(1)
        top.addWidget(self.add)
        below = QHBoxLayout()
        below.setSpacing(S)
        below.addWidget(self.change)
        below.addWidget(self.retire)
        below.addStretch(1)
        for button in (self.add, self.change, self.retire):
            button.setVisible(self._may_edit)
        self._chosen = QWidget()
        chosen = QVBoxLayout(self._chosen)
        chosen.setContentsMargins(0, 0, 0, 0)
        chosen.setSpacing(M)
        chosen.addWidget(Hairline())
        chosen.addLayout(below)
        chosen.addWidget(self.facts)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, M, M, L)
        layout.setSpacing(M)
        layout.addLayout(top)
        layout.addWidget(self.table)
        layout.addWidget(self._chosen)
        layout.addWidget(self.empty)
        layout.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
