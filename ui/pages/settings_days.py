"""Settings: the days that are not like others, one year at a time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.pages.settings_closed import ClosedDays
from ui.pages.settings_terms import Terms
from ui.theme import XS, L
from ui.widgets.buttons import IconButton
from ui.widgets.text import strong
from venues.services.calendar_days import YEARS_EITHER_WAY

SHOWS = frozenset({"closed_day", "term", "authority"})


class DaysSection(QWidget):
    """A year, its closed days, and its school terms."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._this_year = desk.now().year
        self.year = self._this_year
        self.before = IconButton("chevron-left", "Year before")
        self.after = IconButton("chevron-right", "Next year")
        self.shown = strong()
        self.closed = ClosedDays(desk)
        self.terms = Terms(desk)
        line = QHBoxLayout()
        line.setSpacing(XS)
        for widget in (self.before, self.shown, self.after):
            line.addWidget(widget)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addLayout(line)
        column.addWidget(self.closed)
        column.addWidget(self.terms)
        column.addStretch(1)
        self.before.clicked.connect(partial(self._step, -1))
        self.after.clicked.connect(partial(self._step, 1))
        desk.changes.committed.connect(self._follow)
        self._show()

    def _step(self, years: int, _checked: object = None) -> None:
        self.year += years
        self._show()

    def _show(self) -> None:
        self.shown.setText(str(self.year))
        away = self.year - self._this_year
        self.before.setEnabled(away > -YEARS_EITHER_WAY)
        self.after.setEnabled(away < YEARS_EITHER_WAY)
        self.closed.show_year(self.year)
        self.terms.show_year(self.year)

    @Slot(frozenset)
    def _follow(self, tables: frozenset[str]) -> None:
        if tables & SHOWS:
            self.closed.reload()
            self.terms.reload()
