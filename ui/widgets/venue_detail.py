"""The right of the Venues page: one venue, in tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ui.kinds import Kind
from ui.models import venue_facts
from ui.models.venues import STATUS_KINDS
from ui.theme import L, M, S, Size
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, IconButton
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.notice import Notice
from ui.widgets.text import Words, muted
from ui.widgets.venue_opening import OpeningTab
from ui.widgets.venue_rooms import RoomsTab
from ui.widgets.venue_tabs import FactsTab, HistoryTab
from venues.services.venue_details import VenueDetails
from venues.services.venue_history import HistoryRow
from venues.services.venue_words import STATUS

TABS = ("Overview", "Rooms", "Opening", "Contacts", "History")


class VenueDetail(Card):
    """Everything about the chosen venue; only the tab in front is filled.

    Signals:
        asked: something is to be done with the venue ("edit", "retire", "bring back",
            "find", "schedule") or with a part of it (see the tabs), and what with.
    """

    asked = Signal(str, object)

    def __init__(
        self,
        history: Callable[[int], Sequence[HistoryRow]],
        now: Callable[[], datetime],
        twenty_four: Callable[[], bool],
        *,
        may_edit: bool,
    ) -> None:
        super().__init__()
        self._history = history
        self._twenty_four = twenty_four
        self._found: VenueDetails | None = None
        self.name = Words(size=Size.TITLE, strong=True, wrap=True)
        self.status = Badge(Kind.QUIET, "")
        self.line = muted(wrap=True)
        self.edit = Button("Edit")
        self.more = IconButton("ellipsis", "More about this venue")
        self.find_room = Button("Find a room here", icon="search")
        self.schedule = Button("Schedule", icon="calendar-days")
        self.notice = Notice()
        self.overview = FactsTab("building-2", "Nothing recorded yet", "")
        self.rooms = RoomsTab(may_edit=may_edit)
        self.opening = OpeningTab(now, twenty_four, may_edit=may_edit)
        self.contacts = FactsTab(
            "phone",
            "No contacts yet",
            "Whom to ring, which door to use and where to wait stand here.",
        )
        self.log = HistoryTab(twenty_four)
        self.tabs = QTabWidget()
        self._empty = EmptyState(
            "building-2", "No venue chosen", "Choose one from the list."
        )
        self._stack = QStackedWidget()
        self._lay_out(may_edit=may_edit)

        self.edit.clicked.connect(partial(self._ask, "edit"))
        self.find_room.clicked.connect(partial(self._ask, "find"))
        self.schedule.clicked.connect(partial(self._ask, "schedule"))
        self.rooms.asked.connect(self.asked)
        self.opening.asked.connect(self.asked)
        self.tabs.currentChanged.connect(self._fill)

    def show_venue(self, found: VenueDetails | None) -> None:
        """Show that venue, or that none is chosen."""
        if found is None or self._found is None or found.id != self._found.id:
            self.notice.clear()
        self._found = found
        self._stack.setCurrentIndex(0 if found is None else 1)
        if found is None:
            return
        venue = found.venue
        self.name.setText(venue.name)
        self.line.setText(venue_facts.heading(found))
        kind = STATUS_KINDS[venue.status]
        self.status.setVisible(kind is not None)
        self.status.say(kind or Kind.QUIET, STATUS[venue.status])
        retired = venue.status == "retired"
        self._retire.setVisible(not retired)
        self._bring_back.setVisible(retired)
        bookable = venue.status == "active" and bool(found.rooms)
        self.find_room.setEnabled(bookable)
        self.schedule.setEnabled(bookable)
        self._fill()

    @property
    def found(self) -> VenueDetails | None:
        """The venue that is shown."""
        return self._found

    @Slot()
    def _fill(self) -> None:
        if self._found is None:
            return
        tab = self.tabs.currentWidget()
        if tab is self.overview:
            facts = venue_facts.overview(self._found, twenty_four=self._twenty_four())
            self.overview.show_groups(facts)
        elif tab is self.rooms:
            self.rooms.show_venue(self._found)
        elif tab is self.opening:
            self.opening.show_venue(self._found)
        elif tab is self.contacts:
            self.contacts.show_groups(venue_facts.arrival(self._found))
        else:
            self.log.show_rows(self._history(self._found.id))

    @Slot()
    def _open_menu(self) -> None:
        corner = self.more.rect().bottomRight()
        place = self.more.mapToGlobal(corner)
        self._menu.popup(place - QPoint(self._menu.sizeHint().width(), 0))

    def _ask(self, what: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        if self._found is not None:
            self.asked.emit(what, self._found)

    def _lay_out(self, *, may_edit: bool) -> None:
        menu = QMenu(self)
        self._retire = menu.addAction("Retire this venue")
        self._bring_back = menu.addAction("Bring this venue back")
        self._retire.triggered.connect(partial(self._ask, "retire"))
        self._bring_back.triggered.connect(partial(self._ask, "bring back"))
        self.more.clicked.connect(self._open_menu)
        self._menu = menu
        self.edit.setVisible(may_edit)
        self.more.setVisible(may_edit)
        top = Qt.AlignmentFlag.AlignTop
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.name, 1)
        head.addWidget(self.status, 0, top)
        head.addWidget(self.edit, 0, top)
        head.addWidget(self.more, 0, top)
        ways = Flow(gap=S, lines=S)
        ways.add(self.find_room)
        ways.add(self.schedule)
        pages = (self.overview, self.rooms, self.opening, self.contacts, self.log)
        for title, page in zip(TABS, pages, strict=True):
            self.tabs.addTab(page, title)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(L - S, L - S, 0, 0)
        column.setSpacing(M)
        column.addLayout(head)
        column.addWidget(self.line)
        column.addWidget(ways)
        column.addWidget(self.notice)
        column.addWidget(self.tabs, 1)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(shown)
        self.body.setContentsMargins(S, S, S, S)
        self.add(self._stack, 1)
