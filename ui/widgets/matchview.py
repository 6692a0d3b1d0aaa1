"""The list of rooms that fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy

from ui.delegates.match import MatchDelegate
from ui.models.matches import MatchList, MatchRow
from ui.models.table import ROW_ROLE
from venues.services.finding import Match

LEAST_ROWS = 2  # rooms that are in view before the list scrolls
BATCH = 30  # rooms whose places are worked out before anything is drawn
MEASURED = 12  # rows whose heights the list asks for; more never fit a screen


class MatchView(QListView):
    """The list of rooms: arrows choose, Enter books.

    Signals:
        opened: a room is to be booked; carries its match.
    """

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Rooms that fit")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Maximum)
        self.rooms = MatchList(self)
        self.setModel(self.rooms)
        self.drawn = MatchDelegate(self)
        self.drawn.pressed.connect(self._open)
        self.setItemDelegate(self.drawn)
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: Sequence[MatchRow]) -> None:
        """Show these; the room that was chosen stays so, else it is the first."""
        chosen = self.chosen()
        top = self.verticalScrollBar().value()
        self.rooms.show(rows)
        place = self.rooms.place(chosen.room.id if chosen else None)
        if rows:
            self.setCurrentIndex(self.rooms.index(max(place, 0)))
        self.verticalScrollBar().setValue(top if place >= 0 else 0)
        self.updateGeometry()

    def chosen(self) -> Match | None:
        """The room that is chosen."""
        row = self.currentIndex().data(ROW_ROLE)
        return row.match if row is not None else None

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is not None:
            self.opened.emit(row.match)

    def _height(self, most: int) -> int:
        number = min(self.rooms.rowCount(), most)
        return sum(self.sizeHintForRow(row) for row in range(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(400, self._height(MEASURED))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._height(LEAST_ROWS))
