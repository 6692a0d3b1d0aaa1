"""Today: my appointments, and what waits for me."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ui.calendar_saving import CalendarSaving
from ui.desk import Desk
from ui.dialogs.ask_venues import AskVenuesDialog
from ui.pages import today_cards, today_queues
from ui.pages import today_words as words
from ui.pages.longer import Longer
from ui.pages.today_lists import Lists
from ui.pages.today_moved import TodayMoved
from ui.pages.today_needs import TodayNeeds
from ui.pages.today_outings import TodayOutings
from ui.pages.today_put_back import TodayPutBack
from ui.pages.today_rows import AppointmentRow
from ui.preferences import TWENTY_FOUR
from ui.theme import TALL, L, M
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.card import Card, Hairline, Scroller
from ui.widgets.header import PageHeader
from ui.widgets.text import Words, muted
from venues.domain.words import day
from venues.services import today
from venues.services.today import Appointment, Today

EDGE = L + 4
SHOWS = frozenset(
    {
        "booking",
        "booking_room",
        "worker",
        "attendance",
        "case",
        "condition",
        "review",
        "outing",
        "closure",
        "venue",
        "room",
        "staff",
        "acting",
        "appointment_type",
        "sign_off",
        "request",
        "notice",
        "option_explored",
    }
)
NARROW = 120  # characters; with less room the cards stand one under the other
TICK = 20_000  # milliseconds: an appointment begins and ends while one looks


class TodayPage(QWidget):
    """What somebody's day holds, and what they have to see to.

    Hints of ``show_page("today", …)``: none.
    """

    help_topic = "today"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: object = None
        self._refusals: dict[int, str] = {}
        self._saving = 0
        self.rows: list[AppointmentRow] = []
        self.header = PageHeader("Today")
        self.find_room = PrimaryButton("Find a room")
        self.find_room.setVisible(desk.viewer.books)
        self.new_outing = Button("New outing…")
        self.header.add(self.new_outing)
        self.header.add(self.find_room)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self._longer = Longer(desk, self)
        self._calendar = CalendarSaving(desk, self)
        self.outings = TodayOutings(desk, self)
        self._lists = Lists(desk, self)
        self.put_back = TodayPutBack(desk, self)
        self.moved = TodayMoved(desk, self)
        self._needs = TodayNeeds(desk, self)
        self._needs.opened.connect(self._open)
        self._longer.ended.connect(self._prolonged)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.reload)
        self.find_room.clicked.connect(self._find)
        self.new_outing.clicked.connect(self.outings.plan)
        self.outings.changed.connect(self.reload)
        self.put_back.changed.connect(self.reload)
        self.moved.changed.connect(self.reload)
        desk.changes.committed.connect(self._follow)
        desk.preferences.changed.connect(self.reload)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Look the day up again, and show it if anything is different."""
        desk = self._desk
        now = desk.now().replace(second=0, microsecond=0)
        with desk.database.read() as session:
            data = today.read(session, desk.viewer, now)
        states = [
            words.standing(each, now, twenty_four=False) for each in data.appointments
        ]
        outings = self.outings.state(data, now)
        more = self.put_back.state, self.moved.read(), dict(self._refusals)
        shown = (data, states, outings, self._twenty_four(), more)
        if shown != self._shown:
            self._shown = shown
            self._show(data, now)

    @Slot()
    def focus_first(self) -> None:
        """Put the keyboard on the first appointment that is not over."""
        now = self._desk.now()
        coming = [row.open for row in self.rows if row.appointment.seen.ends > now]
        (coming[0] if coming else self.find_room).setFocus()

    def _lay_out(self) -> None:
        self._columns.setSpacing(L)
        self._columns.addLayout(self._left, 4)
        self._columns.addLayout(self._right, 3)
        for side in (self._left, self._right):
            side.setSpacing(L)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, M, EDGE, EDGE)
        column.setSpacing(M)
        column.addWidget(self.header)
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._columns)
        whole.addStretch(1)
        column.addWidget(Scroller(inside), 1)

    def _twenty_four(self) -> bool:
        return self._desk.preferences[TWENTY_FOUR]

    def _show(self, data: Today, now: datetime) -> None:
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused and self.isAncestorOf(focused) else ""
        self.header.say("Today", day(data.day))
        mine = self.outings.mine(data, now)
        today_cards.fill(self._left, [self._appointments(data, now), *mine])
        today_cards.fill(self._right, self._others(data, now))
        for again in self.findChildren(QWidget, name) if name else []:
            if again.isVisible():  # those that were there before are hidden by now
                again.setFocus()

    def _appointments(self, data: Today, now: datetime) -> Card:
        card = Card()
        self.rows = []
        if not data.rooms:
            add = self._open_venues if self._desk.viewer.edits_venues else None
            card.add(today_cards.nothing_to_book(add))
            return card
        if not data.appointments and not data.ahead:
            card.add(today_cards.nothing_booked(self._find))
            return card
        # The link is taller than the heading, which stands as high as in other cards.
        card.body.setContentsMargins(L, L - TALL // 2, L, L)
        card.body.addLayout(
            today_cards.appointments_heading(self._save_calendar, self._show_all)
        )
        for appointment in data.appointments:
            if self.rows:
                card.add(Hairline())
            row = AppointmentRow(
                appointment,
                now,
                own_name=self._desk.viewer.name,
                twenty_four=self._twenty_four(),
            )
            id_ = appointment.seen.booking_id or 0
            row.wait(on=id_ == self._saving)
            if refusal := self._refusals.get(id_):
                row.notice.say(refusal)
                row.notice.close_button.clicked.connect(partial(self._forget, id_))
            row.opened.connect(self._open)
            row.prolonged.connect(self._prolong)
            self.rows.append(row)
            card.add(row)
        if not data.appointments:
            card.add(Words("Nothing is booked today.", wrap=True))
        card.add(Hairline())
        ahead = words.ahead(data.day, data.ahead, twenty_four=self._twenty_four())
        card.add(muted(ahead, wrap=True))
        return card

    def _others(self, data: Today, now: datetime) -> Iterator[Card]:
        twenty_four = self._twenty_four()
        yield today_cards.needs(data, self._needs.act, twenty_four=twenty_four)
        yield from self.outings.of_others(data, now)
        yield from self.moved.cards()
        yield from self.put_back.cards()
        lists = self._lists
        yield from today_queues.cards(
            data, lists.open, lists.answer, twenty_four=twenty_four
        )
        if data.asking.any or self._desk.viewer.edits_venues:
            yield today_cards.asking(data, self._ask_venues)
        if data.closings or data.suspended:
            yield today_cards.places(
                data, now, self._open_venue, twenty_four=twenty_four
            )

    @Slot(int)
    def _open(self, booking_id: int) -> None:
        self._desk.host.show_page("find", booking=booking_id, back="today")

    @Slot()
    def _open_venues(self) -> None:
        self._desk.host.show_page("venues")

    @Slot(int)
    def _open_venue(self, venue_id: int) -> None:
        self._desk.host.show_page("venues", venue=venue_id)

    @Slot()
    def _ask_venues(self) -> None:
        dialog = AskVenuesDialog(self._desk, self)
        dialog.finished.connect(self.reload)
        dialog.open()

    @Slot()
    def _find(self) -> None:
        self._desk.host.show_page("find")

    @Slot()
    def _show_all(self) -> None:
        self._desk.host.show_page("schedule", scope="mine", view="week")

    @Slot()
    def _save_calendar(self) -> None:
        self._calendar.ask()

    @Slot(Appointment)
    def _prolong(self, appointment: Appointment) -> None:
        self._saving = appointment.seen.booking_id or 0
        self._refusals.pop(self._saving, None)
        self._wait()
        self._longer.start(appointment)

    @Slot(str)
    def _prolonged(self, refusal: str) -> None:
        if refusal:
            self._refusals[self._saving] = refusal
        self._saving = 0
        self._wait()
        self.reload()

    def _wait(self) -> None:
        for row in self.rows:
            row.wait(on=row.appointment.seen.booking_id == self._saving)

    def _forget(self, booking_id: int, _checked: object = None) -> None:
        self._refusals.pop(booking_id, None)

    @Slot(frozenset)
    def _follow(self, tables: frozenset[str]) -> None:
        if tables & SHOWS:
            self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.fontMetrics().averageCharWidth() * NARROW
        directions = QBoxLayout.Direction
        self._columns.setDirection(
            directions.TopToBottom if narrow else directions.LeftToRight
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.reload()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
