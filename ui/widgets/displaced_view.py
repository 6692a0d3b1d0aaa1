"""The parts of the page on which displaced bookings find other places."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kinds import Kind
from ui.models.table import Column, TableModel
from ui.theme import L, M, S
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import Card, FlushCard
from ui.widgets.empty import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.header import PageHeader
from ui.widgets.notice import Notice
from ui.widgets.overlay import WaitOverlay
from ui.widgets.tallwords import TallWords
from ui.widgets.text import MUTED, muted
from ui.widgets.wrapcheck import WrapCheck
from ui.widgets.wrapped import WrappedTable
from venues.services.rehousing import looking
from venues.services.rehousing.values import Line

TELL = "Tell each worker on Today, with a calendar file"
RECORD = "Record what has nowhere to go as unmet need"
QUESTION = "Make a plan?", looking.WORDS
EMPTY = "No booking is affected", "Nothing has to move."


class DisplacedView(QWidget):
    """Heading, numbers, the list, and what can be done with the booking in front."""

    def __init__(
        self, columns: Sequence[Column[Line]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.header = PageHeader("")
        self.again = Button("Plan again")
        self.cancel = Button("Cancel")
        self.go = PrimaryButton("Close")
        self.header.add(self.again, self.cancel, self.go)
        self.notice = Notice()
        self._tallies, self._further = Flow(), muted()
        self._model: TableModel[Line] = TableModel(columns, self)
        self.table = WrappedTable(
            "Bookings and where they go", self._model, narrow=(1, 2), grows=False
        )
        self.about = TallWords("", ink=MUTED)
        self.choose = Button("Choose…")
        self.out = Button("Leave out")
        self.let = Button("Let Venues choose")
        self.rest = Button("Place the rest, with a reason…")
        self.rest.setToolTip("Where something has to be agreed to; their workers check")
        self.tell, self.record = WrapCheck(TELL), WrapCheck(RECORD)
        self.tell.setChecked(True)
        self.record.setChecked(True)
        self.foot = TallWords("", ink=MUTED)
        self._empty = EmptyState("calendar-check", *EMPTY)
        self.question = EmptyState("eye", *QUESTION, action="Make the plan")
        self.question.hide()
        self._lay_out()
        self.waiting = WaitOverlay(self)

    def show_lines(self, lines: Sequence[Line] | None) -> None:
        """Show them; what was in front stays in front. None while there is no plan."""
        before = self.table.current()
        kept = before.booking_id if isinstance(before, Line) else None
        self._body.setVisible(bool(lines))
        self._empty.setVisible(lines is not None and not lines)
        for part in (self.go, self.tell, self.record, self.foot):
            part.setVisible(lines is not None)
        self._model.show(list(lines or ()))
        if lines:
            place = self._model.place(lambda line: line.booking_id == kept)
            source = self._model.index(max(place, 0), 0)
            self.table.select(self.table.ordered.mapFromSource(source))

    def show_tallies(
        self, tallies: Sequence[tuple[str, Kind, str]], further: str
    ) -> None:
        """The numbers above the list, and a remark at their right."""
        self._tallies.clear()
        for number, kind, words in tallies:
            self._tallies.add(Badge(kind, f"{number} {words}"))
        self._further.setText(further)

    def _lay_out(self) -> None:
        numbers = Card()
        line = QHBoxLayout()
        line.addWidget(self._tallies, 1)
        line.addWidget(self._further, 0, Qt.AlignmentFlag.AlignVCenter)
        numbers.body.addLayout(line)
        card = FlushCard()
        card.add(self.table, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        for button in (self.choose, self.out, self.let):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.rest)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(M)
        body.addWidget(numbers)
        body.addWidget(card, 1)
        body.addWidget(self.about)
        body.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L + 4, M, L + 4, L)
        layout.setSpacing(M)
        layout.addWidget(self.header)
        layout.addWidget(self.notice)
        layout.addWidget(self._body, 1)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self.question, 1)
        layout.addWidget(self.tell)
        layout.addWidget(self.record)
        layout.addWidget(self.foot)
