"""What can be done with what is chosen in the schedule: keys, menu and dialogs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QMenu

from ui import clipboard
from ui.desk import Desk
from ui.dialogs.cancel import CancelDialog
from ui.dialogs.details import DetailsDialog
from ui.dialogs.move import MoveDialog
from ui.models.grid import Cell, What
from ui.pages import booking_facts, move_asking, room_asking, schedule_words
from ui.pages.room_asking import RoomAsking
from ui.pages.schedule_asides import Asides
from ui.pages.schedule_changes import Alterations, Failed, Then
from ui.pages.schedule_table import ScheduleTable
from ui.preferences import TWENTY_FOUR
from ui.widgets.carry import Target
from venues.domain.period import Period
from venues.domain.privacy import Seen, Sight
from venues.services import booking_changes
from venues.services.moves import Move

ACTIONS = (
    # key, words in the menu, shortcut
    ("open", "Open", ""),
    ("edit", "Edit", "F2"),
    ("move", "Move…", "Ctrl+M"),
    ("duplicate", "Duplicate", "Ctrl+D"),
    ("cancel", "Cancel booking…", "Del"),
    ("copy", "Copy", "Ctrl+C"),
    ("ask", room_asking.VERB, ""),
    ("own", "Choose all of mine", "Ctrl+A"),
    ("outing", "New outing…", "Ctrl+Shift+N"),
)


class ScheduleActions(QObject):
    """Acts on the chosen bookings, or on the one that has the keyboard."""

    def __init__(self, desk: Desk, table: ScheduleTable) -> None:
        super().__init__(table)
        self._desk, self._table = desk, table
        self._alterations = Alterations(desk, self)
        self._asides = Asides(desk, table)
        self._asking = RoomAsking(desk, table)
        self.actions: dict[str, QAction] = {}
        runs = {
            "open": self.open,
            "edit": self.edit,
            "move": self.move_by_dialog,
            "duplicate": self.duplicate,
            "cancel": self.cancel,
            "copy": self.copy,
            "ask": self.ask_for,
            "own": self.choose_own,
            "outing": self._asides.plan_outing,
        }
        for key, words, shortcut in ACTIONS:
            action = QAction(words, self)
            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(runs[key])
            table.addAction(action)
            self.actions[key] = action

    def chosen(self) -> list[Cell]:
        """The bookings that an action is for; masked ones are none of them."""
        picked = self._table.grid.choice.picked()
        if picked:
            return picked
        cell = self._table.grid.current()
        seen = cell.seen if cell else None
        return [cell] if cell and seen and not seen.masked else []

    def changeable(self, row: Seen) -> bool:
        """Whether it is to come, and the person at the desk may move and cancel it."""
        if row.booking_id is None or row.ends <= self._desk.now():
            return False
        return booking_changes.may_change(self._desk.viewer, own=row.own)

    def editable(self, row: Seen) -> bool:
        """Whether it may also be edited: by one who sees all of it."""
        return self.changeable(row) and row.sight is Sight.FULL

    def repeatable(self, row: Seen) -> bool:
        """Whether it may be made again, also when it is over."""
        return row.own and row.sight is Sight.FULL

    @Slot()
    def follow(self) -> None:
        """Let the actions be possible that are."""
        rows = [cell.seen for cell in self.chosen() if cell.seen is not None]
        one = len(rows) == 1
        may = {
            "open": one,
            "edit": one and self.editable(rows[0]),
            "move": one and self.changeable(rows[0]),
            "duplicate": one and self.repeatable(rows[0]),
            "cancel": any(map(self.changeable, rows)),
            "copy": bool(rows),
            "ask": self._masked() is not None,
            "own": True,
            "outing": True,
        }
        for key, action in self.actions.items():
            action.setEnabled(may[key])
        many = len(rows) > 1
        self.actions["cancel"].setText(
            "Cancel bookings…" if many else "Cancel booking…"
        )

    def enter(self, cell: Cell) -> None:
        """What Enter and a double click do."""
        sheet = self._table.sheet
        room = sheet.rooms[cell.room_id].name
        if cell.seen is not None and not cell.seen.masked:
            self.open()
        elif cell.seen is not None:
            self._desk.host.say(f"{schedule_words.where(cell, sheet)}: in use.")
        elif cell.what is What.CLOSED:
            self._desk.host.say(f"{room} is closed then: {cell.words.lower()}.")
        elif hour := schedule_words.first_free(sheet, cell, self._desk.now()):
            self.book(cell.room_id, *hour)
        else:
            self._desk.host.say("Nothing is left of that time. Choose a later one.")

    def book(self, room_id: int, starts: object, ends: object) -> None:
        """Go on to the booking of that room for that time."""
        self._desk.host.show_page("find", room=room_id, starts=starts, ends=ends)

    @Slot(QPoint)
    def show_menu(self, place: QPoint) -> None:
        """Show what can be done here."""
        self.menu().popup(place)

    def menu(self) -> QMenu:
        """What can be done with what is chosen, or with the free time in front."""
        self.follow()
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        cell = self._table.grid.current()
        if self.chosen():
            menu.addActions([self.actions[key] for key, *_ in ACTIONS[:-3]])
        elif cell is not None and cell.what is What.FREE:
            book = menu.addAction("Book here…")
            book.triggered.connect(partial(self._enter, cell))
        elif self._masked() is not None:
            menu.addAction(self.actions["ask"])
        menu.addSeparator()
        menu.addActions([self.actions[key] for key in ("own", "outing")])
        return menu

    @Slot()
    def open(self) -> None:
        """Show the details of a booking."""
        cells = self.chosen()
        if len(cells) != 1 or cells[0].seen is None:
            return
        row = cells[0].seen
        dialog = DetailsDialog(
            row,
            self._table.sheet.rooms[cells[0].room_id],
            self._table,
            changeable=self.changeable(row),
            editable=self.editable(row),
            repeatable=self.repeatable(row),
            twenty_four=self._desk.preferences[TWENTY_FOUR],
            urgent=booking_facts.urgent(self._desk, row),
            asides=self._asides.offered(row, self._table.sheet.rooms[row.room_id]),
        )
        for each in self._asides.facts(row):
            dialog.tell(*each)
        dialog.wanted.connect(partial(self._do, row))
        self._show(dialog)

    @Slot()
    def edit(self) -> None:
        """Go on to the page on which a booking is changed."""
        for row in self._one(self.editable):
            self._desk.host.show_page("find", booking=row.booking_id)

    @Slot()
    def duplicate(self) -> None:
        """Go on to a new booking like this one."""
        for row in self._one(self.repeatable):
            self._desk.host.show_page("find", like=row.booking_id)

    @Slot()
    def move_by_dialog(self) -> None:
        """Ask where a booking is to go."""
        for row in self._one(self.changeable):
            self.ask_move(row)

    def ask_move(self, row: Seen, target: Target | None = None) -> MoveDialog:
        """Ask where a booking is to go, beginning with a proposal."""
        to = (target.room_id, target.period) if target else None
        dialog = move_asking.dialog(self._desk, row, self._table, to=to)
        dialog.agreed.connect(partial(self._move, dialog))
        self._show(dialog)
        return dialog

    def move(self, move: Move, then: Then, failed: Failed) -> None:
        """Move a booking to where it was dropped."""
        self._alterations.move(move, self._where(move), then, failed)

    @Slot()
    def cancel(self) -> None:
        """Ask why, then cancel all chosen bookings at once."""
        cells = [c for c in self.chosen() if c.seen and self.changeable(c.seen)]
        if not cells:
            return
        sheet = self._table.sheet
        said = [schedule_words.where(cell, sheet) for cell in cells]
        rows = [cell.seen for cell in cells if cell.seen is not None]
        dialog = CancelDialog(
            said, self._table, costs=booking_facts.costs(self._desk, rows)
        )
        dialog.agreed.connect(partial(self._cancel, dialog, rows, said[0]))
        self._show(dialog)

    @Slot()
    def copy(self) -> None:
        """Put the chosen bookings on the clipboard."""
        cells = self.chosen()
        if cells:
            clipboard.copy(*schedule_words.copied(cells, self._table.sheet))

    @Slot()
    def choose_own(self) -> None:
        """Choose everything of one's own that is shown."""
        self._table.grid.choice.pick(_own)

    @Slot()
    def ask_for(self) -> None:
        """Ask for the room that somebody else has then."""
        cell = self._masked()
        if cell is not None and cell.seen is not None:
            row, room = cell.seen, self._table.sheet.rooms[cell.room_id]
            self._asking.open(room, Period(row.starts, row.ends))

    def _masked(self) -> Cell | None:
        """The masked block with the keyboard, if its room can still be asked for."""
        cell = self._table.grid.current()
        seen = cell.seen if cell else None
        asks = seen is not None and seen.masked and self._desk.viewer.books
        return cell if asks and seen and seen.ends > self._desk.now() else None

    def _cancel(
        self, dialog: CancelDialog, rows: Sequence[Seen], what: str, reason: str
    ) -> None:
        self._alterations.cancel(rows, reason, what, dialog.accept, dialog.refuse)

    def _move(self, dialog: MoveDialog, move: Move) -> None:
        self._alterations.move(move, self._where(move), dialog.accept, dialog.refuse)

    def _where(self, move: Move) -> str:
        names = {room.id: room.name for room in booking_facts.rooms(self._desk)}
        return schedule_words.place(
            names[move.to_room_id],
            move.period.starts,
            move.period.ends,
            twenty_four=self._desk.preferences[TWENTY_FOUR],
        )

    def _one(self, allowed: Callable[[Seen], bool]) -> list[Seen]:
        """The only chosen booking, if that may be done with it."""
        rows = [cell.seen for cell in self.chosen() if cell.seen is not None]
        return rows if len(rows) == 1 and allowed(rows[0]) else []

    def _enter(self, cell: Cell, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what triggered carries
        self.enter(cell)

    def _do(self, row: Seen, key: str) -> None:
        """A button of the details was pressed."""
        if key in self.actions:
            self.actions[key].trigger()
        elif (dialog := self._asides.take(key, row)) is not None:
            self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        dialog.finished.connect(self._back)
        dialog.open()

    @Slot()
    def _back(self) -> None:
        """Give the keyboard back to where it was."""
        self._table.grid.setFocus()


def _own(row: Seen) -> bool:
    return row.own
