"""The right of the Venues page: one venue, in tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from ui.models import venue_facts
from ui.models.venue_rows import Marks
from ui.theme import L, M, S
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.notice import Notice
from ui.widgets.venue_assessment import AssessmentTab
from ui.widgets.venue_contacts import ContactsTab
from ui.widgets.venue_head import VenueHead
from ui.widgets.venue_history import HistoryTab
from ui.widgets.venue_opening import OpeningTab
from ui.widgets.venue_rooms import RoomsTab
from ui.widgets.venue_tabs import FactsTab
from venues.domain.people import Viewer
from venues.services.assessment_sheet import Sheet
from venues.services.venue_details import VenueDetails
from venues.services.venue_history import HistoryRow

TABS = ("Overview", "Rooms", "Assessment", "Opening", "Contacts", "History")


class Reading(Protocol):
    """Where the tabs that look things up themselves do so, by a venue's id."""

    def history(self, venue_id: int) -> Sequence[HistoryRow]:
        """What was changed of it."""
        ...

    def assessed(self, venue_id: int) -> Sheet:
        """How it was assessed."""
        ...


class VenueDetail(Card):
    """Everything about the chosen venue; only the tab in front is filled.

    Signals:
        asked: something is to be done with the venue (see the head) or with a part of
            it (see the tabs), and what with.
        starred: it is to be a favourite or not any longer; carries its id.
    """

    asked = Signal(str, object)
    starred = Signal(int, bool)

    def __init__(
        self,
        reading: Reading,
        now: Callable[[], datetime],
        twenty_four: Callable[[], bool],
        *,
        viewer: Viewer,
    ) -> None:
        super().__init__()
        may_edit = viewer.edits_venues
        self._reading = reading
        self._twenty_four = twenty_four
        self._found: VenueDetails | None = None
        self._marks = Marks()
        self.head = VenueHead(may_edit=may_edit)
        self.notice = Notice()
        self.overview = FactsTab("building-2", "Nothing recorded yet", "")
        self.rooms = RoomsTab(may_edit=may_edit)
        self.assessment = AssessmentTab(viewer, now)
        self.opening = OpeningTab(now, twenty_four, may_edit=may_edit)
        self.contacts = ContactsTab(may_edit=may_edit)
        self.log = HistoryTab(twenty_four, now)
        self.tabs = QTabWidget()
        self._empty = EmptyState(
            "building-2", "No venue chosen", "Choose one from the list."
        )
        self._stack = QStackedWidget()
        self._lay_out()

        self.head.asked.connect(self._ask)
        self.head.starred.connect(self._star)
        self.rooms.asked.connect(self.asked)
        self.assessment.asked.connect(self.asked)
        self.opening.asked.connect(self.asked)
        self.contacts.asked.connect(self._ask)
        self.tabs.currentChanged.connect(self._fill)

    def show_venue(
        self,
        found: VenueDetails | None,
        marks: Marks | None = None,
        *,
        starred: bool = False,
    ) -> None:
        """Show that venue and how it stands, or that none is chosen."""
        if found is None or self._found is None or found.id != self._found.id:
            self.notice.clear()
        self._found = found
        self._stack.setCurrentIndex(0 if found is None else 1)
        if found is not None:
            self._marks = marks or Marks()
            self.head.show_venue(found, self._marks, starred=starred)
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
            standing = self._marks.standing.get(self._found.id)
            self.overview.show_groups([*facts, venue_facts.suits(standing)])
        elif tab is self.rooms:
            self.rooms.show_venue(self._found)
        elif tab is self.assessment:
            self.assessment.show_sheet(self._reading.assessed(self._found.id))
        elif tab is self.opening:
            self.opening.show_venue(self._found)
        elif tab is self.contacts:
            self.contacts.show_groups(venue_facts.arrival(self._found))
        else:
            self.log.show_rows(self._reading.history(self._found.id))

    @Slot(str)
    def _ask(self, what: str) -> None:
        if self._found is not None:
            self.asked.emit(what, self._found)

    @Slot(bool)
    def _star(self, on: bool) -> None:  # noqa: FBT001 - what toggled carries
        if self._found is not None:
            self.starred.emit(self._found.id, on)

    def _lay_out(self) -> None:
        first = (self.overview, self.rooms, self.assessment)
        pages = (*first, self.opening, self.contacts, self.log)
        for title, page in zip(TABS, pages, strict=True):
            self.tabs.addTab(page, title)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(L - S, L - S, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.head)
        column.addWidget(self.notice)
        column.addWidget(self.tabs, 1)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(shown)
        self.body.setContentsMargins(S, S, S, S)
        self.add(self._stack, 1)
