"""My next two weeks as they were when the shared database was last within reach."""

from __future__ import annotations

from datetime import datetime
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.models.table import Column, TableModel, Weight
from ui.theme import XL, L
from ui.widgets.buttons import PrimaryButton
from ui.widgets.empty import EmptyState
from ui.widgets.table import Table
from ui.widgets.text import Words, strong
from venues.domain.words import clock, day, short_day, span
from venues.services.road import Copy, Stop

WIDE, HIGH = 96, 24  # letters and lines, as far as the screen goes
HEADING = "My next two weeks"
NONE = "There is no copy on this PC. One is made whenever the database is in reach."


def _day(row: Stop) -> str:
    return short_day(row.starts.date())


def _time(row: Stop) -> str:
    return span(row.starts, row.ends)


def _standing(row: Stop) -> str:
    return "Provisional" if row.tentative else "Confirmed"


COLUMNS: tuple[Column[Stop], ...] = (
    Column("Day", _day, attrgetter("starts"), weight=Weight.STRONG),
    Column("Time", _time, attrgetter("starts")),
    Column("Booking", attrgetter("reference"), attrgetter("reference")),
    Column("Standing", _standing, _standing),
    Column("Where", attrgetter("place"), attrgetter("place")),
)


class RoadDialog(QDialog):
    """A list to read and to copy."""

    def __init__(self, copy: Copy | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(HEADING)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.setSpacing(L)
        column.addWidget(strong(HEADING))
        self.age = Words(_age(copy.made) if copy else NONE, wrap=True)
        column.addWidget(self.age)
        model: TableModel[Stop] = TableModel(COLUMNS, self)
        model.show(copy.stops if copy else ())
        self.table = Table(HEADING, model)
        if copy and copy.stops:
            self.table.resizeColumnsToContents()
            column.addWidget(self.table, 1)
        elif copy:
            self.table.hide()
            column.addWidget(EmptyState("calendar-check", "Nothing was booked then"), 1)
        self.shut = PrimaryButton("Close")
        self.shut.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.shut)
        column.addLayout(foot)
        size = self.fontMetrics()
        self.resize(size.averageCharWidth() * WIDE, size.height() * HIGH)


def _age(made: datetime) -> str:
    return (
        f"As of {day(made.date())}, {clock(made)}. Read only: changes since then are "
        "not in it."
    )
