"""The left of the Keep apart page: the search, what narrows it, and the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from ui.models.apart_rows import KEPT_FROM, apart_columns
from ui.models.table import TableModel
from ui.theme import M
from ui.widgets.apart_table import ApartTable
from ui.widgets.card import FlushCard, Hairline
from ui.widgets.chipchoice import ChipChoice
from ui.widgets.empty import EmptyState
from ui.widgets.toolbar import Toolbar
from venues.services.apart import overview
from venues.services.apart.ending import LINK, Key
from venues.services.apart.overview import Row

CURRENT, SOON, OVER, NEW = "current", "soon", "over", "new"
VIEWS: dict[str, tuple[str, Callable[[Sequence[Row]], tuple[Row, ...]]]] = {
    CURRENT: ("Current", overview.current),
    SOON: ("Ending soon", overview.soon),
    OVER: ("Closed", overview.over),
    NEW: ("To confirm", overview.to_confirm),
}
LETTERS = 26
LINES = 14


class ApartList(FlushCard):
    """Finds records while somebody types.

    Signals:
        typed: something else is in the search; carries it.
        chosen: another row is chosen; carries it, or None.
        shown: the partner of a row is to be shown; carries the row.
        acted: the button of the empty state was pressed; carries its words.
    """

    typed = Signal(str)
    chosen = Signal(object)
    shown = Signal(object)
    acted = Signal(str)

    def __init__(self, partner: Callable[[Key], str]) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText("Case or code")
        self.search.setAccessibleName("Case or code")
        self.search.setClearButtonEnabled(True)
        self.views = ChipChoice(
            "Which records", [(key, words) for key, (words, _) in VIEWS.items()]
        )
        self.model: TableModel[Row] = TableModel(apart_columns(partner), self)
        self.table = ApartTable(self.model)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.empty = EmptyState("users", "")
        self._stack = QStackedWidget()
        self._lay_out()

        self.search.textChanged.connect(self.typed)
        self.search.installEventFilter(self)
        self.views.changed.connect(self._show_view)
        self.table.chosen.connect(self._tell)
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._press)
        self.empty.pressed.connect(self._act)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these, with how many there are of each sort."""
        self._rows = rows
        for key, (words, which) in VIEWS.items():
            number = len(which(rows))
            self.views.say(key, words if key == OVER else f"{words} {number}")
        self._show_view()

    def explain(self, heading: str, sentence: str, action: str = "") -> None:
        """Say why the list is empty, and what to do."""
        self.empty.say(heading, sentence, action=action)

    def key(self) -> Key | None:
        """Which row is chosen."""
        row = self.table.current()
        return row.key if isinstance(row, Row) else None

    def choose(self, key: Key | None) -> bool:
        """Choose that row if it is listed; gives whether it is."""
        index = self.table.ordered.find(lambda row: row.key == key)
        self.table.select(index)
        return index.isValid()

    def choose_first(self) -> None:
        """Choose the first row if none is chosen."""
        if self.key() is None:
            self.table.select(self.table.ordered.index(0, 0))

    def refresh(self) -> None:
        """Draw the rows again: a partner is shown, or hidden again."""
        self.table.viewport().update()
        self.table.fit()

    @Slot()
    def _show_view(self) -> None:
        before = self.key()
        rows = VIEWS[self.views.value()][1](self._rows)
        blocked = self.table.blockSignals(True)  # noqa: FBT003 - told once, below
        self.model.show(rows)
        self.table.fit()
        if rows and not self.choose(before):
            self.choose_first()
        self.table.blockSignals(blocked)
        self._stack.setCurrentWidget(self.table if rows else self.empty)
        self.chosen.emit(self.table.current() if rows else None)

    @Slot(object)
    def _tell(self, row: object) -> None:
        self.chosen.emit(row)

    @Slot(object)
    def _open(self, row: object) -> None:
        self.shown.emit(row)

    @Slot(QModelIndex)
    def _press(self, index: QModelIndex) -> None:
        row = self.table.ordered.row(index)
        if index.column() == KEPT_FROM and row.key.what == LINK:
            self.shown.emit(row)

    @Slot()
    def _act(self) -> None:
        self.acted.emit(self.empty.button.text())

    def _lay_out(self) -> None:
        wide = self.search.fontMetrics().averageCharWidth()
        self.search.setMinimumWidth(wide * LETTERS)
        tools = Toolbar()
        tools.add(self.search, self.views)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(M, M, M, M)
        column.addWidget(tools)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self.add(upper)
        self.add(Hairline())
        self.add(self._stack, 1)
        self.setMinimumHeight(self.fontMetrics().height() * LINES)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            down = event.key() == Qt.Key.Key_Down
            if watched is self.search and down and self.table.ordered.rowCount():
                self.table.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)
