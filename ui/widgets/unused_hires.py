"""Hired time that no booking uses, to be given back or used."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.models import asking
from ui.models.table import TableModel
from ui.theme import M
from ui.widgets.empty import EmptyState
from ui.widgets.text import muted
from ui.widgets.wrapped import WrappedTable
from venues.services.block_hires import WEEKS, Unused


class UnusedHires(QStackedWidget):
    """A table that is copied like any other, or words that say all of it is used."""

    def __init__(self, twenty_four: Callable[[], bool]) -> None:
        super().__init__()
        self._model: TableModel[Unused] = TableModel(
            asking.unused_columns(twenty_four), self
        )
        self.table = WrappedTable("Hired and not used", self._model, grows=False)
        self._empty = EmptyState(
            "calendar-check",
            "Nothing lies unused",
            f"Standing agreements of the next {WEEKS} weeks are all booked, or there "
            "are none. A venue's agreements stand under Contacts on its page.",
        )
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, M, 0, 0)
        column.setSpacing(M)
        column.addWidget(
            muted(
                f"Standing agreements of the next {WEEKS} weeks that no booking uses. "
                "Give the time back to the venue as its terms say, or let colleagues "
                "book it. Ctrl+C copies the chosen rows.",
                wrap=True,
            )
        )
        column.addWidget(self.table, 1)
        self.addWidget(self._empty)
        self.addWidget(shown)
        self._shown = shown

    def show_unused(self, found: Sequence[Unused]) -> None:
        """Show these stretches."""
        self._model.show(list(found))
        self.setCurrentWidget(self._shown if found else self._empty)
