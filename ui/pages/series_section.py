"""The dates of a series on the booking page, and what can be done about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.pages import series_words
from ui.theme import XS, S
from ui.widgets.buttons import Button
from ui.widgets.card import Hairline
from ui.widgets.datechips import DateChips
from ui.widgets.datedetail import DateDetail
from ui.widgets.flow import Flow
from ui.widgets.text import muted, strong
from venues.services.series.planning import Instead, Outcome, Planned
from venues.services.series.ways import Ways

ROOM, TIME, LEAVE_OUT, AS_ASKED = "room", "time", "leave out", "as asked"
NO_WAYS = Ways()


class SeriesSection(QWidget):
    """Every date as a chip, and below them the ways out for those that do not fit.

    Signals:
        chose: something was chosen for dates; carries them with what it is, where None
            leaves a date out.
        asked: a date is to be as it was asked for; carries it.
    """

    chose = Signal(object)
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._planned: dict[date, Planned] = {}
        self._ways: dict[date, Ways] = {}
        self._open: date | None = None
        self.heading = strong()
        self.summary = muted(wrap=True)
        self.chips = DateChips("Dates")
        self.detail = DateDetail()
        self.nearest = Button("")
        self.leave_out = Button("")
        for button in (self.nearest, self.leave_out):
            button.hide()
        buttons = Flow(gap=S)
        buttons.add(self.nearest)
        buttons.add(self.leave_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(S)
        column.addWidget(Hairline())
        head = QVBoxLayout()
        head.setSpacing(XS)
        head.addWidget(self.heading)
        head.addWidget(self.summary)
        column.addLayout(head)
        for widget in (self.chips, self.detail, buttons):
            column.addWidget(widget)
        self.chips.pressed.connect(self._turn)
        self.detail.wanted.connect(self._want)
        self.detail.closed.connect(self._close)
        self.nearest.clicked.connect(self._take_rooms)
        self.leave_out.clicked.connect(self._leave_all)
        self.hide()

    def wait(self) -> None:
        """Say that the dates are being looked at; those shown stay meanwhile."""
        self.summary.setText(series_words.LOOKING)
        if not self._planned:
            self.heading.setText("Dates")
        self.setVisible(True)

    def show_dates(self, planned: Sequence[Planned], ways: Mapping[date, Ways]) -> None:
        """Show what becomes of each date, and what else could."""
        self._planned = {each.day: each for each in planned}
        self._ways = dict(ways)
        self.heading.setText(series_words.title(planned))
        self.summary.setText(series_words.summary(planned))
        self.chips.show_marks([series_words.mark(each) for each in planned])
        rooms, out = self._with_room(), self._to_leave_out()
        batch = (self.nearest, self.leave_out)
        pressed = any(each.hasFocus() for each in batch)
        self.nearest.setVisible(bool(rooms))
        self.nearest.setText(
            f"Use the nearest room that fits for {series_words.dates(rooms)}"
        )
        self.leave_out.setText(f"Leave out {series_words.dates(out)}")
        self.leave_out.setVisible(bool(out))
        if self._open is not None and self._open not in self._planned:
            self._open = None
        self._detail()
        self.setVisible(True)
        self._order()
        if pressed and not any(each.hasFocus() for each in batch):
            self.go_to_failing()

    @property
    def last(self) -> QWidget:
        """The last thing here that Tab comes to."""
        return self.leave_out

    def go_to_failing(self) -> None:
        """Put the keyboard on the first way out there is."""
        for button in (self.nearest, self.leave_out):
            if not button.isHidden():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.chips.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order(self) -> None:
        """Let Tab go down the section: what is new comes last of all by itself."""
        order = (
            *self.chips.chips,
            self.chips.all,
            *self.detail.buttons.values(),
            self.detail.close_,
            self.nearest,
            self.leave_out,
        )
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _failing(self) -> list[date]:
        return [each.day for each in series_words.failing([*self._planned.values()])]

    def _with_room(self) -> list[date]:
        return [day for day in self._failing() if self._ways.get(day, NO_WAYS).room]

    def _to_leave_out(self) -> list[date]:
        """Those that have no other room; where all have one, all of them."""
        rooms = self._with_room()
        return [day for day in self._failing() if day not in rooms] or rooms

    @Slot()
    def _take_rooms(self) -> None:
        rooms = {day: self._ways[day].room for day in self._with_room()}
        self.chose.emit({day: way.instead for day, way in rooms.items() if way})

    @Slot()
    def _leave_all(self) -> None:
        self.chose.emit(dict.fromkeys(self._to_leave_out()))

    @Slot(object)
    def _turn(self, day: date) -> None:
        """Open a date, or close it when it is open already."""
        if self._open == day:
            self._close()
            return
        self._open = day
        self._detail()
        self._order()
        self.detail.take_up()
        QTimer.singleShot(0, self._reveal)  # once it has its place

    @Slot()
    def _reveal(self) -> None:
        """Scroll to the date that was opened."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self.detail)

    @Slot()
    def _close(self) -> None:
        chip = self.chips.chip(self._open) if self._open else None
        self._open = None
        self.detail.hide()
        if chip is not None:
            chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def _detail(self) -> None:
        planned = self._planned.get(self._open) if self._open else None
        if planned is None:
            self.detail.hide()
            return
        words = series_words.mark(planned).spoken
        self.detail.say(words, self._offers(planned))

    def _offers(self, planned: Planned) -> list[tuple[str, str]]:
        """What can be done about a date, by key; nothing where the rule has none."""
        if planned.asked is None:
            return []
        ways = self._ways.get(planned.day, NO_WAYS)
        chosen = planned.outcome is Outcome.LEFT_OUT or self._elsewhere(planned)
        offers = []
        for key, way in ((ROOM, ways.room), (TIME, ways.time)):
            if way is not None and not self._is(planned, way.instead):
                offers.append((key, series_words.way(way)))
        if planned.outcome is not Outcome.LEFT_OUT:
            offers.append((LEAVE_OUT, "Leave out"))
        if chosen:
            offers.append((AS_ASKED, "As it was asked for"))
        return offers

    def _elsewhere(self, planned: Planned) -> bool:
        judged, asked = planned.judged, planned.asked
        if judged is None or asked is None:
            return False
        return planned.moved or judged.request.room_ids != asked.room_ids

    def _is(self, planned: Planned, instead: Instead) -> bool:
        if planned.judged is None:
            return False
        request = planned.judged.request
        return Instead(request.room_ids[0], request.period.starts) == instead

    @Slot(str)
    def _want(self, key: str) -> None:
        day = self._open
        if day is None:
            return
        ways = self._ways.get(day, NO_WAYS)
        way = {ROOM: ways.room, TIME: ways.time}.get(key)
        if key == AS_ASKED:
            self.asked.emit(day)
        else:
            self.chose.emit({day: way.instead if way else None})
