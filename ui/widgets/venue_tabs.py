"""The tabs of a venue's detail that are read: overview, arrival and history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.models.table import TableModel
from ui.models.venues import history_columns
from ui.theme import L, M
from ui.widgets.card import Scroller
from ui.widgets.empty import EmptyState
from ui.widgets.facts import Fact, FactList
from ui.widgets.wrapped import WrappedTable
from venues.services.venue_history import HistoryRow


class FactsTab(Scroller):
    """Facts in groups, or words that say that there are none."""

    def __init__(self, icon: str, nothing: str, hint: str) -> None:
        self.facts = FactList()
        self._empty = EmptyState(icon, nothing, hint)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, L, M, L)
        layout.addWidget(self.facts)
        layout.addWidget(self._empty)
        layout.addStretch(1)
        super().__init__(content)

    def show_groups(self, groups: Sequence[tuple[str, Iterable[Fact]]]) -> None:
        """Show these groups of facts."""
        told = [(title, [fact for fact in facts if fact[1]]) for title, facts in groups]
        some = any(facts for _, facts in told)
        self.facts.show_facts(told)
        self.facts.setVisible(some)
        self._empty.setVisible(not some)
        self.verticalScrollBar().setValue(0)


class HistoryTab(QStackedWidget):
    """Who changed what and when, the newest first."""

    def __init__(self, twenty_four: Callable[[], bool]) -> None:
        super().__init__()
        self._model: TableModel[HistoryRow] = TableModel(
            history_columns(twenty_four), self
        )
        self.table = WrappedTable("History", self._model, narrow=[0], grows=False)
        self._empty = EmptyState(
            "history",
            "Nothing changed yet",
            "What is changed of this venue from now on is written down here.",
        )
        self.addWidget(self.table)
        self.addWidget(self._empty)

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show these changes."""
        self._model.show(rows)
        self.setCurrentWidget(self.table if rows else self._empty)
