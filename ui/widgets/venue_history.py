"""The History tab of a venue's detail: who changed what and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui import clipboard
from ui.models.table import TableModel, as_html, as_text
from ui.models.venues import history_columns
from ui.theme import M, S
from ui.widgets.buttons import Button
from ui.widgets.empty import EmptyState
from ui.widgets.menuchip import MenuChip
from ui.widgets.toolbar import Toolbar
from ui.widgets.wrapped import WrappedTable
from venues.domain.words import clock, day_month
from venues.services.venue_history import HistoryRow

PERIODS: dict[str, tuple[str, timedelta | None]] = {
    "": ("All time", None),
    "week": ("Last 7 days", timedelta(days=7)),
    "month": ("Last 30 days", timedelta(days=30)),
    "year": ("Last 12 months", timedelta(days=366)),
}
"""Key → the words of the choice, and how far back it looks."""

TITLES = ("When", "By", "What", "Change")


class HistoryTab(QWidget):
    """The changes, the newest first; chips narrow them, and what is shown is copied."""

    def __init__(
        self, twenty_four: Callable[[], bool], now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._twenty_four, self._now = twenty_four, now
        self._rows: Sequence[HistoryRow] = ()
        self._model: TableModel[HistoryRow] = TableModel(
            history_columns(twenty_four), self
        )
        self.what = MenuChip("What", [("", "Everything")])
        self.who = MenuChip("By whom", [("", "Everybody")])
        periods = [(key, words) for key, (words, _) in PERIODS.items()]
        self.period = MenuChip("When", periods)
        self.copy = Button("Copy all", icon="copy")
        self.copy.setToolTip(
            "Copies the changes that are shown, as text and as a table"
        )
        self.table = WrappedTable("History", self._model, narrow=[0], grows=False)
        self.empty = EmptyState("history", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._tools = Toolbar()
        self._tools.add(self.what, self.who, self.period)
        self._tools.push(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, M, 0, 0)
        layout.setSpacing(S)
        layout.addWidget(self._tools)
        layout.addWidget(self._stack, 1)
        for chip in (self.what, self.who, self.period):
            chip.changed.connect(self._show)
        self.copy.clicked.connect(self._copy)
        self.empty.pressed.connect(self._show_all)

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show these changes, as far as they are asked for."""
        self._rows = rows
        self.what.offer([("", "Everything"), *_choices(row.what for row in rows)])
        self.who.offer([("", "Everybody"), *_choices(row.who for row in rows)])
        self._tools.setVisible(bool(rows))
        self._show()

    def shown(self) -> list[HistoryRow]:
        """The changes that are asked for, the newest first."""
        what, who = self.what.value(), self.who.value()
        back = PERIODS[self.period.value()][1]
        return [
            row
            for row in self._rows
            if what in {"", row.what}
            and who in {"", row.who}
            and (back is None or row.at >= self._now() - back)
        ]

    @Slot()
    def _show(self) -> None:
        rows = self.shown()
        self._model.show(rows)
        self.copy.setEnabled(bool(rows))
        self._stack.setCurrentWidget(self.table if rows else self.empty)
        if self._rows:
            self.empty.say(
                "No change like that",
                "Nothing was changed of it, by them, or in that time.",
                action="Show all changes",
            )
        else:
            self.empty.say(
                "Nothing changed yet",
                "What is changed of this venue from now on is written down here.",
            )

    @Slot()
    def _show_all(self) -> None:
        for chip in (self.what, self.who, self.period):
            with QSignalBlocker(chip):
                chip.choose("")
        self._show()

    @Slot()
    def _copy(self) -> None:
        rows = [
            (self._moment(row.at), row.who, row.what, row.change)
            for row in self.shown()
        ]
        clipboard.copy(as_text(TITLES, rows), as_html(TITLES, rows))

    def _moment(self, at: datetime) -> str:
        time = clock(at, twenty_four=self._twenty_four())
        return f"{day_month(at)} {at.year} {time}"


def _choices(words: Iterable[str]) -> list[tuple[str, str]]:
    return [(each, each) for each in sorted(set(words), key=str.casefold)]
