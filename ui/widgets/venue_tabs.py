"""The tabs of a venue's detail that tell facts: overview and arrival."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import L, M
from ui.widgets.card import Scroller
from ui.widgets.empty import EmptyState
from ui.widgets.facts import Fact, FactList


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
