"""The schedule: rooms by hours or by days, or the week of one room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.dialogs.go_to_date import GoToDateDialog
from ui.models.grid import Band, What
from ui.pages import schedule_reading, schedule_words
from ui.pages.schedule_actions import ScheduleActions
from ui.pages.schedule_bar import ALL, DAY, MINE, ROOM, WEEK, ScheduleBar
from ui.pages.schedule_dragging import Dragging
from ui.pages.schedule_reading import Choice
from ui.pages.schedule_table import ScheduleTable
from ui.preferences import TWENTY_FOUR, Setting
from ui.theme import XL, L, M
from ui.widgets.carrying_grid import CarryingGrid
from ui.widgets.legend import Legend
from ui.widgets.text import announce
from venues.domain.proposal import Room
from venues.services import diary

PLACES = frozenset({"venue", "room", "hours", "closure", "closed_day", "term"})
SHOWS = PLACES | {"booking", "booking_room", "hold", "worker", "attendance", "case"}

VIEW = Setting("schedule_view", DAY)
SCOPE = Setting("schedule_rooms", "")
FOLDED: Setting[tuple[str, ...]] = Setting("schedule_folded", ())
SHOWN_ROOM = Setting("schedule_room", 0)


class SchedulePage(QWidget):
    """What is booked where, and the place to book, to move and to cancel.

    Hints of ``show_page("schedule", …)``: ``day``, a date; ``view``, "day", "week" or
    "room"; ``scope``, "all", "mine", "authority:2" or "venue:7"; ``venue`` or ``room``,
    an id.
    """

    title = "Schedule"
    help_topic = "schedule"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stale = True
        kept = desk.preferences
        self.choice = Choice(
            view=kept[VIEW] if kept[VIEW] in {DAY, WEEK, ROOM} else DAY,
            day=self._today(),
            scope=kept[SCOPE],
            room_id=kept[SHOWN_ROOM],
            folded=frozenset(int(each) for each in kept[FOLDED] if each.isdecimal()),
        )
        self.bar = ScheduleBar()
        self.table = ScheduleTable(desk.now)
        self.legend = Legend()
        self.acts = ScheduleActions(desk, self.table)
        self.dragging = Dragging(desk, self.table, self.acts)
        self._lay_out()
        self._connect()

    @Slot()
    def reload(self) -> None:
        """Look everything up again, keeping what is chosen and in view."""
        self._stale = False
        with self._desk.database.read() as session:
            rooms = diary.rooms(session)
        self._offer(rooms)
        view, sheet = self.choice.view, schedule_reading.read(self._desk, self.choice)
        title = schedule_words.title(view, self.choice.day, sheet.days)
        self.bar.choose_view(view)
        self.bar.say(title, view)
        self._say_empty(title, anything=bool(rooms))
        self.table.show_sheet(sheet, view, title)
        self._follow_choice()

    def take(self, **hint: Any) -> None:
        """Show what another page points at."""
        choice = self.choice
        if (scope := hint.get("scope")) is not None:
            choice = replace(choice, scope=scope)
        if (room := hint.get("room")) is not None:
            choice = replace(choice, view=ROOM, room_id=room)
        if (venue := hint.get("venue")) is not None:
            choice = replace(choice, scope=f"venue:{venue}")
        if (view := hint.get("view")) in {DAY, WEEK, ROOM}:
            choice = replace(choice, view=view)
        if isinstance(day := hint.get("day"), date):
            choice = replace(choice, day=day)
        self._turn(choice)

    @Slot()
    def focus_first(self) -> None:
        """Put the keyboard into the table, or on the way out of an empty one."""
        self.table.take_focus()

    def find_focus(self) -> None:
        """Ctrl+F: choose whose rooms are shown."""
        (self.bar.room if self.choice.view == ROOM else self.bar.scope).setFocus()

    @Slot()
    def print_page(self) -> None:
        """Ctrl+P: print the week that is shown."""
        # Loaded only now: printing takes long to import, and most days nobody prints.
        from ui.dialogs.print_week import PrintDialog  # noqa: PLC0415

        shown = self.table.sheet.diary.venues
        venue_ids = tuple(each.id for each in shown) if self.choice.scope != ALL else ()
        PrintDialog(self._desk, venue_ids, self.choice.monday, self).open()

    @Slot()
    def go_to_date(self) -> None:
        """Ctrl+G: ask for a day."""
        dialog = GoToDateDialog(self.choice.day, self._today, self)
        dialog.chosen.connect(self.show_day)
        dialog.finished.connect(self.focus_first)
        dialog.open()

    @Slot()
    def earlier(self) -> None:
        """PageUp: the day or the week before."""
        self.step(-1)

    @Slot()
    def later(self) -> None:
        """PageDown: the day or the week after."""
        self.step(1)

    @Slot(int)
    def step(self, step: int) -> None:
        """Earlier (-1), later (1), or back to today (0)."""
        if step:
            self._turn(self.choice.stepped(step))
        else:
            self.show_day(self._today())

    @Slot(object)
    def show_day(self, day: date) -> None:
        """Show that day, or the week it is in."""
        self._turn(replace(self.choice, day=day))

    @Slot(str)
    def show_view(self, view: str) -> None:
        """Show days, weeks or one room's week; that of the room in front, if any."""
        choice = replace(self.choice, view=view)
        cell = self.table.grid.current()
        if cell is not None and cell.what is not What.HEADING:
            choice = replace(choice, room_id=cell.room_id, day=cell.day)
        self._turn(choice)

    @Slot(str)
    def show_scope(self, scope: str) -> None:
        """Show other rooms."""
        self._turn(replace(self.choice, scope=scope))

    @Slot(int)
    def _show_room(self, room_id: int) -> None:
        self._turn(replace(self.choice, room_id=room_id))

    @Slot(object)
    def show_band(self, band: Band) -> None:
        """A name at the left was clicked: to the room's week, or from it to a day."""
        if self.choice.view == ROOM and band.day is not None:
            self._turn(replace(self.choice, view=DAY, day=band.day))
        elif band.room is not None:
            self._turn(replace(self.choice, view=ROOM, room_id=band.room.id))

    @Slot(int)
    def fold(self, venue_id: int) -> None:
        """Hide the rooms of a venue, or show them again."""
        self._turn(replace(self.choice, folded=self.choice.folded ^ {venue_id}))

    def _today(self) -> date:
        return self._desk.now().date()

    def _turn(self, choice: Choice) -> None:
        """Show something else, and remember what is no secret about it."""
        self.choice = choice
        kept = self._desk.preferences
        kept[VIEW], kept[SCOPE] = choice.view, choice.scope
        kept[SHOWN_ROOM] = choice.room_id
        kept[FOLDED] = tuple(str(id_) for id_ in sorted(choice.folded))
        self._stale = True
        if self.isVisible():
            self.reload()
            announce(self, self.bar.date.text())

    def _offer(self, rooms: Sequence[Room]) -> None:
        """Fill the lists above the table, and leave what is no longer there."""
        scopes = schedule_reading.scopes(rooms)
        known = [key for key, *_ in scopes]
        scope, room_id = self.choice.scope, self.choice.room_id
        if scope not in known:
            here = f"authority:{self._desk.viewer.authority_id}"
            scope = here if here in known else ALL
        if room_id not in {room.id for room in rooms}:
            room_id = rooms[0].id if rooms else 0
        self.choice = replace(self.choice, scope=scope, room_id=room_id)
        self.bar.offer_scopes(scopes, scope)
        self.bar.offer_rooms(schedule_reading.room_list(rooms), room_id)

    def _say_empty(self, when: str, *, anything: bool) -> None:
        """What to say, and to do about it, if there is nothing to show."""
        empty = self.table.empty
        if not anything:
            said = "Ask the coordinator to add the places you use."
            if self._desk.viewer.edits_venues:
                said = "Add the first one, with its rooms and hours."
            action = "Go to Venues" if self._desk.viewer.edits_venues else ""
            empty.say("No venues yet", said, action=action)
        elif self.choice.scope == MINE:
            said = "Show other rooms above, or find one for an appointment."
            when = f"on {when}" if self.choice.view == DAY else f"from {when}"
            empty.say(f"You have nothing booked {when}", said, action="Find a room")
        else:
            said = "Choose other rooms above."
            empty.say("No rooms in use here", said, action="Show all rooms")

    @Slot()
    def _leave_empty(self) -> None:
        """The button of the empty page."""
        pages = {"Find a room": "find", "Go to Venues": "venues"}
        if (page := pages.get(self.table.empty.button.text())) is not None:
            self._desk.host.show_page(page)
        else:
            self.show_scope(ALL)

    @Slot()
    def _follow_choice(self) -> None:
        """Other bookings are chosen, or other ones are shown."""
        self.acts.follow()
        sheet = self.table.sheet
        rows = [row for each in sheet.diary.seen.values() for row in each]
        note = schedule_words.note(
            self._desk.viewer, len(self.table.grid.choice.picked())
        )
        self.legend.say(schedule_words.legend(self._desk.viewer, rows), note)

    @Slot(frozenset)
    def _follow_changes(self, tables: frozenset[str]) -> None:
        if tables & SHOWS:
            self._stale = True
            if self.isVisible():
                self.reload()

    @Slot(str)
    def _follow_preference(self, key: str) -> None:
        if key == TWENTY_FOUR.key and self.isVisible():
            self.reload()

    @Slot()
    def _new_booking(self) -> None:
        self._desk.host.show_page("find")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL - 4, M + 2, XL - 4, L)
        layout.setSpacing(M)
        layout.addWidget(self.bar)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.legend)
        layout.addStretch(0)

    def _connect(self) -> None:
        self.bar.view_changed.connect(self.show_view)
        self.bar.stepped.connect(self.step)
        self.bar.date_asked.connect(self.go_to_date)
        self.bar.scope_changed.connect(self.show_scope)
        self.bar.room_changed.connect(self._show_room)
        self.bar.print_asked.connect(self.print_page)
        self.bar.booking_asked.connect(self._new_booking)
        self.table.made.connect(self._connect_grid)
        self.table.empty.pressed.connect(self._leave_empty)
        self._desk.changes.committed.connect(self._follow_changes)
        self._desk.preferences.changed.connect(self._follow_preference)

    @Slot(object)
    def _connect_grid(self, grid: CarryingGrid) -> None:
        grid.movable = self.acts.changeable
        grid.opened.connect(self.acts.enter)
        grid.chosen.connect(self._follow_choice)
        grid.folded.connect(self.fold)
        grid.pointed.connect(self.show_band)
        grid.menu_asked.connect(self.acts.show_menu)
        grid.paged.connect(self.step)
        self.dragging.follow(grid)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()
