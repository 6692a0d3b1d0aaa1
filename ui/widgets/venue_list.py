"""The left of the Venues page: the search, what narrows it, and the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from ui.theme import M
from ui.widgets.card import FlushCard, Hairline
from ui.widgets.empty import EmptyState
from ui.widgets.menuchip import MenuChip
from ui.widgets.toolbar import Toolbar
from ui.widgets.venue_table import VenueTable
from venues.services.catalogue_list import VenueRow
from venues.services.venue_words import STATUS

ALL = "all"
CURRENT = "current"
STATUSES: dict[str, tuple[str, tuple[str, ...]]] = {
    CURRENT: ("All but retired", tuple(each for each in STATUS if each != "retired")),
    **{key: (words, (key,)) for key, words in STATUS.items()},
    ALL: ("All statuses", ()),
}
"""Key → the words of the choice, and the statuses it lets through."""

Ask = Callable[[str, tuple[int, ...], tuple[str, ...]], Sequence[VenueRow]]
"""Search, authorities and statuses → the venues."""


class VenueList(FlushCard):
    """Finds venues while somebody types.

    Signals:
        chosen: another venue is chosen; carries its id, or None.
        opened: a venue is to be looked at, by Enter or a double click.
        wanted: the first venue is to be added.
    """

    chosen = Signal(object)
    opened = Signal()
    wanted = Signal()

    def __init__(
        self,
        ask: Ask,
        twenty_four: Callable[[], bool],
        authorities: Sequence[tuple[int, str]],
        *,
        may_add: bool,
    ) -> None:
        super().__init__()
        self._ask = ask
        self._may_add = may_add
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search name, town, postcode")
        self.search.setAccessibleName("Search venues")
        self.search.setClearButtonEnabled(True)
        areas = [(str(id_), name) for id_, name in authorities]
        self.area = MenuChip("Area", [("", "All areas"), *areas])
        self.status = MenuChip(
            "Status", [(key, words) for key, (words, _) in STATUSES.items()]
        )
        self.table = VenueTable(twenty_four)
        self.empty = EmptyState("building-2", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._lay_out()

        self.search.textChanged.connect(self.reload)
        self.search.installEventFilter(self)
        self.area.changed.connect(self.reload)
        self.status.changed.connect(self.reload)
        self.table.chosen.connect(self._tell)
        self.table.opened.connect(self.opened)
        self.empty.pressed.connect(self._act)

    @Slot()
    def reload(self) -> None:
        """Look again; what was chosen stays chosen if it is still there."""
        before = self.table.chosen_id()
        rows = self._rows()
        self.table.show_rows(rows)
        if rows:
            self._stack.setCurrentWidget(self.table)
        else:
            self._explain()
            self._stack.setCurrentWidget(self.empty)
        if self.table.chosen_id() != before:
            self.chosen.emit(self.table.chosen_id())

    def choose(self, venue_id: int) -> None:
        """Choose that venue, letting go of whatever hides it."""
        if not self.table.choose(venue_id):
            self.search.clear()
            self.area.choose("")
            self.status.choose(CURRENT)
            if not self.table.choose(venue_id):
                self.status.choose(ALL)
                self.table.choose(venue_id)

    def choose_first(self) -> None:
        """Choose the first venue of the list if none is chosen."""
        if self.table.chosen_id() is None and self.table.ordered.rowCount():
            self.table.select(self.table.ordered.index(0, 0))

    def _rows(self) -> Sequence[VenueRow]:
        area = self.area.value()
        return self._ask(
            self.search.text(),
            (int(area),) if area else (),
            STATUSES[self.status.value()][1],
        )

    def _explain(self) -> None:
        """Say why the list is empty, and what to do."""
        if self._narrowed():
            self.empty.say(
                "No venue like that",
                "Check the spelling, or look in all areas.",
                action="Show all venues",
            )
        elif self._may_add:
            self.empty.say(
                "No venues yet",
                "Add your first venue, then its rooms and opening hours.",
                action="Add a venue",
            )
        else:
            self.empty.say(
                "No venues yet", "A coordinator adds them. Ask yours to begin."
            )

    def _narrowed(self) -> bool:
        return bool(
            self.search.text().strip() or self.area.narrows or self._ask("", (), ())
        )

    @Slot()
    def _act(self) -> None:
        if not self._narrowed():
            self.wanted.emit()
            return
        self.search.clear()
        self.area.choose("")
        self.status.choose(CURRENT)
        if not self.table.ordered.rowCount():
            self.status.choose(ALL)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _tell(self, row: object) -> None:
        self.chosen.emit(row.id if isinstance(row, VenueRow) else None)

    def _lay_out(self) -> None:
        tools = Toolbar()
        self.search.setMinimumWidth(self.search.fontMetrics().averageCharWidth() * 32)
        tools.add(self.search, self.area, self.status)
        top = QWidget()
        line = QVBoxLayout(top)
        line.setContentsMargins(M, M, M, M)
        line.addWidget(tools)
        self.add(top)
        self.add(Hairline())
        self.add(self._stack, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the search into the list, Escape clears the search."""
        pressed = event.type() == QEvent.Type.KeyPress
        if watched is self.search and pressed and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                self.choose_first()
                self.table.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)
