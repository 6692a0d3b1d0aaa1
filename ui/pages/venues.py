"""The catalogue: every venue in a list, and all about the chosen one beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import favourites
from ui.desk import Desk
from ui.dialogs.venue_fixes import FixesDialog
from ui.models.venue_rows import SORT
from ui.pages.displacing import Displacing
from ui.pages.venue_actions import VenueActions
from ui.pages.venue_reading import VenueReading
from ui.pages.venue_sheets import VenueSheets
from ui.preferences import TWENTY_FOUR, Setting
from ui.theme import L, M
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.header import PageHeader
from ui.widgets.list_and_detail import ListAndDetail
from ui.widgets.overlay import WaitOverlay
from ui.widgets.venue_detail import VenueDetail
from ui.widgets.venue_list import LIST, MAP, VenueList
from ui.widgets.venue_map import VenueMap
from venues.domain.words import count
from venues.services import catalogue_list
from venues.services.catalogue_list import VenueRow
from venues.services.rehousing.values import Cause

SHOWS = frozenset(
    {
        "answer",
        "assessment",
        "authority",
        "booking",
        "closed_day",
        "closure",
        "cluster",
        "contact",
        "criterion",
        "entrance",
        "feature",
        "hours",
        "incident",
        "room",
        "room_space",
        "setting",
        "space",
        "term",
        "venue",
        "waiting_space",
    }
)
VIEW = Setting("venues_view", LIST)  # or MAP

SHARES = 3, 2
"""How the width is divided between list and detail."""


class VenuesPage(QWidget):
    """Read by everybody who books; changed by coordinators and managers."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        may_edit = desk.viewer.edits_venues
        self.header = PageHeader("Venues")
        self.new = PrimaryButton("New venue", icon="plus")
        self.new.setToolTip("Ctrl+N")
        self.help_most = Button("What would help…")
        self.help_most.setToolTip("What to put right so that most rooms open")
        for button in (self.new, self.help_most):
            button.setVisible(may_edit)
        with desk.database.read() as session:
            areas = catalogue_list.areas(session)
        self._reading = VenueReading(desk, self)
        self.list = VenueList(
            self._reading.ask, self._twenty_four, areas, may_add=may_edit
        )
        self.list.use(VenueMap(desk.jobs, self._reading.pins))
        self.detail = VenueDetail(
            self._reading, desk.now, self._twenty_four, viewer=desk.viewer
        )
        self.tasks = VenueActions(desk, self)
        self.sheets = VenueSheets(desk, self)
        self._wanted: int | None = None
        self._filled = False
        self._waiting = WaitOverlay(self.detail)
        self._looking = WaitOverlay(self.list)
        self._both = ListAndDetail(self.list, self.detail, SHARES)
        self._lay_out()
        self._restore_order()
        if desk.preferences[VIEW] == MAP:
            self.list.view.choose(MAP)
        self._connect()
        self._add_keys(may_edit=may_edit)
        self.reload()

    def _connect(self) -> None:
        self.new.clicked.connect(self.tasks.new_venue)
        self.help_most.clicked.connect(self._show_fixes)
        self.list.wanted.connect(self.tasks.new_venue)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._go_to_detail)
        self.list.table.sorted_by.connect(self._remember_order)
        self.list.view.changed.connect(self._remember_view)
        self.detail.asked.connect(self._do)
        self.detail.starred.connect(self._star)
        self._reading.waiting.connect(self._looking.start)
        self._reading.ready.connect(self._fill)
        self.tasks.busy.connect(self._wait)
        self.tasks.refused.connect(self.detail.notice.say)
        self.tasks.added.connect(self._show_added)
        self._desk.changes.committed.connect(self._reload_if_shown)
        self._desk.preferences.changed.connect(self._follow_preference)

    def take(self, venue: int | None = None, displaced: Cause | None = None) -> None:
        """Choose the venue with that id, as soon as it is in the list.

        ``displaced`` asks where the bookings go that cannot stay because of it.
        """
        if displaced is not None:
            self._displacing.open(displaced)
            return
        self._wanted = venue
        if self._filled:
            self._choose_wanted()

    def _choose_wanted(self) -> None:
        if self._wanted is not None:
            self.list.choose(self._wanted)
            self._wanted = None

    def focus_first(self) -> None:
        """Put the keyboard into the search, or where other places are being found."""
        if self._displacing.page is not None:
            self._displacing.page.focus_first()
            return
        self.list.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_focus(self) -> None:
        """The same, with what is typed there marked."""
        self.focus_first()
        self.list.search.selectAll()

    @Slot()
    def reload(self) -> None:
        """Look everything up again; what is chosen stays chosen."""
        self._reading.begin()

    @Slot()
    def _fill(self) -> None:
        """Show the list as it is now."""
        self._looking.stop()
        chosen = self.list.table.chosen_id()
        rows = self._reading.rows
        self.list.mark(self._reading.marks, rows)
        self.list.reload()
        venues = [row for row in rows if row.status != "retired"]
        rooms = sum(row.rooms for row in venues)
        words = f"{count(len(venues), 'venue')}, {count(rooms, 'room')}"
        self.header.say("Venues", words if rows else "")
        self.detail.setVisible(bool(rows))
        if self.list.table.chosen_id() == chosen:
            self._show(chosen)
        self._choose_wanted()
        if not self._filled:
            self._filled = True
            self.list.choose_first()

    def _twenty_four(self) -> bool:
        return self._desk.preferences[TWENTY_FOUR]

    @Slot(object)
    def _show(self, venue_id: int | None) -> None:
        found, marks = self._reading.details(venue_id), self._reading.marks
        row = self.list.table.current()
        starred = isinstance(row, VenueRow) and str(row.uuid) in marks.starred
        self.detail.show_venue(found, marks, starred=starred)

    @Slot(int, bool)
    def _star(self, venue_id: int, on: bool) -> None:  # noqa: FBT001 - as the signal says
        row = self.list.table.current()
        if isinstance(row, VenueRow) and row.id == venue_id:
            favourites.star(self._desk.preferences, row.uuid, on=on)

    @Slot(str, object)
    def _do(self, what: str, about: object) -> None:
        if self.detail.found is not None:
            self.detail.notice.clear()
            self.tasks.do(what, self.detail.found, about)

    @Slot(bool)
    def _wait(self, busy: bool) -> None:  # noqa: FBT001 - what the signal carries
        self.detail.setDisabled(busy)
        if busy:
            self._waiting.start("Saving…")
        else:
            self._waiting.stop()

    @Slot(int)
    def _show_added(self, venue_id: int) -> None:
        self._wanted = venue_id
        self.reload()
        self.detail.tabs.setCurrentWidget(self.detail.rooms)

    @Slot()
    def _show_fixes(self) -> None:
        reading = self._reading
        dialog = FixesDialog(reading.rows, reading.marks.standing, self)
        dialog.wanted.connect(self.take)
        dialog.open()

    @Slot()
    def _go_to_detail(self) -> None:
        self.detail.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(frozenset)
    def _reload_if_shown(self, tables: frozenset[str]) -> None:
        if tables & SHOWS:
            self.reload()

    @Slot(str)
    def _follow_preference(self, key: str) -> None:
        if key in {TWENTY_FOUR.key, favourites.STARRED.key}:
            self.reload()

    @Slot(int, bool)
    def _remember_order(self, column: int, falling: bool) -> None:  # noqa: FBT001 - as the signal says
        way = "down" if falling else "up"
        self._desk.preferences[SORT] = f"{self.list.table.title(column)} {way}"

    @Slot(str)
    def _remember_view(self, view: str) -> None:
        self._desk.preferences[VIEW] = view

    def _restore_order(self) -> None:
        title, _, way = self._desk.preferences[SORT].rpartition(" ")
        column = self.list.table.column(title)
        if column >= 0:
            self.list.table.sort_by(column, falling=way == "down")

    def _add_keys(self, *, may_edit: bool) -> None:
        keys = [("Ctrl+D", self.detail.head.star.click)]
        if may_edit:
            keys.append(("Ctrl+N", self.tasks.new_venue))
            keys.append(("F2", self.detail.head.edit.click))
        for key, slot in keys:
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    def _lay_out(self) -> None:
        sheets = (self.sheets.take_in, self.sheets.write)
        for button in (self.help_most, *sheets, self.new):
            self.header.add(button)
        usual = QWidget()
        page = QVBoxLayout(usual)
        page.setContentsMargins(L, M, L, L)
        page.setSpacing(M)
        page.addWidget(self.header)
        page.addWidget(self._both, 1)
        self._displacing = Displacing(self._desk, usual)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._displacing)
