"""Which days evidence is shown of: quarters, months, or two dates."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox

from venues.domain.reporting import Dates

OTHER = "Other dates…"


class PeriodChoice(QComboBox):
    """A list of periods, and other dates where those may be chosen.

    Signals:
        changed: other days hold; carries ``Dates``.
        asked: other dates than those listed are wanted.
    """

    changed = Signal(object)
    asked = Signal()

    def __init__(self, offered: Sequence[Dates], *, any_dates: bool) -> None:
        super().__init__()
        self.dates = offered[0]
        self.setAccessibleName("Period")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        before = offered[0]
        for dates in offered:
            if dates.months != before.months:
                self.insertSeparator(self.count())
            self.addItem(dates.words, dates)
            before = dates
        if any_dates:
            self.insertSeparator(self.count())
            self.addItem(OTHER)
        self.activated.connect(self._pick)

    def choose(self, dates: Dates) -> None:
        """Let these days hold; those that are not listed are added."""
        at = self._place(dates)
        if at < 0:
            self.insertItem(0, dates.words, dates)
            at = 0
        self.setCurrentIndex(at)
        if dates != self.dates:
            self.dates = dates
            self.changed.emit(dates)

    def _place(self, dates: Dates) -> int:
        """``findData`` would compare objects, not what they hold."""
        listed = (self.itemData(row) for row in range(self.count()))
        return next((row for row, each in enumerate(listed) if each == dates), -1)

    @Slot(int)
    def _pick(self, row: int) -> None:
        dates = self.itemData(row)
        if dates is None:
            self.setCurrentIndex(self._place(self.dates))
            self.asked.emit()
        else:
            self.choose(dates)
