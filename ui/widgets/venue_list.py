"""The left of the Venues page: the search, what narrows it, and the list or map."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.models.venue_rows import Marks
from ui.theme import M
from ui.widgets.card import FlushCard, Hairline
from ui.widgets.empty import EmptyState
from ui.widgets.segmented import Segmented
from ui.widgets.venue_filters import ALL, VenueFilters
from ui.widgets.venue_map import VenueMap
from ui.widgets.venue_table import VenueTable
from venues.services.catalogue_list import VenueRow, Wanted

LIST, MAP = "list", "map"
LEAST = {LIST: 14, MAP: 20}
"""Lines of text that each needs in height; a lower page is scrolled."""

Ask = Callable[[Wanted], Sequence[VenueRow]]


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
        self.filters = VenueFilters(authorities)
        self.search = self.filters.search
        self.view = Segmented("Show venues as", [(LIST, "List"), (MAP, "Map")])
        self.map: VenueMap | None = None
        self.table = VenueTable(twenty_four)
        self.empty = EmptyState("building-2", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._lay_out()

        self.filters.changed.connect(self.reload)
        self.filters.attended.connect(self.table.show_needs)
        self.search.installEventFilter(self)
        self.view.changed.connect(self._show_view)
        self.table.chosen.connect(self._tell)
        self.table.opened.connect(self.opened)
        self.empty.pressed.connect(self._act)

    def use(self, venue_map: VenueMap) -> None:
        """Have this map as the other view of the same venues."""
        self.map = venue_map
        self._stack.addWidget(venue_map)
        venue_map.chosen.connect(self.choose)
        venue_map.opened.connect(self.opened)

    @Slot()
    def reload(self) -> None:
        """Look again; what was chosen stays chosen if it is still there."""
        before = self.table.chosen_id()
        rows = self._ask(self.filters.wanted())
        self.table.show_rows(rows)
        if self.map is not None:
            self.map.show_venues([row.id for row in rows])
        if not rows:
            self._explain()
        self._show_view()
        if self.table.chosen_id() != before:
            self._tell_id(self.table.chosen_id())

    def choose(self, venue_id: int) -> None:
        """Choose that venue, letting go of whatever hides it."""
        if not self.table.choose(venue_id):
            self.filters.clear()
            if not self.table.choose(venue_id):
                self.filters.status.choose(ALL)
                self.table.choose(venue_id)

    def mark(self, marks: Marks, rows: Sequence[VenueRow]) -> None:
        """Say what stands beside the venues; ``rows`` are all there are."""
        self.table.mark(marks)
        self.filters.offer(
            kinds=sorted({row.kind for row in rows if row.kind}),
            attention=tuple(marks.attention),
            starred=[row.id for row in rows if str(row.uuid) in marks.starred],
            suited=marks.suited(),
        )

    def choose_first(self) -> None:
        """Choose the first venue of the list if none is chosen."""
        if self.table.chosen_id() is None and self.table.ordered.rowCount():
            self.table.select(self.table.ordered.index(0, 0))

    @Slot()
    def _show_view(self) -> None:
        """The list or the map; where there is nothing to show, why."""
        if not self.table.ordered.rowCount():
            self._stack.setCurrentWidget(self.empty)
        elif self.map is not None and self.view.value() == MAP:
            self._stack.setCurrentWidget(self.map)
        else:
            self._stack.setCurrentWidget(self.table)
        self.fit_text()

    def fit_text(self) -> None:
        """Take the size of text that holds now (see ``application.Appearance``)."""
        mapped = self.map is not None and self._stack.currentWidget() is self.map
        lines = LEAST[MAP if mapped else LIST]
        self.setMinimumHeight(self.fontMetrics().height() * lines)

    def _explain(self) -> None:
        """Say why the list is empty, and what to do."""
        if self._narrowed():
            self.empty.say(
                "No venue like that",
                "Check the spelling, or let go of what narrows the list.",
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
        return self.filters.narrows or bool(self._ask(Wanted()))

    @Slot()
    def _act(self) -> None:
        if not self._narrowed():
            self.wanted.emit()
            return
        self.filters.clear()
        if not self.table.ordered.rowCount():
            self.filters.status.choose(ALL)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _tell(self, row: object) -> None:
        self._tell_id(row.id if isinstance(row, VenueRow) else None)

    def _tell_id(self, venue_id: int | None) -> None:
        if self.map is not None:
            self.map.choose(venue_id)
        self.chosen.emit(venue_id)

    def _lay_out(self) -> None:
        self.filters.push(self.view)
        top = QWidget()
        line = QVBoxLayout(top)
        line.setContentsMargins(M, M, M, M)
        line.addWidget(self.filters)
        self.add(top)
        self.add(Hairline())
        self.add(self._stack, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the search into the list, Escape clears the search."""
        pressed = event.type() == QEvent.Type.KeyPress
        if watched is self.search and pressed and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                self.choose_first()
                mapped = self.map is not None and self.map.isVisible()
                into = self.map.canvas if self.map and mapped else self.table
                into.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)
