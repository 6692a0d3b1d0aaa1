"""Any two dates between which evidence is looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import XL, L, M, S
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.datefield import DateField
from ui.widgets.field import Field
from venues.domain.reporting import Dates
from venues.domain.typed import NotUnderstood

BACKWARDS = "The last day comes before the first. Change one of them."


class OtherDatesDialog(QDialog):
    """A first day and a last one.

    Signals:
        chosen: these are to be shown; carries ``Dates``.
    """

    chosen = Signal(object)

    def __init__(
        self, start: Dates, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Other dates")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.first = DateField(start.first, today)
        self.last = DateField(start.last, today)
        self.fields = Field("From", self.first), Field("Until", self.last)
        self.back = Button("Cancel")
        self.go = PrimaryButton("Show these days")
        self.go.setDefault(True)
        self.go.clicked.connect(self._go)
        self.back.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(M)
        for field in self.fields:
            column.addWidget(field)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addStretch(1)
        line.addWidget(self.back)
        line.addWidget(self.go)
        column.addLayout(line)
        self.first.selectAll()

    @Slot()
    def _go(self) -> None:
        found = []
        for field, entry in zip(self.fields, (self.first, self.last), strict=True):
            field.clear()
            try:
                found.append(entry.value())
            except NotUnderstood as reason:
                field.complain(str(reason))
                entry.setFocus()
                return
        if found[1] < found[0]:
            self.fields[1].complain(BACKWARDS)
            self.last.setFocus()
            return
        self.chosen.emit(Dates(*found))
        self.accept()
