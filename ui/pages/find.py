"""Finding a room: what is asked for at the left, what was found at the right."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import clipboard
from ui.desk import Desk
from ui.pages import find_words
from ui.pages.find_form import FindForm
from ui.pages.find_results import ORDER, FindResults
from ui.pages.further import Further
from ui.pages.search_record import SearchRecord
from ui.pages.unmet_asking import UnmetAsking
from ui.preferences import TWENTY_FOUR
from ui.theme import L, M
from ui.widgets.buttons import LinkButton
from ui.widgets.formcard import FormCard
from ui.widgets.header import PageHeader
from venues.errors import VenuesError, WrongInput
from venues.services import finding
from venues.services.alternatives import Alternative
from venues.services.finding import Found, Match, Order, Wish

if TYPE_CHECKING:
    from ui.pages.booking import BookingPage

PAUSE = 150  # milliseconds after the last key before a search
EDGE = L + 4

SHOWS = frozenset(
    "booking booking_room hold worker room venue hours closure "  # noqa: SIM905 - short
    "closed_day term feature case_venue case_hours separation setting outing "
    "assessment answer incident criterion appointment_type".split()
)
KNOWS = frozenset({"postcodes", "case", "case_staff"})  # these bear on what is typed


class FindPage(QWidget):
    """Finding a room and booking it.

    Hints of ``show_page("find", …)``, most of which open the booking page:

    - ``room`` (id), ``starts``, ``ends`` (datetime): that room at that time
    - ``booking`` (id): to change that booking
    - ``like`` (id): the same again, on a date to be chosen
    - ``back`` (a page's key): where to go afterwards, "schedule" when not said
    - ``near`` (a venue's postcode): look for rooms there, nearest first
    """

    help_topic = "find"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: Found | None = None
        self._stale = True
        self._back = ""
        self._record = SearchRecord(desk, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.search_asked)
        self._further = Further(desk, self)
        self.form = FindForm(desk)
        self.form.order = Order(desk.preferences[ORDER])
        self.results = FindResults(desk)
        self._booking: BookingPage | None = None
        self.header = PageHeader("Find a room")
        self.copying = LinkButton("Copy as text")
        self._unmet = UnmetAsking(desk, self, self._record)
        self.header.add(self.copying, self._unmet.button)
        self._stack = QStackedWidget()
        self._lay_out()
        self.form.changed.connect(self._timer.start)
        self.form.submitted.connect(self._submit)
        self.results.opened.connect(self._open)
        self.results.alternative.connect(self._open)
        self.results.taken.connect(self._adopt)
        self._further.looked.connect(self.results.show_second)
        self.results.ordered.connect(self._order)
        self.results.venues_wanted.connect(partial(desk.host.show_page, "venues"))
        self.copying.clicked.connect(self._copy)
        desk.changes.committed.connect(self._follow)
        desk.preferences.changed.connect(self._follow_preference)

    def take(
        self,
        *,
        room: int | None = None,
        starts: datetime | None = None,
        ends: datetime | None = None,
        booking: int | None = None,
        like: int | None = None,
        back: str = "schedule",
        near: str = "",
    ) -> None:
        """Open the booking page for what another page asks for."""
        if room is not None and starts is not None and ends is not None:
            opened = self.booking.begin_at(room, starts, ends)
        elif booking is not None:
            opened = self.booking.change(booking)
        elif like is not None:
            opened = self.booking.repeat(like)
        else:
            opened = False
            if near:
                self._stack.setCurrentIndex(0)
                self.form.near.setText(near)
        if opened:
            self._back = back
            self._stack.setCurrentWidget(self.booking)

    @property
    def booking(self) -> BookingPage:
        """The booking page, made when it is first needed: many only look."""
        if self._booking is None:
            # Imported here, since whoever looks for a room waits for this page's code.
            from ui.pages.booking import BookingPage  # noqa: PLC0415

            self._booking = BookingPage(self._desk)
            self._booking.booked.connect(self._booked)
            self._booking.left.connect(self._go_back)
            self._stack.addWidget(self._booking)
        return self._booking

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        if self._booking is not None and self._booking.isVisibleTo(self):
            self._booking.focus_first()
        else:
            self.form.subject.audience.setFocus(Qt.FocusReason.TabFocusReason)

    def find_focus(self) -> None:
        """Put the keyboard in the case reference, or where work begins."""
        case = self.form.subject.case
        if case.isVisible():
            case.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.focus_first()

    @Slot()
    def search_asked(self) -> None:
        """Look because somebody asked for something else."""
        self.search()
        self._record.note(self._found)

    @Slot()
    def search(self) -> None:
        """Look for rooms now, and a moment later for what else would help."""
        self._timer.stop()
        self._stale = False
        self._further.forget()
        self._found = None
        self._unmet.follow(None)
        self.form.settle()
        viewer, now = self._desk.viewer, self._desk.now()
        try:
            wish = self.form.wish()
            with self._desk.database.read() as session:
                found = finding.rooms(session, wish, viewer, today=now)
        except WrongInput as trouble:
            self.form.complain(trouble)
            self.results.say("Nothing is looked for yet", "See beside the fields.")
            return
        except VenuesError as trouble:
            self.results.say("The rooms cannot be read", str(trouble))
            return
        if not found.judged.catalogue.venues:
            action = "Open Venues" if viewer.edits_venues else ""
            self.results.say(
                "There are no venues yet",
                "Add one on the Venues page.",
                action=action,
            )
            return
        self._found = found
        self._unmet.follow(found)
        self.results.show_found(found)
        self._further.look(found)

    @Slot()
    def _submit(self) -> None:
        if self._timer.isActive():
            self.search_asked()
        self.results.choose_first()

    @Slot(object)
    def _adopt(self, wish: Wish) -> None:
        self.form.adopt(wish)
        self.search_asked()
        self.results.choose_first()

    @Slot(object)
    def _order(self, order: Order) -> None:
        self.form.order = order
        self.search()

    @Slot()
    def _copy(self) -> None:
        """Put the rooms on the clipboard: nothing of whom they are for."""
        found = self._found
        if found is not None:
            layout = found.judged.asked.layout
            text = find_words.as_text(self.results.shown, found.wish, layout)
            clipboard.copy(text)
            self._desk.host.say("The rooms are copied as text.")

    @Slot(object)
    def _open(self, chosen: Match | Alternative) -> None:
        """Go on to book that room at its time."""
        if self._found is None:
            return
        wish = replace(self._found.wish, period=chosen.period)
        self.booking.begin(wish, chosen.room.id)
        self._back = ""
        self._stack.setCurrentWidget(self.booking)
        self.booking.focus_first()

    @Slot()
    def _booked(self) -> None:
        if not self._back:
            self._record.booked(self._found)
        self._go_back()

    @Slot()
    def _go_back(self) -> None:
        """Go where the booking page was opened from; what was typed is still there."""
        self._stack.setCurrentIndex(0)
        if self._back:
            back, self._back = self._back, ""
            self._desk.host.show_page(back)
        else:
            if self._stale:
                self.search()
            self.results.choose_first()

    @Slot(frozenset)
    def _follow(self, tables: frozenset[str]) -> None:
        if tables & KNOWS:
            self.form.look_again()
        if tables & (SHOWS | KNOWS):
            self._stale = True
            if self.results.isVisible():
                self.search()

    @Slot(str)
    def _follow_preference(self, key: str) -> None:
        if key == TWENTY_FOUR.key:
            self._stale = True

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(L)
        self._card = FormCard(self.form)
        columns.addWidget(self._card)
        columns.addWidget(self.results, 1)
        search = QWidget()
        page = QVBoxLayout(search)
        page.setContentsMargins(EDGE, M, EDGE, L)
        page.setSpacing(M)
        page.addWidget(self.header)
        page.addLayout(columns, 1)
        self._stack.addWidget(search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._card.fit(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            QTimer.singleShot(0, self, partial(self._card.fit, self.width()))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._timer.isActive():
            # Nobody would see what it finds, and there may be nobody left to look.
            self._timer.stop()
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self.results.isVisible():
            self.search()
