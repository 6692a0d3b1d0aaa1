"""The tab of a venue's detail that tells whom to ring and how people come in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import M, S
from ui.widgets.buttons import Button
from ui.widgets.facts import Fact
from ui.widgets.flow import Flow
from ui.widgets.venue_tabs import FactsTab

COPY, WAY, BLOCKS = "copy words", "directions", "blocks"


class ContactsTab(QWidget):
    """Facts, and above them what can be given to whoever comes.

    Signals:
        asked: "copy words", "directions" or "blocks" (the standing agreements).
    """

    asked = Signal(str)

    def __init__(self, *, may_edit: bool) -> None:
        super().__init__()
        self.copy = Button("Copy words to send")
        self.way = Button("Directions…", icon="printer")
        self.blocks = Button("Standing agreements…")
        self.blocks.setVisible(may_edit)
        self.tab = FactsTab(
            "phone",
            "No contacts yet",
            "Whom to ring, which door to use and where to wait stand here.",
        )
        self.facts = self.tab.facts
        ways = Flow(gap=S, lines=S)
        for key, button in (
            (COPY, self.copy),
            (WAY, self.way),
            (BLOCKS, self.blocks),
        ):
            button.clicked.connect(partial(self._ask, key))
            ways.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, M, 0, 0)
        column.setSpacing(0)
        column.addWidget(ways)
        column.addWidget(self.tab, 1)

    def show_groups(self, groups: Sequence[tuple[str, Iterable[Fact]]]) -> None:
        """Show these groups of facts."""
        self.tab.show_groups(groups)

    def _ask(self, what: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - what clicked carries
        self.asked.emit(what)
