"""Rooms and kinds of appointment: how each room stands for each of them."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.models import assessing
from ui.models.table import Column, TableModel
from ui.theme import S
from ui.widgets.table import Table
from ui.widgets.tallwords import TallWords
from ui.widgets.text import MUTED
from venues.services.assessment_sheet import Sheet
from venues.services.suitability import Standing


class RoomMatrix(QWidget):
    """A row for each kind of appointment, a column for each room, and why beneath."""

    def __init__(self) -> None:
        super().__init__()
        self._rooms: dict[int, str] = {}
        self._standing: dict[int, Standing] = {}
        self._today = date.min
        self.table: Table | None = None
        self.why = TallWords(ink=MUTED)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(S)
        self._column.addWidget(self.why)

    def show_sheet(self, sheet: Sheet, today: date) -> None:
        """Show how the rooms of that venue stand."""
        chosen = self.table.current() if self.table else None
        self._rooms, self._today = sheet.rooms, today
        self._standing = dict(sheet.standing.rooms)
        if self.table is not None:
            self._column.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self.table = self._made()
        self._column.insertWidget(0, self.table)
        self._stretch()
        row = assessing.sets().index(str(chosen)) if chosen else 0
        self.table.select(self.table.ordered.index(row, 0))
        self._tell(assessing.sets()[row])

    def state(self, room_id: int, code: str) -> str:
        """The words of a cell."""
        return assessing.STATES[self._standing[room_id][code].state][1]

    def _stretch(self) -> None:
        """Fill the width where there is enough; else every badge keeps its words."""
        if self.table is not None:
            header = self.table.horizontalHeader()
            header.setStretchLastSection(False)
            self.table.fit()
            spare = self.width() - header.length()
            header.setStretchLastSection(spare > 0)

    def _made(self) -> Table:
        columns: list[Column[str]] = [
            Column("Suitable for", assessing.set_words, assessing.set_words)
        ]
        columns += [
            Column(
                name,
                partial(self.state, id_),
                partial(self.state, id_),
                kind=partial(self._kind, id_),
                tip=partial(self._why, id_),
            )
            for id_, name in self._rooms.items()
        ]
        model: TableModel[str] = TableModel(columns)
        table = Table("How the rooms stand for each kind of appointment", model)
        model.setParent(table)
        table.setSortingEnabled(False)
        table.ordered.sort(-1)
        model.show(assessing.sets())
        table.fit()
        header = table.horizontalHeader()
        line = table.verticalHeader().defaultSectionSize()
        bar = table.horizontalScrollBar().sizeHint().height()
        table.setFixedHeight(header.sizeHint().height() + line * model.rowCount() + bar)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.chosen.connect(self._tell)
        return table

    def _kind(self, room_id: int, code: str) -> str:
        return assessing.STATES[self._standing[room_id][code].state][0]

    def _why(self, room_id: int, code: str) -> str:
        return assessing.why(self._standing[room_id][code], code, self._today)

    @Slot(object)
    def _tell(self, code: object) -> None:
        """Say under the table why the rooms stand as they do."""
        if not isinstance(code, str):
            return
        names: dict[str, list[str]] = {}
        for id_, name in self._rooms.items():
            names.setdefault(self._why(id_, code), []).append(name)
        told = [f"{', '.join(each)}: {words}" for words, each in names.items()]
        self.why.say("\n".join(told))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()
