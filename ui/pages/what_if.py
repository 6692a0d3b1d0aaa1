"""What if: the period replayed with other places, and the changes that help most."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.dialogs.what_if_change import WhatIfChangeEditor
from ui.models import what_if as columns
from ui.models.table import TableModel
from ui.pages.what_if_work import WhatIfWork
from ui.theme import L, M, S
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.notice import Notice
from ui.widgets.table import Table
from ui.widgets.text import Words, muted, small
from ui.widgets.what_if_result import WhatIfResult
from venues.database import catalogue as catalogues
from venues.domain.reporting import Dates
from venues.domain.what_if import Change
from venues.errors import VenuesError
from venues.services.suitability import Fix
from venues.services.what_if import asking, suggesting
from venues.services.what_if.asking import Ranked, Told
from venues.services.what_if.scenarios import Kept

LINES = 5
NOTHING = (
    "No change is added yet. A replay without any solves nothing and loses nothing."
)
NOBODY = "None of the changes that were tried would have solved anything."


class WhatIfView(QWidget):
    """Changes on the left are replayed together; below, single ones are ranked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._dates: Dates | None = None
        self._authority_id: int | None = None
        self._kept: tuple[Kept, ...] = ()
        self.changes: list[Change] = []
        self.work = WhatIfWork(desk, self)
        self.notice = Notice()
        self.list = QListWidget()
        self.list.setAccessibleName("Changes to try")
        self.add = Button("Add a change…")
        self.drop = Button("Remove")
        self.keep = Button("Keep…")
        self.kept = Button("Kept")
        self.play = Button("Replay")
        self.result = WhatIfResult()
        self.rank = Button("Find the ten that help most")
        self.none = muted(NOBODY, wrap=True)
        self._ranked: TableModel[Ranked] = TableModel(columns.ranked_columns(), self)
        self.best = Table("Changes that would have solved most", self._ranked)
        self._fixes: TableModel[Fix] = TableModel(columns.fix_columns(), self)
        self.fixes = Table("What would open most rooms", self._fixes)
        self._lay_out()
        self._connect()
        self.show_changes()
        self.best.hide()
        self.none.hide()

    def take(self, dates: Dates, authority_id: int | None) -> None:
        """Try changes on those days, for one authority or for all."""
        if (dates, authority_id) != (self._dates, self._authority_id):
            self.work.stop()
            self.result.clear()
            self.best.hide()
            self.none.hide()
        self._dates, self._authority_id = dates, authority_id
        self.work.read_kept()
        self.work.look_at_fixes(authority_id)

    def _connect(self) -> None:
        self.add.clicked.connect(self._add)
        self.drop.clicked.connect(self._drop)
        self.keep.clicked.connect(self._ask_name)
        self.kept.clicked.connect(self._offer_kept)
        self.play.clicked.connect(self._play)
        self.rank.clicked.connect(self._rank)
        self.best.opened.connect(self._try)
        self.work.told.connect(self._tell)
        self.work.ranked.connect(self._show_ranked)
        self.work.fixes.connect(self._show_fixes)
        self.work.kept.connect(self._have_kept)
        self.work.failed.connect(self._fail)

    @Slot()
    def _add(self) -> None:
        towns, today = self.work.town_names(), self._desk.now().date()
        editor = WhatIfChangeEditor(self._desk, towns, today, self.window())
        editor.saved.connect(self._added)
        editor.open()

    @Slot(object)
    def _added(self, change: Change) -> None:
        self.changes.append(change)
        self.show_changes()
        self.play.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _drop(self) -> None:
        if 0 <= (row := self.list.currentRow()) < len(self.changes):
            del self.changes[row]
            self.show_changes()

    @Slot()
    def _play(self) -> None:
        if self._dates is not None:
            self.notice.clear()
            self.work.replay(self._dates, self._authority_id, self.changes)

    @Slot()
    def _rank(self) -> None:
        if self._dates is not None:
            self.notice.clear()
            self.work.rank(self._dates, self._authority_id)

    @Slot(object)
    def _try(self, ranked: Ranked) -> None:
        """One of the ranked changes is tried by itself."""
        self.changes = [ranked.change]
        self.show_changes()
        self._play()

    @Slot(object)
    def _tell(self, told: Told) -> None:
        self.result.say(told)

    @Slot(object)
    def _show_ranked(self, ranked: tuple[Ranked, ...]) -> None:
        self._ranked.show(ranked)
        self.best.fit()
        self.best.setVisible(bool(ranked))
        self.none.setVisible(not ranked)
        if ranked:
            self.best.select(self.best.ordered.index(0, 0))
            self.best.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _show_fixes(self, fixes: tuple[Fix, ...]) -> None:
        self._fixes.show(fixes)
        self.fixes.fit()

    @Slot(object)
    def _have_kept(self, kept: tuple[Kept, ...]) -> None:
        self._kept = kept
        self.kept.setText(f"Kept ({len(kept)})…" if kept else "Kept…")
        self.kept.setEnabled(bool(kept))

    @Slot()
    def _offer_kept(self) -> None:
        self.menu().popup(self.kept.mapToGlobal(self.kept.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """What is kept: to be tried again, or to be removed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in self._kept:
            menu.addAction(each.name, partial(self._use, each))
        menu.addSeparator()
        away = menu.addMenu("Remove")
        for each in self._kept:
            away.addAction(each.name, partial(self.work.remove, each))
        return menu

    def _use(self, kept: Kept) -> None:
        self.changes = list(kept.changes)
        self.show_changes()
        self._play()

    @Slot()
    def _ask_name(self) -> None:
        box = QInputDialog(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("Keep these changes")
        box.setLabelText("Name to find them by; it names nobody")
        box.setOkButtonText("Keep")
        box.textValueSelected.connect(self._keep)
        box.open()

    @Slot(str)
    def _keep(self, name: str) -> None:
        self.notice.clear()
        self.work.keep(name, tuple(self.changes), self.keep.setFocus)

    @Slot(object)
    def _fail(self, trouble: Exception) -> None:
        if not isinstance(trouble, VenuesError):
            raise trouble
        self.notice.say(str(trouble))

    def show_changes(self) -> None:
        """Show the changes that are to be tried."""
        with self._desk.database.read() as session:
            catalogue = catalogues.read(session)
        self.list.clear()
        for change in self.changes:
            self.list.addItem(QListWidgetItem(asking.words(change, catalogue)))
        self.list.setCurrentRow(len(self.changes) - 1)
        self.list.setVisible(bool(self.changes))
        rows = min(max(len(self.changes), 1), LINES)
        tall = self.list.sizeHintForRow(0) + 2 * self.list.spacing()
        self.list.setFixedHeight(rows * max(tall, 1) + 2 * self.list.frameWidth() + S)
        self._nothing.setVisible(not self.changes)
        for button in (self.drop, self.keep):
            button.setEnabled(bool(self.changes))
        self.result.clear()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self.notice)
        column.addWidget(self._trying())
        column.addWidget(self._ranking())
        column.addWidget(self._opening())
        column.addStretch(1)

    def _trying(self) -> Card:
        card = Card("Replay this period with changes")
        card.add(
            small(
                "What was wanted and not had is asked again of other places.", wrap=True
            )
        )
        self._nothing = muted(NOTHING, wrap=True)
        self.list.setSpacing(2)
        card.add(self._nothing)
        card.add(self.list)
        line = QHBoxLayout()
        line.setSpacing(S)
        for button in (self.add, self.drop, self.keep, self.kept):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.play)
        card.body.addLayout(line)
        card.add(self.work.underway)
        card.body.addSpacing(M)
        card.add(self.result)
        return card

    def _ranking(self) -> Card:
        card = Card("Which single changes would have solved most")
        card.add(Words(f"What is tried: {suggesting.FAMILY}", wrap=True))
        line = QHBoxLayout()
        line.addWidget(self.rank)
        line.addStretch(1)
        card.body.addLayout(line)
        card.add(self.none)
        self.best.setMinimumHeight(self.fontMetrics().height() * 13)
        card.add(self.best)
        return card

    def _opening(self) -> Card:
        card = Card("What would open most rooms, as they stand today")
        card.add(
            small(
                "A room counts once for each kind of appointment that nothing else "
                "keeps it from.",
                wrap=True,
            )
        )
        self.fixes.setMinimumHeight(self.fontMetrics().height() * 13)
        card.add(self.fixes)
        return card

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.work.stop()
