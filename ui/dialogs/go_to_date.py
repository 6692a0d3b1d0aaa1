"""Asks for the day that the schedule is to show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ui.theme import XL, L, M, S
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.datefield import DateField
from ui.widgets.field import Field
from ui.widgets.month import Month
from venues.domain.typed import NotUnderstood


class GoToDateDialog(QDialog):
    """A date to type, and a month to pick from; each follows the other.

    Signals:
        chosen: that day is to be shown; carries the date.
    """

    chosen = Signal(object)

    def __init__(
        self, start: date, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Go to a date")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.day = DateField(start, today)
        self.field = Field(
            "Date", self.day, hint="Like 26 Nov, next Tuesday or tomorrow"
        )
        self.month = Month()
        self.month.mark(today())
        self._show(start)
        self.back = Button("Close")
        self.go = PrimaryButton("Show that day")
        self.go.setDefault(True)
        self._lay_out()
        self.day.changed.connect(self._show)
        self.month.clicked.connect(self._pick)
        self.month.activated.connect(self._take)
        self.back.clicked.connect(self.reject)
        self.go.clicked.connect(self._go)
        self.day.selectAll()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, L + S, XL, L)
        layout.setSpacing(M)
        layout.addWidget(self.field)
        layout.addWidget(self.month)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.back)
        line.addWidget(self.go)
        layout.addLayout(line)

    @Slot(object)
    def _show(self, day: date | None) -> None:
        if day is not None:
            self.month.choose(day)

    @Slot(QDate)
    def _pick(self, day: QDate) -> None:
        self.day.choose(date(day.year(), day.month(), day.day()))

    @Slot(QDate)
    def _take(self, day: QDate) -> None:
        self._pick(day)
        self._go()

    @Slot()
    def _go(self) -> None:
        try:
            day = self.day.value()
        except NotUnderstood as reason:
            self.field.complain(str(reason))
            self.day.setFocus()
            return
        self.accept()
        self.chosen.emit(day)
