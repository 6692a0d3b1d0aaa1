"""The Opening tab of a venue's detail: the week, and when it is closed all the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.models.table import Column, TableModel
from ui.theme import L, M, S
from ui.widgets.buttons import Button
from ui.widgets.card import Scroller
from ui.widgets.dated_hours import DatedHours
from ui.widgets.text import muted, strong
from ui.widgets.weektable import WeekTable
from ui.widgets.wrapped import WrappedTable
from venues.domain import week
from venues.domain.week import SEASONS
from venues.domain.words import short_day
from venues.services.venue_details import VenueDetails
from venues.services.venue_drafts import ClosureDraft
from venues.services.venue_words import between

WHOLE = "The whole venue"


class ClosureRow(NamedTuple):
    """A closure as a line of the table."""

    closure: ClosureDraft
    when: str
    why: str


CLOSURES: tuple[Column[ClosureRow], ...] = (
    Column("Closed", attrgetter("when"), lambda row: row.closure.starts),
    Column("Why", attrgetter("why"), attrgetter("why")),
)


class OpeningTab(Scroller):
    """The hours of the venue, or of one of its rooms, and the closures to come.

    Signals:
        asked: something is to be done: "hours" (with a room's id, or None), "add
            dates", "change dates" or "remove dates" (with a room's id and the dates),
            "add closure", "change closure" or "remove closure" (with the closure).
    """

    asked = Signal(str, object)

    def __init__(
        self,
        now: Callable[[], datetime],
        twenty_four: Callable[[], bool],
        *,
        may_edit: bool,
    ) -> None:
        self._now = now
        self._twenty_four = twenty_four
        self._may_edit = may_edit
        self._found: VenueDetails | None = None
        self.scope = QComboBox()
        self.scope.setAccessibleName("Hours of")
        self.hours = Button("Change hours")
        self.remark = muted(wrap=True)
        self.weeks = {
            season: WeekTable(f"Hours {words.lower()}", twenty_four)
            for season, words in SEASONS.items()
        }
        self.titles = {season: strong(words) for season, words in SEASONS.items()}
        self.dated = DatedHours(may_edit=may_edit)
        self._model: TableModel[ClosureRow] = TableModel(CLOSURES)
        self.closures = WrappedTable("Closures", self._model)
        self.none = muted("None now or to come.")
        self.close_ = Button("Add closure", icon="plus")
        self.change = Button("Change")
        self.open_again = Button("Open again")
        content = QWidget()
        self._lay_out(content)
        super().__init__(content)
        self._model.setParent(self)
        self.scope.currentIndexChanged.connect(self._show_hours)
        self.hours.clicked.connect(self._ask_hours)
        self.dated.asked.connect(self._ask_dates)
        self.close_.clicked.connect(partial(self._ask, "add closure"))
        self.change.clicked.connect(partial(self._ask, "change closure"))
        self.open_again.clicked.connect(partial(self._ask, "remove closure"))
        self.closures.opened.connect(partial(self._ask, "change closure"))

    def show_venue(self, found: VenueDetails) -> None:
        """Show the hours and closures of that venue."""
        same = self._found is not None and self._found.id == found.id
        kept = self.scope.currentData() if same else None
        self._found = found
        with QSignalBlocker(self.scope):
            self.scope.clear()
            self.scope.addItem(WHOLE, None)
            for room in found.rooms:
                self.scope.addItem(room.name, room.id)
            self.scope.setCurrentIndex(max(0, self.scope.findData(kept)))
        self.scope.setVisible(bool(found.rooms))
        self._show_hours()
        self._show_closures(found)

    def room_id(self) -> int | None:
        """Whose hours are shown: a room's id, or None for the whole venue."""
        return self.scope.currentData() or None

    @Slot()
    def _show_hours(self) -> None:
        if self._found is None:
            return
        room_id = self.room_id()
        own = self._found.hours.get(room_id, ())
        stretches = [each for each in own if not each.dated]
        inherited = room_id is not None and not stretches
        if inherited:
            whole = self._found.hours.get(None, ())
            stretches = [each for each in whole if not each.dated]
        self.remark.setText(_remark(bool(stretches), inherited=inherited))
        self.remark.setVisible(bool(self.remark.text()))
        differ = week.differ(stretches)
        for season, table in self.weeks.items():
            table.show_week(week.of_season(stretches, season))
            table.setVisible(bool(stretches) and (differ or season == "term"))
            self.titles[season].setVisible(differ)
        self.dated.show_hours(own, twenty_four=self._twenty_four())

    def _show_closures(self, found: VenueDetails) -> None:
        rooms = {room.id: f"{room.name}: " for room in found.rooms}
        rows = [
            ClosureRow(
                closure,
                between(
                    closure.starts,
                    closure.ends,
                    twenty_four=self._twenty_four(),
                    said=short_day,
                ),
                rooms.get(closure.room_id, "") + closure.reason,
            )
            for closure in found.closures
            if closure.ends > self._now()
        ]
        self._model.show(rows)
        some = bool(rows)
        for widget in (self.closures, self.change, self.open_again):
            widget.setVisible(some and (self._may_edit or widget is self.closures))
        self.none.setVisible(not some)
        self.closures.select(self.closures.ordered.index(0, 0))

    @Slot()
    def _ask_hours(self) -> None:
        self.asked.emit("hours", self.room_id())

    @Slot(str, object)
    def _ask_dates(self, what: str, dates: object) -> None:
        self.asked.emit(what, (self.room_id(), dates))

    def _ask(self, what: str, _about: object = None) -> None:
        row = self.closures.current()
        adds = what == "add closure"
        closure = row.closure if isinstance(row, ClosureRow) and not adds else None
        if self._may_edit and (closure is not None or adds):
            self.asked.emit(what, closure)

    def _lay_out(self, content: QWidget) -> None:
        top = QHBoxLayout()
        top.setSpacing(S)
        top.addWidget(self.scope)
        top.addStretch(1)
        top.addWidget(self.hours)
        heading = QHBoxLayout()
        heading.addWidget(strong("Closures"))
        heading.addStretch(1)
        heading.addWidget(self.close_)
        below = QHBoxLayout()
        below.setSpacing(S)
        for button in (self.change, self.open_again):
            below.addWidget(button)
        below.addStretch(1)
        self.hours.setVisible(self._may_edit)
        self.close_.setVisible(self._may_edit)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, M, M, L)
        layout.setSpacing(S)
        layout.addLayout(top)
        layout.addWidget(self.remark)
        for season, table in self.weeks.items():
            layout.addWidget(self.titles[season])
            layout.addWidget(table)
        layout.addSpacing(M)
        layout.addWidget(self.dated)
        layout.addSpacing(L)
        layout.addLayout(heading)
        layout.addWidget(self.none)
        layout.addWidget(self.closures)
        layout.addLayout(below)
        layout.addStretch(1)


def _remark(recorded: bool, *, inherited: bool) -> str:  # noqa: FBT001 - what is known
    """What there is to say of the hours besides the hours."""
    if not recorded:
        return "No hours are recorded, so nothing can be booked here."
    if inherited:
        return "This room has the hours of the whole venue."
    return ""
