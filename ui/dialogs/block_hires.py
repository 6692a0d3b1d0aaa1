"""The standing agreements with a venue: added, changed and let go."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.dialogs import message
from ui.dialogs.block_editor import BlockEditor
from ui.jobs import Lane, Progress
from ui.models.table import Column, TableModel
from ui.preferences import TWENTY_FOUR
from ui.theme import XL, L, M, S, Size
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.empty import EmptyState
from ui.widgets.notice import Notice
from ui.widgets.text import Words, muted
from ui.widgets.wrapped import WrappedTable
from venues.domain.words import DAYS, count, short_day, span
from venues.errors import VenuesError
from venues.services import block_answers, block_hires, venue_noting
from venues.services.block_answers import Covered
from venues.services.block_hires import BlockDraft
from venues.services.venue_details import VenueDetails

ABOUT = (
    "Time of each week that the venue has agreed to beforehand. A booking whose whole "
    "hold lies inside is confirmed at once."
)


class BlockHiresDialog(QDialog):
    """What is hired week by week; every change can be undone."""

    def __init__(
        self, desk: Desk, found: VenueDetails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._found = desk, found
        self._names = {room.id: room.name for room in found.rooms}
        self.setWindowTitle("Standing agreements")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model: TableModel[BlockDraft] = TableModel(self._columns(), self)
        self.table = WrappedTable("Standing agreements", self._model, grows=False)
        self._empty = EmptyState(
            "calendar-days",
            "No agreements yet",
            "Add one, and bookings inside it need no asking.",
        )
        self.notice = Notice()
        self.add = Button("Add…", icon="plus")
        self.change = Button("Change…")
        self.remove = Button("Let go")
        self.back = PrimaryButton("Close")
        self._lay_out()
        self.table.opened.connect(self._change)
        self.table.selectionModel().selectionChanged.connect(self._follow)
        self.add.clicked.connect(partial(self._edit, None))
        self.change.clicked.connect(self._change)
        self.remove.clicked.connect(self._remove)
        self.back.clicked.connect(self.accept)
        desk.changes.committed.connect(self._reload_if_shown)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Look them up again."""
        with self._desk.database.read() as session:
            blocks = block_hires.of_venue(session, self._found.id)
        self._model.show(list(blocks))
        self.table.setVisible(bool(blocks))
        self._empty.setVisible(not blocks)
        self.table.select(self.table.ordered.index(0, 0))
        self._follow()

    def chosen(self) -> BlockDraft | None:
        """The agreement that a button is for."""
        picked = self.table.picked()
        return picked[0] if picked and isinstance(picked[0], BlockDraft) else None

    def _columns(self) -> tuple[Column[BlockDraft], ...]:
        def when(block: BlockDraft) -> str:
            hours = span(
                block.opens,
                block.closes,
                twenty_four=self._desk.preferences[TWENTY_FOUR],
                column=True,
            )
            return f"{DAYS[block.weekday]}, {hours}"

        def dates(block: BlockDraft) -> str:
            until = f" to {short_day(block.until)}" if block.until else ""
            return f"{short_day(block.since)}{until or ' on'}"

        return (
            Column("Every", when, lambda block: (block.weekday, block.opens)),
            Column("What is hired", self._name, self._name),
            Column("From", dates, lambda block: block.since),
            Column("Terms", lambda block: block.terms, lambda block: block.terms),
        )

    def _name(self, block: BlockDraft) -> str:
        if block.room_id is None:
            return "The whole venue"
        return self._names.get(block.room_id, "")

    @Slot()
    def _follow(self) -> None:
        for button in (self.change, self.remove):
            button.setEnabled(self.chosen() is not None)

    @Slot()
    def _change(self) -> None:
        if (block := self.chosen()) is not None:
            self._edit(block)

    def _edit(self, block: BlockDraft | None, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        found = self._found
        editor = BlockEditor(self._desk, found.venue, found.rooms, block, self)
        editor.saved.connect(self._saved)
        editor.open()

    def _saved(self, result: Any) -> None:
        before, after = result
        if before != after:
            self._tell("Changed" if before else "Added")
            self._offer()

    def _offer(self) -> None:
        """Offer to confirm what was booked before and lies inside an agreement now."""
        desk = self._desk
        with desk.database.read() as session:
            found = block_answers.covered(
                session, self._found.id, desk.viewer, now=desk.now()
            )
        if not found.answers:
            return
        one = len(found.answers) == 1
        number = count(len(found.answers), "booking")
        message.tell(
            self,
            f"Confirm {number} as well?",
            f"{number} {'waits' if one else 'wait'} for the venue's answer and "
            f"{'lies' if one else 'lie'} inside its standing agreements now.",
            action="Confirm it" if one else "Confirm them",
            run=partial(self._confirm, found),
            cancel="Leave it as it is" if one else "Leave them as they are",
        )

    def _confirm(self, found: Covered) -> None:
        desk = self._desk
        write = partial(
            venue_noting.write,
            desk.database,
            found.answers,
            desk.viewer,
            "answer of a venue",
            now=desk.now(),
            versions=found.versions,
        )
        desk.jobs.run(
            "",
            partial(_without_report, write),
            partial(self._confirmed, len(found.answers)),
            failed=self._failed,
            lane=Lane.QUICK,
        )

    def _confirmed(self, number: int, _: object) -> None:
        said = f"Confirmed {count(number, 'booking')} by the standing agreement."
        self._desk.host.say(said, undoable=True)

    @Slot()
    def _remove(self) -> None:
        block = self.chosen()
        if block is None:
            return
        self._desk.jobs.run(
            "",
            partial(_without_report, partial(self._let_go, block)),
            lambda _: self._tell("Let go"),
            failed=self._failed,
            lane=Lane.QUICK,
        )

    def _tell(self, verb: str) -> None:
        said = f"{verb} an agreement with {self._found.venue.name}."
        self._desk.host.say(said, undoable=True)

    def _let_go(self, block: BlockDraft) -> None:
        name = f"agreement with {self._found.venue.name}"
        with self._desk.database.write(name) as session:
            block_hires.remove(session, block, self._desk.viewer)

    def _failed(self, trouble: Exception) -> None:
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.reload()
        self.notice.say(str(trouble))

    @Slot(frozenset)
    def _reload_if_shown(self, tables: frozenset[str]) -> None:
        if "block_hire" in tables:
            self.reload()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, L, XL, L)
        layout.setSpacing(M)
        title = f"Standing agreements with {self._found.venue.name}"
        layout.addWidget(Words(title, size=Size.TITLE, strong=True, wrap=True))
        layout.addWidget(muted(ABOUT, wrap=True))
        layout.addWidget(self.notice)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._empty, 1)
        line = QHBoxLayout()
        line.setSpacing(S)
        for button in (self.add, self.change, self.remove):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.back)
        layout.addLayout(line)
        metrics = self.fontMetrics()
        wanted = self.sizeHint()
        wanted.setWidth(metrics.averageCharWidth() * 110)
        wanted.setHeight(metrics.height() * 24)
        self.resize(wanted.boundedTo(self.screen().availableSize() * 0.9))


def _without_report(work: Callable[[], object], _progress: Progress) -> object:
    return work()
